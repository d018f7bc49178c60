#include "statements/psql_variables.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <cctype>

#include "sql/blank_stretches.h"
#include "sql/script_scanner.h"

namespace pgplumb {

namespace {

bool is_blank(char letter) { return std::isspace(static_cast<unsigned char>(letter)); }

/// variable_char of psqlscan.l.
bool is_in_name(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 0x80 || std::isalnum(byte) || letter == '_';
}

char escaped(char letter) {
  constexpr std::string_view written = "ntbrf", meant = "\n\t\b\r\f";
  const std::size_t at = written.find(letter);
  return at == std::string_view::npos ? letter : meant[at];
}

}  // namespace

std::optional<PsqlReference> psql_reference_at(std::string_view text, std::size_t at) {
  const std::string_view behind = text.substr(std::min(at + 1, text.size()));
  const char form = behind.empty() ? ' ' : behind.front();
  const std::string_view opens = form == '\'' ? "'" : form == '"' ? "\"" : form == '{' ? "{?" : "";
  const std::string_view closes = form == '{' ? "}" : opens;
  if (!behind.starts_with(opens)) return std::nullopt;
  const std::string_view rest = behind.substr(opens.size());
  const auto end = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_in_name) - rest.begin());
  if (end == 0 || !rest.substr(end).starts_with(closes)) return std::nullopt;
  return PsqlReference{rest.substr(0, end), opens.empty() ? ' ' : form, 1 + opens.size() + end + closes.size()};
}

std::size_t next_psql_reference(std::string_view sql, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const std::size_t at = skip_blank(sql, begin);
    if (at != begin) {
      begin = at;
      continue;
    }
    const bool is_cast = sql.compare(at, 2, "::") == 0;
    if (sql[at] == ':' && !is_cast && psql_reference_at(sql, at)) return at;
    begin = is_cast ? at + 2 : behind_token(sql, at);
  }
  return end;
}

void PsqlVariables::unset(std::string_view name) {
  if (const auto found = values_.find(name); found != values_.end()) values_.erase(found);
}

std::optional<std::string> PsqlVariables::value_of(const PsqlReference& reference) const {
  if (reference.form == '{') return has(reference.name) ? "TRUE" : "FALSE";
  const std::optional<std::string>& value = values_.find(reference.name)->second;
  if (!value) return std::nullopt;
  return reference.form == '\'' ? quote_literal(*value) : reference.form == '"' ? quote_identifier(*value) : *value;
}

std::optional<PsqlArguments::Argument> PsqlArguments::next() {
  while (at_ < line_.size() && is_blank(line_[at_])) ++at_;
  if (behind().empty() || behind().front() == '\\') return std::nullopt;
  Argument argument;
  while (at_ < line_.size() && !is_blank(line_[at_]) && line_[at_] != '\\') take_piece(argument);
  return argument;
}

PsqlArguments::Argument PsqlArguments::rest(std::string_view between) {
  Argument all;
  bool is_first = true;
  while (const auto argument = next()) {
    all.text += (is_first ? "" : std::string(between)) + argument->text;
    all.is_known = all.is_known && argument->is_known;
    if (!argument->asks.empty()) all.asks = argument->asks;
    is_first = false;
  }
  return all;
}

void PsqlArguments::take_piece(Argument& argument) {
  const char letter = line_[at_];
  const auto reference = letter == ':' ? psql_reference_at(line_, at_) : std::nullopt;
  if (reference) return take_reference(argument, *reference);
  if (letter == '\'') return take_single_quoted(argument);
  if (letter != '"' && letter != '`') {
    argument.text += letter;
    ++at_;
    return;
  }
  const std::size_t end = std::min(line_.find(letter, at_ + 1), line_.size() - 1) + 1;
  argument.is_known = argument.is_known && letter == '"';  // what a shell prints is not known
  argument.text += line_.substr(at_, end - at_);
  at_ = end;
}

void PsqlArguments::take_single_quoted(Argument& argument) {
  for (++at_; at_ < line_.size(); ++at_) {
    const bool is_pair = at_ + 1 < line_.size() && (line_[at_] == '\\' || (line_[at_] == '\'' && line_[at_ + 1] == '\''));
    if (is_pair)
      argument.text += escaped(line_[++at_]);
    else if (line_[at_] != '\'')
      argument.text += line_[at_];
    else
      break;
  }
  at_ = std::min(at_ + 1, line_.size());
}

/// One that is not set may be given to psql with -v; only `:{?name}` tells what to do then.
void PsqlArguments::take_reference(Argument& argument, const PsqlReference& reference) {
  const bool is_set = variables_.has(reference.name);
  const auto value = is_set || reference.form == '{' ? variables_.value_of(reference) : std::nullopt;
  if (reference.form == '{' && !is_set) argument.asks = reference.name;
  argument.text += value ? *value : std::string(line_.substr(at_, reference.size));
  argument.is_known = argument.is_known && value;
  at_ += reference.size;
}

}  // namespace pgplumb
