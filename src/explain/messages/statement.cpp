#include "explain/messages/statement.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace pgplumb {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t longest_statement = 4096;

struct Token {
  std::string text;  ///< folded to lower case where it was not quoted
  bool quoted = false;
  bool is_word = false;
};

bool is_word_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) || c == '_' || c == '$' || byte >= 0x80;
}

/// Words, quoted names and single characters. Backslashes are what JSON and JavaScript put before quotes.
class Tokens {
 public:
  explicit Tokens(std::string_view sql) : sql_(sql) { advance(); }
  const Token& now() const { return now_; }
  bool done() const { return now_.text.empty(); }
  void advance();
  bool take(std::string_view symbol) {
    if (now_.quoted || now_.text != symbol) return false;
    advance();
    return true;
  }

 private:
  void read_quoted();
  std::string_view sql_;
  std::size_t at_ = 0;
  Token now_;
};

void Tokens::advance() {
  now_ = {};
  while (at_ < sql_.size() && (std::isspace(static_cast<unsigned char>(sql_[at_])) || sql_[at_] == '\\')) ++at_;
  if (at_ == sql_.size()) return;
  if (sql_[at_] == '"') return read_quoted();
  now_.is_word = is_word_character(sql_[at_]);
  do now_.text += static_cast<char>(std::tolower(static_cast<unsigned char>(sql_[at_++])));
  while (now_.is_word && at_ < sql_.size() && is_word_character(sql_[at_]));
}

void Tokens::read_quoted() {
  const auto end = sql_.find('"', at_ + 1);
  const auto name = sql_.substr(at_ + 1, end == npos ? npos : end - at_ - 1);
  at_ = end == npos ? sql_.size() : end + 1;
  now_ = {.text = std::string(name), .quoted = true, .is_word = true};
  while (!now_.text.empty() && now_.text.back() == '\\') now_.text.pop_back();
  if (now_.text.empty()) advance();
}

constexpr std::array<std::string_view, 6> before_tables{"from", "join", "update", "into", "using", "only"};
constexpr std::array<std::string_view, 24> never_aliases{
    "on",    "where", "set",   "join",  "left",   "right",     "inner",  "outer", "full",  "cross",  "natural", "values",
    "group", "order", "limit", "union", "select", "returning", "offset", "for",   "using", "having", "default", "as"};

template <class List>
bool holds(const List& list, const Token& token) {
  return !token.quoted && std::find(list.begin(), list.end(), token.text) != list.end();
}

TableMention read_mention(Tokens& tokens) {
  TableMention table{.schema = {}, .name = tokens.now().text, .alias = {}};
  tokens.advance();
  if (tokens.take(".") && tokens.now().is_word) {
    table.schema = std::exchange(table.name, tokens.now().text);
    tokens.advance();
  }
  const bool named = tokens.take("as");
  if (tokens.now().is_word && (named || !holds(never_aliases, tokens.now()))) {
    table.alias = tokens.now().text;
    tokens.advance();
  }
  return table;
}

/// The table of the error's name, or the only one there is for a bare column; null when the statement does not tell.
const TableMention* find_mention(const std::vector<TableMention>& tables, const std::string& relation) {
  if (relation.empty()) return tables.size() == 1 ? &tables.front() : nullptr;
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const TableMention& table) {
    return (table.alias.empty() ? table.name : table.alias) == relation;
  });
  return found == tables.end() ? nullptr : &*found;
}

}  // namespace

std::vector<TableMention> read_tables(std::string_view sql) {
  std::vector<TableMention> tables;
  Tokens tokens(sql.substr(0, longest_statement));
  while (!tokens.done()) {
    bool tables_follow = holds(before_tables, tokens.now());
    tokens.advance();
    while (tables_follow && tokens.now().is_word && !holds(before_tables, tokens.now()) && !holds(never_aliases, tokens.now())) {
      tables.push_back(read_mention(tokens));
      tables_follow = tokens.take(",");
    }
  }
  return tables;
}

std::string_view find_statement(std::string_view lines) {
  // What comes first in the list is the fuller text.
  static constexpr std::array<std::string_view, 6> openings{"STATEMENT:", "[SQL: ", "query: ", "Query: ", "sql: ", "LINE 1: "};
  static constexpr std::array<std::string_view, 3> next_errors{"ERROR:", "rror: ", "psycopg"};
  for (const auto next : next_errors) lines = lines.substr(0, lines.find(next));
  for (const auto opening : openings) {
    const auto at = lines.find(opening);
    if (at == npos) continue;
    const auto statement = lines.substr(at + opening.size());
    return statement.substr(0, statement.find(opening == "LINE 1: " ? "\n" : "\n20"));
  }
  return {};
}

void name_meant(Sighting& sighting, std::string_view lines) {
  if (sighting.error.sqlstate != "42703" || !sighting.error.schema.empty()) return;
  const auto tables = read_tables(find_statement(lines));
  if (const TableMention* table = find_mention(tables, sighting.error.relation)) {
    sighting.meant_schema = table->schema;
    sighting.meant_relation = table->name;
  }
}

}  // namespace pgplumb
