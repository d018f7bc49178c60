#include <pgplumb/sql/expression.h>

#include <algorithm>

#include "sql/canonical/functions.h"
#include "sql/canonical/literals/literals.h"
#include "sql/expression_forms.h"
#include "sql/named_constant.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

const std::string& column_name(const Expression& column) {
  return column.column.symbol ? column.column.symbol->meant().text : column.text;
}

const Expression& without_casts(const Expression& expression) {
  const Expression* inner = &expression;
  while (inner->kind == Kind::cast) inner = &inner->args.front();
  return *inner;
}

/// EXTRACT is the function date_part up to PostgreSQL 13, and one of its own from 14 on: which was written, an old server does
/// not tell.
std::string_view without_version(const Expression& expression) {
  return expression.kind == Kind::call && expression.text == "date_part" ? std::string_view("extract") : expression.text;
}

bool is_constant(const Expression& expression) { return expression.kind == Kind::literal || expression.kind == Kind::boolean; }

template <class Equal>
bool same_shape(const Expression& a, const Expression& b, std::string_view (*text)(const Expression&), Equal same_args) {
  if (a.kind != b.kind) return false;
  if (a.kind == Kind::column) return column_name(a) == column_name(b);
  if ((a.kind == Kind::cast || names_an_object(a)) && !(a.type == b.type)) return false;
  const bool same_text = text(a) == text(b) || (a.kind == Kind::call && may_be_one_function(a.text, b.text));
  const bool mean_one = a.routine && b.routine && &a.routine->meant() == &b.routine->meant();
  return (same_text || mean_one) && std::equal(a.args.begin(), a.args.end(), b.args.begin(), b.args.end(), same_args);
}

/// A literal of PostgreSQL's own type as it prints it. `json` keeps what was written, of which other texts may be the same.
bool is_read_value(const Expression& expression) {
  return expression.kind == Kind::cast && expression.args.front().kind == Kind::literal && !is_unread(expression) &&
         expression.type.name && expression.type.name->parent == pg_catalog() && expression.type.name->text != "json";
}

bool is_cast_of_unread(const Expression& expression) {
  return expression.kind == Kind::cast && (is_unread(expression) || is_cast_of_unread(expression.args.front()));
}

/// Numbers of any type are of one value, or not; so is a string that may be read as one, as '5' of a column of an unknown type.
bool may_be_one_constant(const Expression& a, const Expression& b) {
  if (is_number(a) || is_number(b)) return number_value(a.text) == number_value(b.text);
  return true;
}

bool equal_but_for_casts(const Expression& a, const Expression& b) {
  if (is_read_value(a) && is_read_value(b) && a.type == b.type) return a.args == b.args;
  const Expression& left = without_casts(a);
  const Expression& right = without_casts(b);
  const bool is_typed = &left != &a || &right != &b || left.is_string != right.is_string;
  if (is_typed && is_constant(left) && is_constant(right))
    return is_cast_of_unread(a) || is_cast_of_unread(b) || may_be_one_constant(left, right);
  return left.is_string == right.is_string && same_shape(left, right, without_version, equal_but_for_casts);
}

/// AND, OR, NOT, the kind of a join, of a set operation, of a sort or of a lock: what PostgreSQL never changes in a query. "" for
/// other nodes.
std::string_view kept_word(const Expression& expression) {
  constexpr std::string_view kept[] = {"join",      "left join", "right join",    "full join", "union",
                                       "union all", "intersect", "intersect all", "except",    "except all",
                                       "distinct",  "exists",    "any",           "all"};
  if (expression.kind == Kind::all_of) return "and";
  if (expression.kind == Kind::any_of) return "or";
  if (expression.kind == Kind::negation) return "not";
  if (expression.kind != Kind::other) return {};
  std::string_view text = expression.text;
  if (text.ends_with(" using")) text.remove_suffix(6);
  const bool is_sort = text.ends_with(" nulls last") || text.ends_with(" nulls first");
  const bool is_clause = text.starts_with("for ") || text.starts_with("sample ") || text.starts_with("column ");
  return is_sort || is_clause || std::find(std::begin(kept), std::end(kept), text) != std::end(kept) ? text : std::string_view();
}

/// Something that an expression names, with its schema where that is known: "relation calls".
struct Named {
  std::string name, schema;

  friend auto operator<=>(const Named&, const Named&) = default;
};

Named relation_named(const Symbol& relation) {
  return {"relation " + relation.text, relation.parent ? relation.parent->text : std::string()};
}

Named function_named(std::string_view function) {
  const std::string_view name = without_schema(function);
  return {std::string(name), std::string(function.substr(0, name.size() < function.size() ? function.find('.') : 0))};
}

/// All that an expression names: columns, relations, functions, operators, constants.
void collect_names(const Expression& expression, std::vector<Named>& names) {
  if (expression.kind == Kind::column) names.push_back({"column " + column_name(expression), {}});
  if (expression.text == "relation" && expression.type.name) names.push_back(relation_named(expression.type.name->meant()));
  if (is_named_constant(expression)) names.push_back({display_named_constant(expression), {}});
  if (expression.kind == Kind::call) names.push_back(function_named(without_version(expression)));
  if (expression.kind == Kind::operation) names.push_back({"operator " + expression.text, {}});
  if (is_constant(expression)) names.push_back({expression.text, {}});
  if (const std::string_view word = kept_word(expression); !word.empty()) names.push_back({"word " + std::string(word), {}});
  for (const Expression& arg : expression.args) collect_names(arg, names);
}

std::vector<Named> sorted_names(const Expression& expression) {
  std::vector<Named> names;
  collect_names(expression, names);
  std::sort(names.begin(), names.end());
  return names;
}

/// Queries that are put together otherwise from the same names.
bool name_the_same(const Expression& a, const Expression& b) {
  if (!holds_a_query(a) || !holds_a_query(b)) return false;
  const auto left = sorted_names(a), right = sorted_names(b);
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const Named& one, const Named& other) {
    return one.name == other.name && (one.schema == other.schema || one.schema.empty() || other.schema.empty());
  });
}

}  // namespace

bool operator==(const Expression& a, const Expression& b) {
  const auto text = [](const Expression& expression) -> std::string_view { return expression.text; };
  return a.is_string == b.is_string && same_shape(a, b, text, std::equal_to<>());
}

bool holds_a_query(const Expression& expression) {
  const bool is_query = expression.kind == Kind::other && (expression.text == "select" || expression.text == "values");
  return is_query || std::any_of(expression.args.begin(), expression.args.end(), holds_a_query);
}

bool is_nextval(const Expression& expression) {
  const Expression& value = without_casts(expression);
  return value.kind == Kind::call && value.text == "nextval" && value.args.size() == 1;
}

bool has_opaque_part(const Expression& expression) {
  return expression.kind == Kind::opaque || std::any_of(expression.args.begin(), expression.args.end(), has_opaque_part);
}

bool may_mean_the_same(const Expression& a, const Expression& b) {
  return has_opaque_part(a) || has_opaque_part(b) || equal_but_for_casts(a, b) || name_the_same(a, b);
}

}  // namespace pgplumb
