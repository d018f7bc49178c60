#include "unit/statements_replayed.h"

TEST_CASE("statements: every statement is read, named or counted as without effect") {
  CHECK(not_compared(R"(CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE POLICY p ON t; COMMENT ON SCHEMA public IS 'x'; GRANT ALL ON SCHEMA public TO PUBLIC;
CREATE SEQUENCE s; CREATE DOMAIN d AS int; CREATE TYPE c AS (i int); CREATE EXTENSION citext;
DROP FUNCTION f(); CREATE RULE r AS ON INSERT TO t DO NOTHING; ALTER FUNCTION f() RENAME TO h;)") ==
        Lines{"1:1 CREATE FUNCTION f", "2:1 CREATE TRIGGER t", "3:1 CREATE POLICY t", "3:23 COMMENT ON", "3:56 GRANT or REVOKE",
              "4:1 CREATE SEQUENCE s", "4:20 CREATE DOMAIN d", "4:44 CREATE TYPE c", "4:70 CREATE EXTENSION citext",
              "5:1 DROP FUNCTION f", "5:20 CREATE RULE", "5:64 ALTER FUNCTION … RENAME"});
  const auto catalog = replayed(
      "SELECT 1; INSERT INTO t VALUES (1); UPDATE t SET a = 1; DELETE FROM t; TRUNCATE t; LOCK t; ANALYZE; SET timezone = 'UTC'; "
      "SHOW all");
  CHECK(catalog.statements_without_effect == 9);
  CHECK(catalog.not_compared.empty());
}

TEST_CASE("statements: every clause is read or named") {
  CHECK(
      not_compared(
          R"(CREATE UNLOGGED TABLE t (a text COLLATE "C", CHECK (a > ''), EXCLUDE USING gist (a WITH =)) WITH (fillfactor = 70) TABLESPACE fast;
ALTER TABLE t ENABLE ROW LEVEL SECURITY, OWNER TO me, ALTER a SET STATISTICS 5, SET (fillfactor = 80);
CREATE INDEX i ON t (a) WITH (fillfactor = 70) TABLESPACE fast;
ALTER TABLE t ADD PRIMARY KEY (a) INCLUDE (a) DEFERRABLE;)") ==
      Lines{"1:1 UNLOGGED t", "1:1 WITH (…) t", "1:1 TABLESPACE t", "1:26 COLLATE t.a", "1:62 EXCLUDE constraint t.t_a_excl",
            "1:46 CHECK constraint t.t_a_check", "2:1 ENABLE ROW LEVEL SECURITY t", "2:1 OWNER TO t", "2:1 SET STATISTICS t",
            "2:1 SET (…) t", "3:1 WITH (…) of an index i", "3:1 TABLESPACE i", "4:19 INCLUDE t", "4:19 DEFERRABLE t"});
}

TEST_CASE("statements: names of what is not compared are taken and found") {
  CHECK(problems("CREATE SEQUENCE s; CREATE TABLE s (i int)").size() == 1);
  CHECK(problems("CREATE DOMAIN d AS int; CREATE TABLE t (a d); CREATE TYPE d AS ENUM ()").size() == 1);
  CHECK(problems(
            "CREATE SEQUENCE s; ALTER TABLE s OWNER TO me; ALTER SEQUENCE s RENAME TO q; DROP SEQUENCE q; CREATE TABLE q (i int)")
            .empty());
  CHECK(problems("CREATE TABLE t (id serial); DROP SEQUENCE t_id_seq").size() == 1);
  CHECK(objects("CREATE TABLE t (id serial); DROP SEQUENCE t_id_seq CASCADE", "t.id") == Lines{"t.id: integer not null"});
  CHECK(problems("CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0)); ALTER TABLE t RENAME CONSTRAINT c TO d; ALTER TABLE t DROP "
                 "CONSTRAINT d")
            .empty());
  CHECK(problems("CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0)); ALTER TABLE t ADD CONSTRAINT c UNIQUE (a)").size() == 1);
}

TEST_CASE("statements: extensions' well-known types and relations are known as theirs") {
  CHECK(replayed("CREATE EXTENSION postgis").extension_owned.contains("spatial_ref_sys"));
}

TEST_CASE("statements: psql's own lines are named, and those that run other files weaken what is absent") {
  const auto catalog = replayed("\\restrict x\n\\connect shop\n\\connect mart\nCREATE TABLE t (a int);\nCOPY t FROM stdin;\n1\n\\.\nCREATE TABLE u (a int);\n");
  CHECK(objects(catalog).size() == 4);
  REQUIRE(catalog.not_compared.size() == 1);
  CHECK(catalog.not_compared.front().what == "psql command \\connect");
  CHECK_FALSE(catalog.absences_uncertain);
  CHECK(replayed("\\i other.sql\n").absences_uncertain);
}
