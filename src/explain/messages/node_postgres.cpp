// node-postgres and what builds on it (TypeORM, Sequelize, Knex, Drizzle): `error: …`, then the code some lines below.
#include <algorithm>

#include "explain/messages/code.h"
#include "explain/messages/dialect.h"
#include "explain/messages/sentence.h"
#include "explain/messages/statement.h"

namespace pgplumb {
namespace {

constexpr std::string_view marks[] = {"rror: "};
constexpr std::size_t longest_block = 60;  // lines: a stack trace and the properties of the error

/// The stack trace and the properties `{ length: 111, severity: 'ERROR', code: '42P01', … }` behind the message, where they are
/// there; the same failure repeats its message inside them.
std::string_view read_block(const Passage& passage, std::size_t from) {
  const std::string_view lines = passage.lines_from(from, longest_block);
  if (passage.one_record) return lines;
  if (!lines.starts_with("\n    at ")) return {};
  static constexpr std::string_view last_property = "routine: '";
  const auto end = lines.find(last_property);
  return end == std::string_view::npos ? std::string_view{} : lines.substr(0, end + last_property.size());
}

// error: relation "call_records" does not exist
//     at /app/node_modules/pg/lib/client.js:694:17 … {
//   code: '42P01', …
std::optional<Sighting> read(const Passage& passage) {
  const std::size_t message = passage.mark + marks[0].size();
  auto sentence = read_sentence(passage.line_from(message), server_sentences());
  if (!sentence) return std::nullopt;
  Sighting sighting{.error = std::move(sentence->error), .teller = "node-postgres", .end = message + sentence->end};
  const std::string_view block = read_block(passage, sighting.end);
  name_meant(sighting, block.empty() ? passage.lines_from(sighting.end, lines_with_statement) : block);
  sighting.end += block.size();
  return sighting;
}

}  // namespace

constinit const Dialect node_postgres_dialect{"node-postgres", "node-postgres, TypeORM, Sequelize, Knex", marks, read};

}  // namespace pgplumb
