// Functions of the script: those that it defines and calls, and those that it hands on to others.
#include <algorithm>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

bool introduces_function(const Token& token) {
  return token.is_word("def") || token.is_word("function") || token.is_word("func");
}

/// The names before their types and defaults: `self` and the like included.
std::vector<std::string> Interpreter::parameters_in(Slice list) const {
  std::vector<std::string> names;
  for (const Slice part : split(list, ",")) {
    const auto words = words_in(part.first(std::min(find_sign(part, ":"), part.size())));
    if (!words.empty()) names.push_back(words.front());
  }
  return names;
}

namespace {

/// `def name(…): …`, `function name(…) {…}`, `func (r *T) name(…) … {…}`, and in classes `name(…) {…}`.
struct Definition {
  std::string name;
  Slice parameters;
  const Tokens* body;
};

std::optional<Definition> definition_in(Slice statement, const Language& language) {
  while (statement.size() > 1 && is_modifier(statement.front())) statement = statement.subspan(1);
  if (statement.empty()) return std::nullopt;
  const bool is_introduced = introduces_function(statement.front());
  Slice rest = is_introduced ? statement.subspan(1) : statement;
  if (is_introduced && !rest.empty() && rest.front().is_group("(") && language.name == "go") rest = rest.subspan(1);
  if (!rest.empty() && rest.front().is_sign("*")) rest = rest.subspan(1);
  const bool is_named = rest.size() >= 3 && rest[0].kind == Token::Kind::word && rest[1].is_group("(");
  if (!is_named || is_control_word(rest[0])) return std::nullopt;
  const Token& body = rest.back();
  const bool has_body = body.is_group(":") || (body.is_group("{") && !language.has_blocks_by_indentation);
  if (!has_body) return std::nullopt;
  return Definition{std::string(rest[0].text), rest[1].inner, &body.inner};
}

}  // namespace

void Interpreter::announce(Slice block) {
  while (!(block = without_line_ends(block)).empty()) {
    const std::size_t length = statement_length(block);
    const Slice statement = without_line_ends(block.first(length));
    if (const auto definition = definition_in(statement, language_)) {
      if (!leads_back(definition->name)) functions_[definition->name] = {parameters_in(definition->parameters), definition->body};
    } else if (find_word(statement, "class") < statement.size() && statement.back().kind == Token::Kind::group) {
      announce(statement.back().inner);
    }
    block = block.subspan(length);
  }
}

bool Interpreter::define_if_function(Slice statement) {
  const auto definition = definition_in(statement, language_);
  if (definition) define(definition->name, definition->parameters, *definition->body);
  return definition || introduces_function(statement.front());
}

bool Interpreter::is_function_literal(Slice expression) const {
  expression = without_line_ends(expression);
  while (!expression.empty() && expression.front().is_word("async")) expression = expression.subspan(1);
  if (expression.empty()) return false;
  const Token& first = expression.front();
  if (first.is_word("function") || first.is_word("func")) return expression.back().is_group("{");
  const std::size_t arrow = find_sign(expression, "=>");
  return arrow < expression.size() && (first.is_group("(") || first.kind == Token::Kind::word) &&
         find_sign(expression, ".") > arrow;
}

bool Interpreter::define_function_literal(const std::string& name, Slice expression) {
  if (!is_function_literal(expression) || !expression.back().is_group("{")) return false;
  const std::size_t list = static_cast<std::size_t>(
      std::find_if(expression.begin(), expression.end(), [](const Token& token) { return token.is_group("("); }) -
      expression.begin());
  define(name, list < expression.size() ? Slice(expression[list].inner) : Slice(), expression.back().inner);
  return true;
}

/// What the script calls runs where it is called; all else where it stands: `upgrade`, or what is handed to the tool.
void Interpreter::define(const std::string& name, Slice parameters, const Tokens& body) {
  if (leads_back(name)) return ignore(body);
  Function& function = functions_[name];
  if (function.body != &body) function = {parameters_in(parameters), &body};
  if (!called_.contains(name)) run_function(function, {});
}

Value Interpreter::run_function(Function& function, const Arguments& arguments) {
  const bool outer = std::exchange(runs_again_, std::exchange(function.was_run, true));
  scopes_.emplace_back();
  bind_parameters(function, arguments);
  returned_.reset();
  run_block(*function.body);
  scopes_.pop_back();
  runs_again_ = outer;
  return std::exchange(returned_, std::nullopt).value_or(Value{});
}

/// Those that nothing was seen to call: what only the way back calls is none of ours.
void Interpreter::run_uncalled_functions() {
  for (auto& [name, function] : functions_) {
    if (function.was_run) continue;
    if (is_mentioned_again(name))
      run_function(function, {});
    else
      ignore(*function.body);
  }
}

void Interpreter::bind_parameters(const Function& function, const Arguments& arguments) {
  // A method's own object is not among the arguments.
  const bool has_self =
      !function.parameters.empty() && (function.parameters.front() == "self" || function.parameters.front() == "cls");
  for (const std::string& parameter : function.parameters) bind(parameter, {});
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::size_t position = i + (has_self ? 1 : 0);
    if (!arguments[i].keyword.empty())
      bind(arguments[i].keyword, arguments[i].value);
    else if (position < function.parameters.size())
      bind(function.parameters[position], arguments[i].value);
  }
}

/// None where the script has no such function.
std::optional<Value> Interpreter::call_own(const Call& call) {
  const auto found = functions_.find(call.function);
  if (found == functions_.end() || depth_ >= deepest) return std::nullopt;
  calls_.emplace_back(call.begin, call.end);
  const Value value = run_function(found->second, call.arguments);
  calls_.pop_back();
  return value;
}

Value Interpreter::run_function_literal(Slice expression, const std::vector<Value>& arguments) {
  while (!expression.empty() && expression.front().is_word("async")) expression = expression.subspan(1);
  const std::size_t arrow = find_sign(expression, "=>");
  const bool has_block = expression.back().is_group("{") && (arrow >= expression.size() || arrow + 2 == expression.size());
  const Slice head = arrow < expression.size() ? expression.first(arrow) : expression.first(expression.size() - 1);
  std::vector<std::string> names;
  for (const Token& token : head) {
    if (token.is_group("(")) {
      names = parameters_in(token.inner);
      // One parameter that is taken apart: ({ name, type }) =>
      if (split(token.inner, ",").size() == 1)
        names = words_in(Slice(token.inner).first(std::min(find_sign(token.inner, ":"), token.inner.size())));
      break;
    }
    if (arrow < expression.size() && token.kind == Token::Kind::word) names = {std::string(token.text)};
  }
  scopes_.emplace_back();
  for (const std::string& name : names) bind(name, {});
  if (arguments.size() == 1)
    bind_targets(names, arguments.front());
  else
    for (std::size_t i = 0; i < std::min(names.size(), arguments.size()); ++i) bind(names[i], arguments[i]);
  Value value;
  if (has_block) {
    run_block(expression.back().inner);
    value = std::exchange(returned_, std::nullopt).value_or(Value{});
  } else if (arrow < expression.size()) {
    value = evaluate(expression.subspan(arrow + 1));
  }
  scopes_.pop_back();
  return value;
}

}  // namespace pgplumb::scripts
