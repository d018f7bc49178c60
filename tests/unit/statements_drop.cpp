#include "unit/statements_replayed.h"

namespace {

const std::string tables =
    "CREATE TABLE p (id int PRIMARY KEY, u int UNIQUE); CREATE TABLE c (p_id int CONSTRAINT fk REFERENCES p, pu int CONSTRAINT "
    "fku REFERENCES p (u)); ";

}  // namespace

TEST_CASE("statements: what others depend on goes with CASCADE only") {
  CHECK(problems(tables + "DROP TABLE p") == Lines{"1:146 2BP01 cannot drop table p because other objects depend on it: "
                                                   "constraint fk on table c (created at a.sql:1:77)"});
  CHECK(objects(tables + "DROP TABLE p CASCADE") == Lines{"c: table", "c.p_id: integer", "c.pu: integer"});
  CHECK(objects(tables + "ALTER TABLE p DROP COLUMN u CASCADE", "c.f") ==
        Lines{"c.fk: (p_id) → p (id) on delete NO ACTION on update NO ACTION"});
  CHECK(problems(tables + "ALTER TABLE p DROP CONSTRAINT p_u_key").size() == 1);
  CHECK(problems(tables + "CREATE UNIQUE INDEX other ON p (u); ALTER TABLE p DROP CONSTRAINT p_u_key").empty());
}

TEST_CASE("statements: a column takes its own table's indexes and constraints along") {
  const std::string sql =
      "CREATE TABLE t (a int UNIQUE, b int CHECK (a > b)); CREATE INDEX i ON t (b) WHERE a > 0; ALTER TABLE t DROP COLUMN a";
  CHECK(objects(sql) == Lines{"t: table", "t.b: integer"});
  CHECK(problems("CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED); ALTER TABLE t DROP COLUMN a").size() == 1);
}

TEST_CASE("statements: a type takes columns along, and defaults that only mention it are taken off") {
  CHECK(objects("CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (c e, d text DEFAULT 'a'::e, f e[]); DROP TYPE e CASCADE") ==
        Lines{"t: table", "t.d: text"});
}

TEST_CASE("statements: views hold their tables") {
  const std::string sql = "CREATE TABLE t (a int); CREATE VIEW v AS SELECT 1 AS x WHERE EXISTS (SELECT FROM t); ";
  CHECK(problems(sql + "DROP TABLE t").size() == 1);
  CHECK(objects(sql + "DROP TABLE t CASCADE").empty());
  CHECK(problems(sql + "DROP TABLE v") == Lines{"1:86 42809 \"v\" is not a table"});
}

TEST_CASE("statements: a schema goes when it is empty, or with everything in it") {
  CHECK(problems("CREATE SCHEMA s; CREATE TABLE s.t (i int); DROP SCHEMA s") ==
        Lines{"1:44 2BP01 cannot drop schema s because other objects depend on it: table t (created at a.sql:1:18)"});
  CHECK(objects("CREATE SCHEMA s; CREATE TABLE s.t (i int PRIMARY KEY); CREATE TABLE r (i int REFERENCES s.t); DROP SCHEMA s "
                "CASCADE") == Lines{"r: table", "r.i: integer"});
}

TEST_CASE("statements: IF EXISTS is content with nothing, other drops fail as PostgreSQL's") {
  CHECK(
      problems(
          "DROP TABLE IF EXISTS t; DROP INDEX IF EXISTS i; DROP TYPE IF EXISTS e; DROP VIEW IF EXISTS v; DROP SCHEMA IF EXISTS s")
          .empty());
  CHECK(problems("DROP TABLE a; DROP INDEX b; DROP TYPE c; DROP VIEW d; DROP SCHEMA e") ==
        Lines{"1:1 42P01 table \"a\" does not exist", "1:15 42704 index \"b\" does not exist",
              "1:29 42704 type \"c\" does not exist", "1:42 42P01 view \"d\" does not exist",
              "1:55 3F000 schema \"e\" does not exist"});
  CHECK(problems("CREATE TABLE t (i int UNIQUE); DROP INDEX t_i_key") ==
        Lines{"1:32 2BP01 cannot drop index t_i_key because constraint t_i_key on table t requires it"});
}

TEST_CASE("statements: what may have needed an extension is uncertain once CASCADE took it") {
  const std::string sql =
      "CREATE EXTENSION pg_trgm; CREATE TABLE t (a text, g geography); CREATE INDEX i ON t USING gin (a gin_trgm_ops); "
      "CREATE INDEX j ON t (a); DROP EXTENSION pg_trgm";
  CHECK(objects(sql + " CASCADE") ==
        Lines{"t: table", "t.a: text", "t.g: geography ?", "t.i: gin (a gin_trgm_ops) ?", "t.j: btree (a)"});
  CHECK(objects(sql) == objects(sql + " RESTRICT"));
}
