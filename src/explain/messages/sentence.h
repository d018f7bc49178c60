// PostgreSQL's own words: the sentence that every driver passes on, whatever it wraps around it.
#pragma once

#include <pgplumb/explain/incident.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace pgplumb {

/// One message of the server, as in its sources (parse_relation.c, execMain.c, postgres.c …). In `form`, {schema} {relation}
/// {column} {type} {constraint} {value} are what it names; {table} is a relation with or without its schema, {field} a column
/// with or without its table,
/// {} is passed over. A quote stands for itself, doubled or behind backslashes too.
struct SentenceForm {
  std::string_view sqlstate;
  std::string_view form;
};
std::span<const SentenceForm> server_sentences();

struct SentenceRead {
  ErrorReport error;      ///< SQLSTATE and names
  std::size_t begin = 0;  ///< of the sentence, in the text
  std::size_t end = 0;
};

/// The sentence that the text begins with (blanks apart), by the first of the forms that fits.
std::optional<SentenceRead> read_sentence(std::string_view text, std::span<const SentenceForm> forms);

/// The first sentence within the text's first 2,000 bytes.
std::optional<SentenceRead> find_sentence(std::string_view text, std::span<const SentenceForm> forms);

/// Splits "public.calls" at its first dot into schema and relation; "call_log.id" (and "public.call_log.id") at its last into
/// table and column.
void name_table(ErrorReport& error, std::string_view qualified);
void name_field(ErrorReport& error, std::string_view qualified);

}  // namespace pgplumb
