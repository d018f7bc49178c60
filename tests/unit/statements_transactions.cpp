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

TEST_CASE("statements: what a script leaves open ends as its session does") {
  const auto made_by_two = [](pgplumb::RunsIn how) {
    pgplumb::Draft draft;
    pgplumb::Replay replay(draft);
    replay.run(pgplumb::SourceText("1.sql", "CREATE TABLE a (i int); BEGIN; CREATE TABLE b (i int)"), how);
    replay.run(pgplumb::SourceText("2.sql", "ROLLBACK; CREATE TABLE c (i int)"), how);
    replay.end_session();
    CHECK(replay.statement_count() == 5);
    return objects(draft.settle());
  };
  using enum pgplumb::RunsIn;
  const Lines a{"a: table", "a.i: integer"}, b{"b: table", "b.i: integer"}, c{"c: table", "c.i: integer"};
  const auto joined = [](Lines lines, const Lines& more) { return lines.insert(lines.end(), more.begin(), more.end()), lines; };
  CHECK(made_by_two(transaction) == joined(joined(a, b), c));
  CHECK(made_by_two(transaction_by_statement) == joined(joined(a, b), c));
  CHECK(made_by_two(message) == c);
  CHECK(made_by_two(session) == joined(a, c));
}

TEST_CASE("statements: of a script that fails midway remains what its transaction does not take with it") {
  const auto left_of = [](pgplumb::RunsIn how) {
    pgplumb::Draft draft;
    pgplumb::Replay replay(draft);
    CHECK_FALSE(replay.deploy(
        pgplumb::SourceText("1.sql", "CREATE TABLE a (i int); COMMIT; CREATE TABLE b (i int); DROP TABLE x; CREATE TABLE c ()"),
        how));
    return objects(draft.settle());
  };
  using enum pgplumb::RunsIn;
  const Lines a{"a: table", "a.i: integer"}, both{"a: table", "a.i: integer", "b: table", "b.i: integer"};
  CHECK(left_of(transaction) == a);
  CHECK(left_of(message) == a);
  CHECK(left_of(transaction_by_statement) == both);
  CHECK(left_of(session) == both);
}
