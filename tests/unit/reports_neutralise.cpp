#include <pgplumb/reports/report.h>

#include "catch.h"

using pgplumb::neutralise;

TEST_CASE("reports: neutralise leaves names as they are") {
  CHECK(neutralise("") == "");
  CHECK(neutralise("calls") == "calls");
  CHECK(neutralise("größe, 通話, 📞") == "größe, 通話, 📞");
  CHECK(neutralise("'{}'::jsonb") == "'{}'::jsonb");
  CHECK(neutralise("C:\\new \"table\" # 1") == "C:\\new \"table\" # 1");
}

TEST_CASE("reports: neutralise shows what would be invisible") {
  CHECK(neutralise("a\nb\rc\td") == "a\\nb\\rc\\td");
  CHECK(neutralise("\x1b[31mred\x7f") == "\\x1b[31mred\\x7f");
  CHECK(neutralise(std::string_view("\0", 1)) == "\\x00");
  CHECK(neutralise("\u009b") == "\\u009b");
  CHECK(neutralise("a\u202eb\u2066c\u200bd\ufeff") == "a\\u202eb\\u2066c\\u200bd\\ufeff");
  CHECK(neutralise("\u00a0\u2028\u3000") == "\\u00a0\\u2028\\u3000");
  CHECK(neutralise("\U000E0041") == "\\u{e0041}");
}

TEST_CASE("reports: neutralise shows bytes that are no UTF-8") {
  CHECK(neutralise("\xff") == "\\xff");
  CHECK(neutralise("\xe2\x80") == "\\xe2\\x80");
  CHECK(neutralise("\xc0\x80") == "\\xc0\\x80");           // overlong NUL
  CHECK(neutralise("\xed\xa0\x80") == "\\xed\\xa0\\x80");  // a surrogate
  CHECK(neutralise("\xf4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");
}

TEST_CASE("reports: neutralise disarms commands of build servers") {
  CHECK(neutralise("::error::x") == "\\x3a:error::x");
  CHECK(neutralise("a ::error::x") == "a \\x3a:error::x");
  CHECK(neutralise("a ##[error]x") == "a \\x23#[error]x");
  CHECK(neutralise("##vso[task.complete]") == "\\x23#vso[task.complete]");
}
