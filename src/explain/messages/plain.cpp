// PostgreSQL's sentence by itself, whatever stands before it: other drivers, messages pasted without their wrapping.
#include "explain/messages/dialect.h"
#include "explain/messages/sentence.h"
#include "explain/messages/statement.h"

namespace pgplumb {
namespace {

// What the sentences begin with.
constexpr std::string_view marks[] = {
    "relation ",
    "missing FROM-clause",
    "invalid reference to FROM-clause",
    "column ",
    "record ",
    "current transaction is aborted",
    "null value in column",
    "invalid input value for enum",
    "there is no unique or exclusion constraint",
    "duplicate key value violates",
    "insert or update on table",
    "update or delete on table",
    "new row for relation",
    "value too long for type",
    "schema ",
    "type ",
    "function ",
    "operator does not exist",
    "index ",
    "constraint ",
    "permission denied for ",
};

std::optional<Sighting> read(const Passage& passage) {
  auto sentence = read_sentence(passage.line_from(passage.mark), server_sentences());
  if (!sentence) return std::nullopt;
  Sighting sighting{.error = std::move(sentence->error), .teller = "PostgreSQL", .end = passage.mark + sentence->end};
  name_meant(sighting, passage.lines_from(sighting.end, lines_with_statement));
  return sighting;
}

}  // namespace

constinit const Dialect plain_dialect{"plain", "the server's sentence by itself", marks, read};

}  // namespace pgplumb
