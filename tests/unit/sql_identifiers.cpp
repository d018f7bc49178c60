#include <pgplumb/sql/identifier.h>

#include "catch.h"

using namespace pgplumb;

TEST_CASE("sql: identifiers and literals are quoted so that nothing gets out") {
  CHECK(quote_identifier("call_log") == "\"call_log\"");
  CHECK(quote_identifier("a\"b") == "\"a\"\"b\"");
  CHECK(quote_literal("it's") == "'it''s'");
  CHECK(quote_literal("a\\'b") == "E'a\\\\''b'");
  Symbols symbols;
  CHECK(quote_qualified(*symbols.make("users", symbols.make("auth"))) == "\"auth\".\"users\"");
  CHECK(quote_qualified(*symbols.make("users", symbols.make("public"))) == "\"users\"");
  CHECK(quote_qualified(*symbols.make("users")) == "\"users\"");
}

TEST_CASE("sql: names are quoted where PostgreSQL does so: reserved words, names of columns, of functions and types") {
  for (const char* plain : {"call_log", "_1", "name", "value", "key", "type"}) CHECK(quote_where_needed(plain) == plain);
  for (const char* special : {"order", "user", "left", "interval", "Call", "1st", "a b", "a$", "naïve", ""})
    CHECK(quote_where_needed(special) == quote_identifier(special));
}

TEST_CASE("sql: names are cut at 63 bytes, never inside a character") {
  const std::string ascii(70, 'x');
  CHECK(truncate_identifier(ascii).size() == 63);
  std::string umlauts;
  for (int i = 0; i < 40; ++i) umlauts += "ü";
  CHECK(truncate_identifier(umlauts).size() == 62);
  CHECK(truncate_identifier("short") == "short");
}

TEST_CASE("sql: names of unnamed constraints and indexes are PostgreSQL's") {
  CHECK(make_object_name("orders", "customer_id", "fkey") == "orders_customer_id_fkey");
  CHECK(make_object_name("orders", "", "pkey") == "orders_pkey");
  // As PostgreSQL 15 names them.
  CHECK(make_object_name("a_table_with_quite_a_long_name_for_a_test", "a_column_with_quite_a_long_name_too", "idx") ==
        "a_table_with_quite_a_long_nam_a_column_with_quite_a_long_na_idx");
  CHECK(make_object_name(std::string(70, 't'), "c", "key") == std::string(57, 't') + "_c_key");
}

TEST_CASE("sql: names are one where text and known schemas are") {
  Symbols symbols;
  const Symbol* users = symbols.make("users", symbols.make("auth"));
  CHECK(same_name(users, symbols.make("users", symbols.make("auth"))));
  CHECK(same_name(users, symbols.make("users")));
  CHECK_FALSE(same_name(users, symbols.make("users", symbols.make("public"))));
  CHECK_FALSE(same_name(users, nullptr));
  CHECK(same_name(nullptr, nullptr));
  const Symbol* mapped = symbols.make("user");
  mapped->stands_for = users;
  CHECK(same_name(mapped, users));
  CHECK(display_name(*users) == "auth.users");
  CHECK(display_name(*symbols.make("users", symbols.make("public"))) == "users");
}

TEST_CASE("sql: the nearest name is found") {
  const std::vector<std::string> names = {"String", "Int", "DateTime"};
  CHECK(nearest_name("Strng", names) == "String");
  CHECK(nearest_name("datetime", names) == "DateTime");
  CHECK(nearest_name("Decimal", names) == "");
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("Agnet", "Agent") == 1);  // two letters that changed places
  CHECK(edit_distance("ca", "abc") == 3);
}
