#include "explain/messages/sentence.h"

#include <algorithm>
#include <string>

namespace pgplumb {
namespace {

constexpr std::string_view::size_type npos = std::string_view::npos;

// Forms that say more stand before those that say less and would fit as well.
constexpr SentenceForm sentences[] = {
    {"42P01", R"(relation "{table}" does not exist)"},
    {"42P01", R"(missing FROM-clause entry for table "{table}")"},
    {"42P01", R"(invalid reference to FROM-clause entry for table "{table}")"},
    {"42703", R"(column "{column}" of relation "{table}" does not exist)"},
    {"42703", R"(column "{column}" named in key does not exist)"},
    {"42703", R"(column "{column}" referenced in foreign key constraint does not exist)"},
    {"42703", R"(column "{column}" does not exist)"},
    {"42703", R"(column {field} does not exist)"},
    {"42703", R"(record "{}" has no field "{column}")"},
    {"25P02", R"(current transaction is aborted, commands ignored until end of transaction block)"},
    {"23502", R"(null value in column "{column}" of relation "{table}" violates not-null constraint)"},
    {"23502", R"(null value in column "{column}" violates not-null constraint)"},
    {"22P02", R"(invalid input value for enum {type}: "{value}")"},
    {"42P10", R"(there is no unique or exclusion constraint matching the ON CONFLICT specification)"},
    {"23505", R"(duplicate key value violates unique constraint "{constraint}")"},
    {"23503", R"(insert or update on table "{table}" violates foreign key constraint "{constraint}")"},
    {"23503", R"(update or delete on table "{table}" violates foreign key constraint "{constraint}")"},
    {"23001", R"(update or delete on table "{table}" violates RESTRICT setting of foreign key constraint "{constraint}")"},
    {"23514", R"(new row for relation "{table}" violates check constraint "{constraint}")"},
    {"22001", R"(value too long for type {type})"},
    {"3F000", R"(schema "{schema}" does not exist)"},
    {"42704", R"(type "{type}" does not exist)"},
    {"42883", R"(function {value} does not exist)"},
    {"42883", R"(operator does not exist: {value})"},
    {"42704", R"(index "{value}" does not exist)"},
    {"42704", R"(constraint "{constraint}" of relation "{table}" does not exist)"},
    {"42501", R"(permission denied for table {table})"},
    {"42501", R"(permission denied for schema {schema})"},
    {"42P07", R"(relation "{table}" already exists)"},
    {"42701", R"(column "{column}" of relation "{table}" already exists)"},
    {"42710", R"(type "{type}" already exists)"},
};

constexpr std::size_t longest_name = 300;  // 63 bytes, written as JSON escapes in the worst case

/// Whether two quotes at `at` are an empty name ("" at the end of a sentence) and not one quote as CSV doubles it.
bool quotes_nothing(std::string_view text, std::size_t at) {
  return at > 0 && text[at - 1] == ' ' && (at + 2 >= text.size() || text[at + 2] == '\n' || text[at + 2] == ' ');
}

/// The bytes at `at` that stand for one double quote: ", "" (CSV), \" (JSON), \\\" (JSON in JSON); 0 for none.
std::size_t quote_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 8 && text[end] == '\\') ++end;
  if (end >= text.size() || text[end] != '"') return 0;
  const bool doubled = end == at && end + 1 < text.size() && text[end + 1] == '"' && !quotes_nothing(text, at);
  return end - at + (doubled ? 2 : 1);
}

/// The bytes of `text` at `at` that are the literal; npos where they are not.
std::size_t literal_length(std::string_view text, std::size_t at, std::string_view literal) {
  std::size_t end = at;
  for (const char c : literal) {
    const std::size_t length = c == '"' ? quote_length(text, end) : (end < text.size() && text[end] == c ? 1 : 0);
    if (length == 0) return npos;
    end += length;
  }
  return end - at;
}

bool ends_name(char c) { return c == '\n' || c == '\r' || c == '\0'; }

/// Where the literal that follows a name begins; npos when the line or the longest name ends before.
std::size_t find_literal(std::string_view text, std::size_t from, std::string_view literal) {
  const std::size_t limit = std::min(text.size(), from + longest_name);
  for (std::size_t at = from; at < limit && !ends_name(text[at]); ++at)
    if ((text[at] == literal.front() || text[at] == '\\') && literal_length(text, at, literal) != npos) return at;
  return npos;
}

/// The end of a name that nothing follows in the form.
std::size_t end_of_word(std::string_view text, std::size_t from) {
  const std::size_t limit = std::min(text.size(), from + longest_name);
  while (from < limit && !ends_name(text[from]) && text[from] != '"' && text[from] != '\\' && text[from] != '\'') ++from;
  return from;
}

std::string_view without_quotes(std::string_view name) {
  while (!name.empty() && (name.front() == '"' || name.front() == '\\')) name.remove_prefix(1);
  while (!name.empty() && (name.back() == '"' || name.back() == '\\')) name.remove_suffix(1);
  return name;
}

void name_part(ErrorReport& error, std::string_view part, std::string_view name) {
  if (part == "table")
    name_table(error, name);
  else if (part == "field")
    name_field(error, name);
  else if (part == "schema")
    error.schema = name;
  else if (part == "column")
    error.column = name;
  else if (part == "type")
    error.type = without_quotes(name);
  else if (part == "constraint")
    error.constraint = name;
  else if (part == "value")
    error.value = name;
}

/// Cheap: nearly every place that is asked is none of the form.
bool begins_form(std::string_view text, std::size_t begin, const SentenceForm& form) {
  return text[begin] == form.form.front() && literal_length(text, begin, form.form.substr(0, form.form.find('{'))) != npos;
}

std::optional<SentenceRead> match_form(std::string_view text, std::size_t begin, const SentenceForm& form) {
  SentenceRead read{.begin = begin, .end = begin};
  read.error.sqlstate = form.sqlstate;
  for (std::string_view rest = form.form; !rest.empty();) {
    const std::string_view literal = rest.substr(0, rest.find('{'));
    const std::size_t length = literal_length(text, read.end, literal);
    if (length == npos) return std::nullopt;
    read.end += length;
    rest.remove_prefix(literal.size());
    if (rest.empty()) break;

    const auto brace = rest.find('}');
    const std::string_view part = rest.substr(1, brace - 1);
    rest.remove_prefix(brace + 1);
    const std::size_t name_end =
        rest.empty() ? end_of_word(text, read.end) : find_literal(text, read.end, rest.substr(0, rest.find('{')));
    if (name_end == npos || (name_end == read.end && part != "value")) return std::nullopt;
    name_part(read.error, part, text.substr(read.end, name_end - read.end));
    read.end = name_end;
  }
  return read;
}

}  // namespace

std::span<const SentenceForm> server_sentences() { return sentences; }

std::optional<SentenceRead> read_sentence(std::string_view text, std::span<const SentenceForm> forms) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == npos) return std::nullopt;
  for (const auto& form : forms)
    if (begins_form(text, begin, form))
      if (auto read = match_form(text, begin, form)) return read;
  return std::nullopt;
}

std::optional<SentenceRead> find_sentence(std::string_view text, std::span<const SentenceForm> forms) {
  const std::size_t limit = std::min<std::size_t>(text.size(), 2000);
  for (std::size_t begin = 0; begin < limit; ++begin)
    for (const auto& form : forms)
      if (begins_form(text, begin, form))
        if (auto read = match_form(text, begin, form)) return read;
  return std::nullopt;
}

void name_table(ErrorReport& error, std::string_view qualified) {
  const auto dot = qualified.find('.');
  if (dot != npos) error.schema = qualified.substr(0, dot);
  error.relation = dot == npos ? qualified : qualified.substr(dot + 1);
}

void name_field(ErrorReport& error, std::string_view qualified) {
  const auto dot = qualified.rfind('.');
  error.column = dot == npos ? qualified : qualified.substr(dot + 1);
  if (dot != npos) name_table(error, qualified.substr(0, dot));
}

}  // namespace pgplumb
