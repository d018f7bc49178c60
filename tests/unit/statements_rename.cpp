#include "unit/statements_replayed.h"

TEST_CASE("statements: a rename reaches all that refers to the object") {
  CHECK(objects(R"(CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (id int PRIMARY KEY, k e, CONSTRAINT u UNIQUE (k));
                   CREATE TABLE o (t_id int REFERENCES t); CREATE INDEX i ON t (k) WHERE id > 0;
                   ALTER TYPE e RENAME TO kind; ALTER TABLE t RENAME TO things; ALTER TABLE things RENAME id TO number;
                   ALTER TABLE things RENAME CONSTRAINT u TO uk; ALTER INDEX i RENAME TO j; ALTER INDEX t_pkey RENAME TO pk;)") ==
        Lines{"kind: enum", "kind.a: value", "o: table", "o.t_id: integer",
              "o.o_t_id_fkey: (t_id) → things (number) on delete NO ACTION on update NO ACTION", "things: table",
              "things.k: kind", "things.number: integer not null", "things.pk: primary key (number)",
              "things.uk: unique constraint (k)", "things.j: btree (k) where number > 0"});
}

TEST_CASE("statements: renames and moves fail where the name is taken") {
  const std::string sql = "CREATE TABLE a (x int, y int); CREATE TABLE b (x int); CREATE SCHEMA s; CREATE TABLE s.a (z int); ";
  CHECK(problems(sql + "ALTER TABLE a RENAME TO b") == Lines{"1:99 42P07 relation \"b\" already exists (created at a.sql:1:32)"});
  CHECK(problems(sql + "ALTER TABLE a RENAME x TO y") == Lines{"1:99 42701 column \"y\" of relation \"a\" already exists"});
  CHECK(problems(sql + "ALTER TABLE a SET SCHEMA s").size() == 1);
  CHECK(problems(sql + "DROP SCHEMA s CASCADE; ALTER TABLE b SET SCHEMA s") == Lines{"1:122 3F000 schema \"s\" does not exist"});
  CHECK(problems(sql + "ALTER TABLE b SET SCHEMA of_the_tool").empty());
  CHECK(objects(sql + "ALTER TABLE b SET SCHEMA s; ALTER SCHEMA s RENAME TO q", "q.b") == Lines{"q.b: table", "q.b.x: integer"});
}

TEST_CASE("statements: what was renamed is an event under its old name") {
  const auto catalog = replayed("CREATE TABLE a (x int);\nALTER TABLE a RENAME TO b");
  REQUIRE(catalog.events.size() == 1);
  const pgplumb::Event& event = catalog.events.front();
  CHECK(event.verb == pgplumb::Event::Verb::renamed);
  CHECK(event.name == "a");
  CHECK(event.detail == "b");
  CHECK(event.at.text() == "a.sql:2:1");
}

TEST_CASE("statements: renames reach what the SQL body of a function does, and no body that is text") {
  const std::string sql = R"(CREATE TABLE t (a text, id int PRIMARY KEY);
    CREATE FUNCTION f() RETURNS void LANGUAGE sql BEGIN ATOMIC
      UPDATE t SET a = 'x' WHERE a = 'y';
      INSERT INTO t VALUES ('z', 1) ON CONFLICT (id) DO UPDATE SET a = excluded.a;
      DELETE FROM t AS q WHERE q.a = 'q' RETURNING q.id;
    END;
    CREATE FUNCTION g() RETURNS void LANGUAGE sql AS 'UPDATE t SET a = NULL';)";
  const auto catalog = replayed(sql + "ALTER TABLE t RENAME a TO b; ALTER TABLE t RENAME TO u");
  const auto field = [&](std::string_view signature, std::string_view name) {
    return field_value(catalog.find({pgplumb::Namespace::routine, "public", signature, ""})->object, name);
  };
  CHECK(
      field("f()", "definition") ==
      "UPDATE u SET b = 'x' WHERE b = 'y'; INSERT INTO u (b, id) VALUES ('z', 1) ON CONFLICT (id) DO UPDATE SET b = excluded.b; "
      "DELETE FROM u WHERE b = 'q' RETURNING id");
  CHECK(field("g()", "body") == "UPDATE t SET a = NULL");
  CHECK(problems(sql + "ALTER TABLE t DROP COLUMN a").size() == 1);
  CHECK(problems(sql + "DROP FUNCTION f(); ALTER TABLE t DROP COLUMN a").empty());
}

TEST_CASE("statements: what the SQL body of a function changes must be there") {
  const auto body = [](const std::string& statement) {
    return "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS void LANGUAGE sql BEGIN ATOMIC " + statement + "; END;";
  };
  CHECK(problems(body("UPDATE t SET x = 1")) == Lines{"1:25 42703 column \"x\" of relation \"t\" does not exist"});
  CHECK(problems(body("INSERT INTO t (x) VALUES (1)")).size() == 1);
  CHECK(problems(body("DELETE FROM x")).size() == 1);
  CHECK(problems(body("INSERT INTO t (a) VALUES (1), (2)")).empty());
}

TEST_CASE("statements: what is renamed to its own name is there already, but for a trigger") {
  const std::string made =
      "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE TRIGGER g BEFORE "
      "INSERT "
      "ON t EXECUTE FUNCTION f(); CREATE DOMAIN d AS int CONSTRAINT b CHECK (VALUE > 0) CONSTRAINT c CHECK (VALUE > 1); CREATE "
      "TYPE "
      "c AS (i int, j int);\n";
  CHECK(problems(made + "ALTER TRIGGER g ON t RENAME TO g").empty());
  CHECK(problems(made + "ALTER DOMAIN d RENAME CONSTRAINT b TO b") ==
        Lines{"2:1 42710 constraint \"b\" for domain \"d\" already exists"});
  CHECK(problems(made + "ALTER TYPE c RENAME ATTRIBUTE i TO j") == Lines{"2:1 42701 column \"j\" already exists"});
  CHECK(problems(made + "ALTER TYPE c ADD ATTRIBUTE i int") == Lines{"2:1 42701 column \"i\" already exists"});
  // Whatever their order was.
  CHECK(objects(made + "ALTER DOMAIN d RENAME CONSTRAINT b TO z", "d:") ==
        objects("CREATE DOMAIN d AS int CONSTRAINT c CHECK (VALUE > 1) CONSTRAINT z CHECK (VALUE > 0)", "d:"));
}
