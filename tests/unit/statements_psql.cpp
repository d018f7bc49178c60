// Scripts that psql's commands steer, as psql would run them.
#include <pgplumb/error.h>

#include <map>

#include "statements_replayed.h"

using namespace pgplumb;

namespace {

/// `others` are what \i and \ir find, by the path as it is written.
Catalog run_by_psql(std::string_view sql, std::map<std::string, std::string> others = {}) {
  Draft draft;
  Replay replay(draft);
  replay.include_with([&](const std::string& path, bool, const std::string&) -> std::optional<SourceText> {
    const auto found = others.find(path);
    return found == others.end() ? std::nullopt : std::optional<SourceText>(std::in_place, path, found->second);
  });
  replay.run(SourceText("a.sql", std::string(sql)));
  Catalog catalog = draft.settle();
  replay.report_to(catalog);
  return catalog;
}

/// "app.t at a.sql:2:1", of tables.
::Lines tables(const Catalog& catalog) {
  ::Lines lines;
  for (const Entry& entry : catalog.entries())
    if (entry.id.space == Namespace::relation) lines.push_back(display_id(entry.id) + " at " + entry.declared_at.text());
  return lines;
}

::Lines not_compared(const Catalog& catalog) {
  ::Lines lines;
  for (const NotCompared& one : catalog.not_compared) lines.push_back(one.what + " at " + one.at.text());
  return lines;
}

}  // namespace

TEST_CASE("psql: what \\set gives is put in, as a word, a name or a literal") {
  const Catalog catalog = run_by_psql(
      "\\set s app\n\\set t 'big ' table\n\\set n 20 \\set again :s _x\n"
      "CREATE SCHEMA :s; CREATE SCHEMA :again;\n"
      "CREATE TABLE :s.:\"t\" (a varchar(:n) DEFAULT :'t', b text DEFAULT ':s', c int[] CHECK (c[1:2] IS NOT NULL));");
  CHECK(tables(catalog) == ::Lines{"app.big table at a.sql:5:1"});
  CHECK(objects(catalog)[1] == "app.big table.a: varchar(20) default 'big table'");
  CHECK(problems(catalog).empty());
  CHECK(not_compared(catalog).empty());
}

TEST_CASE("psql: only the branch of an \\if that is taken runs, in the middle of a statement, too") {
  const Catalog catalog = run_by_psql(
      "\\set big yes\n\\if :big\nCREATE TABLE a (i int\n\\if off\n, x int\n\\else\n, y int\n\\endif\n);\n\\elif true\n"
      "CREATE TABLE b (i int);\n\\else\n\\if true\nCREATE TABLE c (i int);\n\\endif\n\\endif\nCREATE TABLE d (i int);\n"
      "\\if false\n\\q\n\\endif\nCREATE TABLE e (i int);\n\\q\nCREATE TABLE f (i int);");
  CHECK(tables(catalog) == ::Lines{"a at a.sql:3:1", "d at a.sql:17:1", "e at a.sql:21:1"});
  CHECK(objects(catalog)[2] == "a.y: integer");
}

TEST_CASE("psql: where a condition cannot be told both branches are named") {
  const Catalog catalog = run_by_psql(
      "SELECT true AS there \\gset\n\\if :there\nCREATE TABLE a (i int);\n\\set s x\n\\else\nCREATE TABLE b (i int);\n\\endif\n"
      "CREATE TABLE :s (i int);\nCREATE TABLE c (i int);");
  CHECK(tables(catalog) == ::Lines{"c at a.sql:9:1"});
  CHECK(not_compared(catalog) ==
        ::Lines{"statement behind \\if at a.sql:3:1", "statement behind \\if at a.sql:6:1", "statement with :s at a.sql:8:1"});
}

TEST_CASE("psql: a default for what -v may give counts, and is named") {
  const Catalog catalog = run_by_psql("\\if :{?s}\n\\else\n\\set s app\n\\endif\nCREATE SCHEMA :s; CREATE TABLE :s.t (i int);");
  CHECK(tables(catalog) == ::Lines{"app.t at a.sql:5:19"});
  CHECK(not_compared(catalog) == ::Lines{"psql variable s at a.sql:1:1"});
}

TEST_CASE("psql: what is included runs where it is included") {
  const Catalog catalog =
      run_by_psql("\\set s app\n\\ir b.sql\n\\i nowhere.sql\nCREATE TABLE :s.:name (i int);\n",
                  {{"b.sql", "CREATE SCHEMA :s;\n\\set name t\nCREATE TABLE :s.b (i int);\n\\q\nCREATE TABLE never (i int);"}});
  CHECK(tables(catalog) == ::Lines{"app.b at b.sql:3:1", "app.t at a.sql:4:1"});
  CHECK(not_compared(catalog) == ::Lines{"included file nowhere.sql at a.sql:3:1"});
  CHECK(catalog.absences_uncertain);
}

TEST_CASE("psql: scripts that include one another come to an end") {
  const Catalog catalog =
      run_by_psql("\\ir b.sql\n\\ir c.sql\n", {{"b.sql", "\\ir c.sql\n\\ir b.sql\n"}, {"c.sql", "\\ir b.sql\n"}});
  CHECK(not_compared(catalog) == ::Lines{"included file b.sql at c.sql:1:1", "included file b.sql at b.sql:2:1",
                                         "included file c.sql at b.sql:1:1", "included file b.sql at b.sql:2:1"});
}

TEST_CASE("psql: the statements that a query gives are executed") {
  const Catalog catalog = run_by_psql(
      "\\set p x\nSELECT format('CREATE TABLE %I (i int)', :'p' || n) FROM unnest(ARRAY['a', 'b']) AS n \\gexec\n"
      "SELECT 'CREATE TABLE c (i int)', 'CREATE TABLE d (i int)' \\gexec\n");
  CHECK(tables(catalog) == ::Lines{"xa at a.sql:2:1", "xb at a.sql:2:1"});
  CHECK(not_compared(catalog) == ::Lines{"psql command \\gexec at a.sql:3:1"});
}

TEST_CASE("psql: what a script has of another database is told across files") {
  Draft draft;
  Replay replay(draft);
  replay.run(SourceText("a.sql", "\\connect shop\nCREATE TABLE a (i int);"));
  replay.run(SourceText("b.sql", "CREATE TABLE b (i int);"));
  replay.run(SourceText("c.sql", "\\connect shop\nCREATE TABLE c (i int);"));
  try {
    replay.run(SourceText("d.sql", "\\connect crm\nCREATE TABLE d (i int);"));
    FAIL("taken, though it is for another database");
  } catch (const Error& error) {
    CHECK(error.at().text() == "d.sql:1:1");
    CHECK(error.message() == "what follows is made in the database crm, what stands before it in shop");
  }
}

TEST_CASE("psql: a command behind one that is not followed, and a name with psql's semicolon") {
  CHECK(tables(run_by_psql("CREATE TABLE a (i int);\n\\echo all done \\q\nCREATE TABLE b (i int);")) ==
        ::Lines{"a at a.sql:1:1"});
  CHECK(tables(run_by_psql("\\! rm x \\q\nCREATE TABLE b (i int);\n\\q")) == ::Lines{"b at a.sql:2:1"});
  const Catalog catalog = run_by_psql("\\ir tables.sql;\n", {{"tables.sql", "CREATE TABLE c (i int);"}});
  CHECK(tables(catalog) == ::Lines{"c at tables.sql:1:1"});
  CHECK(not_compared(catalog).empty());
}

TEST_CASE("psql: what is temporary goes when the script is over") {
  const Catalog catalog = run_by_psql(
      "\\set ON_ERROR_STOP on\nCREATE FUNCTION pg_temp.f() RETURNS void LANGUAGE plpgsql AS 'begin end';\nCREATE TABLE t (i "
      "int);");
  CHECK(objects(catalog) == ::Lines{"t: table", "t.i: integer"});
  CHECK(problems(catalog).empty());
}
