#include "sql/script_scanner.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

namespace pgplumb {
namespace {

enum class Char : unsigned char {
  plain,
  word,
  quote,
  identifier_quote,
  dollar,
  dash,
  slash,
  open,
  close,
  end_of_statement,
  backslash
};

constexpr auto make_character_table() {
  std::array<Char, 256> table{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c >= 0x80;
    table[c] = letter ? Char::word : Char::plain;
  }
  table['\''] = Char::quote;
  table['"'] = Char::identifier_quote;
  table['$'] = Char::dollar;
  table['-'] = Char::dash;
  table['/'] = Char::slash;
  table['('] = Char::open;
  table[')'] = Char::close;
  table[';'] = Char::end_of_statement;
  table['\\'] = Char::backslash;
  return table;
}
constexpr auto character_table = make_character_table();

Char kind_of(char c) { return character_table[static_cast<unsigned char>(c)]; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// `keyword` is in lower case.
bool is_keyword(std::string_view word, std::string_view keyword) {
  return word.size() == keyword.size() &&
         std::equal(word.begin(), word.end(), keyword.begin(), [](char a, char b) { return (a | 0x20) == b; });
}

std::size_t end_of_line(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

bool begins(std::string_view text, std::size_t at, std::string_view what) { return text.compare(at, what.size(), what) == 0; }

/// Behind the comment that begins at `at`; comments nest.
std::size_t skip_block_comment(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    if (begins(text, at, "/*")) {
      ++depth;
      at += 2;
    } else if (begins(text, at, "*/")) {
      at += 2;
      if (--depth == 0) return at;
    } else {
      ++at;
    }
  }
  return text.size();
}

/// `\copy calls FROM stdin`.
bool copies_from_script(std::string_view command) {
  constexpr std::string_view copy = "\\copy";
  if (!command.starts_with(copy)) return false;
  const std::size_t from = lower_case(command).find(" from ");
  return from != std::string_view::npos && lower_case(command.substr(from)).find("stdin") != std::string_view::npos;
}

/// The `$tag$` that begins at `at`, "" when there is none.
std::string_view dollar_tag(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && kind_of(text[end]) == Char::word) ++end;
  const bool begins_with_digit = end > at + 1 && text[at + 1] >= '0' && text[at + 1] <= '9';
  if (end >= text.size() || text[end] != '$' || begins_with_digit) return {};
  return text.substr(at, end + 1 - at);
}

}  // namespace

std::size_t skip_blank(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_space(text[at]))
      ++at;
    else if (begins(text, at, "--"))
      at = end_of_line(text, at);
    else if (begins(text, at, "/*"))
      at = skip_block_comment(text, at);
    else
      break;
  }
  return at;
}

std::optional<Piece> ScriptScanner::next() {
  if (copy_data_follows_)
    if (auto data = copy_data()) return data;
  for (;;) {
    at_ = skip_blank(text_, at_);
    if (at_ >= text_.size()) return std::nullopt;
    if (text_[at_] == '\\') return psql_command();
    if (text_[at_] != ';') return statement();
    ++at_;
  }
}

std::optional<Piece> ScriptScanner::copy_data() {
  copy_data_follows_ = false;
  const std::size_t begin = end_of_line(text_, at_);
  std::size_t mark = begin;
  while (!no_more_copy_data_ && (mark = text_.find("\n\\.", mark)) != std::string_view::npos) {
    mark += 3;
    if (mark == text_.size() || text_[mark] == '\n' || text_[mark] == '\r') {
      at_ = mark;
      return Piece{Piece::Kind::copy_data, begin + 1, mark};
    }
  }
  no_more_copy_data_ = true;
  return std::nullopt;
}

Piece ScriptScanner::psql_command() {
  const std::size_t begin = at_;
  const bool only_a_separator = begins(text_, at_, "\\;");
  at_ = only_a_separator ? at_ + 2 : end_of_line(text_, at_);
  copy_data_follows_ = copies_from_script(text_.substr(begin, at_ - begin));
  return {Piece::Kind::psql_command, begin, at_};
}

Piece ScriptScanner::statement() {
  const std::size_t begin = at_;
  statement_ = {};
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if ((c == ';' && !is_inside_body()) || (c == '\\' && at_psql_command())) {
      const std::size_t end = at_;
      if (c == ';') ++at_;
      copy_data_follows_ = statement_.copies_from_stdin;
      return {Piece::Kind::statement, begin, end};
    }
    take_token();
  }
  return {Piece::Kind::statement, begin, text_.size(), is_inside_body()};
}

/// Commands that psql takes in the middle of a statement: in place of a semicolon, or about what of it counts.
bool ScriptScanner::at_psql_command() const {
  constexpr std::string_view commands[] = {"\\;",  "\\g",     "\\watch", "\\crosstabview", "\\if",
                                           "\\el", "\\endif", "\\set",   "\\unset"};
  return std::any_of(std::begin(commands), std::end(commands),
                     [&](std::string_view command) { return begins(text_, at_, command); });
}

bool ScriptScanner::is_inside_body() const {
  if (bodies_ == Bodies::cut_anyway) return false;
  return statement_.body_depth > 0 || (statement_.is_rule && statement_.open_parentheses > 0);
}

void ScriptScanner::take_token() {
  switch (kind_of(text_[at_])) {
    case Char::word:
      return take_word();
    case Char::quote:
      return take_quoted('\'', false);
    case Char::identifier_quote:
      return take_quoted('"', false);
    case Char::dollar:
      return take_dollar();
    case Char::dash:
      at_ = begins(text_, at_, "--") ? end_of_line(text_, at_) : at_ + 1;
      return;
    case Char::slash:
      at_ = begins(text_, at_, "/*") ? skip_block_comment(text_, at_) : at_ + 1;
      return;
    case Char::open:
      ++statement_.open_parentheses;
      break;
    case Char::close:
      --statement_.open_parentheses;
      break;
    default:
      break;
  }
  ++at_;
}

void ScriptScanner::take_word() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && (kind_of(text_[at_]) == Char::word || text_[at_] == '$')) ++at_;
  const std::string_view word = text_.substr(begin, at_ - begin);
  if (at_ < text_.size() && text_[at_] == '\'' && is_keyword(word, "e")) take_quoted('\'', true);
  if (statement_.words < 4 || statement_.is_create || statement_.is_copy) note_word(word);
}

void ScriptScanner::note_word(std::string_view word) {
  Statement& s = statement_;
  if (s.words++ == 0) {
    s.is_copy = is_keyword(word, "copy");
    s.is_create = is_keyword(word, "create");
    return;
  }
  if (s.is_copy) {
    s.copies_from_stdin |= s.after_from && is_keyword(word, "stdin");
    s.after_from = is_keyword(word, "from");
  }
  if (!s.is_create) return;
  if (s.words <= 4) s.is_rule |= is_keyword(word, "rule");
  if (s.body_depth > 0) {
    if (is_keyword(word, "case")) ++s.body_depth;
    if (is_keyword(word, "end")) --s.body_depth;
  } else if (s.after_begin && is_keyword(word, "atomic")) {
    s.body_depth = 1;
  }
  s.after_begin = is_keyword(word, "begin");
}

void ScriptScanner::take_quoted(char quote, bool backslashes) {
  const char stops[] = {quote, '\\', '\0'};
  const std::string_view stop_at(stops, backslashes ? 2 : 1);
  for (++at_;;) {
    at_ = text_.find_first_of(stop_at, at_);
    if (at_ == std::string_view::npos) break;
    if (text_[at_] == '\\') {
      at_ += 2;
    } else {
      ++at_;  // a doubled quote begins another string right away, which comes to the same
      return;
    }
    if (at_ >= text_.size()) break;
  }
  at_ = text_.size();
}

void ScriptScanner::take_dollar() {
  const std::string_view tag = dollar_tag(text_, at_);
  if (tag.empty()) {
    ++at_;
    return;
  }
  const std::size_t close = text_.find(tag, at_ + tag.size());
  at_ = close == std::string_view::npos ? text_.size() : close + tag.size();
}

}  // namespace pgplumb
