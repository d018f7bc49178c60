#include <array>

#include "unit/migrations_places.h"

using namespace pgplumb;

TEST_CASE("migrations: Prisma's folders, in the order of their names") {
  TemporaryFolder folder;
  folder.write("migration_lock.toml", "# comment\nprovider = \"postgresql\"\n")
      .write("20240102000000_two/migration.sql", "ALTER TABLE t ADD COLUMN b int;")
      .write("20240101000000_one/migration.sql", "CREATE TABLE t (a int);")
      .write("20240103000000_empty/README.md", "nothing")
      .write("notes.sql", "DROP TABLE t;");
  const Source source = read_place(folder.path());
  CHECK(source.layout == "prisma");
  CHECK(source.state == Source::State::read);
  CHECK(names(source) == Names{"20240101000000_one", "20240102000000_two"});
  CHECK(*source.catalog.migrations.front().file == folder.path("20240101000000_one/migration.sql"));
  CHECK(source.catalog.migrations.front().text == "CREATE TABLE t (a int);");
  CHECK(has_column(source, "t", "b"));
  REQUIRE(source.catalog.not_compared.size() == 1);
  CHECK(source.catalog.not_compared.front().object == "20240103000000_empty");
}

TEST_CASE("migrations: Prisma's folders are recognised without their lock file too") {
  TemporaryFolder folder;
  folder.write("1/migration.sql", "CREATE TABLE t (a int)");
  CHECK(is_migrations_folder(folder.path()));
  CHECK(read_place(folder.path()).layout == "prisma");
}

TEST_CASE("migrations: a plain folder, in natural order and without its down scripts") {
  TemporaryFolder folder;
  folder.write("10_c.sql", "ALTER TABLE t ADD COLUMN c int")
      .write("2_b.sql", "ALTER TABLE t ADD COLUMN b int")
      .write("01_a.up.sql", "CREATE TABLE t (a int)")
      .write("01_a.down.sql", "DROP TABLE t")
      .write("down.sql", "DROP TABLE t")
      .write("11_d_up.sql", "ALTER TABLE t ADD COLUMN d int")
      .write("11_d_down.sql", "ALTER TABLE t DROP COLUMN d")
      .write("12_e_down.sql", "ALTER TABLE t ADD COLUMN e int")
      .write("12_e_down_rollback.sql", "ALTER TABLE t DROP COLUMN e")
      .write("13.undo.f.sql", "DROP TABLE t")
      .write("14_g.rollback.sql", "DROP TABLE t")
      .write("README.md", "# no");
  CHECK(is_migrations_folder(folder.path()));
  const Source source = read_place(folder.path());
  CHECK(source.layout == "folder");
  CHECK(names(source) == Names{"01_a.up.sql", "2_b.sql", "10_c.sql", "11_d_up.sql", "12_e_down.sql"});
  CHECK(has_column(source, "t", "c"));
  CHECK(has_column(source, "t", "d"));
}

TEST_CASE("migrations: one file is a history too") {
  TemporaryFolder folder;
  folder.write("structure.sql", "CREATE TABLE t (a int)");
  const Source source = read_place(folder.path("structure.sql"));
  CHECK(source.layout == "file");
  CHECK(names(source) == Names{"structure.sql"});
  CHECK_FALSE(is_migrations_folder(folder.path("structure.sql")));
  const Entry* table = source.catalog.find({Namespace::relation, "public", "t", ""});
  REQUIRE(table);
  CHECK(table->declared_at.text() == folder.path("structure.sql") + ":1:1");
}

TEST_CASE("migrations: one file by itself is parted by its tool's marks") {
  const std::vector<std::array<std::string, 3>> files{{"-- +goose Up", "-- +goose Down", "goose"},
                                                      {"-- +migrate Up", "-- +migrate Down", "sql-migrate"},
                                                      {"-- migrate:up", "-- migrate:down", "dbmate"},
                                                      {"\xEF\xBB\xBF-- Up Migration", "-- Down Migration", "node-pg-migrate"},
                                                      {"", "---- create above / drop below ----", "tern"}};
  for (const auto& [up, down, tool] : files) {
    CAPTURE(tool);
    const Source source = read_script("1_a.sql", up + "\nCREATE TABLE t (a int);\n" + down + "\nDROP TABLE t;\n");
    CHECK(source.layout == "file of " + tool);
    CHECK(has_column(source, "t", "a"));
  }
}

TEST_CASE("migrations: of files that no tool is known of, the way up counts where both ways are marked") {
  const std::vector<std::array<std::string, 2>> marks{{"-- UP", "-- DOWN"},
                                                      {"-- +up", "-- +down"},
                                                      {"-- :up", "-- :down"},
                                                      {"-- rambler up", "-- rambler down"},
                                                      {"/* one\n */\n-- ==== Up ====", "-- ==== Down ===="},
                                                      {"-- // what it is for", "-- //@UNDO"}};
  for (const auto& [up, down] : marks) {
    CAPTURE(up);
    const std::string text = up + "\nCREATE TABLE t (a int);\n" + down + "\nDROP TABLE t;\n";
    const Source file = read_script("1_a.sql", text);
    CHECK(file.layout == "file of up-down");
    CHECK(has_column(file, "t", "a"));
    TemporaryFolder folder;
    const Source source = read_place(folder.write("1_a.sql", text).write("2_b.sql", "CREATE TABLE u (b int)").path());
    CHECK(source.layout == "up-down");
    CHECK(has_column(source, "t", "a"));
    CHECK(has_column(source, "u", "b"));
  }
}

TEST_CASE("migrations: a comment inside of a statement parts nothing") {
  const std::string text = "CREATE TABLE t (\n-- up\n  a int,\n-- down\n  b int\n);\n";
  const Source source = read_script("1_a.sql", text);
  CHECK(source.layout == "file");
  CHECK(has_column(source, "t", "b"));
}

TEST_CASE("migrations: MyBatis begins with bootstrap.sql") {
  TemporaryFolder folder;
  folder.write("20240101_a.sql", "CREATE TABLE s.t (a int);\n-- //@UNDO\nDROP TABLE s.t;\n")
      .write("bootstrap.sql", "CREATE SCHEMA s;");
  CHECK(names(read_place(folder.path())) == Names{"bootstrap.sql", "20240101_a.sql"});
}

TEST_CASE("migrations: a file of a plain folder that another one includes runs there, and only once") {
  TemporaryFolder folder;
  folder.write("1_a.sql", "CREATE TABLE a (i int);")
      .write("2_all.sql", "\\ir 1_a.sql\n\\ir 3_c.sql\n\\i more/d.sql\nALTER TABLE c ADD j int;");
  folder.write("3_c.sql", "CREATE TABLE c (i int);").write("more/d.sql", "CREATE VIEW d AS SELECT i FROM a;");
  const Source source = read_place(folder.path());
  CHECK(source.catalog.problems.empty());
  CHECK(left_out(source).empty());
  CHECK(has_column(source, "c", "j"));
  CHECK(source.catalog.find({Namespace::relation, "public", "d", ""}));
  CHECK(names(source) == Names{"1_a.sql", "2_all.sql", "3_c.sql"});
}

TEST_CASE("migrations: a template in a plain folder may make anything") {
  const Source source = read_script("1_a.sql", "CREATE TABLE t (a int);\n{{ template \"views.sql\" . }}\n");
  REQUIRE(source.catalog.problems.size() == 1);
  CHECK(source.catalog.problems[0].reason == "syntax error at or near \"{\": a template, which its tool fills in before it runs");
  CHECK(source.catalog.absences_uncertain);
}

TEST_CASE("migrations: what goose and dbmate refuse for lack of a mark is named") {
  for (const char* up : {"-- +goose Up", "-- migrate:up"}) {
    TemporaryFolder folder;
    folder.write("1_a.sql", "CREATE TABLE s (a int);").write("2_b.sql", up + std::string("\nCREATE TABLE t (a int);"));
    const Source source = read_place(folder.path());
    CHECK(left_out(source) == Names{"migration file 1"});
    CHECK(has_column(source, "t", "a"));
    CHECK_FALSE(has_column(source, "s", "a"));
  }
}

TEST_CASE("migrations: the root of a graphile-migrate project is where .gmrc is") {
  TemporaryFolder folder;
  folder.write("migrations/committed/000001-calls.sql", "CREATE TABLE calls (id int);");
  CHECK_FALSE(is_migrations_folder(folder.path()));
  folder.write(".gmrc", "{}");
  CHECK(is_migrations_folder(folder.path()));
  const Source source = read_place(folder.path());
  CHECK(source.layout == "graphile-migrate");
  CHECK(has_column(source, "calls", "id"));
}

TEST_CASE("migrations: unqualified names go to the default schema") {
  TemporaryFolder folder;
  folder.write("1.sql", "CREATE TABLE t (a int); CREATE TABLE public.u (b int)");
  ReadOptions options;
  options.default_schema = "app";
  const Source source = read_place(folder.path(), options);
  CHECK(has_column(source, "t", "a", "app"));
  CHECK(has_column(source, "u", "b", "public"));
}

TEST_CASE("migrations: a file that is read in part makes the source read in part") {
  TemporaryFolder folder;
  folder.write("1.sql", "CREATE TABLE t (a int); CREATE TABLE u (a int").write("2.sql", "-- nothing yet\n");
  const Source source = read_place(folder.path());
  CHECK(source.state == Source::State::in_part);
  CHECK(source.catalog.problems.size() == 1);
  CHECK(has_column(source, "t", "a"));
}
