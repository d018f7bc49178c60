// Scripts that say in which encoding they are.
#include "catch.h"
#include "sources/migrations/client_encoding.h"

using namespace pgplumb;

TEST_CASE("migrations: what follows SET client_encoding is in that encoding") {
  const std::string latin = "SELECT 'caf\xE9'";
  for (const std::string set : {"SET client_encoding = 'LATIN1';", "set client_encoding to latin1;",
                                "SET SESSION client_encoding = \"Latin-1\";", "SET CLIENT_ENCODING = 'iso_8859_1';",
                                "SET NAMES 'WIN1252';", "SELECT 1;\n\\encoding windows-1252\n", "/* */ set names latin1;"})
    CHECK(in_utf8(set + latin) == set + "SELECT 'caf\u00E9'");
  CHECK(in_utf8("SET NAMES 'SJIS'; SELECT '\x83\x4C\x81[';") == "SET NAMES 'SJIS'; SELECT '\u30AD\u30FC';");
  CHECK(in_utf8("SET NAMES EUC_KR; SELECT '\xB0\xA1';") == "SET NAMES EUC_KR; SELECT '\uAC00';");
}

TEST_CASE("migrations: what stands before it, or behind the setting that takes it back, is UTF-8") {
  CHECK(in_utf8("SELECT '\u00E9'; SET NAMES LATIN1; SELECT '\xE9'; RESET client_encoding; SELECT '\u00E9'") ==
        "SELECT '\u00E9'; SET NAMES LATIN1; SELECT '\u00E9'; RESET client_encoding; SELECT '\u00E9'");
  CHECK(in_utf8("SET NAMES LATIN1; SELECT '\xE9'; SET NAMES UTF8; SELECT '\u00E9'") ==
        "SET NAMES LATIN1; SELECT '\u00E9'; SET NAMES UTF8; SELECT '\u00E9'");
}

TEST_CASE("migrations: text that nothing says the encoding of, or says falsely, stays as it is") {
  for (const std::string text :
       {"SELECT 'caf\xE9'", "SET client_encoding = 'UTF8'; SELECT 'caf\xE9'", "SET client_encoding = SQL_ASCII; SELECT 'caf\xE9'",
        "SET client_encoding = 'nowhere'; SELECT 'caf\xE9'", "SELECT 'SET client_encoding = latin1;'; SELECT 'caf\xE9'",
        "-- SET client_encoding = latin1;\nSELECT 'caf\xE9'", "SET NAMES EUC_JP; SELECT '\xFF'",
        "SET client_encoding FROM CURRENT; \xE9"})
    CHECK(in_utf8(text) == text);
}
