#include "findings/replace.h"

#include <algorithm>

#include "compare/view_columns.h"
#include "findings/comment.h"
#include "kinds/routine/replaceable.h"
#include "kinds/spelling.h"

namespace pgplumb {

namespace {

std::string create_sql(const Entry& entry) { return spelling_of(kind_of(entry.object)).create_sql(entry); }

/// A view's columns stay as they are, and others come behind them (checkViewColumns in commands/view.c). Where none is known,
/// they may well stay.
bool keeps_columns(const Case& one, const Entry& expected, const Entry& actual) {
  const auto wanted = columns_in_order(one.source(teller(one)).catalog, expected);
  const auto there = columns_in_order(one.source(one.actual()).catalog, actual);
  const auto stays = [](const Entry* column, const Entry* other) {
    const auto &a = std::get<Column>(column->object), &b = std::get<Column>(other->object);
    return column->id.member == other->id.member && a.type == b.type && a.collation == b.collation;
  };
  return wanted.empty() || (there.size() <= wanted.size() && std::equal(there.begin(), there.end(), wanted.begin(), stays));
}

bool can_replace(const Case& one, const Entry& expected, const Entry& actual) {
  if (const auto* routine = std::get_if<Routine>(&expected.object))
    return is_replaceable(std::get<Routine>(actual.object), *routine);
  const auto is_plain_view = [](const Entry& entry) { return std::get<Table>(entry.object).relation_kind == RelationKind::view; };
  return is_plain_view(expected) && is_plain_view(actual) && keeps_columns(one, expected, actual);
}

}  // namespace

Entry as_there(const Case& one, Entry expected) {
  const ObjectId& owner = one.actual_owner().id;
  expected.id.schema = owner.schema;
  expected.id.name = owner.name;
  return expected;
}

int teller(const Case& one) {
  const int expected = one.expected(), migrations = one.index_of(Role::migrations);
  const Entry* made = one.same(Role::model, Role::migrations) ? one.says(Role::migrations)->entry : nullptr;
  const Entry* wanted = one.expectation().entry;
  const bool is_whole = made && !made->uncertain && !made->stated_in_part && made->id == wanted->id;
  return is_whole ? migrations : expected;
}

const Entry& told_whole(const Case& one) { return *one.first().says[static_cast<std::size_t>(teller(one))].entry; }

std::string create_parts(const Case& one, const Entry& view) {
  std::string sql;
  for (const Entry& part : one.source(teller(one)).catalog.members(view))
    if (const std::string create = part.id.space == Namespace::column ? "" : create_sql(as_there(one, part)); !create.empty())
      sql += ";\n" + create;
  return sql;
}

SqlFix replace(const Case& one) {
  const Entry &expected = told_whole(one), &actual = target_of(one);
  const std::string create = create_sql(as_there(one, expected));
  if (create.empty()) return {};
  return {spelling_of(kind_of(actual.object)).drop_sql(actual) + ";\n" + create + comments_again(one), {"blocks-writes"}};
}

SqlFix create_again(const Case& one) {
  const Entry &expected = told_whole(one), &actual = target_of(one);
  std::string sql = create_sql(as_there(one, expected));
  constexpr std::string_view create = "CREATE ", or_replace = "CREATE OR REPLACE ";
  const auto* relation = std::get_if<Table>(&actual.object);
  const bool has_rows = relation && !is_view(*relation);
  if (sql.empty() || has_rows) return {};
  if (!can_replace(one, expected, actual))
    return {
        spelling_of(kind_of(actual.object)).drop_sql(actual) + ";\n" + sql + create_parts(one, expected) + comments_again(one),
        {"refused-while-used", "loses-privileges"}};
  if (sql.starts_with(create) && !sql.starts_with(or_replace)) sql.replace(0, create.size(), or_replace);
  return {sql, {"safe-to-repeat"}};
}

}  // namespace pgplumb
