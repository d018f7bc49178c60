#include "catch.h"
#include "statements/do_block/call_finder.h"
#include "statements/do_block/plpgsql.h"
#include "statements/words.h"

using namespace pgplumb;

namespace {

std::vector<std::string> texts(std::string_view sql) {
  std::vector<std::string> found;
  for (const Word& word : cut_into_words(sql)) found.push_back(word.text);
  return found;
}
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("statements: words are cut as PostgreSQL's scanner cuts them") {
  CHECK(texts(R"(CREATE "My ""T""" -- no
                 /* no /* nested */ no */ ('it''s', E'a\'b', $x$ $$ $x$, $1, naïve := 1.5))") ==
        Texts{"create", "My \"T\"", "(", "it's", ",", "a'b", ",", " $$ ", ",", "$1", ",", "naïve", ":=", "1", ".", "5", ")"});
}

TEST_CASE("statements: what is unterminated ends with the text") {
  CHECK(texts("a 'b") == Texts{"a", "b"});
  CHECK(texts("a 'b'") == Texts{"a", "b"});
  CHECK(texts("a $$b") == Texts{"a", "b"});
  CHECK(texts("a /* b") == Texts{"a"});
  CHECK(texts("\"") == Texts{""});
  CHECK(texts("$") == Texts{"$"});
}

TEST_CASE("statements: PL/pgSQL is cut into statements with their stretch of the text") {
  const std::string_view body =
      "DECLARE n int; BEGIN IF a THEN CREATE TABLE t (i int); END IF; EXCEPTION WHEN others THEN NULL; END;";
  const PlStatement block = read_plpgsql(body);
  REQUIRE(block.statements.size() == 2);
  CHECK(block.statements.front().kind == PlStatement::Kind::assign);
  CHECK(block.statements.front().targets == std::vector<std::string>{"n"});
  const PlStatement& choice = block.statements.back();
  REQUIRE(choice.kind == PlStatement::Kind::choice);
  REQUIRE(choice.branches.size() == 1);
  CHECK(choice.branches.front().condition.of(body) == "a");
  REQUIRE(choice.branches.front().statements.size() == 1);
  CHECK(choice.branches.front().statements.front().text.of(body) == "CREATE TABLE t (i int)");
  REQUIRE(block.branches.size() == 1);
  CHECK(block.branches.front().condition.of(body) == "others");
}

TEST_CASE("statements: a text that may call a routine is told by the name before a parenthesis") {
  const auto may = [](std::string_view sql) { return may_call(sql, [](const std::string& name) { return name == "f"; }); };
  CHECK(may("SELECT f(1)"));
  CHECK(may("SELECT app.F \n (1)"));
  CHECK(may("SELECT app.\"f\"(1)"));
  CHECK(may("SELECT g(1) + 2 * (f(3))"));
  CHECK(may("SELECT f /* of */ (1)"));
  CHECK(may("SELECT f -- of\n (1)"));
  CHECK(may("SELECT U&\"\\0066\"(1)"));
  CHECK_FALSE(may("SELECT f"));
  CHECK_FALSE(may("SELECT \"F\"(1), of(2), (f) IN (3), 'f'"));
  CHECK_FALSE(may("("));
  CHECK_FALSE(may("\"("));
  CHECK_FALSE(may(""));
}
