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
  // Of several keys, the one that was there first.
  CHECK(problems(tables + "CREATE UNIQUE INDEX other ON p (u); ALTER TABLE p DROP CONSTRAINT p_u_key").size() == 1);
  CHECK(problems(tables + "CREATE UNIQUE INDEX other ON p (u); DROP INDEX other").empty());
  CHECK(objects(tables + "ALTER TABLE p DROP CONSTRAINT p_pkey CASCADE; ALTER TABLE p ADD PRIMARY KEY (u); "
                         "ALTER TABLE p DROP CONSTRAINT p_u_key CASCADE",
                "c.f")
            .empty());
  CHECK(problems(tables + "ALTER TABLE p DROP CONSTRAINT p_pkey CASCADE; ALTER TABLE p ADD PRIMARY KEY (u); "
                          "CREATE TABLE d (u int REFERENCES p); ALTER TABLE p DROP CONSTRAINT p_u_key CASCADE")
            .empty());
}

TEST_CASE("statements: an access method takes along what is made with it, with CASCADE only") {
  const std::string made =
      "CREATE ACCESS METHOD own TYPE INDEX HANDLER bthandler; CREATE OPERATOR CLASS o FOR TYPE int4 USING own AS OPERATOR 1 <; "
      "CREATE TABLE t (n int); CREATE INDEX i ON t USING own (n); ";
  CHECK(problems(made + "DROP ACCESS METHOD own").size() == 1);
  CHECK(objects(made + "DROP ACCESS METHOD own CASCADE") == Lines{"t: table", "t.n: integer"});
  CHECK(objects("CREATE ACCESS METHOD own TYPE TABLE HANDLER heap_tableam_handler; CREATE TABLE t (n int) USING own; "
                "CREATE VIEW v AS SELECT n FROM t; DROP ACCESS METHOD own CASCADE")
            .empty());
}

TEST_CASE("statements: a procedure is named by what goes in, or by all of its parameters where none says its mode") {
  const std::string made = "CREATE PROCEDURE p(a int, OUT b text) LANGUAGE plpgsql AS 'BEGIN END'; ";
  for (const char* named : {"PROCEDURE p(int)", "PROCEDURE p(int, text)", "ROUTINE p(int, text)", "PROCEDURE p(int, OUT text)"})
    CHECK(objects(made + "DROP " + named).empty());
  CHECK(problems(made + "DROP PROCEDURE p(IN int, text)").size() == 1);
  CHECK(problems("CREATE FUNCTION f(a int, OUT b text) LANGUAGE plpgsql AS 'BEGIN END'; DROP FUNCTION f(int, text)").size() == 1);
}

TEST_CASE("statements: a column takes its own table's indexes and constraints along") {
  const std::string sql =
      "CREATE TABLE t (a int UNIQUE, b int CHECK (a > b)); CREATE INDEX i ON t (b) WHERE a > 0; ALTER TABLE t DROP COLUMN a";
  CHECK(objects(sql) == Lines{"t: table", "t.b: integer"});
  CHECK(problems("CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED); ALTER TABLE t DROP COLUMN a").size() == 1);
}

TEST_CASE("statements: a key or index that INCLUDEs a column goes with it, and follows its new name") {
  const std::string table = "CREATE TABLE t (a int, b int, c int, UNIQUE (a) INCLUDE (b), PRIMARY KEY (c) INCLUDE (b)); ";
  CHECK(objects(table + "ALTER TABLE t DROP COLUMN b") == Lines{"t: table", "t.a: integer", "t.c: integer not null"});
  CHECK(objects(table + "ALTER TABLE t RENAME COLUMN b TO \"B, b\"", "t.t_a") ==
        Lines{"t.t_a_b_key: unique constraint (a) INCLUDE (\"B, b\")"});
}

TEST_CASE("statements: what one DROP names may depend on one another") {
  CHECK(problems(tables + "DROP TABLE p, c").empty());
  CHECK(problems("CREATE SEQUENCE s; CREATE TABLE t (i int DEFAULT nextval('s')); ALTER SEQUENCE s OWNED BY t.i; DROP TABLE t")
            .empty());
}

TEST_CASE("statements: a sequence or function that an expression names is held by it") {
  const std::string sequence = "CREATE SEQUENCE s; CREATE TABLE t (a text DEFAULT 'A' || nextval('s')); ";
  CHECK(problems(sequence + "DROP SEQUENCE s") ==
        Lines{"1:73 2BP01 cannot drop sequence s because other objects depend on it: default value for column a of table t "
              "(created at a.sql:1:36)"});
  CHECK(objects(sequence + "DROP SEQUENCE s CASCADE") == Lines{"t: table", "t.a: text"});
  CHECK(problems("CREATE SEQUENCE s; CREATE TABLE t (a text DEFAULT nextval('s'::text)); DROP SEQUENCE s").empty());
  const std::string function =
      "CREATE FUNCTION f(i int) RETURNS bool LANGUAGE sql AS 'SELECT true'; CREATE DOMAIN d AS int CHECK "
      "(f(VALUE)); ";
  CHECK(problems(function + "DROP FUNCTION f").size() == 1);
  CHECK(objects(function + "DROP FUNCTION f CASCADE") == Lines{"d: domain over integer"});
  CHECK(
      problems(function + "CREATE FUNCTION f(i text) RETURNS bool LANGUAGE sql AS 'SELECT true'; DROP FUNCTION f(int)").size() ==
      1);
}

TEST_CASE("statements: a type takes columns along, and defaults that only mention it are taken off") {
  CHECK(objects("CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (c e, d text DEFAULT 'a'::e, f e[]); DROP TYPE e CASCADE") ==
        Lines{"t: table", "t.d: text"});
  CHECK(objects("CREATE TYPE e AS ENUM ('a'); CREATE TYPE c AS (x int, y e); DROP TYPE e CASCADE") ==
        Lines{"c: composite type (x integer)"});
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
  CHECK(problems("CREATE TABLE t (); DROP TABLE a; DROP INDEX b; DROP TYPE c; DROP VIEW d; DROP SCHEMA e") ==
        Lines{"1:20 42P01 table \"a\" does not exist", "1:34 42704 index \"b\" does not exist",
              "1:48 42704 type \"c\" does not exist", "1:61 42P01 view \"d\" does not exist",
              "1:74 3F000 schema \"e\" does not exist"});
  CHECK(
      problems("CREATE TYPE e AS ENUM (); DROP TYPE e; DROP FUNCTION IF EXISTS f(e); DROP AGGREGATE IF EXISTS s.g(int)").empty());
  CHECK(problems("CREATE TYPE e AS ENUM (); DROP TYPE e; DROP FUNCTION f(e)") == Lines{"1:40 42704 type \"e\" does not exist"});
  CHECK(problems("CREATE TABLE t (i int UNIQUE); DROP INDEX t_i_key") ==
        Lines{"1:32 2BP01 cannot drop index t_i_key because constraint t_i_key on table t requires it"});
}

TEST_CASE("statements: a DROP before anything is made is of what was there before, once") {
  CHECK(problems("DROP TABLE a; DROP EXTENSION b; DROP USER MAPPING FOR public SERVER c; CREATE TABLE a ()").empty());
  CHECK(problems("DROP SERVER a; CREATE TABLE t (); DROP SERVER b") == Lines{"1:35 42704 server \"b\" does not exist"});
}

TEST_CASE("statements: what may have needed an extension is uncertain once CASCADE took it") {
  const std::string sql =
      "CREATE EXTENSION pg_trgm; CREATE TABLE t (a text, g geography); CREATE INDEX i ON t USING gin (a gin_trgm_ops); "
      "CREATE INDEX j ON t (a); DROP EXTENSION pg_trgm";
  CHECK(objects(sql + " CASCADE") ==
        Lines{"t: table", "t.a: text", "t.g: geography", "t.i: gin (a gin_trgm_ops) ?", "t.j: btree (a)"});
  CHECK(objects(sql) == objects(sql + " RESTRICT"));
}

TEST_CASE("statements: CASCADE of an extension takes views, defaults and checks of its functions, and a view may be made again") {
  const std::string sql =
      "CREATE EXTENSION pgcrypto; CREATE TABLE t (a text DEFAULT gen_salt('md5'), b text DEFAULT lower('X'), CHECK (crypt(b, "
      "'x') "
      "<> '')); CREATE VIEW v AS SELECT crypt(a, b) AS c FROM t; CREATE VIEW w AS SELECT b FROM t; DROP EXTENSION pgcrypto "
      "CASCADE";
  CHECK(objects(sql) == Lines{"t: table", "t.a: text default gen_salt('md5') ?", "t.b: text default lower('X')",
                              "t.t_b_check: check (crypt(b, 'x') <> '') ?", "v: view", "v.c: text", "w: view", "w.b: text"});
  CHECK(problems(sql + "; CREATE VIEW v AS SELECT b FROM t").empty());
  CHECK(objects("CREATE EXTENSION hstore; CREATE TABLE t (h hstore, b int); CREATE VIEW v AS SELECT h FROM t; DROP EXTENSION "
                "hstore CASCADE; ALTER TABLE t ADD h text") == Lines{"t: table", "t.b: integer", "t.h: text"});
}

TEST_CASE("statements: a column and its sequence, which may both be gone, give way to those that are made anew") {
  const std::string sql =
      "CREATE SEQUENCE s; CREATE TABLE t (i int DEFAULT nextval('s'), j int); ALTER SEQUENCE s OWNED BY t.i; DO $$ DECLARE n "
      "text; "
      "BEGIN SELECT name INTO n FROM tenants; EXECUTE format('ALTER TABLE t DROP COLUMN %I CASCADE', n); EXECUTE format('DROP "
      "SEQUENCE %I', n); END $$; ";
  CHECK(problems(sql + "CREATE SEQUENCE s").empty());
  CHECK(objects(sql + "ALTER TABLE t ADD i text") == Lines{"t: table ?", "t.i: text", "t.j: integer ?"});
}

TEST_CASE("statements: an operator goes with the function that computes it") {
  const std::string sql =
      "CREATE FUNCTION eq(int, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'; "
      "CREATE FUNCTION eq(text, int) RETURNS boolean LANGUAGE sql AS 'SELECT true'; "
      "CREATE OPERATOR === (leftarg = int, rightarg = text, function = eq); ";
  CHECK(problems(sql + "DROP FUNCTION eq(int, text)").size() == 1);
  CHECK(objects(sql + "DROP FUNCTION eq(text, int)").size() == 2);
  CHECK(objects(sql + "DROP FUNCTION eq(int, text) CASCADE").size() == 1);
}
