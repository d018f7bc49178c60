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
  CHECK(problems(sql + "ALTER TABLE b SET SCHEMA nowhere") == Lines{"1:99 3F000 schema \"nowhere\" does not exist"});
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
