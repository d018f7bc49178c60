#include <pgplumb/pattern.h>

#include "catch.h"

using namespace pgplumb;

TEST_CASE("pattern: it matches a text as a whole, or is somewhere in it") {
  const Pattern pattern(R"((\d+)_(.*)\.sql)");
  CHECK(pattern.match("12_calls.sql") == Pattern::Groups{"12_calls.sql", "12", "calls"});
  CHECK(pattern.match("V12_calls.sql").empty());
  CHECK(pattern.find("V12_calls.sql") == Pattern::Groups{"12_calls.sql", "12", "calls"});
  CHECK(pattern.matches("1_.sql"));
  CHECK_FALSE(pattern.is_in("calls.sql"));
}

TEST_CASE("pattern: a group without a part in what was found is empty") {
  CHECK(Pattern("(a)|(b)").match("b") == Pattern::Groups{"b", "", "b"});
  CHECK(Pattern("").matches(""));
}

TEST_CASE("pattern: all places are found, each a part of the text") {
  const std::string_view text = "${a} ${b}";
  const auto all = Pattern(R"(\$\{(\w+)\})").find_all(text);
  REQUIRE(all.size() == 2);
  CHECK(all[1][1] == "b");
  CHECK(all[1][0].data() - text.data() == 5);
}

TEST_CASE("pattern: letters of either case, where that is asked for") {
  CHECK(Pattern("insert", Pattern::Letters::of_either_case).matches("INSERT"));
  CHECK_FALSE(Pattern("insert").matches("INSERT"));
}

TEST_CASE("pattern: what is found is replaced everywhere") { CHECK(Pattern("[{}]").replace("{a}b{", "") == "ab"); }
