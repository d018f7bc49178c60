#include "findings/fixes/replace.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "compare/view_columns.h"
#include "findings/fixes/comment.h"
#include "findings/order/turns.h"
#include "kinds/routine/replaceable.h"
#include "kinds/spelling.h"

namespace pgplumb {

namespace {

std::string create_sql(const Entry& entry) { return spelling_of(kind_of(entry.object)).create_sql(entry); }

/// Behind what makes a view: its indexes, triggers and rules, which do not come with its query.
std::string parts_of(const Catalog& catalog, const Entry& view, const std::function<Entry(const Entry&)>& named) {
  std::string sql;
  for (const Entry& part : catalog.members(view))
    if (const std::string create = part.id.space == Namespace::column ? "" : create_sql(named(part)); !create.empty())
      sql += ";\n" + create;
  return sql;
}

std::string drop_sql(const Entry& entry) { return spelling_of(kind_of(entry.object)).drop_sql(entry); }

/// What drops the dependents and makes them again as they are expected; nothing where that cannot be done of one of them, and
/// then DROP is refused.
struct Around {
  std::string before, after;
  bool is_refused = false;
};

ObjectId called_by_then(const Case& one, const Entry& entry) {
  return one.turns ? one.turns->called_by_then(entry, one) : entry.id;
}

/// What is expected of it: by the name that it has by then, or on the table that has the case's column, whatever that is called.
const Entry* wanted_of(const Case& one, const Entry& dependent) {
  ObjectId id = called_by_then(one, dependent);
  const ObjectId &there = one.actual_owner().id, &wanted = one.owner().id;
  const bool is_on_it = !id.member.empty() && id.schema == there.schema && id.name == there.name;
  if (is_on_it) id.schema = wanted.schema, id.name = wanted.name;
  return one.source(teller(one)).catalog.find(id);
}

/// A part of what is there, under the name that it has by then: it may get its own later.
Entry called_as_there(const Case& one, Entry part) {
  const Entry* bearer = one.turns ? one.turns->bearer_of(part.symbol) : nullptr;
  if (bearer) part.id.member = called_by_then(one, *bearer).member;
  return part;
}

/// What is missing of the view until a later fix makes it is left to that.
std::string parts_there(const Case& one, const Entry& view) {
  const auto is_there = [&](const Entry& part) { return !one.turns || !one.turns->is_made_later(part.symbol, one); };
  std::string sql;
  for (const Entry& expected : one.source(teller(one)).catalog.members(view)) {
    if (expected.id.space == Namespace::column) sql += comment_again(expected);
    if (expected.id.space == Namespace::column || !is_there(expected)) continue;
    const Entry part = called_as_there(one, expected);
    if (const std::string create = create_sql(part); !create.empty()) sql += ";\n" + create + comment_again(part);
  }
  return sql;
}

Around around(const Case& one, const EntryList& dependents) {
  Around around;
  for (const Entry* dependent : dependents) {
    const Entry* wanted = wanted_of(one, *dependent);
    if (!wanted && one.turns && one.turns->is_renamed(dependent->symbol)) return {"", "", true};
    if (!wanted) continue;  // dropped by then, for nobody expects it
    const auto* table = std::get_if<Table>(&wanted->object);
    const bool has_rows = dependent->id.space == Namespace::column || (table && !is_view(*table));
    Entry made = *wanted;
    made.id = called_by_then(one, *dependent);
    const std::string create = has_rows ? "" : create_sql(made);
    if (create.empty()) return {"", "", true};
    Entry there = *dependent;
    there.id = made.id;
    around.before += drop_sql(there) + ";\n";
    around.after = ";\n" + create + (table ? parts_there(one, *wanted) : "") + comment_again(made) + around.after;
  }
  return around;
}

Around with_dependents(const Case& one, const Entry& actual) { return around(one, one.dependents_in(one.actual()).of(actual)); }

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

void append_collations(const Expression& expression, std::set<std::string>& names) {
  if (expression.kind == Expression::Kind::other && expression.text.starts_with("collate ")) names.insert(expression.text);
  for (const Expression& argument : expression.args) append_collations(argument, names);
}

/// Which collation a column of a query has is not always known: it may be another where the queries name others.
bool name_the_same_collations(const Table& a, const Table& b) {
  std::set<std::string> own, others;
  if (a.definition) append_collations(*a.definition.tree, own);
  if (b.definition) append_collations(*b.definition.tree, others);
  return own == others;
}

bool can_replace(const Case& one, const Entry& expected, const Entry& actual) {
  if (const auto* routine = std::get_if<Routine>(&expected.object))
    return is_replaceable(std::get<Routine>(actual.object), *routine);
  const auto is_plain_view = [](const Entry& entry) { return std::get<Table>(entry.object).relation_kind == RelationKind::view; };
  return is_plain_view(expected) && is_plain_view(actual) && keeps_columns(one, expected, actual) &&
         name_the_same_collations(std::get<Table>(expected.object), std::get<Table>(actual.object));
}

/// As it is written, in whatever letters.
std::string or_replace(const std::string& sql) {
  constexpr std::string_view create = "create", blanks = " \t\r\n";
  const std::string words = lower_case(sql);
  const std::size_t next = words.find_first_not_of(blanks, create.size());
  if (!words.starts_with(create) || next == words.npos || next == create.size()) return sql;
  const bool says_it = words.compare(next, 2, "or") == 0 && blanks.find(words[next + 2]) != blanks.npos;
  return says_it ? sql : "CREATE OR REPLACE " + sql.substr(next);
}

/// Of a table's column, which may be made anew for it.
bool changes_type(const Case& one) {
  constexpr std::array<std::string_view, 3> rules = {"column-type", "column-collation", "column-generated"};
  return std::find(rules.begin(), rules.end(), one.rule) != rules.end() && one.as<Column>(one.actuality()) &&
         !is_column_of_view(one);
}

}  // namespace

Entry as_there(const Case& one, Entry expected) {
  const Entry& there = one.actual_owner();
  const ObjectId owner = called_by_then(one, there);
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
  return parts_of(one.source(teller(one)).catalog, view,
                  [&](const Entry& part) { return as_there(one, called_as_there(one, part)); });
}

bool comes_with_view(const Case& one) {
  const auto& owners = one.first().owners;
  if (owners.empty() || !one.is_missing()) return false;
  const Entry *expected = owners[static_cast<std::size_t>(teller(one))], *actual = owners[static_cast<std::size_t>(one.actual())];
  const auto* wanted = expected ? std::get_if<Table>(&expected->object) : nullptr;
  const auto* there = actual ? std::get_if<Table>(&actual->object) : nullptr;
  return wanted && there && is_view(*wanted) && is_view(*there) && !(wanted->definition == there->definition) &&
         !can_replace(one, *expected, *actual);
}

EntryList made_again_with(const Case& one) {
  if (changes_type(one)) return one.dependents_in(one.actual()).of_column(*one.actuality().entry);
  if (one.rule != "view-definition" && one.rule != "function-definition") return {};
  const Entry* actual = one.actuality().entry;
  if (!actual || actual->object.index() != told_whole(one).object.index() || can_replace(one, told_whole(one), *actual))
    return {};
  return one.dependents_in(one.actual()).of(*actual);
}

SqlFix with_what_holds_type(const Case& one, SqlFix fix) {
  const EntryList dependents = made_again_with(one);
  if (fix.text.empty() || dependents.empty()) return fix;
  const auto [before, after, is_refused] = around(one, dependents);
  fix.text = before + fix.text + after;
  if (is_refused) fix.hazards.emplace_back("refused-while-used");
  const auto is_view = [](const Entry* dependent) { return dependent->id.space == Namespace::relation; };
  if (!after.empty() && std::any_of(dependents.begin(), dependents.end(), is_view)) fix.hazards.emplace_back("loses-privileges");
  return fix;
}

SqlFix replace(const Case& one) {
  const Entry& expected = told_whole(one);
  const Entry actual = target_of(one);
  const std::string create = create_sql(as_there(one, expected));
  if (create.empty()) return {};
  return {drop_sql(actual) + ";\n" + create + comments_again(one), {"blocks-writes"}};
}

SqlFix create_again(const Case& one) {
  const Entry& expected = told_whole(one);
  const Entry& actual = *one.actuality().entry;
  const std::string sql = create_sql(as_there(one, expected));
  const auto* relation = std::get_if<Table>(&actual.object);
  const bool has_rows = relation && !is_view(*relation);
  if (sql.empty() || has_rows) return {};
  if (!can_replace(one, expected, actual)) {
    const auto [before, after, is_refused] = with_dependents(one, actual);
    const std::vector<std::string> hazards{"refused-while-used", "loses-privileges"};
    return {before + drop_sql(target_of(one)) + ";\n" + sql + create_parts(one, expected) + comments_again(one) + after,
            {hazards.begin() + (relation && !is_refused), hazards.end()}};
  }
  return {or_replace(sql), {"safe-to-repeat"}};
}

}  // namespace pgplumb
