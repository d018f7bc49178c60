// Functions of the script: those that it defines and calls, and those that it hands on to others.
#include <algorithm>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

bool introduces_function(const Token& token) {
  return token.is_word("def") || token.is_word("function") || token.is_word("func");
}

bool is_function_literal(Slice expression) {
  expression = without_line_ends(expression);
  while (!expression.empty() && expression.front().is_word("async")) expression = expression.subspan(1);
  if (expression.empty()) return false;
  const Token& first = expression.front();
  if (first.is_word("function") || first.is_word("func")) return expression.back().is_group("{");
  const std::size_t arrow = find_sign(expression, "=>");
  return arrow < expression.size() && (first.is_group("(") || first.kind == Token::Kind::word) &&
         find_sign(expression, ".") > arrow;
}

namespace {

std::string first_word(Slice tokens) {
  const auto words = words_in(tokens);
  return words.empty() ? "" : words.front();
}

std::vector<Parameter> parameters_in(Slice list, bool are_parts = false);

/// The name before its type and default: `self` and the like included. Behind the colon a part has its own name.
Parameter parameter_in(Slice written, bool is_part) {
  const std::size_t sign = find_sign(written, "=");
  const Slice declared = written.first(sign), otherwise = written.subspan(std::min(sign + 1, written.size()));
  if (declared.empty()) return {};
  if (declared.front().kind == Token::Kind::group) return {"", otherwise, parameters_in(declared.front().inner, true)};
  const std::size_t colon = find_sign(declared, ":");
  const std::string name = first_word(declared.first(colon));
  const bool is_renamed = is_part && colon + 1 < declared.size();
  return {is_renamed ? first_word(declared.subspan(colon + 1)) : name, otherwise, {}, name};
}

std::vector<Parameter> parameters_in(Slice list, bool are_parts) {
  std::vector<Parameter> parameters;
  for (const Slice part : split(list, ","))
    if (Parameter parameter = parameter_in(part, are_parts); !parameter.name.empty() || !parameter.parts.empty())
      parameters.push_back(std::move(parameter));
  return parameters;
}

/// `def name(…): …`, `function name(…) {…}`, `func (r *T) name(…) … {…}`, and in classes `name(…) {…}`.
struct Definition {
  std::string name;
  Function function;
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
  return Definition{std::string(rest[0].text), {parameters_in(rest[1].inner), body.inner}};
}

/// `name => value`, `async (a, b) => {…}`, `function (a) {…}`.
Function function_of(Slice literal) {
  literal = without_line_ends(literal);
  while (literal.front().is_word("async")) literal = literal.subspan(1);
  const std::size_t arrow = find_sign(literal, "=>");
  const bool has_arrow = arrow < literal.size();
  const Slice head = has_arrow ? literal.first(arrow) : literal.first(literal.size() - 1);
  const Slice behind = has_arrow ? without_line_ends(literal.subspan(arrow + 1)) : literal.last(1);
  const auto list = std::find_if(head.begin(), head.end(), [](const Token& token) { return token.is_group("("); });
  const bool has_block = behind.size() == 1 && behind.front().is_group("{");
  return {parameters_in(list != head.end() ? Slice(list->inner)
                        : has_arrow        ? head
                                           : Slice()),
          has_block ? Slice(behind.front().inner) : behind, !has_block};
}

}  // namespace

void Interpreter::announce(Slice block) {
  while (!(block = without_line_ends(block)).empty()) {
    const std::size_t length = statement_length(block);
    const Slice statement = without_line_ends(block.first(length));
    if (const auto definition = definition_in(statement, language_)) {
      if (!leads_back(definition->name)) functions_[definition->name] = definition->function;
    } else if (find_word(statement, "class") < statement.size() && statement.back().kind == Token::Kind::group) {
      announce(statement.back().inner);
    }
    block = block.subspan(length);
  }
}

bool Interpreter::define_if_function(Slice statement) {
  const auto definition = definition_in(statement, language_);
  if (definition) define(definition->name, definition->function);
  return definition || introduces_function(statement.front());
}

bool Interpreter::define_function_literal(const std::string& name, Slice expression) {
  if (!is_function_literal(expression)) return false;
  define(name, function_of(expression));
  return true;
}

/// What the script calls runs where it is called; all else where it stands: `upgrade`, or what is handed to the tool.
void Interpreter::define(const std::string& name, Function defined) {
  if (leads_back(name)) return ignore(defined.body);
  Function& function = functions_[name];
  if (function.body.data() != defined.body.data()) function = std::move(defined);
  if (!called_.contains(name) && !is_loading_) run_function(function, {});
}

Value Interpreter::run_function(Function& function, const Arguments& arguments) {
  const bool outer = std::exchange(runs_again_, std::exchange(function.was_run, true));
  scopes_.emplace_back();
  bind_parameters(function, arguments);
  const Value value = run_body(function);
  scopes_.pop_back();
  runs_again_ = outer;
  return value;
}

Value Interpreter::run_body(const Function& function) {
  const Deeper deeper(depth_);
  if (depth_ > deepest) return {};
  if (function.is_expression) return evaluate(function.body);
  returned_.reset();
  run_block(function.body);
  return std::exchange(returned_, std::nullopt).value_or(Value{});
}

/// Those that nothing was seen to call: what only the way back calls is none of ours.
void Interpreter::run_uncalled_functions() {
  for (auto& [name, function] : functions_) {
    if (function.was_run) continue;
    if (is_mentioned_again(name))
      run_function(function, {});
    else
      ignore(function.body);
  }
}

void Interpreter::bind_parameter(const Parameter& parameter, const Value& given) {
  const bool is_given = given.kind != Value::Kind::unknown || !given.runs.empty();
  const Value value = is_given ? given : evaluate(parameter.otherwise);
  if (!parameter.name.empty()) bind(parameter.name, value);
  for (std::size_t i = 0; i < parameter.parts.size(); ++i) {
    const Parameter& part = parameter.parts[i];
    const bool is_known = value.is_collection();  // of what is not known no default is
    const std::string key = value.kind == Value::Kind::list ? std::to_string(i) : part.key;
    bind_parameter(part, is_known ? member_of(value, key) : unknown_value(part.name, 0));
  }
}

void Interpreter::bind_parameters(const Function& function, const Arguments& arguments) {
  const auto& parameters = function.parameters;
  // A method's own object is not among the arguments.
  const bool has_self = !parameters.empty() && (parameters.front().name == "self" || parameters.front().name == "cls");
  for (const Parameter& parameter : parameters) bind_parameter(parameter, {});
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::size_t position = i + (has_self ? 1 : 0);
    if (!arguments[i].keyword.empty())
      bind(arguments[i].keyword, arguments[i].value);
    else if (position < parameters.size())
      bind_parameter(parameters[position], arguments[i].value);
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
  const Function function = function_of(expression);
  Arguments given;
  for (const Value& argument : arguments) given.push_back({"", argument});
  scopes_.emplace_back();
  bind_parameters(function, given);
  const Value value = run_body(function);
  scopes_.pop_back();
  return value;
}

}  // namespace pgplumb::scripts
