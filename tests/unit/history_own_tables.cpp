#include <pgplumb/catalog/draft.h>

#include <initializer_list>
#include <string_view>

#include "catch.h"
#include "history/own_tables.h"
#include "history/tool.h"

using namespace pgplumb;

namespace {

void declare_table(Draft& draft, const Symbol* schema, std::string_view name, std::initializer_list<std::string_view> columns) {
  const Symbol* table = draft.declare(Namespace::relation, schema, name, Table{}, {});
  for (const std::string_view column : columns)
    draft.declare(Namespace::column, table, column, Column{{builtin_type("text"), "", false}, false, Identity::none, {}, {}}, {});
}

}  // namespace

TEST_CASE("history: history tables are set aside by name and columns, with the schemas made for them") {
  Draft draft;
  const Symbol* common = draft.declare(Namespace::schema, nullptr, "public", Schema{}, {});
  const Symbol* drizzle = draft.declare(Namespace::schema, nullptr, "drizzle", Schema{}, {});
  const Symbol* shop = draft.declare(Namespace::schema, nullptr, "shop", Schema{}, {});
  declare_table(draft, common, "alembic_version", {"version_num"});
  declare_table(draft, drizzle, "__drizzle_migrations", {"id", "hash", "created_at"});
  const Symbol* id = draft.find(Namespace::column, draft.find(Namespace::relation, drizzle, "__drizzle_migrations"), "id");
  Sequence sequence;
  sequence.owned_by = {id};
  draft.declare(Namespace::sequence, drizzle, "__drizzle_migrations_id_seq", sequence, {});
  declare_table(draft, shop, "migrations", {"id", "from_country", "to_country"});
  declare_table(draft, shop, "schema_migrations", {"version"});
  Catalog catalog = draft.settle();
  set_history_tables_aside(catalog);
  CHECK_FALSE(catalog.find({Namespace::relation, "public", "alembic_version", {}}));
  CHECK_FALSE(catalog.find({Namespace::column, "public", "alembic_version", "version_num"}));
  CHECK_FALSE(catalog.find({Namespace::schema, {}, "drizzle", {}}));
  CHECK_FALSE(catalog.find({Namespace::sequence, "drizzle", "__drizzle_migrations_id_seq", {}}));
  CHECK(catalog.find({Namespace::schema, {}, "public", {}}));
  CHECK(catalog.find({Namespace::relation, "shop", "migrations", {}}));
  CHECK(catalog.find({Namespace::schema, {}, "shop", {}}));
  CHECK(catalog.extension_owned ==
        std::set<std::string, std::less<>>{"__drizzle_migrations", "alembic_version", "drizzle", "schema_migrations"});
}

TEST_CASE("history: every tool knows its tables by their columns") {
  for (const HistoryTool* tool : history_tools())
    for (const ToolTable& table : tool->tables) CHECK_FALSE(table.columns.front().empty());
}
