#include "findings/fixes.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>

#include "findings/create_table.h"
#include "findings/model_edit.h"
#include "kinds/spelling.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

struct Sql {
  std::string text;
  std::vector<std::string> hazards = {};
};

std::string column_of(const Entry& entry) {
  return alter_table(entry.id) + "ALTER COLUMN " + quote_identifier(entry.id.member) + " ";
}

/// The entry that is to be changed: the one at odds, under its own name.
const Entry& target(const Case& one) { return one.actuality().entry ? *one.actuality().entry : one.entry(); }

std::string type_of(const Case& one) { return sql_type(one.as<Column>(one.expectation())->type); }

/// A member as it is to be made in the table that is at odds, under that table's own name.
Entry as_there(const Case& one, Entry member) {
  const ObjectId& owner = one.actual_owner().id;
  member.id.schema = owner.schema;
  member.id.name = owner.name;
  return member;
}

/// Tables and enums are written with their members, as the source that expects them states them.
std::string create_sql(const Case& one, const Spelling& spelling) {
  const Entry& expected = *one.expectation().entry;
  if (expected.stated_in_part) return {};
  const Catalog& catalog = one.source(one.expected()).catalog;
  if (std::holds_alternative<Enum>(expected.object)) return create_enum_sql(catalog, expected);
  const auto* table = std::get_if<Table>(&expected.object);
  if (table) return table->relation_kind == RelationKind::table ? create_table_sql(catalog, expected) : std::string();
  return spelling.create_sql(as_there(one, expected));
}

Sql make_presence(const Case& one) {
  const Spelling& spelling = spelling_of(one.first().kind);
  if (!one.is_missing()) {
    const bool holds_data = one.first().kind == "table" || one.first().kind == "column" || one.first().kind == "schema";
    return {spelling.drop_sql(target(one)), holds_data ? std::vector<std::string>{"deletes-data"} : std::vector<std::string>{}};
  }
  const auto* column = one.as<Column>(one.expectation());
  const bool needs_value =
      column && column->not_null && !column->default_value && column->identity == Identity::none && !column->generated;
  std::vector<std::string> hazards;
  if (needs_value) hazards.push_back("needs-backfill");
  if (one.first().kind == "index" || one.first().kind == "unique" || one.first().kind == "foreign key")
    hazards.push_back("blocks-writes");
  return {create_sql(one, spelling), std::move(hazards)};
}

Sql rename(const Case& one) {
  const Entry &from = *one.actuality().entry, &to = *one.expectation().entry;
  const std::string& kind = std::string(one.first().kind);
  const std::vector<std::string> hazard{"breaks-running-code"};
  if (one.rule == "wrong-table-schema") return {alter_table(from.id) + "SET SCHEMA " + quote_identifier(to.id.schema), hazard};
  if (kind == "table") return {alter_table(from.id) + "RENAME TO " + quote_identifier(to.id.name), hazard};
  if (kind == "column")
    return {alter_table(from.id) + "RENAME COLUMN " + quote_identifier(from.id.member) + " TO " + quote_identifier(to.id.member),
            hazard};
  if (kind == "enum") return {"ALTER TYPE " + quoted_owner(from.id) + " RENAME TO " + quote_identifier(to.id.name), hazard};
  if (kind == "enum value")
    return {"ALTER TYPE " + quoted_owner(from.id) + " RENAME VALUE " + quote_literal(from.id.member) + " TO " +
                quote_literal(to.id.member),
            hazard};
  if (from.id.space == Namespace::index)
    return {"ALTER INDEX " + quoted_owner({Namespace::relation, from.id.schema, from.id.member, {}}) + " RENAME TO " +
            quote_identifier(to.id.member)};
  return {alter_table(from.id) + "RENAME CONSTRAINT " + quote_identifier(from.id.member) + " TO " +
          quote_identifier(to.id.member)};
}

Sql change_nullability(const Case& one) {
  if (one.as<Column>(one.expectation())->not_null)
    return {column_of(target(one)) + "SET NOT NULL", {"scans-table", "blocks-writes", "needs-backfill"}};
  return {column_of(target(one)) + "DROP NOT NULL", {"safe-to-repeat"}};
}

Sql change_default(const Case& one) {
  const auto& value = one.as<Column>(one.expectation())->default_value;
  return {column_of(target(one)) + (value ? "SET DEFAULT " + display_expression(*value.tree) : "DROP DEFAULT"),
          {"safe-to-repeat"}};
}

Sql change_type(const Case& one) {
  const std::string column = quote_identifier(target(one).id.member);
  return {column_of(target(one)) + "TYPE " + type_of(one) + " USING " + column + "::" + type_of(one),
          {"rewrites-table", "blocks-reads", "blocks-writes"}};
}

/// Drops and makes again, for what ALTER cannot change.
Sql replace(const Case& one) {
  const Entry &expected = *one.expectation().entry, &actual = target(one);
  const std::string drop = spelling_of(kind_of(actual.object)).drop_sql(actual);
  return {drop + ";\n" + spelling_of(kind_of(expected.object)).create_sql(as_there(one, expected)), {"blocks-writes"}};
}

using Write = std::function<Sql(const Case&)>;
struct Row {
  std::string_view rule;
  Write write;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> list{
      {"column-type", change_type},
      {"column-nullability", change_nullability},
      {"column-default", change_default},
      {"primary-key-columns", replace},
      {"unique-columns", replace},
      {"missing-unique", replace},
      {"foreign-key-target", replace},
      {"foreign-key-actions", replace},
      {"index-definition", replace},
      {"invalid-index",
       [](const Case& one) {
         return Sql{"REINDEX INDEX CONCURRENTLY " + quote_identifier(target(one).id.member), {"cannot-run-in-transaction"}};
       }},
      {"constraint-not-validated",
       [](const Case& one) {
         return Sql{alter_table(target(one).id) + "VALIDATE CONSTRAINT " + quote_identifier(target(one).id.member),
                    {"scans-table"}};
       }},
  };
  return list;
}

Sql sql_for(const Case& one) {
  if (one.is_presence()) return make_presence(one);
  if (one.is_name()) return rename(one);
  const auto& list = rows();
  const auto row = std::find_if(list.begin(), list.end(), [&](const Row& candidate) { return candidate.rule == one.rule; });
  return row == list.end() ? Sql{} : row->write(one);
}

std::string slug(std::string text) {
  std::string words;
  for (unsigned char c : text) words += std::isalnum(c) ? static_cast<char>(std::tolower(c)) : '_';
  return words;
}

bool is_out_of_line(const Verdict& verdict, const Source* source) {
  return source && std::find(verdict.out_of_line.begin(), verdict.out_of_line.end(), source->id) != verdict.out_of_line.end();
}

const Source* source_in(const Case& one, Role role) { return one.index_of(role) < 0 ? nullptr : &one.source(one.index_of(role)); }

Fix command(std::string text, std::vector<std::string> hazards = {}) {
  return {"command", std::move(text), "", {}, std::move(hazards)};
}

/// Prisma refuses to deploy onto tables without a history (P3005), and passes over what its history says is there.
bool can_be_deployed(Standing standing, const Source& database) {
  const bool is_empty = database.catalog.entries().size() <= 1;  // the schema public
  return standing == Standing::pending || standing == Standing::rolled_back || standing == Standing::unreadable ||
         (standing == Standing::no_history && is_empty);
}

}  // namespace

bool is_local(const Source* database) {
  static constexpr std::array hosts{std::string_view(""), std::string_view("localhost"), std::string_view("127.0.0.1"),
                                    std::string_view("::1")};
  return !database || database->host.starts_with('/') || std::find(hosts.begin(), hosts.end(), database->host) != hosts.end();
}

std::vector<Fix> fixes_for(const Case& one, const Verdict& verdict, const Provenance& provenance) {
  std::vector<Fix> fixes;
  const Source *model = source_in(one, Role::model), *migrations = source_in(one, Role::migrations),
               *database = source_in(one, Role::database);
  const bool is_extra = one.is_presence() && !one.is_missing();
  const bool model_is_wrong = is_out_of_line(verdict, model) && (one.is_name() || is_extra);
  const std::string edit = is_out_of_line(verdict, model) ? model_edit(one) : std::string();
  const Position edit_at =
      one.says(Role::model) && one.says(Role::model)->entry ? one.says(Role::model)->entry->declared_at : one.owner().declared_at;
  if (model_is_wrong) {
    if (!edit.empty()) fixes.push_back({"model", edit, "", edit_at, {}});
    if (!edit.empty()) fixes.push_back(command("npx prisma generate"));
  } else if (is_out_of_line(verdict, database) && migrations) {
    const Migration* migration = provenance.migration_of(one);
    if (migration && !migrations->deploy.empty() &&
        can_be_deployed(provenance.timeline().standing_of(provenance.row_of(*migration)), *database))
      fixes.push_back(command(migrations->deploy));
  } else if (model && migrations && one.speaks(Role::model) && migrations->layout == "prisma" && is_local(database) &&
             !one.database_is_right()) {  // else Prisma would find drift and want to reset the database
    fixes.push_back(
        command("npx prisma migrate dev --name " + slug(std::string(one.rule) + "_" + std::string(one.owner().id.name))));
  }
  if (Sql sql = sql_for(one); !sql.text.empty()) {
    const bool is_right = one.database_is_right();
    const std::string target = database && !is_right ? "database" : "migrations";
    fixes.push_back({target, "", sql.text + ";", {}, std::move(sql.hazards)});
  }
  if (!model_is_wrong && !edit.empty()) fixes.push_back({"model", edit, "", edit_at, {}});
  return fixes;
}

}  // namespace pgplumb
