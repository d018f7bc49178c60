#include "sources/migrations/scripts/interpreter.h"

#include <pgplumb/sql/identifier.h>
#include <pgplumb/sql/parse.h>

#include <algorithm>
#include <cctype>

#include "sources/migrations/scripts/modules.h"

namespace pgplumb::scripts {

namespace {

void note_words(Slice tokens, std::map<std::string, std::vector<std::size_t>, std::less<>>& places) {
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::word) places[std::string(token.text)].push_back(token.begin);
    note_words(token.inner, places);
    for (const LiteralPart& part : token.parts) note_words(part.expression, places);
  }
}

/// `name(…) {`, `name(…): Promise<void> {`: a method, and no call.
bool defines_method(Slice behind) {
  constexpr std::size_t longest_type = 12;
  for (std::size_t i = 0; i < std::min(behind.size(), longest_type); ++i) {
    if (behind[i].is_group("{")) return true;
    const bool begins_type = i > 0 || behind[i].is_sign(":");
    if (!begins_type || behind[i].is_line_end() || behind[i].is_literal() || behind[i].is_group("(")) return false;
  }
  return false;
}

void note_calls(Slice tokens, bool has_methods, std::set<std::string, std::less<>>& names) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool is_name = tokens[i].kind == Token::Kind::word && !introduces_function(tokens[i]);
    const bool is_called = is_name && i + 1 < tokens.size() && tokens[i + 1].is_group("(");
    const bool is_defined = i > 0 && introduces_function(tokens[i - 1]);
    if (is_called && !is_defined && !(has_methods && defines_method(tokens.subspan(i + 2)))) names.emplace(tokens[i].text);
    note_calls(tokens[i].inner, has_methods, names);
    for (const LiteralPart& part : tokens[i].parts) note_calls(part.expression, has_methods, names);
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

/// Whether PostgreSQL's grammar takes all of it. What a template leaves open is told of elsewhere.
bool is_whole_sql(std::string_view text) {
  if (text.find("{{") != std::string_view::npos) return true;
  bool is_whole = true;
  parse_script(text, {[](const ParsedStatement&) {}, [&](const SyntaxProblem&) { is_whole = false; }, {}});
  return is_whole;
}

bool is_of_word(char letter) { return std::isalnum(static_cast<unsigned char>(letter)) || letter == '_'; }

bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_of_word(text[at - 1])) && (end == text.size() || !is_of_word(text[end]))) return true;
  }
  return false;
}

}  // namespace

void Interpreter::load(const Program& program) {
  note_calls(program.tokens, language_.name == "javascript", called_);
  announce(program.tokens);
  is_loading_ = true;
  run_block(program.tokens);
  is_loading_ = false;
  statements_.clear();
}

std::vector<Statement> Interpreter::run(const Program& program) {
  note_words(program.tokens, mentions_);
  note_calls(program.tokens, language_.name == "javascript", called_);
  announce(program.tokens);
  run_block(program.tokens);
  run_uncalled_functions();
  append_leftovers(program.tokens);
  return std::move(statements_);
}

void Interpreter::emit(const Value& sql, std::size_t site) {
  const auto call = call_that_gives(sql);
  Statement statement{sql.runs, call.value_or(site), false, false, {}, {}};
  // What a function does alike at each of its calls it does where it is needed.
  statement.is_tried |= !call && runs_again_;
  if (const std::string unknown = first_unknown(sql.runs); !unknown.empty()) {
    statement.what = "statement with " + unknown;
    statement.why = "its value is not known from the script";
  }
  add(std::move(statement));
}

/// What a guard asks for though the statement does not name it: whether that is there is not known here. Null for none.
const std::string* Interpreter::required_beside(const Statement& statement) const {
  std::string text;
  for (const Run& run : statement.runs) text += run.text;
  text = lower_case(text);
  const auto is_named = [&](const std::string& name) { return holds_word(text, lower_case(name)); };
  const auto beside = std::find_if_not(under_.required.begin(), under_.required.end(), is_named);
  return beside == under_.required.end() ? nullptr : &*beside;
}

/// Under what is being read it stands as well.
void Interpreter::add(Statement statement) {
  statement.is_guarded |= under_.is_guarded;
  statement.is_tried |= under_.is_tried;
  const std::string* required = required_beside(statement);
  if (statement.what.empty() && (required || !under_.condition.empty())) {
    statement.what = "statement under a condition";
    statement.why = "whether it runs is not known from the script: " + (required ? "it asks for " + *required : under_.condition);
    statement.is_doubtful = true;
  }
  statements_.push_back(std::move(statement));
}

void Interpreter::emit(const Operation& operation, std::size_t site) {
  emit(operation.sql, site);
  Statement& statement = statements_.back();
  statement.is_guarded |= operation.kind == Operation::Kind::guarded;
  if (operation.kind != Operation::Kind::partial || !statement.what.empty()) return;
  statement.is_partial = true;
  statement.what = operation.what;
  statement.why = operation.why;
  statement.object = operation.object;
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

/// The outermost call of a function of the script that hands it something of the statement.
std::optional<std::size_t> Interpreter::call_that_gives(const Value& sql) const {
  const auto gives = [&](const std::pair<std::size_t, std::size_t>& call) {
    return std::any_of(sql.runs.begin(), sql.runs.end(),
                       [&](const Run& run) { return run.from >= call.first && run.from < call.second; });
  };
  const auto found = std::find_if(calls_.begin(), calls_.end(), gives);
  return found == calls_.end() ? std::nullopt : std::optional(found->first);
}

/// DDL that nobody was seen to run: it is handed to something unknown, and taken to run where it stands. What is no SQL by
/// itself is a piece of some.
void Interpreter::append_leftovers(Slice tokens) {
  for (const Token& token : tokens) {
    append_leftovers(token.inner);
    if (!token.is_literal()) continue;
    const Value value = evaluate_literal(token);
    if (!is_surely_ddl(value.plain()) || is_used(token)) continue;
    const auto behind = std::find_if(statements_.begin(), statements_.end(),
                                     [&](const Statement& statement) { return statement.site > token.begin; });
    const std::string unknown = first_unknown(value.runs);
    Statement statement{value.runs, token.begin, true, false, {}, {}};
    if (!unknown.empty()) {
      statement.what = "statement with " + unknown;
      statement.why = "its value is not known from the script";
    } else if (!is_whole_sql(value.plain())) {
      statement.what = "piece of a statement";
      statement.why = "what it is put together with is not known from the script";
    }
    statements_.insert(behind, std::move(statement));
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
  const std::size_t begin = tokens.front().begin;
  return program_.text.substr(begin - program_.begin, std::max(tokens.back().end, begin) - begin);
}

std::vector<Statement> find_statements(const Language& language, const std::filesystem::path& path, std::string_view text,
                                       const Program& program) {
  Modules modules(language, text.size());
  return Interpreter(language, {path, text}, modules).run(program);
}

}  // namespace pgplumb::scripts
