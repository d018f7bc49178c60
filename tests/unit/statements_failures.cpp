#include "unit/statements_replayed.h"

TEST_CASE("statements: a statement that cannot apply leaves no trace but uncertainty") {
  const std::string sql = "CREATE TABLE t (a int);\nALTER TABLE t ADD b int, ADD a int;\nCREATE TABLE u (i int)";
  const auto catalog = replayed(sql);
  CHECK(problems(catalog) == Lines{"2:1 42701 column \"a\" of relation \"t\" already exists (created at a.sql:1:17)"});
  CHECK(catalog.problems.front().kind == pgplumb::StatementProblem::Kind::unapplied);
  CHECK(catalog.problems.front().statement == "ALTER TABLE t ADD b int, ADD a int");
  CHECK(objects(catalog) == Lines{"t: table", "t.a: integer ?", "u: table", "u.i: integer"});
  CHECK(catalog.uncertain_names.contains("t.b"));
  CHECK_FALSE(catalog.uncertain_names.contains("t"));
}

TEST_CASE("statements: a table that could not be created may be there nevertheless") {
  const auto catalog =
      replayed("CREATE TABLE t (a nowhere.x REFERENCES missing); ALTER TABLE t ADD b int; CREATE TABLE u (a int REFERENCES t)");
  CHECK(problems(catalog).size() == 1);
  CHECK(objects(catalog) == Lines{"… t: table ?", "t.b: integer", "u: table", "u.a: integer",
                                  "u.u_a_fkey: (a) → t () on delete NO ACTION on update NO ACTION ?"});
}

TEST_CASE("statements: what the grammar does not take costs one statement, and what it names is uncertain") {
  const auto catalog =
      replayed("CREATE TABLE a (i int);\nCREATE TABLE b (i int,;\nCREATE TABEL s.c (i int);\nCREATE TABLE d (i int)");
  CHECK(problems(catalog) == Lines{"2:23 42601 syntax error at end of input", "3:8 42601 syntax error at or near \"TABEL\""});
  CHECK(catalog.problems.front().kind == pgplumb::StatementProblem::Kind::unread);
  CHECK(objects(catalog) == Lines{"a: table", "a.i: integer", "d: table", "d.i: integer"});
  CHECK(catalog.uncertain_names == std::set<std::string, std::less<>>{"b", "c"});
}

TEST_CASE("statements: what psql puts in for a variable is not known") {
  const auto catalog =
      replayed("INSERT INTO t VALUES (:'page');\nCREATE TABLE t (a text DEFAULT :'page');\nCREATE TABLE u (a int)");
  CHECK(catalog.problems.empty());
  REQUIRE(catalog.not_compared.size() == 2);
  CHECK(catalog.not_compared.back().what == "statement with :'page'");
  CHECK(catalog.not_compared.back().at.line == 2);
  CHECK(catalog.uncertain_names.contains("t"));
  CHECK(problems("INSERT INTO t VALUES (:'page)").size() == 1);
}

TEST_CASE("statements: a table that no one creates is stated in part") {
  const auto catalog =
      replayed(R"(ALTER TABLE t ADD a int NOT NULL; ALTER TABLE t ALTER b TYPE text, DROP COLUMN c; CREATE INDEX i ON t (d);
                                   ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES other; DROP INDEX gone)");
  CHECK(problems(catalog).empty());
  CHECK(objects(catalog) == Lines{"… t: table", "t.a: integer not null", "… t.b: text", "… t.d: unknown",
                                  "t.f: (a) → other () on delete NO ACTION on update NO ACTION ?", "t.i: btree (d)"});
}

TEST_CASE("statements: a table that was dropped, or is created later, is no table stated in part") {
  CHECK(problems("CREATE TABLE t (a int); DROP TABLE t; ALTER TABLE t ADD b int") ==
        Lines{"1:39 42P01 relation \"t\" does not exist"});
  const auto catalog = replayed("ALTER TABLE t ADD b int;\nCREATE TABLE t (a int)");
  CHECK(problems(catalog) == Lines{"1:1 42P01 relation \"t\" does not exist yet: it is created at a.sql:2:1"});
  CHECK(objects(catalog) == Lines{"t: table", "t.a: integer"});
}

TEST_CASE("statements: a partition of what is created only later is none, and altered it is a table stated in part") {
  const std::string sql =
      "CREATE TABLE p PARTITION OF t FOR VALUES IN (1); CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE INDEX ON p (a); "
      "COMMENT "
      "ON COLUMN p.a IS 'x'; ALTER TABLE p ALTER a SET STORAGE PLAIN";
  CHECK(objects(sql) == Lines{"… p: table", "… p.a: unknown", "p.p_a_idx: btree (a)", "t: partitioned table", "t.a: integer"});
}

TEST_CASE("statements: an enum that no one creates is stated in part") {
  CHECK(objects("ALTER TYPE e ADD VALUE 'b' AFTER 'a'") == Lines{"… e: enum", "e.a: value", "e.b: value"});
}

TEST_CASE("statements: problems name the statement in one line") {
  const auto catalog = replayed(
      "CREATE TABLE t (\n  a   int\n);\nCREATE TABLE t (\n  a   int,\n  another_column text, and_another_one text, "
      "and_the_last_of_them text\n);");
  REQUIRE(catalog.problems.size() == 1);
  CHECK(catalog.problems.front().statement ==
        "CREATE TABLE t ( a int, another_column text, and_another_one text, and_the_last_of_them …");
}

TEST_CASE("statements: what PostgreSQL refuses of operator families and user mappings") {
  CHECK(problems("CREATE OPERATOR FAMILY f USING btree; ALTER OPERATOR FAMILY f USING btree ADD STORAGE int") ==
        Lines{"1:39 42P17 STORAGE cannot be specified in ALTER OPERATOR FAMILY"});
  const auto catalog =
      replayed("CREATE TABLE f PARTITION OF missing FOR VALUES IN (1); DROP USER MAPPING FOR reader SERVER attic");
  CHECK(catalog.not_compared.size() == 1);
}

TEST_CASE("statements: what stands in CREATE SCHEMA finds the schema's own objects first, and those of the path") {
  const std::string sql =
      "CREATE TABLE call (id int); CREATE TABLE note (t text); CREATE SCHEMA crm CREATE TABLE note (i int) "
      "CREATE VIEW calls AS SELECT call.id, note.i FROM call, note";
  CHECK(problems(sql).empty());
}
