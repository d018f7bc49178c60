// What goes with the connection: it is there as long as that lasts, before all else of its name, and no longer.
#include "unit/statements_replayed.h"

namespace {

const std::string permanent = "CREATE TABLE t (id int PRIMARY KEY); ";

}  // namespace

TEST_CASE("temporary: a table hides the one of its name until it is dropped") {
  const std::string sql =
      permanent +
      "CREATE TEMP TABLE t AS SELECT id FROM t; ALTER TABLE t ADD a int; CREATE INDEX ON t (a); DROP INDEX t_a_idx; "
      "DROP TABLE t; ALTER TABLE t ADD b int;";
  CHECK(objects(sql) == Lines{"t: table", "t.b: integer", "t.id: integer not null", "t.t_pkey: primary key (id)"});
  CHECK(problems(sql).empty());
}

TEST_CASE("temporary: keys, sequences and constraints of a table have names of their own") {
  const std::string sql =
      "CREATE TEMP TABLE s (id serial PRIMARY KEY, a int UNIQUE); ALTER SEQUENCE s_id_seq RESTART; ALTER INDEX s_pkey RENAME TO "
      "k; "
      "ALTER TABLE s DROP CONSTRAINT s_a_key; CREATE TABLE s (id serial PRIMARY KEY)";
  CHECK(problems(sql).empty());
  CHECK(objects(sql, "s.s_pkey") == Lines{"s.s_pkey: primary key (id)"});
}

TEST_CASE("temporary: a view of what goes, goes; what WITH calls so does not count") {
  const std::string sql =
      permanent +
      "CREATE TEMP TABLE x (id int); CREATE VIEW v AS SELECT x.id FROM t, x; CREATE VIEW w AS SELECT * FROM v; "
      "CREATE VIEW u AS WITH x AS (SELECT 1 AS one) SELECT one FROM x;";
  CHECK(objects(sql, "v").empty());
  CHECK(objects(sql, "w").empty());
  CHECK(objects(sql, "u.") == Lines{"u.one: integer"});
  CHECK(problems(sql + "CREATE MATERIALIZED VIEW m AS SELECT * FROM x").size() == 1);
}

TEST_CASE("temporary: ON COMMIT DROP lasts as long as the transaction, with what stands on it") {
  const std::string sql =
      "BEGIN; CREATE TEMP TABLE x (id int) ON COMMIT DROP; CREATE VIEW v AS SELECT * FROM x; COMMIT; "
      "CREATE TABLE x (id int); CREATE VIEW v AS SELECT id FROM x;";
  CHECK(problems(sql).empty());
  CHECK(objects(sql, "v.") == Lines{"v.id: integer"});
}

TEST_CASE("temporary: a row type takes along the columns and functions that need it") {
  const std::string sql =
      "CREATE TEMP TABLE x (id int); CREATE TABLE r (a int, b x); CREATE FUNCTION f(x) RETURNS int LANGUAGE sql AS 'SELECT 1';";
  CHECK(objects(sql) == Lines{"r: table", "r.a: integer"});
}

TEST_CASE("temporary: foreign keys stay on their side") {
  CHECK(problems(permanent + "CREATE TEMP TABLE x (t int REFERENCES t)") ==
        Lines{"1:38 42P16 constraints on temporary tables may reference only temporary tables"});
  CHECK(problems("CREATE TEMP TABLE x (id int PRIMARY KEY); CREATE TABLE r (x int REFERENCES x)") ==
        Lines{"1:43 42P16 constraints on permanent tables may reference only permanent tables"});
}

TEST_CASE("temporary: pg_temp may be named, also in the search_path") {
  const std::string sql =
      "CREATE TYPE pg_temp.mood AS ENUM ('a'); SET search_path = pg_temp, public; CREATE TABLE x (id int); "
      "RESET search_path; CREATE TYPE mood AS ENUM ('b'); CREATE TABLE x (m public.mood);";
  CHECK(objects(sql, "x") == Lines{"x: table", "x.m: mood"});
  CHECK(problems("CREATE TEMP TABLE x (id int); ALTER TABLE x SET SCHEMA public").size() == 1);
}
