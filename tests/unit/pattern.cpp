#include <pgplumb/pattern.h>

#include <string>
#include <string_view>

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

TEST_CASE("pattern: of dots and dollars no line's end is more than that") {
  CHECK(Pattern("a(.*)").find("ab\r\nc") == Pattern::Groups{"ab", "b"});
  CHECK_FALSE(Pattern("a$").is_in("a\n"));
  CHECK_FALSE(Pattern("^b").is_in("a\nb"));
}

TEST_CASE("pattern: a text may be as long as any") {
  const std::string text(4'000'000, 'a');
  CHECK(Pattern("(?:a|b)*").matches(text));
  CHECK(Pattern("^(a+)b").find(text).empty());
}

TEST_CASE("pattern: an empty text, and one without bytes, are searched like others") {
  CHECK(Pattern("a*").matches(std::string_view()));
  CHECK(Pattern("a*").find_all("").size() == 1);
  CHECK(Pattern("a").replace(std::string_view(), "b").empty());
}
