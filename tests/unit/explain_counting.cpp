// Equal errors once, and what an error drags along.
#include <pgplumb/explain/incident.h>

#include "catch.h"

using namespace pgplumb;

namespace {

constexpr std::string_view undefined_column = "psycopg2.errors.UndefinedColumn: column call_log.mode does not exist\n";
constexpr std::string_view aborted =
    "psycopg2.errors.InFailedSqlTransaction: current transaction is aborted, commands ignored until end of transaction block\n";

std::string repeat(std::string_view text, int times) {
  std::string all;
  while (times-- > 0) all += text;
  return all;
}

}  // namespace

TEST_CASE("explain: equal errors are counted, with the first and the last time") {
  const auto errors = read_errors(
      "2026-03-01 03:02:11,480 ERROR api failed\n" + std::string(undefined_column) + "2026-03-01 03:02:12,000 INFO nothing\n" +
      "2026-03-01 03:09:40,001 ERROR api failed\nTraceback (most recent call last):\n" + std::string(undefined_column));
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].count == 2);
  CHECK(errors[0].first_seen == "2026-03-01 03:02:11");
  CHECK(errors[0].last_seen == "2026-03-01 03:09:40");
}

TEST_CASE("explain: a failed transaction's errors are counted to the error before them") {
  const auto errors = read_errors(std::string(undefined_column) + repeat(aborted, 7) + "relation \"calls\" does not exist\n" +
                                  repeat(aborted, 2));
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].column == "mode");
  CHECK(errors[0].dragged_along == 7);
  CHECK(errors[1].relation == "calls");
  CHECK(errors[1].dragged_along == 2);
}

TEST_CASE("explain: sessions that the log names are kept apart") {
  const auto errors = read_errors(
      "2026-03-01 03:02:11.480 UTC [71] ERROR:  relation \"calls\" does not exist at character 15\n"
      "2026-03-01 03:02:11.481 UTC [72] ERROR:  column \"x\" of relation \"notes\" does not exist\n"
      "2026-03-01 03:02:11.482 UTC [71] ERROR:  current transaction is aborted, commands ignored until end of transaction "
      "block\n");
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].dragged_along == 1);
  CHECK(errors[1].dragged_along == 0);
}

TEST_CASE("explain: a failed transaction whose first error is not in the log is an error of its own") {
  const auto errors = read_errors(repeat(aborted, 3) + std::string(undefined_column));
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].sqlstate == "25P02");
  CHECK(errors[0].count == 3);
  CHECK(errors[1].dragged_along == 0);
}

TEST_CASE("explain: one failure told by driver, wrapper and server is one") {
  const auto errors = read_errors(
      "db-1   | 2026-03-01 03:02:11.480 UTC [71] ERROR:  column call_log.mode does not exist at character 8\n"
      "api-1  | " +
      std::string(undefined_column) +
      "api-1  | The above exception was the direct cause of the following exception:\n"
      "api-1  | sqlalchemy.exc.ProgrammingError: (psycopg2.errors.UndefinedColumn) column call_log.mode does not exist\n");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].count == 1);
}

TEST_CASE("explain: two aliases of one table are one error") {
  const auto errors = read_errors(
      "ERROR:  column a.mode does not exist\nSTATEMENT:  SELECT a.mode FROM call_log a\n"
      "ERROR:  column b.mode does not exist\nSTATEMENT:  SELECT b.mode FROM call_log AS b, notes n\n");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].relation == "call_log");
  CHECK(errors[0].count == 2);
}

TEST_CASE("explain: an endless line is read in pieces") {
  std::string line;
  for (int i = 0; i < 20000; ++i) line += "relation \"calls\" does not exist; ";
  const auto errors = read_errors(line);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].count == 20000);
}
