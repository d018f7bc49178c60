// Drivers that print the SQLSTATE itself: PHP's PDO, Npgsql, and whatever says SQLSTATE.
#include "explain/messages/code.h"
#include "explain/messages/dialect.h"
#include "explain/messages/sentence.h"
#include "explain/messages/statement.h"

namespace pgplumb {
namespace {

constexpr std::string_view marks[] = {"SQLSTATE", "PostgresException"};

/// The SQLSTATE right behind the mark: SQLSTATE[42703], (SQLSTATE 42P01), PostgresException (0x80004005): 42P01.
std::string_view read_code(std::string_view line) {
  if (const auto announced = find_sqlstate(line.substr(0, 32)); !announced.empty()) return announced;
  const auto colon = line.find("): ");
  const auto code = colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 3, 5);
  return is_sqlstate(code) ? code : std::string_view{};
}

// SQLSTATE[42703]: Undefined column: 7 ERROR:  column "opt" does not exist
// Npgsql.PostgresException (0x80004005): 42P01: relation "calls" does not exist
std::optional<Sighting> read(const Passage& passage) {
  const std::string_view line = passage.line_from(passage.mark);
  const std::string_view code = read_code(line);
  if (code.empty()) return std::nullopt;
  Sighting sighting{.teller = "SQLSTATE"};
  auto sentence = find_sentence(line, server_sentences());
  if (sentence && sentence->error.sqlstate == code) sighting.error = std::move(sentence->error);
  sighting.error.sqlstate = code;
  sighting.end = passage.mark + (sentence ? sentence->end : line.size());
  name_meant(sighting, passage.lines_from(sighting.end, lines_with_statement));
  return sighting;
}

}  // namespace

constinit const Dialect sqlstate_dialect{"sqlstate", "what prints the SQLSTATE itself: PDO, Npgsql", marks, read};

}  // namespace pgplumb
