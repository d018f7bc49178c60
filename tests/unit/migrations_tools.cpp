// Layouts of migration tools: what is recognised, the order, the names, what of a file is the way up.
#include "unit/migrations_places.h"

using namespace pgplumb;

namespace {

/// The layout that a folder with these files is taken for.
std::string layout_with(const std::vector<std::pair<std::string, std::string>>& files, const std::string& place = {}) {
  TemporaryFolder folder;
  for (const auto& [name, text] : files) folder.write(name, text);
  return read_place(folder.path(place)).layout;
}

constexpr const char* table = "CREATE TABLE t (a int);";

}  // namespace

TEST_CASE("migrations: each tool's folder is known by its own marks") {
  CHECK(layout_with({{"V1__a.sql", table}}) == "flyway");
  CHECK(layout_with({{"m/V1__a.sql", table}, {"Cargo.toml", "refinery = \"0.8\""}}, "m") == "refinery");
  CHECK(layout_with({{"1_a.up.sql", table}, {"1_a.down.sql", "DROP TABLE t;"}}) == "golang-migrate");
  CHECK(layout_with({{"m/1_a.up.sql", table}, {"Cargo.toml", "sqlx = \"0.8\""}}, "m") == "sqlx");
  CHECK(layout_with({{"1_a.sql", "-- +goose Up\nCREATE TABLE t (a int);"}}) == "goose");
  CHECK(layout_with({{"1_a.sql", "-- +migrate Up\nCREATE TABLE t (a int);"}}) == "sql-migrate");
  CHECK(layout_with({{"1.sql", "# --- !Ups\nCREATE TABLE t (a int);\n# --- !Downs\nDROP TABLE t;"}}) == "play");
  CHECK(layout_with({{"1_a.sql", "-- migrate:up\nCREATE TABLE t (a int);"}}) == "dbmate");
  CHECK(layout_with({{"1_a.sql", "-- Up Migration\nCREATE TABLE t (a int);"}}) == "node-pg-migrate");
  CHECK(layout_with({{"1_a.sql", "CREATE TABLE t (a int);\n---- create above / drop below ----\nDROP TABLE t;"}}) == "tern");
  CHECK(layout_with({{"2024-01-01-000000_a/up.sql", table}, {"2024-01-01-000000_a/down.sql", ""}}) == "diesel");
  CHECK(layout_with({{"1704067200000_a/up.sql", table}}) == "hasura");
  CHECK(layout_with({{"default/1704067200000_a/up.sql", table}}) == "hasura");
  CHECK(layout_with({{"1_a/migration.sql", table}, {"1_a/snapshot.json", "{}"}}) == "drizzle");
  CHECK(layout_with({{"1_a.sql", table}, {"atlas.sum", "h1:x="}}) == "atlas");
  CHECK(layout_with({{"supabase/migrations/1_a.sql", table}}, "supabase/migrations") == "supabase");
  CHECK(layout_with({{"committed/000001-a.sql", table}, {"current.sql", ""}}) == "graphile-migrate");
  CHECK(layout_with({{"a.sql", "--liquibase formatted sql\n--changeset me:1\nCREATE TABLE t (a int);"}}) == "liquibase");
  CHECK(layout_with({{"001_a.py", "op(\"\"\"CREATE TABLE t (a int)\"\"\")"}}) == "scripts");
  CHECK(layout_with({{"structure.sql", "CREATE TABLE t (a int);\nINSERT INTO \"schema_migrations\" (version) VALUES\n('1');"}},
                    "structure.sql") == "structure");
}

TEST_CASE("migrations: a layout that is named goes before what is recognised") {
  TemporaryFolder folder;
  folder.write("1_a.sql", "-- +goose Up\nCREATE TABLE t (a int);\n-- +goose Down\nDROP TABLE t;");
  ReadOptions options;
  options.layout = "folder";
  Source source;
  source.role = Role::migrations;
  read_migrations({PlaceType::migrations, folder.path(), folder.path()}, options, source);
  CHECK(source.layout == "folder");
  CHECK_FALSE(has_column(source, "t", "a"));
  options.layout = "gose";
  try {
    read_migrations({PlaceType::migrations, folder.path(), folder.path()}, options, source);
    FAIL("taken");
  } catch (const Error& error) {
    CHECK(error.message() == "there is no layout \"gose\"");
    CHECK(error.hint() == "did you mean goose?");
  }
}

TEST_CASE("migrations: Flyway's versions are numbers, and its repeatable ones come last") {
  TemporaryFolder folder;
  folder.write("V10__c.sql", "ALTER TABLE t ADD COLUMN c int")
      .write("V2__a.sql", table)
      .write("sub/V2_1__b.sql", "ALTER TABLE t ADD COLUMN b int")
      .write("V1.9__before.sql", "CREATE TABLE s (a int)")
      .write("R__a_view.sql", "CREATE OR REPLACE VIEW v AS SELECT a, c FROM t")
      .write("U2__a.sql", "DROP TABLE t")
      .write("2__a.sql", "DROP TABLE t");
  const Source source = read_place(folder.path());
  CHECK(names(source) == Names{"V1.9__before.sql", "V2__a.sql", "V2_1__b.sql", "V10__c.sql", "R__a_view.sql"});
  CHECK(versions(source) == Names{"1.9", "2", "2.1", "10", ""});
  CHECK(source.catalog.problems.empty());
  REQUIRE(source.catalog.not_compared.size() == 1);
  CHECK(source.catalog.not_compared[0].object == "2__a.sql");
  CHECK(source.deploy == "flyway migrate");
}

TEST_CASE("migrations: Flyway's callbacks run with every migrate, or with another command") {
  TemporaryFolder folder;
  folder.write("V1__a.sql", "CREATE TABLE app.t (a int)")
      .write("afterMigrate__2_view.sql", "CREATE VIEW app.v AS SELECT a FROM app.s")
      .write("afterMigrate__1_table.sql", "CREATE TABLE app.s (a int)")
      .write("beforeMigrate.sql", "CREATE SCHEMA app")
      .write("afterClean.sql", "DROP TABLE app.t")
      .write("beforeEachMigrate.sql", "DROP TABLE app.t");
  const Source source = read_place(folder.path());
  CHECK(names(source) == Names{"beforeMigrate.sql", "V1__a.sql", "afterMigrate__1_table.sql", "afterMigrate__2_view.sql"});
  CHECK(source.catalog.problems.empty());
  REQUIRE(source.catalog.not_compared.size() == 1);
  CHECK(source.catalog.not_compared[0].object == "beforeEachMigrate.sql");
}

TEST_CASE("migrations: an empty database gets Flyway's newest baseline and what is newer") {
  TemporaryFolder folder;
  folder.write("V1__a.sql", "CREATE TABLE old (a int)")
      .write("B2__all.sql", "CREATE TABLE t (a int)")
      .write("V2__b.sql", "CREATE TABLE t (a int)")
      .write("V3__c.sql", "ALTER TABLE t ADD COLUMN c int");
  const Source source = read_place(folder.path());
  CHECK(names(source) == Names{"B2__all.sql", "V3__c.sql"});
  CHECK(source.catalog.problems.empty());
  CHECK(source.catalog.not_compared.empty());
}

TEST_CASE("migrations: a placeholder is put in where its value is known, else its statement is not compared") {
  TemporaryFolder folder;
  folder.write("flyway.conf", "flyway.placeholders.kind = varchar(8)\n")
      .write("V1__a.sql",
             "CREATE TABLE t (a ${kind}, b int);\nCREATE TABLE ${schema}.u (a int);\nALTER TABLE u ADD COLUMN b int;");
  const Source source = read_place(folder.path());
  CHECK(place_of(source, "t", "b") == "1:28");
  CHECK(field_value(column(source, "t", "a")->object, "type") == "varchar(8)");
  REQUIRE(source.catalog.not_compared.size() == 1);
  CHECK(source.catalog.not_compared[0].what == "statement with ${schema}");
  CHECK(source.catalog.not_compared[0].at.line == 2);
  CHECK(source.catalog.uncertain_names.contains("u"));
  CHECK(source.catalog.problems.empty());
}

TEST_CASE("migrations: a template of tern's stands for a file in a folder below") {
  TemporaryFolder folder;
  folder
      .write("001_a.sql",
             "CREATE TABLE t (a int);\n{{ template \"shared/v.sql\" . }}\nCREATE TABLE z (b int);\n{{template \"no.sql\" .}};")
      .write("shared/v.sql", "{{ template \"shared/w.sql\" . }}\nCREATE VIEW v AS SELECT a FROM w;")
      .write("shared/w.sql", "CREATE VIEW w AS SELECT a FROM t;")
      .write("tern.conf", "");
  const Source source = read_place(folder.path());
  CHECK(source.catalog.find({Namespace::relation, "public", "v", ""}));
  CHECK(place_of(source, "z", "b") == "3:17");
  CHECK(left_out(source) == Names{"statement with {{template \"no.sql\" .}} 4"});
}

TEST_CASE("migrations: only the way up counts, and places are those of the file") {
  const std::vector<std::pair<std::string, std::string>> marks = {
      {"-- +goose Up\n-- +goose StatementBegin", "-- +goose StatementEnd\n-- +goose Down"},
      {"-- +migrate Up\n-- ", "--\n-- +migrate Down"},
      {"-- migrate:up\n--", "--\n-- migrate:down"},
      {"-- Up Migration\n--", "--\n-- Down Migration"},
      {"--\n--", "--\n---- create above / drop below ----"},
  };
  for (const auto& [up, down] : marks) {
    TemporaryFolder folder;
    folder.write("1_t.sql", up + "\nCREATE TABLE t (é int,\n  a int);\n" + down + "\nDROP TABLE t;\n");
    const Source source = read_place(folder.path());
    CHECK(place_of(source, "t", "a") == "4:3");
    CHECK(source.catalog.problems.empty());
    CHECK(versions(source) == Names{"1"});
  }
}

TEST_CASE("migrations: numbers, not texts, order golang-migrate, sqlx and their like") {
  TemporaryFolder folder;
  folder.write("10_c.up.sql", "ALTER TABLE t ADD COLUMN c int")
      .write("9_b.up.sql", "ALTER TABLE t ADD COLUMN b int")
      .write("001_a.up.sql", table)
      .write("001_a.down.sql", "DROP TABLE t");
  const Source source = read_place(folder.path());
  CHECK(names(source) == Names{"001_a", "9_b", "10_c"});
  CHECK(versions(source) == Names{"001", "9", "10"});
}

TEST_CASE("migrations: a file whose name lacks golang-migrate's point is not run by it") {
  TemporaryFolder folder;
  folder.write("1_a.up.sql", table).write("2_b_up.sql", "DROP TABLE t;").write("2_b_down.sql", table);
  const Source source = read_place(folder.path());
  CHECK(source.layout == "golang-migrate");
  CHECK(names(source) == Names{"1_a"});
  REQUIRE(source.catalog.not_compared.size() == 1);
  CHECK(source.catalog.not_compared[0].object == "2_b_up.sql");
}

TEST_CASE("migrations: of files for several databases PostgreSQL's count, and those for all") {
  TemporaryFolder folder;
  folder.write("1_a.up.sql", table)
      .write("2_b.mysql.up.sql", "ALTER TABLE t ADD COLUMN m int")
      .write("2_b.postgres.up.sql", "ALTER TABLE t ADD COLUMN p int")
      .write("2_b.up.sql", "ALTER TABLE t ADD COLUMN x int")
      .write("3_c.sqlite3.up.sql", "DROP TABLE t");
  CHECK(names(read_place(folder.path())) == Names{"1_a", "2_b.postgres"});
}

TEST_CASE("migrations: Drizzle's order is its journal's, and what that does not list never runs") {
  TemporaryFolder folder;
  folder
      .write("meta/_journal.json", R"({"dialect":"postgresql","entries":[{"idx":0,"when":1700000000000,"tag":"0001_b"},
          {"idx":1,"when":1700000000001,"tag":"0000_a"}]})")
      .write("0000_a.sql", "ALTER TABLE t ADD COLUMN b int;--> statement-breakpoint\nALTER TABLE t ADD COLUMN c int;")
      .write("0001_b.sql", table)
      .write("0002_c.sql", "DROP TABLE t");
  const Source source = read_place(folder.path());
  CHECK(source.layout == "drizzle");
  CHECK(names(source) == Names{"0001_b", "0000_a"});
  CHECK(versions(source) == Names{"1700000000000", "1700000000001"});
  CHECK(has_column(source, "t", "c"));
  REQUIRE(source.catalog.not_compared.size() == 1);
  CHECK(source.catalog.not_compared[0].object == "0002_c.sql");
}

TEST_CASE("migrations: a journal that is none of Drizzle's, or another database's, is refused") {
  TemporaryFolder folder;
  folder.write("meta/_journal.json", "[]");
  CHECK(refusal(folder).starts_with("/meta/_journal.json: this is no journal of Drizzle's"));
  folder.write("meta/_journal.json", R"({"dialect":"mysql","entries":[]})");
  CHECK(refusal(folder).starts_with("/meta/_journal.json: these migrations are for \"mysql\""));
  folder.write("meta/_journal.json", R"({"entries":[{"tag":"0000_gone"}]})");
  CHECK(refusal(folder).starts_with("/0000_gone.sql: migration 0000_gone of the journal is not there"));
}

TEST_CASE("migrations: Sqitch's order is its plan's; what is reworked runs as it was first, then as it is now") {
  TemporaryFolder folder;
  folder
      .write("sqitch.plan",
             "%syntax-version=1.0.0\n%project=shop\n\nusers 2024-01-01T00:00:00Z A <a@b.c> # first\n"
             "calls [users] 2024-01-02T00:00:00Z A <a@b.c>\n@v1 2024-01-03T00:00:00Z A <a@b.c>\n\n"
             "@v2 2024-01-03T00:00:00Z A <a@b.c>\n\nusers [users@v1 !old] 2024-01-04T00:00:00Z A <a@b.c>\n"
             "@v3 2024-01-05T00:00:00Z A <a@b.c>\n@v4 2024-01-06T00:00:00Z A <a@b.c>\n"
             "users [users@v4] 2024-01-07T00:00:00Z A <a@b.c>\n")
      .write("deploy/users@v1.sql", "BEGIN;\nCREATE TABLE users (id int);\nCOMMIT;")
      .write("deploy/users@v4.sql", "BEGIN;\nALTER TABLE users ADD COLUMN name text;\nCOMMIT;")
      .write("deploy/users.sql", "ALTER TABLE users DROP COLUMN id;")
      .write("deploy/calls.sql", "CREATE TABLE calls (id int);")
      .write("revert/users.sql", "DROP TABLE users;");
  const Source source = read_place(folder.path());
  CHECK(source.layout == "sqitch");
  CHECK(names(source) == Names{"users@v1", "calls", "users@v4", "users"});
  CHECK(versions(source) == Names{"shop:users", "shop:calls", "shop:users:2", "shop:users:3"});
  CHECK(source.catalog.migrations[0].plan_entry ==
        "project shop\nchange users\nplanner A <a@b.c>\ndate 2024-01-01T00:00:00Z\n\nfirst");
  CHECK(source.catalog.migrations[2].plan_entry ==
        "project shop\nchange users\nplanner A <a@b.c>\ndate 2024-01-04T00:00:00Z\nrequires\n  + users@v1\nconflicts\n  - old");
  CHECK(has_column(source, "users", "name"));
  CHECK_FALSE(has_column(source, "users", "id"));
  CHECK(source.catalog.problems.empty());
}

TEST_CASE("migrations: Diesel's and Hasura's folders") {
  TemporaryFolder folder;
  folder.write("2024-01-02-000000_b/up.sql", "ALTER TABLE t ADD COLUMN b int;")
      .write("2024-01-01-000000_a/up.sql", table)
      .write("2024-01-01-000000_a/down.sql", "DROP TABLE t;");
  const Source diesel = read_place(folder.path());
  CHECK(versions(diesel) == Names{"20240101000000", "20240102000000"});
  CHECK(has_column(diesel, "t", "b"));

  TemporaryFolder databases;
  databases.write("one/1704067200000_a/up.sql", table).write("two/1704067200000_a/up.sql", table);
  CHECK(refusal(databases).starts_with(": the migrations of several databases are here: one, two"));
  CHECK(versions(read_place(databases.path("two"))) == Names{"1704067200000"});
}

TEST_CASE("migrations: Hasura takes any number, and of its first config run_sql in YAML is named") {
  TemporaryFolder folder;
  folder.write("1_init/up.sql", table)
      .write("1704067200000_b/up.sql", "ALTER TABLE t ADD COLUMN b int;")
      .write("1704067200001_c/up.yaml", "- type: run_sql\n");
  const Source mixed = read_place(folder.path());
  CHECK(versions(mixed) == Names{"1", "1704067200000"});
  CHECK(left_out(mixed) == Names{"migration file on 1704067200001_c 0"});

  TemporaryFolder project;
  project.write("config.yaml", "version: 3\nmetadata_directory: metadata\n").write("migrations/default/1_init/up.sql", table);
  CHECK(read_place(project.path("migrations")).layout == "hasura");
}

TEST_CASE("migrations: sqitch.conf tells where plan and scripts are; the folder of the scripts has its plan beside it") {
  TemporaryFolder folder;
  folder.write("sqitch.conf", "[core]\n\ttop_dir = db ; here\n[engine \"pg\"]\n\tplan_file = \"plans/pg.plan\"\n")
      .write("plans/pg.plan", "%project=shop\nb 2024-01-01T00:00:00Z A <a@b.c>\na 2024-01-01T00:00:00Z A <a@b.c>\n")
      .write("db/deploy/a.sql", "ALTER TABLE t ADD COLUMN b int;")
      .write("db/deploy/b.sql", table);
  CHECK(names(read_place(folder.path())) == Names{"b", "a"});

  TemporaryFolder beside;
  beside.write("sqitch.plan", "%project=shop\nb 2024-01-01T00:00:00Z A <a@b.c>\n").write("deploy/b.sql", table);
  CHECK(names(read_place(beside.path("deploy"))) == Names{"b"});
}

TEST_CASE("migrations: Atlas begins at its newest checkpoint") {
  TemporaryFolder folder;
  folder.write("atlas.sum", "h1:x=")
      .write("1_a.sql", "CREATE TABLE gone (a int);")
      .write("2_all.sql", "-- atlas:checkpoint\n\nCREATE TABLE t (a int);")
      .write("3_b.sql", "ALTER TABLE t ADD COLUMN b int;");
  const Source source = read_place(folder.path());
  CHECK(versions(source) == Names{"2", "3"});
  CHECK(source.catalog.problems.empty());
  CHECK(source.catalog.not_compared.empty());
}

TEST_CASE("migrations: graphile-migrate's committed ones come before the current") {
  TemporaryFolder folder;
  folder.write(".gmrc", "{}")
      .write("committed/000002.sql", "--! Previous: sha1:x\n\nALTER TABLE t ADD COLUMN b int;")
      .write("committed/000001-a.sql", "--! Previous: -\n\nCREATE TABLE t (a int);\nGRANT SELECT ON t TO :VISITOR;")
      .write("current/2-x.sql", "ALTER TABLE t ADD COLUMN d int;")
      .write("current/1-x.sql", "ALTER TABLE t ADD COLUMN c text DEFAULT 'HH24:MI';\n--!include more/e.sql\n--! include gone.sql")
      .write("fixtures/more/e.sql", "ALTER TABLE t ADD COLUMN e int;");
  const Source source = read_place(folder.path());
  CHECK(names(source) == Names{"000001-a.sql", "000002.sql", "current/1-x.sql", "current/2-x.sql"});
  CHECK(has_column(source, "t", "c"));
  CHECK(has_column(source, "t", "e"));
  CHECK(left_out(source) == Names{"included file on gone.sql 1", "statement with :VISITOR 4"});
}

TEST_CASE("migrations: Liquibase's changesets are a migration each") {
  TemporaryFolder folder;
  folder.write("changes.sql",
               "--liquibase formatted sql\n"
               "--property name:kind value:varchar(8)\n"
               "\n"
               "--changeset ann:1 runOnChange:true\n"
               "CREATE TABLE t (a ${kind});\n"
               "--rollback DROP TABLE t;\n"
               "--changeset bob:\"add b\" dbms:mysql\n"
               "ALTER TABLE t ADD b int AUTO_INCREMENT;\n"
               "--changeset ann:2 endDelimiter:/ dbms:postgresql,h2\n"
               "--preconditions onFail:MARK_RAN\n"
               "--precondition-sql-check expectedResult:0 SELECT count(*) FROM information_schema.columns\n"
               "ALTER TABLE t ADD COLUMN a int\n"
               "/\n"
               "ALTER TABLE t ADD COLUMN c int /\n"
               "--changeset ann:3 endDelimiter:\\nGO\n"
               "ALTER TABLE t ADD COLUMN d int\n"
               "GO\n"
               "ALTER TABLE t ADD COLUMN e int\n"
               "GO\n");
  const Source source = read_place(folder.path());
  CHECK(source.layout == "liquibase");
  CHECK(names(source) == Names{"ann:1", "ann:2", "ann:3"});
  CHECK(versions(source) == Names{"1", "2", "3"});
  CHECK(has_column(source, "t", "e"));
  CHECK(field_value(column(source, "t", "a")->object, "type") == "varchar(8)");
  CHECK(place_of(source, "t", "c") == "14:26");
  CHECK(source.catalog.problems.empty());
  REQUIRE(source.catalog.not_compared.size() == 1);
  CHECK(source.catalog.not_compared[0].what == "changeset bob:add b");
  const Migration& second = source.catalog.migrations[1];
  CHECK(second.lines.front().first == 9);
  CHECK(second.holds(column(source, "t", "c")->declared_at));
  CHECK_FALSE(second.holds(column(source, "t", "a")->declared_at));
}

TEST_CASE("migrations: a structure.sql knows the versions that are in it") {
  TemporaryFolder folder;
  folder.write("structure.sql",
               "\\restrict x\nSET search_path = '';\nCREATE TABLE public.t (a int);\n\\unrestrict x\n"
               "SET search_path TO \"$user\", public;\n\nINSERT INTO \"schema_migrations\" (version) VALUES\n"
               "('20240102000000'),\n('20240101000000');\n");
  const Source source = read_place(folder.path("structure.sql"));
  CHECK(versions(source) == Names{"20240102000000", "20240101000000"});
  CHECK(source.catalog.migrations[1].lines.front().first == 9);
  CHECK(has_column(source, "t", "a"));
  CHECK(source.catalog.not_compared.empty());
}

TEST_CASE("migrations: dbmate takes a mark at the beginning of a line, in small letters") {
  TemporaryFolder folder;
  folder.write("1_a.sql",
               "--migrate:up transaction:false\nCREATE TABLE t (a int);\n  -- migrate:down\nALTER TABLE t ADD b int;\n"
               "-- migrate:DOWN\nALTER TABLE t ADD c int;\n-- migrate:downwards\nALTER TABLE t ADD d int;\n"
               "-- migrate:down\nDROP TABLE t;\n");
  const Source source = read_place(folder.path());
  CHECK(source.layout == "dbmate");
  CHECK(has_column(source, "t", "d"));
  CHECK(layout_with({{"1_a.sql", "  -- migrate:up\nCREATE TABLE t (a int);"}}) == "folder");
}
