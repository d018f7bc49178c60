// Statements of a script: blocks, conditions, loops, assignments.
#include <algorithm>
#include <array>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

namespace {

template <class List>
bool is_one_of(const Token& token, const List& words) {
  return token.kind == Token::Kind::word && std::find(words.begin(), words.end(), token.text) != words.end();
}

constexpr auto modifiers =
    std::to_array<std::string_view>({"async", "export", "default", "public", "private", "protected", "static", "readonly",
                                     "override", "abstract", "declare", "const", "let", "var"});
constexpr auto continuing = std::to_array<std::string_view>({"else", "elif", "catch", "finally", "except"});
constexpr auto leaving = std::to_array<std::string_view>({"return", "continue", "break", "raise", "throw"});
constexpr auto importing = std::to_array<std::string_view>({"import", "from", "package", "pass", "global", "nonlocal", "del"});
constexpr auto block_words =
    std::to_array<std::string_view>({"with", "finally", "do", "select", "class", "interface", "namespace", "defer", "go"});

/// Signs after which, and before which, a line of JavaScript or Go goes on.
bool goes_on(const Token& before, const Token* after) {
  constexpr auto leading = std::to_array<std::string_view>({".", "?.", "+", "?", ":", "&&", "||", "??", "=", "=>"});
  if (before.kind == Token::Kind::sign && before.text != "!") return true;
  if (!after) return false;
  if (after->is_group("{") || after->is_word("implements") || after->is_word("extends")) return true;
  if (after->kind == Token::Kind::sign && std::find(leading.begin(), leading.end(), after->text) != leading.end()) return true;
  return before.is_group("{") && is_one_of(*after, continuing);
}

const Token* next_token(Slice block, std::size_t at) {
  while (at < block.size() && block[at].is_line_end() && block[at].text == "\n") ++at;
  return at < block.size() ? &block[at] : nullptr;
}

/// Blank lines and comments between them count for nothing.
const Token* token_before(Slice block, std::size_t at) {
  while (at > 0 && block[at - 1].is_line_end()) --at;
  return at > 0 ? &block[at - 1] : nullptr;
}

/// `knex.raw('…');` of which nothing becomes: Knex runs a query when it is awaited, handed back or chained. AdonisJS has
/// `this.schema.raw('…')` run by itself.
bool is_dropped_query(Slice statement) {
  const std::size_t size = statement.size();
  return size > 3 && statement[size - 1].is_group("(") && statement[size - 2].is_word("raw") &&
         statement[size - 3].is_sign(".") && std::none_of(statement.begin(), statement.end(), [](const Token& token) {
           return token.is_word("await") || token.is_word("yield") || token.is_word("this") || token.is_word("void");
         });
}

constexpr std::string_view nothing_awaits_it = "nothing awaits it";
constexpr std::string_view only_if_it_failed = "what is tried before it failed";
constexpr auto control_words =
    std::to_array<std::string_view>({"if", "for", "while", "switch", "catch", "return", "with", "else"});

}  // namespace

std::size_t body_begin(Slice statement, const Language& language) {
  for (std::size_t i = statement.size(); i-- > 1;)
    if (statement[i].is_group(":") || (statement[i].is_group("{") && !language.has_blocks_by_indentation)) return i;
  if (language.has_blocks_by_indentation) return std::min(find_sign(statement, ":") + 1, statement.size());
  const bool has_condition = statement.size() > 2 && statement[1].is_group("(");
  return has_condition ? 2 : statement.size();
}

Slice body_of(Slice statement, std::size_t at) {
  if (at >= statement.size()) return {};
  const Token& first = statement[at];
  return first.is_group(":") || first.is_group("{") ? Slice(first.inner) : statement.subspan(at);
}

bool is_modifier(const Token& token) { return is_one_of(token, modifiers); }
bool is_control_word(const Token& token) { return is_one_of(token, control_words); }

std::size_t statement_length(Slice block) {
  for (std::size_t i = 0; i < block.size(); ++i) {
    if (!block[i].is_line_end()) continue;
    const Token* before = token_before(block, i);
    if (block[i].text == ";" || !before || !goes_on(*before, next_token(block, i))) return i + 1;
  }
  return block.size();
}

Interpreter::Flow Interpreter::run_block(Slice block) {
  const Under outer = under_;
  const Deeper deeper(depth_);
  if (depth_ > deepest) block = {};
  Flow flow = Flow::goes_on;
  while (!(block = without_line_ends(block)).empty() && flow != Flow::leaves && may_go_on()) {
    const std::size_t length = statement_length(block);
    std::size_t taken = 0;
    const Flow end = run_statement(without_line_ends(block.first(length)), block.subspan(length), taken);
    if (end == Flow::may_leave) under_.condition = only_if_it_failed;
    if (end != Flow::goes_on && flow == Flow::goes_on) flow = end;
    block = block.subspan(length + taken);
  }
  under_ = outer;
  return flow;
}

/// What may not be reached, or by halves.
Interpreter::Flow Interpreter::run_perhaps(Slice block) {
  const std::size_t assigned_before = assigned_.size();
  const Flow flow = run_block(block);
  forget_assigned(assigned_before);
  return flow;
}

Interpreter::Flow Interpreter::run_statement(Slice statement, Slice rest_of_block, std::size_t& taken) {
  const bool is_default = statement.size() > 2 && statement[0].is_word("export") && statement[1].is_word("default");
  if (is_default && is_loading_) note_default(statement.subspan(2));
  const Slice whole = statement;
  while (statement.size() > 1 && is_modifier(statement.front())) statement = statement.subspan(1);
  if (statement.empty()) return Flow::goes_on;
  const bool declares = statement.size() < whole.size();
  const Token& first = statement.front();
  if (first.is_literal() && statement.size() == 1) return ignore(statement), Flow::goes_on;  // a docstring
  if (note_imports(statement)) return Flow::goes_on;
  if (first.is_sign("@") || is_one_of(first, importing)) return Flow::goes_on;
  if (first.is_word("if")) return run_if(statement, rest_of_block, taken);
  if (first.is_word("switch")) return run_switch(statement), Flow::goes_on;
  if (first.is_word("for")) return run_loop(statement);
  if (first.is_word("while")) return run_guarded(body_of(statement, body_begin(statement, language_))), Flow::goes_on;
  if (first.is_word("try")) {
    // `} catch (e) { … }` stands on the line of its try.
    std::vector<Flow> flows;
    for (const Token& token : statement)
      if (token.is_group("{") || token.is_group(":")) flows.push_back(run_tried(token.inner));
    return !flows.empty() && flows.front() != Flow::goes_on ? Flow::may_leave : Flow::goes_on;
  }
  if (first.is_word("except") || first.is_word("catch"))  // what leaves here leaves where something failed
    return run_guarded(body_of(statement, body_begin(statement, language_))), Flow::goes_on;
  if (is_one_of(first, block_words)) {
    const std::size_t body = body_begin(statement, language_);
    const Slice header = statement.subspan(1, std::max<std::size_t>(body, 1) - 1);
    evaluate_for_effects(header);
    if (const std::size_t as = find_word(header, "as"); first.is_word("with") && as + 1 < header.size())
      bind(std::string(header[as + 1].text), evaluate(header.first(as)));
    return run_block(body_of(statement, body));
  }
  if (first.is_word("raise") || first.is_word("throw") || first.is_word("panic")) return ignore(statement), Flow::leaves;
  if (first.is_word("return")) returned_ = evaluate(statement.subspan(1));
  if (is_one_of(first, leaving)) return Flow::leaves;
  if (define_if_function(statement)) return Flow::goes_on;
  for (const std::string_view sign : {"=", ":=", "+="})
    if (const std::size_t at = find_sign(statement, sign); at < statement.size() && at > 0)
      return assign(statement.first(at), sign, statement.subspan(at + 1), declares || sign == ":="), Flow::goes_on;
  if (whole.front().is_word("let") || whole.front().is_word("var")) return declare(statement), Flow::goes_on;
  if (!is_dropped_query(statement)) return evaluate(statement), Flow::goes_on;
  const Under outer = under_;
  under_.condition = nothing_awaits_it;
  evaluate(statement);
  under_ = outer;
  return Flow::goes_on;
}

Interpreter::Flow Interpreter::run_for_each(const std::vector<std::string>& names, const std::vector<Value>& values, Slice body) {
  const Under outer = under_;
  const auto words = words_in(body);
  const bool returns = std::find(words.begin(), words.end(), "return") != words.end();
  const bool breaks = returns || std::find(words.begin(), words.end(), "break") != words.end();
  Flow flow = Flow::goes_on;
  for (const Value& value : values) {
    if (!may_go_on()) break;
    bind_targets(names, value);
    if (run_block(body) != Flow::may_leave) continue;
    if (returns) flow = Flow::may_leave;
    if (breaks) under_.condition = only_if_it_failed;
  }
  under_ = outer;
  return flow;
}

/// `for a, b in values: …`, `for (const [a, b] of values) { … }`, `for a, b := range values { … }`.
Interpreter::Flow Interpreter::run_loop(Slice statement) {
  const std::size_t body_at = body_begin(statement, language_);
  const Slice body = body_of(statement, body_at);
  Slice header = statement.subspan(1, body_at - 1);
  header = without_line_ends(header);
  if (!header.empty() && header.back().is_sign(":")) header = header.first(header.size() - 1);
  if (header.size() == 1 && header.front().is_group("(")) header = header.front().inner;
  if (!header.empty() && header.front().is_word("await")) header = header.subspan(1);
  for (const std::string_view border : {"in", "of", "range"}) {
    const std::size_t at = find_word(header, border);
    if (at >= header.size()) continue;
    std::vector<std::string> names = words_in(header.first(at));
    std::erase_if(names, [](const std::string& name) { return name == "const" || name == "let" || name == "var"; });
    for (const std::string& name : names) bind(name, {});
    const Value values = evaluate(header.subspan(at + 1));
    if (!values.is_collection()) break;
    return run_for_each(names, border == "range" ? pairs_of(values) : items_of(values), body);
  }
  run_perhaps(body);
  return Flow::goes_on;
}

/// `let name, other: string`: nothing is known of them. In Go they are empty.
void Interpreter::declare(Slice names) {
  const bool is_go = language_.name == "go" && !names.empty();
  const bool is_text = is_go && names.back().is_word("string"), is_builder = is_go && makes_builder(names.back().text);
  for (const Slice part : split(names, ",")) {
    if (part.empty() || part.front().kind != Token::Kind::word) continue;
    const bool is_list = is_go && part.size() > 1 && part[1].is_group("[") && part[1].inner.empty();
    bind(std::string(part.front().text), is_list      ? list_value({})
                                         : is_builder ? empty_builder()
                                         : is_text    ? text_value("", part.front().begin)
                                                      : Value{});
  }
}

/// In Python each function's assignments are its own; elsewhere those without `let` or `:=` are of the variable that there is.
std::size_t Interpreter::scope_of(const std::string& name, bool declares) const {
  std::size_t scope = scopes_.size() - 1;
  if (declares || language_.has_blocks_by_indentation) return scope;
  while (scope > 0 && !scopes_[scope].contains(name)) --scope;
  return scopes_[scope].contains(name) ? scope : scopes_.size() - 1;
}

void Interpreter::assign_value(const std::string& name, Value value, bool declares) {
  const std::size_t scope = scope_of(name, declares);
  if (scopes_[scope].contains(name)) assigned_.emplace_back(scope, name);
  scopes_[scope][name] = std::move(value);
}

void Interpreter::bind_targets(const std::vector<std::string>& names, const Value& value) {
  if (names.size() == 1) return bind(names.front(), value);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Value by_name = value.kind == Value::Kind::mapping ? member_of(value, names[i]) : Value{};
    // `for i, (a, b) in enumerate(…)`, `_, c := range`: what lies deeper is taken apart.
    const bool nests = value.kind == Value::Kind::list && value.items.size() == 2 && names.size() > 2 && i > 0;
    if (by_name.kind != Value::Kind::unknown)
      bind(names[i], by_name);
    else
      bind(names[i], nests ? member_of(value.items[1], std::to_string(i - 1)) : member_of(value, std::to_string(i)));
  }
}

void Interpreter::add_to(const std::string& name, const Value& more, Slice written_as) {
  const Value* variable = find_variable(name);
  if (!variable) return;
  Value sum = *variable;
  if (sum.kind == Value::Kind::list)
    sum.items.insert(sum.items.end(), more.items.begin(), more.items.end());
  else if (sum.is_text())
    append_text(sum, more, written(written_as), written_as.empty() ? 0 : written_as.front().begin);
  assign_value(name, std::move(sum), false);
}

void Interpreter::assign(Slice targets, std::string_view sign, Slice expression, bool declares) {
  if (const std::size_t annotation = find_sign(targets, ":"); annotation < targets.size()) targets = targets.first(annotation);
  const bool is_member = find_sign(targets, ".") < targets.size() || (!targets.empty() && targets.back().is_group("["));
  const std::vector<std::string> names = words_in(targets);
  const bool is_in_parentheses = expression.size() == 1 && expression.front().is_group("(");
  if (is_in_parentheses && is_function_literal(expression.front().inner)) expression = expression.front().inner;
  if (!names.empty() && leads_back(names.back()) && is_function_literal(expression)) return ignore(expression);
  if (names.size() == 1 && !is_member && define_function_literal(names.front(), expression)) return;
  if (is_loading_ && is_member && note_export(names, expression)) return;
  // `exports.up = async (knex) => …` runs on the way up.
  Value value = evaluate(expression);
  if (value.is_builder && forget_builders_in(expression)) value = {};
  if (names.empty() || is_member) return;
  if (sign == "+=") return add_to(names.front(), value, expression);
  if (names.size() == 1) return assign_value(names.front(), std::move(value), declares);
  for (const std::string& name : names) assign_value(name, {}, declares);
  bind_targets(names, value);
}

}  // namespace pgplumb::scripts
