// Files, records and a small database, and what is made of them.
#include <pgplumb/history/timeline.h>

#include <algorithm>
#include <map>
#include <set>

#include "catch.h"
#include "history/own_tables.h"
#include "history/tools/sqitch_change_id.h"
#include "history/tools/tools.h"
#include "unit/statements_replayed.h"

using namespace pgplumb;

namespace {

struct File {
  std::string name, text, version = {};
  std::vector<std::string> behind = {};
};

/// The files, replayed one after the other.
Catalog migrations_of(const std::vector<File>& files) {
  Draft draft;
  Replay replay(draft);
  std::vector<Migration> migrations;
  for (const File& file : files) {
    replay.run(SourceText(file.name + ".sql", file.text));
    Migration& migration = migrations.emplace_back(Migration{file.name, remember_file(file.name + ".sql"), file.text});
    migration.version = file.version;
    migration.behind = file.behind;
  }
  Catalog catalog = draft.settle();
  replay.report_to(catalog);
  catalog.migrations = std::move(migrations);
  return catalog;
}

HistoryRecord applied(const std::string& key) {
  HistoryRecord record;
  record.key = record.name = key;
  return record;
}

HistoryTable table_of(const HistoryTool& tool, const std::vector<std::string>& keys) {
  HistoryTable table{&tool, "public", std::string(tool.tables.front().name), "", {}};
  for (const std::string& key : keys) table.records.push_back(applied(key));
  return table;
}

/// "1_a: partly, 1 of 2", a line a migration.
::Lines effects(const std::vector<File>& files, std::string_view database) {
  const Catalog migrations = migrations_of(files), there = replayed(database);
  ::Lines lines;
  const auto measured = measure_net_effects(migrations, &there);
  for (std::size_t i = 0; i < files.size(); ++i) {
    lines.push_back(files[i].name + ": " + std::string(effect_name(measured[i].state())));
    for (const Change& change : measured[i].changes)
      if (!change.is_there) lines.back() += ", no " + change.what;
  }
  return lines;
}

/// "1_a: applied", with "never" behind what will not run, a line a migration.
::Lines standings(const std::vector<File>& files, const std::vector<HistoryTable>& tables, std::string_view database = "",
                    std::string_view layout = "") {
  const Catalog migrations = migrations_of(files), there = replayed(database);
  const Timeline timeline = trace_history(&migrations, layout, &there, tables);
  static const std::map<Standing, std::string> words{{Standing::no_history, "no history"}, {Standing::unreadable, "unreadable"},
                                                     {Standing::pending, "pending"},       {Standing::rolled_back, "rolled back"},
                                                     {Standing::applied, "applied"},       {Standing::failed, "failed"},
                                                     {Standing::uncertain, "uncertain"}};
  ::Lines lines;
  for (const TimelineRow& row : timeline.rows)
    lines.push_back(row.name() + ": " + words.at(timeline.standing_of(row)) + (row.migration ? "" : ", no file") +
                    (row.will_never_run ? ", never" : ""));
  return lines;
}

}  // namespace

TEST_CASE("history: the net effect of a migration is what no later one undid") {
  const std::vector<File> files{{"1_a", "CREATE TABLE a (id int PRIMARY KEY, x int);"},
                                {"2_b", "ALTER TABLE a ADD y int, ADD z int; CREATE INDEX a_y ON a (y);"},
                                {"3_c", "ALTER TABLE a ALTER x TYPE bigint;"},
                                {"4_d", "ALTER TABLE a DROP z; UPDATE a SET y = 1;"},
                                {"5_e", "INSERT INTO a VALUES (1);"}};
  CHECK(effects(files, "CREATE TABLE a (id int PRIMARY KEY, x bigint, y int); CREATE INDEX other ON a (y);") ==
        ::Lines{"1_a: there", "2_b: there", "3_c: there", "4_d: there", "5_e: nothing"});
  CHECK(effects(files, "CREATE TABLE a (id int PRIMARY KEY, x int, z int);") ==
        ::Lines{"1_a: there", "2_b: absent, no column a.y, no index a.a_y", "3_c: absent, no type of column a.x",
                "4_d: absent, no absence of a.z", "5_e: nothing"});
  CHECK(effects(files, "CREATE TABLE a (x bigint);") == ::Lines{"1_a: partly, no column a.id, no primary key a.a_pkey",
                                                                "2_b: absent, no column a.y, no index a.a_y", "3_c: there",
                                                                "4_d: there", "5_e: nothing"});
  CHECK(effects(files, "") == ::Lines{"1_a: absent, no table a", "2_b: absent, no column a.y, no index a.a_y",
                                      "3_c: absent, no type of column a.x", "4_d: there", "5_e: nothing"});
}

TEST_CASE("history: what later migrations undid is superseded") {
  const std::vector<File> files{{"1_a", "CREATE TABLE a (id int); CREATE TABLE b (id int);"},
                                {"2_x", "ALTER TABLE a ADD x int;"},
                                {"3_y", "ALTER TABLE b ADD y text;"},
                                {"4_z", "ALTER TABLE b ALTER y SET DEFAULT 'a';"},
                                {"5_drop", "DROP TABLE a; ALTER TABLE b ALTER y SET DEFAULT 'b';"},
                                {"6_own", "CREATE TABLE c (id int); DROP TABLE c;"}};
  CHECK(effects(files, "CREATE TABLE b (id int, y text DEFAULT 'b');") ==
        ::Lines{"1_a: there", "2_x: superseded", "3_y: there", "4_z: superseded", "5_drop: there", "6_own: nothing"});
}

TEST_CASE("history: what a later migration renamed is looked for under both names") {
  const std::vector<File> files{{"1_a", "CREATE TABLE a (id int, x int);"},
                                {"2_b", "ALTER TABLE a ADD y int;"},
                                {"3_c", "ALTER TABLE a RENAME TO b; ALTER TABLE b RENAME y TO z;"},
                                {"4_d", "CREATE SCHEMA s; ALTER TABLE b SET SCHEMA s;"}};
  CHECK(effects(files, "CREATE TABLE a (id int, x int, y int);") ==
        ::Lines{"1_a: there", "2_b: there", "3_c: absent, no name of table s.b, no name of column s.b.z",
                "4_d: absent, no schema s, no name of table s.b"});
  CHECK(effects(files, "CREATE SCHEMA s; CREATE TABLE s.b (id int, x int, z int);") ==
        ::Lines{"1_a: there", "2_b: there", "3_c: there", "4_d: there"});
}

TEST_CASE("history: of several records of one migration the last that was not rolled back counts") {
  HistoryTable table = table_of(prisma_tool, {"1_a", "2_b", "2_b", "3_c"});
  table.records[1].state = HistoryRecord::State::rolled_back;
  table.records[3].state = HistoryRecord::State::rolled_back;
  CHECK(standings({{"1_a", ""}, {"2_b", ""}, {"3_c", ""}, {"4_d", ""}}, {table}) ==
        ::Lines{"1_a: applied", "2_b: applied", "3_c: rolled back", "4_d: pending"});
}

TEST_CASE("history: what ran without a file stands behind what ran before it") {
  CHECK(standings({{"1_a", ""}, {"3_c", ""}}, {table_of(prisma_tool, {"1_a", "2_b", "3_c"})}) ==
        ::Lines{"1_a: applied", "2_b: applied, no file", "3_c: applied"});
}

TEST_CASE("history: the table that knows the files is theirs, and no other") {
  const std::vector<File> files{{"1_a", ""}, {"2_b", ""}};
  CHECK(standings(files, {table_of(knex_tool, {"9_z.js"})}) == ::Lines{"1_a: no history", "2_b: no history"});
  CHECK(standings(files, {table_of(prisma_tool, {"1_z"}), table_of(dbmate_tool, {"1"})}) ==
        ::Lines{"1_a: applied", "2_b: pending"});
  HistoryTable unreadable = table_of(prisma_tool, {});
  unreadable.unreadable_because = "this role may not read it";
  const Catalog migrations = migrations_of(files);
  const Timeline timeline = trace_history(&migrations, "prisma", nullptr, std::vector{unreadable});
  CHECK(timeline.standing_of(timeline.rows.front()) == Standing::unreadable);
}

TEST_CASE("history: Drizzle never runs what its journal dates before the newest record") {
  const std::vector<File> files{{"0000_a", "", "100"}, {"0001_b", "", "300"}, {"0002_c", "", "200"}, {"0003_d", "", "400"}};
  CHECK(standings(files, {table_of(drizzle_tool, {"100", "300"})}) ==
        ::Lines{"0000_a: applied", "0001_b: applied", "0002_c: pending, never", "0003_d: pending"});
}

TEST_CASE("history: golang-migrate counts all before its version as applied, whether they ran or not") {
  HistoryTable table = table_of(golang_migrate_tool, {"3"});
  table.records.front().covers_earlier = true;
  const std::vector<File> files{{"1_a.up", "CREATE TABLE a (id int);"},
                                {"2_b.up", "CREATE TABLE b (id int);"},
                                {"3_c.up", "CREATE TABLE c (id int);"},
                                {"4_d.up", ""}};
  CHECK(standings(files, {table}, "CREATE TABLE a (id int); CREATE TABLE c (id int);") ==
        ::Lines{"1_a.up: applied", "2_b.up: applied, never", "3_c.up: applied", "4_d.up: pending"});
}

HistoryTable versions_of(const HistoryTool& tool, const std::vector<std::string>& keys) {
  HistoryTable table = table_of(tool, keys);
  for (HistoryRecord& record : table.records) record.covers_earlier = true;
  return table;
}

TEST_CASE("history: a version that no file has covers what has a lower number") {
  const std::vector<File> files{{"2_b.up", "CREATE TABLE b (id int);"}, {"9_c.up", ""}, {"11_d.up", ""}};
  CHECK(standings(files, {versions_of(golang_migrate_tool, {"10"})}, "CREATE TABLE b (id int);", golang_migrate_tool.layout) ==
        ::Lines{"10: applied, no file", "2_b.up: applied", "9_c.up: applied", "11_d.up: pending"});
}

TEST_CASE("history: Alembic's heads cover what leads to them, and nothing beside it") {
  const std::vector<File> files{{"root", "", "a"},         {"left", "", "b", {"a"}},
                                {"right", "", "c", {"a"}}, {"merge", "", "d", {"b", "c"}},
                                {"other root", "", "e"},   {"depends", "", "f", {"e", "b"}}};
  const auto with_heads = [&](const std::vector<std::string>& heads) {
    return standings(files, {versions_of(alembic_tool, heads)});
  };
  CHECK(with_heads({"c"}) ==
        ::Lines{"root: applied", "left: pending", "right: applied", "merge: pending", "other root: pending", "depends: pending"});
  CHECK(with_heads({"f"}) ==
        ::Lines{"root: applied", "left: applied", "right: pending", "merge: pending", "other root: applied", "depends: applied"});
  CHECK(with_heads({"d", "e"}) ==
        ::Lines{"root: applied", "left: applied", "right: applied", "merge: applied", "other root: applied", "depends: pending"});
}

TEST_CASE("history: of what Alembic's unknown revision covers nothing can be told") {
  const std::vector<File> files{{"root", "", "a"}, {"left", "", "b", {"a"}}, {"right", "", "c", {"a"}}};
  CHECK(standings(files, {versions_of(alembic_tool, {"b", "z"})}) ==
        ::Lines{"root: applied", "left: applied", "z: applied, no file", "right: uncertain"});
}

TEST_CASE("history: Sqitch's plan is edited where its entry is, and not in all that stands behind") {
  const auto entry = [](const std::string& name, const std::string& note) {
    return SqitchChange{"p", "", name, {}, {}, "2026-01-01T00:00:00Z", "A <a@b.c>", note}.entry();
  };
  std::vector<HistoryRecord> records;
  for (const std::string name : {"a", "b", "c"}) {
    records.push_back(applied("p:" + name));
    records.back().plan_hash =
        sqitch_change_id(entry(name, ""), records.size() == 1 ? "" : records[records.size() - 2].plan_hash);
  }
  const auto edits = [&](const std::vector<std::pair<std::string, std::string>>& plan) {
    Catalog catalog;
    for (const auto& [name, note] : plan)
      catalog.migrations.push_back({name, remember_file("deploy/" + name + ".sql"), "", "p:" + name, {}, {}, entry(name, note)});
    HistoryTable table{&sqitch_tool, "sqitch", "changes", "", records};
    table.records.push_back(applied("other:x"));
    const Timeline timeline = trace_history(&catalog, "sqitch", nullptr, std::vector{table});
    ::Lines lines;
    for (const TimelineRow& row : timeline.rows) lines.push_back(row.name() + ": " + row.edit.what);
    return lines;
  };
  CHECK(edits({{"a", ""}, {"b", ""}, {"c", ""}}) == ::Lines{"a: ", "b: ", "c: "});
  CHECK(edits({{"a", ""}, {"b", "why"}, {"c", ""}}) == ::Lines{"a: ", "b: its entry in sqitch.plan", "c: "});
  CHECK(edits({{"a", ""}, {"b", ""}, {"new", ""}, {"c", ""}}) ==
        ::Lines{"a: ", "b: ", "new: ", "c: what stands before it in sqitch.plan"});
}

TEST_CASE("history: Flyway's versions are numbers") {
  for (const char* version : {"1.2", "1_2", "01.2", "1.2.0"}) {
    Migration migration{"V__a.sql", remember_file("V__a.sql")};
    migration.version = version;
    CHECK(flyway_tool.key_of(migration) == "1.2");
  }
  const Migration repeatable{"R__a.sql", remember_file("sql/R__a.sql")};
  CHECK(flyway_tool.key_of(repeatable) == "R__a.sql");
}

TEST_CASE("history: tools know their tables by columns, some under any name") {
  const auto names = [](std::string_view name, const std::vector<ColumnText>& columns) {
    ::Lines found;
    for (const HistoryTool* tool : tools_of_history(name, columns)) found.emplace_back(tool->name);
    return found;
  };
  CHECK(names("schema_migrations", {{"version", "character varying"}}) == ::Lines{"dbmate", "Rails"});
  CHECK(names("schema_migrations", {{"version", "bigint"}, {"dirty", "boolean"}}) == ::Lines{"golang-migrate"});
  CHECK(names("shop_versions", {{"version", "bigint"}, {"dirty", "boolean"}}) == ::Lines{"golang-migrate"});
  CHECK(names("schema_migrations", {{"version", "bigint"}, {"inserted_at", "timestamp without time zone"}}) == ::Lines{"Ecto"});
  CHECK(names("schema_migrations", {{"version", "text"}, {"statements", "text[]"}, {"name", "text"}}) == ::Lines{"Supabase"});
  CHECK(names("migrations", {{"id", "integer"}, {"timestamp", "bigint"}, {"name", "character varying"}}) == ::Lines{"TypeORM"});
  CHECK(names("migrations", {{"id", "integer"}, {"from", "text"}, {"to", "text"}}).empty());
  CHECK(names("schema_version", {{"version", "integer"}}) == ::Lines{"tern"});
  CHECK(names("notes", {{"version", "integer"}}).empty());
}

TEST_CASE("history: every tool has a name of its own, a query, and a key for a file") {
  std::set<std::string_view> names;
  for (const HistoryTool* tool : history_tools()) {
    INFO(tool->name);
    CHECK_FALSE(tool->records_sql.empty());
    CHECK(tool->records_sql.find("%1$s") != std::string_view::npos);
    CHECK(tool->key_of);
    CHECK(names.insert(tool->name).second);
  }
}
