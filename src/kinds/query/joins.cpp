// Joins, and what they make of the columns of both sides (transformFromClauseItem in parser/parse_clause.c).
#include <algorithm>

#include "kinds/query/reader.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

/// A part of the scope: the items from `begin` until before `end`, and what joins of them make of their columns.
Scope part_of(const Scope& scope, std::size_t begin, std::size_t end) {
  Scope part;
  const auto at = [&](std::size_t i) { return scope.items.begin() + static_cast<std::ptrdiff_t>(i); };
  part.items.assign(at(begin), at(end));
  for (const MergedColumn& merged : scope.merged)
    if (merged.begin >= begin && merged.end <= end)
      part.merged.push_back({merged.name, merged.expression, merged.begin - begin, merged.end - begin});
  return part;
}

/// Columns that both sides have, in the order of the left one's.
std::vector<std::string> common_names(const Scope& left, const Scope& right) {
  std::vector<std::string> names;
  for (const ScopeItem& item : left.items)
    for (const ScopeColumn& column : item.columns)
      for (const ScopeItem& other_item : right.items)
        if (const ScopeColumn* other = other_item.find(column.name);
            other && column.in_all_versions && other->in_all_versions &&
            std::find(names.begin(), names.end(), column.name) == names.end())
          names.push_back(column.name);
  return names;
}

constexpr const char* join_words(JoinType type) {
  switch (type) {
    case JOIN_LEFT:
      return "left join";
    case JOIN_RIGHT:
      return "right join";
    case JOIN_FULL:
      return "full join";
    default:
      return "join";
  }
}

}  // namespace

/// Of what type two columns are as one, and of which side it is rather, one that is of that type (buildMergedJoinVar in
/// parser/parse_clause.c).
Expression QueryReader::merged(JoinType join, Expression left, Expression right) const {
  if (join == JOIN_FULL) return make(Kind::other, "coalesce", {std::move(left), std::move(right)});
  const auto of_left = type_of_output(left), of_right = type_of_output(right);
  const auto common = of_left && of_right ? common_type_of({of_left, of_right}, session_.draft().types()) : of_left;
  const bool takes_right = join == JOIN_RIGHT || (join == JOIN_INNER && of_left != common && of_right == common);
  Expression chosen = takes_right ? std::move(right) : std::move(left);
  const auto& own = takes_right ? of_right : of_left;
  return common && own && !(*own == *common) ? cast_to(*common, std::move(chosen)) : chosen;
}

/// USING and NATURAL: `*` has these columns once, and by themselves they are the left side's, or what of the two is not null.
/// They stand before those that joins within this one make.
void QueryReader::merge_columns(const JoinExpr* join, Scope& scope, std::size_t begin, std::size_t middle, Args& args) {
  const Scope left = part_of(scope, begin, middle), right = part_of(scope, middle, scope.items.size());
  std::vector<std::string> names;
  for (std::string_view name : texts_of(join->usingClause)) {
    if (std::find(names.begin(), names.end(), name) != names.end())
      fail(sqlstate::duplicate_column, "column name " + quoted_name({}, name) + " appears more than once in USING clause");
    names.emplace_back(name);
  }
  if (join->isNatural) names = common_names(left, right);
  auto at = std::find_if(scope.merged.begin(), scope.merged.end(), [&](const auto& one) { return one.begin >= begin; }) -
            scope.merged.begin();
  for (const std::string& name : names) {
    auto one = left.find(name), other = right.find(name);
    Expression from_left = one ? std::move(*one) : make(Kind::opaque, name);
    Expression from_right = other ? std::move(*other) : make(Kind::opaque, name);
    args.push_back(operation("=", from_left, from_right));
    std::erase_if(scope.merged, [&](const MergedColumn& inner) { return inner.name == name && inner.begin >= begin; });
    Expression both = merged(join->jointype, std::move(from_left), std::move(from_right));
    scope.merged.insert(scope.merged.begin() + at++, {name, std::move(both), begin, scope.items.size()});
  }
}

/// `(a JOIN b …) AS ab (x, y)`: what is joined goes by this name only.
void QueryReader::hide_behind_alias(const Alias* alias, Scope& scope, std::size_t begin) const {
  ScopeItem whole{alias->aliasname, scope.items[begin].place + " to " + scope.items.back().place};
  whole.is_join = whole.is_record = true;
  const Scope part = part_of(scope, begin, scope.items.size());
  whole.columns = columns_of_star(part);
  whole.known = part.is_complete();
  rename_columns(whole, alias);
  for (std::size_t i = begin; i < scope.items.size(); ++i) scope.items[i].is_hidden = true;
  std::erase_if(scope.merged, [&](const MergedColumn& inner) { return inner.begin >= begin; });
  scope.items.push_back(std::move(whole));
}

/// `a JOIN b USING (x) AS u`, by which only the columns that are merged go.
void QueryReader::add_alias_of_using(const Alias* alias, const List* names, Scope& scope) const {
  ScopeItem merged{alias->aliasname, "using " + scope.items.back().place};
  merged.is_join = merged.is_row = true;
  for (std::string_view name : texts_of(names))
    for (const MergedColumn& one : scope.merged)
      if (one.name == name && one.end == scope.items.size())
        merged.columns.push_back({one.name, nullptr, type_of_output(one.expression), {}, true, true, one.expression});
  scope.items.push_back(std::move(merged));
}

Expression QueryReader::read_join(const JoinExpr* join, Scope& scope) {
  const std::size_t begin = scope.items.size();
  Args args;
  args.push_back(read_from(join->larg, scope));
  const std::size_t middle = scope.items.size();
  args.push_back(read_from(join->rarg, scope));
  std::string words = join_words(join->jointype);
  if (join->usingClause || join->isNatural) {
    merge_columns(join, scope, begin, middle, args);
    const bool has_nothing_in_common = args.size() == 2 && part_of(scope, begin, scope.items.size()).is_complete();
    if (has_nothing_in_common)
      args.push_back(make(Kind::boolean, "true"));
    else
      words += " using";
  } else {
    args.push_back(join->quals ? read_in(scope, join->quals) : make(Kind::boolean, "true"));
  }
  if (join->join_using_alias) add_alias_of_using(join->join_using_alias, join->usingClause, scope);
  if (join->alias) hide_behind_alias(join->alias, scope, begin);
  return make(Kind::other, std::move(words), std::move(args));
}

}  // namespace pgplumb
