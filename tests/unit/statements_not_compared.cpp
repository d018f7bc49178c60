#include "unit/statements_replayed.h"

TEST_CASE("statements: every statement is read, named or counted as without effect") {
  CHECK(not_compared(R"(ALTER OPERATOR = (int, int) SET (RESTRICT = eqsel); GRANT ALL ON SCHEMA public TO PUBLIC;
COMMENT ON ROLE me IS 'x'; CREATE SUBSCRIPTION k CONNECTION '' PUBLICATION p; CREATE ROLE r; DROP SUBSCRIPTION k; ALTER SUBSCRIPTION k RENAME TO l;)") ==
        Lines{"1:1 ALTER OPERATOR =(integer, integer)", "1:53 GRANT or REVOKE", "2:1 COMMENT ON", "2:28 CREATE SUBSCRIPTION",
              "2:79 CREATE ROLE", "2:94 DROP SUBSCRIPTION", "2:115 ALTER SUBSCRIPTION … RENAME"});
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
ALTER TABLE t ADD PRIMARY KEY (a) INCLUDE (a) DEFERRABLE;)") == Lines{"1:1 TABLESPACE t", "2:1 OWNER TO t", "3:1 TABLESPACE i"});
}

TEST_CASE("statements: names of sequences, domains and constraints are taken and found") {
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
  CHECK(replayed("CREATE EXTENSION postgis_topology").extension_owned.contains("topology"));
}

TEST_CASE("statements: psql's own lines are named, and those that run other files weaken what is absent") {
  const auto catalog = replayed(
      "\\restrict x\n\\connect mart\n\\connect shop\n\\! date\nCREATE TABLE t (a int);\nCOPY t FROM stdin;\n1\n\\.\nCREATE TABLE "
      "u (a "
      "int);\n");
  CHECK(objects(catalog).size() == 4);
  REQUIRE(catalog.not_compared.size() == 1);
  CHECK(catalog.not_compared.front().what == "psql command \\!");
  CHECK_FALSE(catalog.absences_uncertain);
  CHECK(replayed("\\i other.sql\n").absences_uncertain);
}

TEST_CASE("statements: the extension that every database has says nothing") {
  CHECK(objects("CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog; COMMENT ON EXTENSION plpgsql IS 'it';").empty());
  CHECK(problems("CREATE EXTENSION plpgsql; COMMENT ON EXTENSION plpgsql IS 'it';").empty());
}

TEST_CASE("statements: a type with too many names before it is none") {
  const std::string global = "CREATE SCHEMA s; CREATE TYPE r AS RANGE (subtype = int); ";
  CHECK(not_compared(global + "ALTER TYPE a.b.c.d RENAME TO x").size() == 1);
}
