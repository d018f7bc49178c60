#include "unit/statements_replayed.h"

TEST_CASE("statements: an aggregate of (*) is called by what it counts for, under whatever name") {
  const std::string sql =
      "CREATE AGGREGATE rows(*) (sfunc = int8inc, stype = int8, initcond = '0'); CREATE TABLE t (a int); "
      "CREATE VIEW v AS SELECT rows(*) AS x FROM t; CREATE VIEW w AS SELECT count(*) AS x FROM t; ";
  CHECK(problems(sql + "DROP AGGREGATE rows(*)").size() == 1);
  CHECK(objects(sql + "DROP AGGREGATE rows(*) CASCADE", "v").empty());
  CHECK(objects(sql + "DROP AGGREGATE rows(*) CASCADE", "w").size() == 2);
  CHECK(objects(sql + "ALTER AGGREGATE rows(*) RENAME TO lines; CREATE VIEW u AS SELECT lines(*) AS x FROM t").size() == 9);
  CHECK(objects(sql + "ALTER AGGREGATE rows(*) RENAME TO lines; DROP AGGREGATE lines(*) CASCADE", "v").empty());
}

TEST_CASE("statements: of an operator class, ORDER BY needs the operator of its direction and the one that tells what is alike") {
  const std::string sql =
      "CREATE TYPE c AS (x int); CREATE FUNCTION f(c, c) RETURNS boolean LANGUAGE sql AS 'SELECT true'; CREATE FUNCTION g(c, c) "
      "RETURNS int LANGUAGE sql AS 'SELECT 0'; CREATE OPERATOR <| (FUNCTION = f, LEFTARG = c, RIGHTARG = c); CREATE OPERATOR =| "
      "(FUNCTION = f, LEFTARG = c, RIGHTARG = c); CREATE OPERATOR >| (FUNCTION = f, LEFTARG = c, RIGHTARG = c); CREATE TABLE t "
      "(a "
      "c); CREATE VIEW old AS SELECT a FROM t ORDER BY a; CREATE OPERATOR CLASS o DEFAULT FOR TYPE c USING btree AS OPERATOR 1 "
      "<|, OPERATOR 3 =|, OPERATOR 5 >|, FUNCTION 1 g(c, c); CREATE VIEW up AS SELECT a FROM t ORDER BY a; CREATE VIEW down AS "
      "SELECT a FROM t ORDER BY a DESC; CREATE INDEX i ON t (a); ";
  const auto left = [&](const std::string& drop) {
    Lines lines;
    for (const char* view : {"down: ", "old: ", "t.i: ", "up: "})
      if (!objects(sql + drop, view).empty()) lines.emplace_back(view);
    return lines;
  };
  CHECK(left("") == Lines{"down: ", "old: ", "t.i: ", "up: "});
  CHECK(left("DROP OPERATOR <| (c, c) CASCADE") == Lines{"down: ", "old: "});
  CHECK(left("DROP OPERATOR >| (c, c) CASCADE") == Lines{"old: ", "up: "});
  CHECK(left("DROP OPERATOR =| (c, c) CASCADE") == Lines{"old: "});
  CHECK(left("DROP OPERATOR CLASS o USING btree CASCADE") == Lines{"down: ", "old: ", "up: "});
}

TEST_CASE("statements: an operator class goes on without a function that its access method can do without") {
  const std::string sql =
      "CREATE FUNCTION cmp(int, int) RETURNS int LANGUAGE sql AS 'SELECT 0'; CREATE FUNCTION alike(oid) RETURNS boolean LANGUAGE "
      "sql AS 'SELECT true'; CREATE OPERATOR CLASS o FOR TYPE int USING btree AS FUNCTION 1 cmp(int, int), FUNCTION 4 "
      "alike(oid); ";
  CHECK(objects(sql + "DROP FUNCTION alike(oid)", "o USING").size() == 2);
  CHECK(problems(sql + "DROP FUNCTION cmp(int, int)").size() == 1);
  CHECK(objects(sql + "DROP FUNCTION cmp(int, int) CASCADE", "o USING") ==
        objects(sql + "DROP OPERATOR CLASS o USING btree", "o USING"));
}

TEST_CASE("statements: an extension goes with its schema, and with it what may need it") {
  const std::string sql =
      "CREATE SCHEMA ext; CREATE EXTENSION pgcrypto SCHEMA ext; CREATE TABLE t (a text DEFAULT ext.gen_salt('md5'), b text); "
      "CREATE VIEW v AS SELECT ext.crypt(a, b) AS c FROM t; DROP SCHEMA ext";
  CHECK(problems(sql) == Lines{"1:172 2BP01 cannot drop schema ext because other objects depend on it: extension pgcrypto "
                               "(created at a.sql:1:20)"});
  CHECK(present(replayed(sql + " CASCADE")) == Lines{"public", "t", "t.b"});
}

TEST_CASE(
    "statements: an extension whose schema no statement says may go with the one that things are made in, until it is made "
    "again") {
  const std::string sql =
      "CREATE EXTENSION pgcrypto; CREATE SCHEMA app; CREATE TABLE app.t (a text DEFAULT gen_salt('md5'), b text); ";
  CHECK(present(replayed(sql + "DROP SCHEMA public CASCADE")) == Lines{"app", "app.t", "app.t.b"});
  CHECK(present(replayed(sql + "DROP SCHEMA app CASCADE")) == Lines{"pgcrypto", "public"});
  CHECK(present(replayed(sql + "DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE EXTENSION IF NOT EXISTS pgcrypto")) ==
        Lines{"app", "pgcrypto", "public", "app.t", "app.t.b"});
}

TEST_CASE("statements: CASCADE of an extension may take what is ordered as only an extension can") {
  const std::string sql =
      "CREATE EXTENSION btree_gist; CREATE TABLE t (a int, p point, n int[], EXCLUDE USING gist (a WITH =)); CREATE INDEX i ON t "
      "USING gist (a); CREATE INDEX j ON t USING gist (p); CREATE INDEX k ON t USING gin (n); CREATE INDEX l ON t USING gin (a); "
      "CREATE INDEX m ON t (a); DROP EXTENSION btree_gist CASCADE";
  CHECK(present(replayed(sql)) == Lines{"public", "t", "t.a", "t.n", "t.p", "t.j", "t.k", "t.m"});
}
