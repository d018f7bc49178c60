#include "statements/do_block/catalog_rows/check_text.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "statements/do_block/evaluator/text_functions.h"

namespace pgplumb {

namespace {

/// What ruleutils.c may print around columns and constants.
constexpr std::array<std::string_view, 44> words_around = {"CHECK",
                                                           "NOT VALID",
                                                           "NO INHERIT",
                                                           "AND",
                                                           "OR",
                                                           "NOT",
                                                           "IS NULL",
                                                           "ANY",
                                                           "ALL",
                                                           "ARRAY",
                                                           "CASE",
                                                           "WHEN",
                                                           "THEN",
                                                           "ELSE",
                                                           "END",
                                                           "IS",
                                                           "DISTINCT",
                                                           "FROM",
                                                           "TRUE",
                                                           "true",
                                                           "false",
                                                           "ROW",
                                                           "COALESCE",
                                                           "GREATEST",
                                                           "LEAST",
                                                           "NULLIF",
                                                           "COLLATE",
                                                           "SIMILAR",
                                                           "BETWEEN",
                                                           "IN",
                                                           "text",
                                                           "varchar",
                                                           "bpchar",
                                                           "character varying",
                                                           "integer",
                                                           "smallint",
                                                           "bigint",
                                                           "numeric",
                                                           "boolean",
                                                           "double precision",
                                                           "real",
                                                           "date",
                                                           "timestamp with time zone",
                                                           "time without time zone"};

/// What a CHECK is printed with.
struct PrintedWords {
  std::vector<std::string> certain, constants, possible{words_around.begin(), words_around.end()};
  bool has_only_text = true;  ///< else a constant may be printed otherwise than it was written
  bool is_understood = true;
};

bool is_text(const Draft& draft, const DataType& type) {
  constexpr std::array<std::string_view, 3> texts = {"text", "varchar", "bpchar"};
  if (draft.object<Enum>(type.name)) return true;
  const bool is_builtin = type.name && type.name->parent == pg_catalog();
  return is_builtin && std::find(texts.begin(), texts.end(), type.name->text) != texts.end();
}

void add_type(const Draft& draft, const DataType& type, PrintedWords& words) {
  words.has_only_text &= is_text(draft, type);
  if (type.name) words.possible.push_back(type.name->text);
  if (type.name && type.name->parent) words.possible.push_back(type.name->parent->text);
}

void collect(const Draft& draft, const Expression& part, PrintedWords& words) {
  using Kind = Expression::Kind;
  words.is_understood &= part.kind != Kind::opaque;
  if (part.kind == Kind::column) {
    words.certain.push_back(part.column.symbol ? part.column.symbol->text : part.text);
    if (const auto* column = draft.object<Column>(part.column.symbol)) add_type(draft, column->type, words);
  } else if (part.kind == Kind::literal && part.is_string) {
    words.constants.push_back(part.text);
  } else {
    words.possible.push_back(part.text);
  }
  if (part.kind == Kind::cast) add_type(draft, part.type, words);
  for (const Expression& arg : part.args) collect(draft, arg, words);
}

bool is_printed_as_it_is(std::string_view constant) { return constant.find_first_of("'\\") == std::string_view::npos; }

class Search {
 public:
  Search(PrintedWords words, bool in_any_case) : words_(std::move(words)), in_any_case_(in_any_case) {}

  /// Whether the text holds what stands between two % of a pattern; _ is any letter.
  std::optional<bool> holds(std::string_view piece) const {
    if (piece.size() > 2 && piece.front() == '\'' && piece.back() == '\'') return has_constant(piece.substr(1, piece.size() - 2));
    const std::string pattern = "%" + std::string(piece) + "%";
    const bool are_certain = words_.constants.empty() || (words_.has_only_text && all_as_they_are());
    if (is_in(words_.certain, pattern) || (are_certain && is_in(words_.constants, pattern))) return true;
    const bool is_word = std::all_of(piece.begin(), piece.end(), [](unsigned char c) { return std::isalnum(c) || c == '_'; });
    if (is_word && are_certain && !is_in(words_.possible, pattern)) return false;
    return std::nullopt;
  }

 private:
  std::optional<bool> has_constant(std::string_view quoted) const {
    if (!words_.has_only_text || !all_as_they_are() || !is_printed_as_it_is(quoted)) return std::nullopt;
    return is_in(words_.constants, quoted);
  }
  bool all_as_they_are() const { return std::all_of(words_.constants.begin(), words_.constants.end(), is_printed_as_it_is); }
  bool is_in(const std::vector<std::string>& texts, std::string_view pattern) const {
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
      return in_any_case_ ? matches(lower_case(text), lower_case(pattern)) : matches(text, pattern);
    });
  }

  PrintedWords words_;
  bool in_any_case_;
};

}  // namespace

std::optional<bool> check_text_matches(const Draft& draft, const Symbol* constraint, std::string_view pattern, bool in_any_case) {
  const auto* check = draft.object<Check>(constraint);
  const bool is_search = pattern.starts_with('%') && pattern.ends_with('%') && pattern.find('\\') == std::string_view::npos;
  if (!check || !check->expression || !is_search) return std::nullopt;
  PrintedWords words;
  collect(draft, *check->expression.tree, words);
  if (!words.is_understood) return std::nullopt;
  const Search search(std::move(words), in_any_case);
  std::size_t pieces = 0;
  bool are_all_there = true;
  for (std::size_t begin = 0; begin < pattern.size();) {
    const std::size_t end = std::min(pattern.find('%', begin), pattern.size());
    const std::string_view piece = pattern.substr(begin, end - begin);
    begin = end + 1;
    if (piece.empty()) continue;
    const auto is_there = search.holds(piece);
    if (is_there == false) return false;
    are_all_there &= is_there.has_value();
    ++pieces;
  }
  // Of several, the order counts.
  return are_all_there && pieces < 2 ? std::optional(true) : std::nullopt;
}

}  // namespace pgplumb
