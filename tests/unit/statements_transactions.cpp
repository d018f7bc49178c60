#include "unit/statements_replayed.h"

TEST_CASE("statements: ROLLBACK takes back everything since BEGIN") {
  const auto catalog = replayed(R"(CREATE TABLE t (a int);
    BEGIN; ALTER TABLE t RENAME TO u; ALTER TABLE u ADD b int CHECK (b > 0); DROP TABLE nothing; SET search_path = ''; ROLLBACK;
    CREATE TABLE v (a int))");
  CHECK(objects(catalog) == Lines{"t: table", "t.a: integer", "v: table", "v.a: integer"});
  CHECK(catalog.not_compared.empty());
  CHECK(catalog.events.empty());
  // What fails, fails, whether it would have lasted or not.
  CHECK(catalog.problems.size() == 1);
}

TEST_CASE("statements: savepoints") {
  CHECK(objects(R"(BEGIN; CREATE TABLE a (i int); SAVEPOINT one; CREATE TABLE b (i int); SAVEPOINT two; DROP TABLE a;
                   ROLLBACK TO two; CREATE TABLE c (i int); ROLLBACK TO one; CREATE TABLE d (i int); COMMIT; ROLLBACK)") ==
        Lines{"a: table", "a.i: integer", "d: table", "d.i: integer"});
}

TEST_CASE("statements: a statement that fails inside a transaction is undone alone") {
  CHECK(objects("BEGIN; CREATE TABLE a (i int); CREATE TABLE a (j int); CREATE TABLE b (i int); COMMIT", "b") ==
        Lines{"b: table", "b.i: integer"});
}

TEST_CASE("statements: a transaction left open at the end of a script is taken as committed") {
  pgplumb::Draft draft;
  pgplumb::Replay replay(draft);
  replay.run(pgplumb::SourceText("1.sql", "BEGIN; CREATE TABLE a (i int)"));
  replay.run(pgplumb::SourceText("2.sql", "ROLLBACK; CREATE TABLE b (i int)"));
  CHECK(replay.statement_count() == 4);
  CHECK(objects(draft.settle()) == Lines{"a: table", "a.i: integer", "b: table", "b.i: integer"});
}
