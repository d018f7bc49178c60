#include "kinds/partition/bound_check.h"

#include <algorithm>
#include <optional>

#include "kinds/partition/ddl.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

bool is_null(const Expression& datum) { return datum.kind == Kind::null; }
bool is_unbounded(const Expression& datum) { return datum.kind == Kind::column; }  // MINVALUE, MAXVALUE

Expression is_given(const Expression& key) { return make(Kind::other, "is not null", key); }

/// An end of a range: how a column compares with it that decides, and where rows that equal it are within.
struct End {
  const Args& data;
  const char *beyond, *not_before;
  bool is_within;                  ///< what equals all columns
  std::string_view within_before;  ///< what equals all columns before this

  const char* compares(std::size_t i) const {
    const bool takes_equal = i + 1 == data.size() ? is_within : is_unbounded(data[i + 1]) && data[i + 1].text == within_before;
    return takes_equal ? not_before : beyond;
  }
};

/// `a > 1 OR (a = 1 AND b >= 2)`, of the columns from the `first` up to one that has no bound; none where that is the first.
Args terms_of_end(const Args& keys, const End& end, std::size_t first) {
  Args arms, equal;
  for (std::size_t i = first; i < keys.size() && !is_unbounded(end.data[i]); ++i) {
    Args arm = equal;
    arm.push_back(operation(end.compares(i), keys[i], end.data[i]));
    arms.push_back(junction(Kind::all_of, std::move(arm)));
    equal.push_back(operation("=", keys[i], end.data[i]));
  }
  if (arms.empty()) return {};
  return {junction(Kind::any_of, std::move(arms))};
}

Args terms_of_range(const Args& keys, const Args& lower, const Args& upper) {
  Args terms;
  for (const Expression& key : keys) terms.push_back(is_given(key));
  std::size_t first = 0;
  for (; first < keys.size() && !is_unbounded(lower[first]) && lower[first] == upper[first]; ++first)
    terms.push_back(operation("=", keys[first], lower[first]));
  for (const End& end : {End{lower, ">", ">=", true, "minvalue"}, End{upper, "<", "<=", false, "maxvalue"}})
    for (Expression& term : terms_of_end(keys, end, first)) terms.push_back(std::move(term));
  return terms;
}

/// An element of an array as array_out() in utils/adt/arrayfuncs.c writes it.
std::string written_element(const std::string& text) {
  const bool is_plain =
      !text.empty() && text.find_first_of("{},\"\\ \t\n\r\v\f") == text.npos && text != "NULL" && text != "null";
  if (is_plain) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted += (letter == '"' || letter == '\\' ? "\\" : "") + std::string(1, letter);
  return quoted + "\"";
}

/// `'{a,b}'::text[]`, as PostgreSQL makes it of constants.
Expression array_of(const Args& data) {
  std::string text;
  for (const Expression& datum : data)
    text += (text.empty() ? "{" : ",") + written_element(datum.kind == Kind::cast ? datum.args.front().text : datum.text);
  DataType type = data.front().type;
  type.is_array = true;
  return cast_to(type, string(text + "}"));
}

Args terms_of_list(const Expression& key, Args data) {
  const bool takes_null = std::any_of(data.begin(), data.end(), is_null);
  std::erase_if(data, is_null);
  const Expression no_value = make(Kind::other, "is null", key);
  if (data.empty()) return {no_value};
  Expression is_in =
      data.size() == 1 ? operation("=", key, data.front()) : operation("=", key, make(Kind::other, "any", array_of(data)));
  if (takes_null) return {junction(Kind::any_of, {no_value, std::move(is_in)})};
  return {is_given(key), std::move(is_in)};
}

/// The terms of one level; nothing where they are not known.
std::optional<Args> terms_of(const Expression& bound, const Expression& key) {
  if (bound.args.empty() || bound.args.front().text == "default" || key.text == "hash" || has_operator_classes(key))
    return std::nullopt;
  const Args values = values_of_key(key);
  if (key.text == "list") return terms_of_list(values.front(), bound.args.front().args);
  return terms_of_range(values, bound.args.front().args, bound.args.back().args);
}

Args terms_in(const Expression& tree) { return tree.kind == Kind::all_of ? tree.args : Args{tree}; }

/// What the table's NOT NULLs and CHECKs say.
Args known_terms(const Draft& draft, const Symbol* table, const KnownTypes& types) {
  Args known;
  for (const Symbol* member : draft.members(table)) {
    const auto* column = draft.object<Column>(member);
    const auto* check = draft.object<Check>(member);
    Expression itself = make(Kind::column);
    itself.column.symbol = member;
    if (column && column->not_null) known.push_back(is_given(itself));
    if (check && check->validated)
      for (Expression& term : terms_in(normalise(*check->expression.tree, nullptr, types))) known.push_back(std::move(term));
  }
  return known;
}

}  // namespace

bool is_implied(const Draft& draft, const Symbol* table, const Expression& condition) {
  const KnownTypes types = draft.types();
  const Args wanted = terms_in(normalise(condition, nullptr, types)), known = known_terms(draft, table, types);
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const Expression& term) { return std::find(known.begin(), known.end(), term) != known.end(); });
}

BoundCondition bound_condition(Session& session, const Symbol* partition) {
  const Draft& draft = session.draft();
  const ExpressionField key_above = key_of(draft, draft.object<Partition>(partition)->of.symbol);
  if (!key_above || key_above.tree->text == "hash") return {};
  BoundCondition found;
  Args all;
  for (const Symbol* level = partition; const auto* stated = draft.object<Partition>(level); level = stated->of.symbol) {
    const ExpressionField key = key_of(draft, stated->of.symbol);
    const auto terms = terms_of(*stated->bound.tree, *key.tree);
    found.is_known = found.is_known && terms;
    const Args level_terms = terms ? *terms : values_of_key(*key.tree);
    all.insert(all.begin(), level_terms.begin(), level_terms.end());
  }
  if (!found.is_known)
    session.not_compared("CHECK of a detached partition", "the condition of its bound is not known", -1,
                         display_name(*partition));
  found.condition.tree = std::make_shared<const Expression>(junction(Kind::all_of, std::move(all)));
  return found;
}

}  // namespace pgplumb
