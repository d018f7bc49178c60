// The locks by which a tool at work is known.
#include "catch.h"
#include "history/tools/tools.h"

using namespace pgplumb;

TEST_CASE("history: keys of advisory locks, with the tools' own vectors") {
  CHECK(sqlx_tool.lock_keys({"zone", "public", ""}) == LockKeys{2771974297191923538});
  CHECK(sqlx_tool.lock_keys({"zone_test", "public", ""}) == LockKeys{1283835657316171598});
  CHECK(golang_migrate_tool.lock_keys({"database_name", "schema_name_1", "schema_name_2"}) == LockKeys{3743845847});
}

TEST_CASE("history: keys of advisory locks that are made of a table's name, computed with Python") {
  CHECK(flyway_tool.lock_keys({"shop", "public", "flyway_schema_history"}) == LockKeys{77433833903597});
  CHECK(pgkit_tool.lock_keys({"shop", "ops", "pgkit_migrations"}) == LockKeys{3043343893, 2887121215});
  CHECK(rails_tool.lock_keys({"shop", "", ""}) == LockKeys{5939944341529942170});
}

TEST_CASE("history: keys of advisory locks that are fixed") {
  const LockScope anywhere{"shop", "public", "any"};
  CHECK(prisma_tool.lock_keys(anywhere) == LockKeys{72707369});
  CHECK(goose_tool.lock_keys(anywhere) == LockKeys{4097083626, 5887940537704921958});
  CHECK(atlas_tool.lock_keys(anywhere) == LockKeys{2686470616});
  CHECK(sqitch_tool.lock_keys(anywhere) == LockKeys{75474063});
  CHECK(kysely_tool.lock_keys(anywhere) == LockKeys{3853314791062309107});
  CHECK(node_pg_migrate_tool.lock_keys(anywhere) == LockKeys{7241865325823964});
  CHECK(tern_tool.lock_keys(anywhere) == LockKeys{9628173550095224});
}

TEST_CASE("history: a tool may hold the lock of the table that it has, of the one that it would make, or lock the table itself") {
  const HistoryTable flyway{&flyway_tool, "ops", "releases", "", {}}, ecto{&ecto_tool, "public", "schema_migrations", "", {}};
  const std::vector<HistoryTable> tables{flyway, ecto};
  LockKeys keys;
  std::vector<std::string> locked;
  for (const ToolLock& lock : possible_locks("shop", tables)) {
    if (lock.tool == &flyway_tool) keys.push_back(lock.key);
    if (lock.table) locked.push_back(lock.table->name);
  }
  CHECK(keys == LockKeys{77433833903597, 77432231458953});
  CHECK(locked == std::vector<std::string>{"schema_migrations"});
}
