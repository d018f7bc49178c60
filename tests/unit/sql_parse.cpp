#include <pgplumb/sql/parse.h>

#include "catch.h"

using namespace pgplumb;

namespace {

/// Everything a script visitor was told, as text.
struct Visit {
  std::vector<std::string> statements, problems, passed_over;
  std::vector<std::size_t> problem_offsets;

  explicit Visit(std::string_view text) {
    parse_script(text, {[&](const ParsedStatement& statement) { statements.emplace_back(statement.text); },
                        [&](const SyntaxProblem& problem) {
                          problems.push_back(problem.message);
                          problem_offsets.push_back(problem.at);
                        },
                        [&](std::size_t, std::string_view what) { passed_over.emplace_back(what); }});
  }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("sql: a script is cut as psql cuts it") {
  const Visit visit(R"(
    -- a comment; with a semicolon
    CREATE TABLE "a;b" (id int DEFAULT 1 /* ; /* nested ; */ */, t text DEFAULT ';' ) ;;
    SELECT E'\';' || ';''' || $$;$$ || $tag$ $$; $tag$;
    ;
    CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b);
    CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
    BEGIN; END
  )");
  CHECK(visit.problems == Texts{});
  REQUIRE(visit.statements.size() == 6);
  CHECK(visit.statements[1] == R"(SELECT E'\';' || ';''' || $$;$$ || $tag$ $$; $tag$)");
  CHECK(visit.statements[2] == "CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b)");
  CHECK(visit.statements[5] == "END");
}

TEST_CASE("sql: one bad statement costs one statement") {
  const std::string script =
      "CREATE TABLE a (id int);\nCREATE TABLE b (id int;\nCREATE TABLE ü (id int) WUT;\nCREATE TABLE d (id int);";
  const Visit visit(script);
  CHECK(visit.statements == Texts{"CREATE TABLE a (id int)", "CREATE TABLE d (id int)"});
  REQUIRE(visit.problems.size() == 2);
  CHECK(visit.problems[0] == "syntax error at end of input");
  CHECK(visit.problems[1] == "syntax error at or near \"WUT\"");
  CHECK(script.substr(visit.problem_offsets[1], 3) == "WUT");
}

TEST_CASE("sql: psql's own lines and COPY data are passed over") {
  const Visit visit(
      "\\connect shop\nSET a = 1;\nCOPY public.t (a, b) FROM stdin WITH (FORMAT text);\n1\tit's; $$\n2\t\\N\n\\.\n\nSELECT 1 "
      "\\gset\nSELECT "
      "2;\n\\.x\n");
  CHECK(visit.problems == Texts{});
  CHECK(visit.statements == Texts{"SET a = 1", "COPY public.t (a, b) FROM stdin WITH (FORMAT text)", "SELECT 1", "SELECT 2"});
  CHECK(visit.passed_over == Texts{"\\connect", "COPY data", "\\gset", "\\.x"});
}

TEST_CASE("sql: COPY without data is followed by statements") {
  const Visit visit("COPY t FROM stdin;\nSELECT 1;");
  CHECK(visit.statements == Texts{"COPY t FROM stdin", "SELECT 1"});
}

TEST_CASE("sql: junk is a problem, not a crash") {
  CHECK(Visit("").statements.empty());
  CHECK(Visit(" \n -- nothing\n ; /* unterminated").statements.empty());
  CHECK(Visit("SELECT 'unterminated").problems.size() == 1);
  CHECK(Visit("SELECT \"unterminated; SELECT 1;").problems.size() == 1);
  CHECK(Visit("SELECT $a$ unterminated; SELECT 1;").problems.size() == 1);
  CHECK(Visit("SELECT E'\\").problems.size() == 1);
  CHECK(Visit("\xff\xfe;\xf0;SELECT 1;\xc3").statements == Texts{"SELECT 1"});
  CHECK(Visit(std::string_view("SELECT 1;\0SELECT 2;SELECT 3", 27)).statements == Texts{"SELECT 1", "SELECT 3"});
  CHECK(Visit("SELECT " + std::string(20000, '(') + ";SELECT 1").statements == Texts{"SELECT 1"});
  const Visit unclosed("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; CREATE TABLE a (); CREATE TABLE b ();");
  CHECK(unclosed.statements == Texts{"CREATE TABLE a ()", "CREATE TABLE b ()"});
}

TEST_CASE("sql: statements are found across the borders of chunks, at their place") {
  std::string script = "\xEF\xBB\xBF";
  constexpr int count = 20000;  // about 1.4 MB, several chunks
  for (int i = 0; i < count; ++i)
    script += "-- é\n  CREATE TABLE t" + std::to_string(i) + " (id integer PRIMARY KEY, name text);\n";
  script.insert(script.find("CREATE TABLE t12345 "), "BROKEN; ");

  const SourceText source("many.sql", script);
  int statements = 0, problems = 0;
  const auto statement = [&](const ParsedStatement& s) {
    const Position at = source.at(s.begin);
    const bool is_in_place = at.line == static_cast<unsigned>(2 * statements + 2) && at.column == (statements == 12345 ? 11 : 3);
    if (!is_in_place) FAIL_CHECK("statement " << statements << " at " << at.text());
    ++statements;
  };
  parse_script(source.text(), {statement,
                               [&](const SyntaxProblem& p) {
                                 CHECK(source.at(p.at).line == 2 * 12345 + 2);
                                 ++problems;
                               },
                               {}});
  CHECK(statements == count);
  CHECK(problems == 1);
}

TEST_CASE("sql: a position counts code points, and a byte order mark not at all") {
  const SourceText source("a.sql", "\xEF\xBB\xBFé x\r\n\tü y");
  CHECK(source.text().substr(0, 2) == "é");
  CHECK(source.at(0).text() == "a.sql:1:1");
  CHECK(source.at(3).text() == "a.sql:1:3");
  CHECK(source.at(source.text().find('y')).text() == "a.sql:2:4");
  CHECK(source.at(1000).text() == "a.sql:2:5");

  const std::string long_line = "é" + std::string(100'000, 'x') + "\ny";
  CHECK(SourceText("b.sql", long_line).at(90'002).text() == "b.sql:1:90002");
  CHECK(SourceText("b.sql", long_line).at(long_line.size() - 1).text() == "b.sql:2:1");
}
