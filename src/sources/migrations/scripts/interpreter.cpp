#include "sources/migrations/scripts/interpreter.h"

#include <algorithm>

namespace pgplumb::scripts {

namespace {

void note_words(Slice tokens, std::map<std::string, std::vector<std::size_t>, std::less<>>& places) {
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::word) places[std::string(token.text)].push_back(token.begin);
    note_words(token.inner, places);
    for (const LiteralPart& part : token.parts) note_words(part.expression, places);
  }
}

/// The first run that is not known, in braces as Python and JavaScript write it.
std::string first_unknown(const std::vector<Run>& runs) {
  const auto found = std::find_if(runs.begin(), runs.end(), [](const Run& run) { return !run.is_known; });
  if (found == runs.end()) return {};
  constexpr std::size_t enough = 40;
  std::string text = found->text.substr(0, enough);
  return text.starts_with('{') || text.starts_with("${") || text.starts_with('%') ? text : "{" + text + "}";
}

}  // namespace

std::vector<Statement> Interpreter::run(const Program& program) {
  note_words(program.tokens, mentions_);
  announce(program.tokens);
  run_block(program.tokens);
  for (auto& [name, function] : functions_) {
    if (!function.runs_at_calls || function.was_called) continue;
    if (is_mentioned_again(name))
      std::move(function.uncalled.begin(), function.uncalled.end(), std::back_inserter(statements_));
    else
      ignore(*function.body);
  }
  append_leftovers(program.tokens);
  return std::move(statements_);
}

void Interpreter::emit(const Value& sql, std::size_t site) {
  Statement statement{sql.runs, call_site_.value_or(site), under_.is_guarded, {}, {}};
  if (const std::string unknown = first_unknown(sql.runs); !unknown.empty()) {
    statement.what = "statement with " + unknown;
    statement.why = "its value is not known from the script";
  } else if (!under_.condition.empty()) {
    statement.what = "statement under a condition";
    statement.why = "whether it runs is not known from the script: " + under_.condition;
  }
  statements_.push_back(std::move(statement));
}

void Interpreter::ignore(Slice tokens) {
  tokens = without_line_ends(tokens);
  if (!tokens.empty()) ignore(tokens.front().begin, std::max(tokens.back().end, tokens.back().begin + 1));
}

bool Interpreter::is_ignored(std::size_t at) const {
  return std::any_of(ignored_.begin(), ignored_.end(),
                     [&](const auto& stretch) { return at >= stretch.first && at < stretch.second; });
}

/// By something that is not left out: a function that only the way back calls is none of ours.
bool Interpreter::is_mentioned_again(const std::string& function) const {
  const auto found = mentions_.find(function);
  if (found == mentions_.end()) return false;
  return std::count_if(found->second.begin(), found->second.end(), [&](std::size_t at) { return !is_ignored(at); }) > 1;
}

/// Whether a statement has something of it, or it stands where nothing is run.
bool Interpreter::is_used(const Token& literal) const {
  const auto holds = [&](const Statement& statement) {
    return std::any_of(statement.runs.begin(), statement.runs.end(),
                       [&](const Run& run) { return run.from >= literal.begin && run.from < literal.end; });
  };
  return is_ignored(literal.begin) || std::any_of(statements_.begin(), statements_.end(), holds);
}

/// DDL that nobody was seen to run: it is handed to something unknown, and taken to run where it stands.
void Interpreter::append_leftovers(Slice tokens) {
  for (const Token& token : tokens) {
    append_leftovers(token.inner);
    if (!token.is_literal()) continue;
    const Value value = evaluate_literal(token);
    if (!is_surely_ddl(value.plain()) || is_used(token)) continue;
    const auto behind = std::find_if(statements_.begin(), statements_.end(),
                                     [&](const Statement& statement) { return statement.site > token.begin; });
    const std::string unknown = first_unknown(value.runs);
    statements_.insert(behind, {value.runs, token.begin, true, unknown.empty() ? "" : "statement with " + unknown,
                                "its value is not known from the script"});
  }
}

Value* Interpreter::find_variable(std::string_view name) {
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
    if (const auto found = scope->find(name); found != scope->end()) return &found->second;
  return nullptr;
}

std::string_view Interpreter::written(Slice tokens) const {
  tokens = without_line_ends(tokens);
  if (tokens.empty()) return {};
  return text_.substr(tokens.front().begin, std::max(tokens.back().end, tokens.front().begin) - tokens.front().begin);
}

std::vector<Statement> find_statements(const Language& language, std::string_view text, const Program& program) {
  return Interpreter(language, text).run(program);
}

}  // namespace pgplumb::scripts
