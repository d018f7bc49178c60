#include <array>
#include <string>
#include <vector>

#include "catch.h"
#include "kinds/spelling.h"
#include "sources/database/text_array.h"

using namespace pgplumb;

TEST_CASE("database: values of a row") {
  const std::array values{"t", "f", static_cast<const char*>(nullptr), "4294967295", "-3", "1 3 20", "{4,5}", "{}"};
  const Row row(values);
  CHECK(row.flag(0));
  CHECK_FALSE(row.flag(1));
  CHECK(row.is_null(2));
  CHECK(row.text(2).empty());
  CHECK_FALSE(row.flag(2));
  CHECK(row.letter(2) == '\0');
  CHECK(row.oid(3) == 4294967295u);
  CHECK(row.integer(4) == -3);
  CHECK(row.integers(5) == std::vector<unsigned>{1, 3, 20});
  CHECK(row.integers(6) == std::vector<unsigned>{4, 5});
  CHECK(row.integers(7).empty());
}

TEST_CASE("database: arrays of texts in a row") {
  const std::array values{R"({a,"b \"c\" \\ ,}",NULL,"NULL"})", "{}", static_cast<const char*>(nullptr), R"({"",x})"};
  const Row row(values);
  CHECK(row.texts(0) == std::vector<std::string>{"a", R"(b "c" \ ,})", "", "NULL"});
  CHECK(row.texts(1).empty());
  CHECK(row.texts(2).empty());
  CHECK(row.texts(3) == std::vector<std::string>{"", "x"});
}

TEST_CASE("database: an array in text form is read as it was written") {
  const std::vector<std::string> schemas{"public", "Odd \"x\" \\ {,}", "", "NULL"};
  const std::string text = text_array(schemas);
  const std::array values{text.c_str()};
  CHECK(Row(values).texts(0) == schemas);
  CHECK(text_array({}) == "{}");
}
