// What a scratch server is sent, and what becomes of its answers. Live: fixtures/scratch-server.
#include <pgplumb/compare/second_opinion.h>
#include <pgplumb/statements/replay.h>

#include "catch.h"
#include "sources/database/scratch/trial.h"
#include "sources/database/url.h"

using namespace pgplumb;

namespace {

Source source_of(const std::string& script, Role role = Role::migrations) {
  Draft draft;
  Replay replay(draft);
  replay.run(SourceText("made.sql", script));
  for (const StatementProblem& problem : replay.problems()) FAIL_CHECK(problem.reason << ": " << problem.statement);
  Source source;
  source.id = role_name(role);
  source.role = role;
  source.catalog = draft.settle();
  return source;
}

/// The statements, each with a semicolon before the next.
std::string sent(const Trial& trial) {
  std::string all;
  for (const std::string& statement : trial.create) all += (all.empty() ? "" : "; ") + statement;
  return all;
}

Trial trial(const std::string& script, const ObjectId& id, std::string_view field) {
  const Source source = source_of(script);
  const Entry* entry = source.catalog.find(id);
  REQUIRE(entry);
  return trial_of(source.catalog, *entry, field);
}

}  // namespace

TEST_CASE("scratch: an expression is put on the columns that it names, and on no others") {
  const std::string table = R"(CREATE TYPE "Size" AS ENUM ('a'); CREATE TABLE t (id int, "netGrams" numeric(8,2), size "Size",)"
                            R"( CONSTRAINT c CHECK (f("netGrams"::int8, size) > -1)))";
  CHECK(sent(trial(table, {Namespace::constraint, "public", "t", "c"}, "expression")) ==
        R"(CREATE TEMPORARY TABLE pgplumb_trial ("netGrams" numeric(8,2), "size" "Size", )"
        R"(CHECK (f("netGrams"::bigint, size) > (-1))))");
}

TEST_CASE("scratch: each field is stored where its type is the one that it has") {
  const std::string script =
      "CREATE TABLE t (id int, due date DEFAULT f('2020-01-01'), twice text GENERATED ALWAYS AS (g(id)) STORED);"
      "CREATE INDEX i ON t (id, (f(id)), (g(due))) WHERE f(id) > 0;"
      "CREATE POLICY p ON t USING (auth.f(id));"
      "CREATE DOMAIN d AS varchar(3) DEFAULT h('x');"
      "CREATE VIEW v AS SELECT t.id, count(*) FROM t GROUP BY 1;";
  const auto sent = [&](const ObjectId& id, std::string_view field) { return ::sent(trial(script, id, field)); };
  const std::string make = "CREATE TEMPORARY TABLE pgplumb_trial ";
  CHECK(sent({Namespace::column, "public", "t", "due"}, "default") == make + R"((a date DEFAULT f('2020-01-01')))");
  CHECK(sent({Namespace::column, "public", "t", "twice"}, "generated") ==
        make + R"(("id" integer, CHECK ((g(id))::text IS NOT NULL)))");
  CHECK(sent({Namespace::index, "public", "t", "i"}, "predicate") == make + R"(("id" integer, CHECK (f(id) > 0)))");
  CHECK(sent({Namespace::index, "public", "t", "i"}, "keys") ==
        make + R"(("due" date, "id" integer, CHECK ((f(id)) IS NOT NULL AND (g(due)) IS NOT NULL)))");
  CHECK(sent({Namespace::policy, "public", "t", "p"}, "using") == make + R"(("id" integer, CHECK (auth.f(id))))");
  CHECK(sent({Namespace::type, "public", "d", {}}, "default") == make + R"((a varchar(3) DEFAULT h('x')))");
  CHECK(sent({Namespace::relation, "public", "v", {}}, "definition") ==
        "CREATE TEMPORARY VIEW pgplumb_trial (c1, c2) AS SELECT t.id, count(*) FROM t GROUP BY 1");
}

TEST_CASE("scratch: what no CHECK takes is put as a view, and what a rule does as a rule") {
  const std::string script =
      "CREATE TABLE t (id int, \"netGrams\" int, EXCLUDE (id WITH =, f(\"netGrams\") WITH =)); CREATE TABLE log (id int, g int);"
      "CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM log WHERE log.id = t.id)) WITH CHECK (id > 0);"
      "CREATE RULE r AS ON UPDATE TO t WHERE f(new.\"netGrams\") > old.id DO ALSO (DELETE FROM log; INSERT INTO log VALUES "
      "(new.id));"
      "CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW WHEN (f(new.id) > 1) EXECUTE FUNCTION g();";
  const auto sent = [&](const ObjectId& id, std::string_view field) { return ::sent(trial(script, id, field)); };
  const std::string view = "CREATE TEMPORARY VIEW pgplumb_trial AS SELECT FROM ";
  CHECK(sent({Namespace::policy, "public", "t", "p"}, "using") ==
        view + R"((SELECT NULL::integer AS "id") AS "t" WHERE EXISTS (SELECT 1 FROM log WHERE log.id = t.id))");
  CHECK(sent({Namespace::policy, "public", "t", "p"}, "with_check") ==
        R"(CREATE TEMPORARY TABLE pgplumb_trial ("id" integer, CHECK (id > 0)))");
  CHECK(sent({Namespace::constraint, "public", "t", "t_id_f_excl"}, "keys") ==
        R"(CREATE TEMPORARY TABLE pgplumb_trial ("netGrams" integer, CHECK ((f("netGrams")) IS NOT NULL)))");
  const std::string columns = R"((SELECT NULL::integer AS "id", NULL::integer AS "netGrams"))";
  CHECK(sent({Namespace::rule, "public", "t", "r"}, "condition") ==
        view + columns + R"( AS "old", )" + columns + R"( AS "new" WHERE f(new."netGrams") > old.id)");
  CHECK(sent({Namespace::rule, "public", "t", "r"}, "actions") ==
        R"(CREATE TEMPORARY TABLE pgplumb_trial ("id" integer); CREATE RULE pgplumb_trial AS ON update TO pg_temp.pgplumb_trial )"
        "DO INSTEAD (DELETE FROM log; INSERT INTO log VALUES (new.id))");
  const std::string row = R"((SELECT NULL::integer AS "id"))";
  CHECK(sent({Namespace::trigger, "public", "t", "g"}, "condition") ==
        view + row + R"( AS "old", )" + row + R"( AS "new" WHERE f(new.id) > 1)");
  CHECK(trial(script, {Namespace::rule, "public", "t", "r"}, "condition").difference_decides);
  CHECK_FALSE(trial(script, {Namespace::rule, "public", "t", "r"}, "actions").difference_decides);
  CHECK_FALSE(trial(script, {Namespace::policy, "public", "t", "p"}, "using").difference_decides);
}

TEST_CASE("scratch: what no server can decide is not sent") {
  const auto reason = [](const std::string& script, const ObjectId& id, std::string_view field) {
    const Trial found = trial(script, id, field);
    CHECK(found.create.empty());
    return found.cannot_because;
  };
  CHECK(reason("CREATE TABLE t (at timestamp DEFAULT 'Yesterday')", {Namespace::column, "public", "t", "at"}, "default") ==
        "what it means depends on the day on which it is stored");
  const std::string policy = "CREATE TABLE t (id int); CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM t))";
  CHECK(reason(policy + "; ALTER TABLE t RENAME TO u", {Namespace::policy, "public", "u", "p"}, "using") ==
        "what it refers to was renamed since it was written");
  CHECK(reason("CREATE TABLE t (id int); CREATE RULE r AS ON INSERT TO t DO INSTEAD INSERT INTO t SELECT new.*",
               {Namespace::rule, "public", "t", "r"}, "actions") == "it names all columns of a row at once");
  CHECK(reason("CREATE VIEW v AS SELECT 1; ALTER VIEW v RENAME TO w", {Namespace::relation, "public", "w", {}}, "definition") ==
        "what it refers to was renamed since it was written");
  CHECK(reason("CREATE TABLE t (id int) PARTITION BY LIST (f(id))", {Namespace::relation, "public", "t", {}}, "partition_key") ==
        "partition_key of a table is not put to it");
}

TEST_CASE("scratch: an answer decides, and none leaves the pair undecided with the reason") {
  const std::string table = "CREATE TABLE t (id int, CONSTRAINT c CHECK (f(id";
  const Source a = source_of(table + ") > 0))"), b = source_of(table + "::int8) > 0))", Role::database);
  const std::vector<const Source*> sources{&a, &b};
  const auto after = [&](const Opinion& opinion) {
    Comparison comparison = compare(sources, {});
    REQUIRE(comparison.disagreements.size() == 1);
    REQUIRE(is_undecided(comparison.disagreements.front()));
    const OpinionCount count =
        take_second_opinions(comparison, sources, [&](const Stated& left, const Stated& right, std::string_view field) {
          CHECK((left.source == &a && right.source == &b && field == "expression"));
          return opinion;
        });
    CHECK(count.asked == 1);
    CHECK(count.decided == (opinion.answer == Opinion::Answer::none ? 0 : 1));
    return comparison.disagreements;
  };
  CHECK(after({Opinion::Answer::same}).empty());
  CHECK_FALSE(is_undecided(after({Opinion::Answer::different}).front()));
  const auto unknown = after({Opinion::Answer::none, "no such function"});
  CHECK(is_undecided(unknown.front()));
  CHECK(unknown.front().cannot_tell == "no such function");
}

TEST_CASE("scratch: nobody is asked about what is decided") {
  const Source a = source_of("CREATE TABLE t (id int DEFAULT 1)"),
               b = source_of("CREATE TABLE t (id int DEFAULT 2)", Role::database);
  const std::vector<const Source*> sources{&a, &b};
  Comparison comparison = compare(sources, {});
  const auto refuse = [](const Stated&, const Stated&, std::string_view) -> Opinion { throw "asked"; };
  CHECK(take_second_opinions(comparison, sources, refuse).asked == 0);
  CHECK(comparison.disagreements.size() == 1);
}

TEST_CASE("scratch: the compared database is known by any name of this machine") {
  const auto are_one = [](const char* a, const char* b) { return are_one_database(read_database_url(a), read_database_url(b)); };
  CHECK(are_one("postgresql://a:x@localhost:5432/shop", "postgresql://b@127.0.0.1/shop"));
  CHECK(are_one("postgresql://db-1/shop", "host=db-1 dbname=shop port=5432"));
  CHECK_FALSE(are_one("postgresql://localhost/shop", "postgresql://localhost/scratch"));
  CHECK_FALSE(are_one("postgresql://localhost/shop", "postgresql://localhost:5433/shop"));
  CHECK_FALSE(are_one("postgresql://db-1/shop", "postgresql://db-2/shop"));
}
