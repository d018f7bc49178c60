// What an expression is worth, and the calls in it.
#include <algorithm>
#include <array>
#include <utility>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

namespace {

bool compares(const Token& token) {
  constexpr auto signs = std::to_array<std::string_view>({"==", "===", "!=", "!==", "<=", ">=", "&&", "||", "??", "?", "<", ">"});
  constexpr auto words = std::to_array<std::string_view>({"if", "or", "and", "in", "is", "not", "instanceof"});
  if (token.kind == Token::Kind::sign) return std::find(signs.begin(), signs.end(), token.text) != signs.end();
  return token.kind == Token::Kind::word && std::find(words.begin(), words.end(), token.text) != words.end();
}

bool is_prefix(const Token& token) {
  constexpr auto words = std::to_array<std::string_view>({"await", "yield", "new", "typeof", "return", "lambda", "void"});
  return token.kind == Token::Kind::word && std::find(words.begin(), words.end(), token.text) != words.end();
}

/// Whether this is asked of a function so that it is called, now or later.
bool hands_on(std::string_view name, std::string_view function) {
  return !function.empty() && (name == "bind" || name == "call");
}

/// `client.query<Row>(…)` without the type.
std::size_t skip_type_arguments(Slice expression, std::size_t at) {
  if (at >= expression.size() || !expression[at].is_sign("<")) return at;
  for (std::size_t i = at + 1; i + 1 < expression.size() && i < at + 8; ++i)
    if (expression[i].is_sign(">") && expression[i + 1].is_group("(")) return i + 1;
  return at;
}

bool has_comparison(Slice expression) {
  for (std::size_t i = 0; i < expression.size(); ++i) {
    i = std::max(i, skip_type_arguments(expression, i));
    if (compares(expression[i])) return true;
  }
  return false;
}

bool is_constant(std::string_view word) {
  constexpr auto constants =
      std::to_array<std::string_view>({"True", "False", "None", "true", "false", "null", "undefined", "nil"});
  return std::find(constants.begin(), constants.end(), word) != constants.end();
}

/// Of `struct { name, ddl string }`.
std::vector<std::string> fields_of(Slice declaration) {
  std::vector<std::string> fields;
  std::vector<std::string> line;
  for (const Token& token : declaration) {
    if (token.kind == Token::Kind::word) line.emplace_back(token.text);
    if (!token.is_line_end() && &token != &declaration.back()) continue;
    if (line.size() > 1) fields.insert(fields.end(), line.begin(), line.end() - 1);  // the last is the type
    line.clear();
  }
  return fields;
}

/// Items that are written without the names of their fields get them.
void name_fields(Value& items, Slice declaration) {
  const auto fields = fields_of(declaration);
  for (Value& item : items.items) {
    if (item.kind != Value::Kind::list) continue;
    Value named{Value::Kind::mapping};
    for (std::size_t i = 0; i < std::min(fields.size(), item.items.size()); ++i) {
      named.keys.push_back(text_value(fields[i], 0));
      named.items.push_back(item.items[i]);
    }
    item = std::move(named);
  }
}

}  // namespace

Value Interpreter::evaluate(Slice expression) {
  expression = without_line_ends(expression);
  while (!expression.empty() && is_prefix(expression.front())) expression = expression.subspan(1);
  if (expression.empty() || !may_go_on() || depth_ > deepest) return {};
  if (is_function_literal(expression)) {  // handed to something that may call it
    const std::size_t assigned_before = assigned_.size();
    Value value = run_function_literal(expression, {});
    forget_assigned(assigned_before);
    return value;
  }
  if (expression.front().is_word("class") && expression.back().is_group("{")) {  // `module.exports = class Data1700 {…}`
    announce(expression.back().inner);
    run_block(expression.back().inner);
    return {};
  }
  if (const std::size_t as = find_word(expression, "as"); as < expression.size() && as > 0) expression = expression.first(as);
  if (const auto chosen = evaluate_choice(expression)) return *chosen;
  if (has_comparison(expression)) return evaluate_for_effects(expression);
  if (const auto parts = split(expression, "+"); parts.size() > 1) return concatenate(parts);
  if (const std::size_t percent = find_sign(expression, "%"); percent < expression.size() && percent > 0) {
    const Value form = evaluate(expression.first(percent)), values = evaluate(expression.subspan(percent + 1));
    if (!form.is_text()) return {};
    Arguments filling;
    for (std::size_t i = 0; i < values.keys.size(); ++i) filling.push_back({values.keys[i].plain(), values.items[i]});
    if (values.kind != Value::Kind::mapping)
      for (const Value& value : values.kind == Value::Kind::list ? values.items : std::vector<Value>{values})
        filling.push_back({"", value});
    return fill_in(form, '%', filling);
  }
  return evaluate_chain(expression);
}

Value Interpreter::evaluate_for_effects(Slice expression) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= expression.size(); ++i) {
    const bool is_border = i == expression.size() || compares(expression[i]) || expression[i].is_sign(",") ||
                           expression[i].is_sign("!") || expression[i].is_sign(":") || expression[i].is_sign(":=") ||
                           expression[i].is_sign("=") || expression[i].is_line_end() || expression[i].is_word("as");
    if (!is_border) continue;
    if (i > begin) evaluate(expression.subspan(begin, i - begin));
    begin = i + 1;
  }
  return {};
}

Value Interpreter::concatenate(const std::vector<Slice>& parts) {
  std::vector<Value> values;
  for (const Slice part : parts) values.push_back(evaluate(part));
  if (std::any_of(values.begin(), values.end(), [](const Value& value) { return value.kind == Value::Kind::list; })) {
    Value joined = list_value({});
    for (const Value& value : values) joined.items.insert(joined.items.end(), value.items.begin(), value.items.end());
    return joined;
  }
  if (std::none_of(values.begin(), values.end(), [](const Value& value) { return value.is_text(); })) return {};
  Value text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    append_text(text, values[i], written(parts[i]), parts[i].empty() ? 0 : parts[i].front().begin);
  return text;
}

Value Interpreter::evaluate_literal(const Token& literal) {
  Value value{Value::Kind::text};
  for (const LiteralPart& part : literal.parts) {
    if (part.expression.empty())
      value.runs.push_back({part.text, part.from});
    else
      append_text(value, evaluate(part.expression), part.text, part.from);
  }
  return value;
}

/// Of SQLAlchemy's names: `Integer` is the type that `Integer()` is; `func` has SQL's functions.
Value Interpreter::value_of_name(std::string_view root, std::string_view name, std::size_t at) const {
  if (language_.name != "python" || !may_be_of_sqlalchemy(root)) return {};
  if (name == sql_functions) return {Value::Kind::constant, {{std::string(name), at}}};
  return schema_item(name, {}).value_or(Value{});
}

Value Interpreter::evaluate_primary(Slice expression, std::size_t& at) {
  const Token& first = expression[at++];
  switch (first.kind) {
    case Token::Kind::literal: {
      Value value = evaluate_literal(first);
      // Python joins literals that stand side by side, on lines of their own as well.
      for (; at < expression.size() && (expression[at].is_literal() || expression[at].is_line_end()); ++at)
        if (expression[at].is_literal()) append_text(value, evaluate_literal(expression[at]), "", expression[at].begin);
      return value;
    }
    case Token::Kind::number:
      return sql_value(std::string(first.text), first.begin);
    case Token::Kind::word:
      if (const Value* variable = find_variable(first.text)) return *variable;
      if (const auto value = imported_value(first.text, first.begin)) return *value;
      if (is_constant(first.text)) return {Value::Kind::constant, {{std::string(first.text), first.begin}}};
      return value_of_name(first.text, first.text, first.begin);
    case Token::Kind::group:
      return evaluate_brackets(first);
    default:
      return {};
  }
}

Value Interpreter::evaluate_brackets(const Token& group) {
  const Slice inner = without_line_ends(group.inner);
  if (group.text == "{") return evaluate_mapping(group);
  if (const std::size_t at = find_word(inner, "for"); at < inner.size() && at > 0) return evaluate_comprehension(inner, at);
  const bool is_tuple = find_sign(inner, ",") < inner.size();
  return group.text == "(" && !is_tuple ? evaluate(inner) : evaluate_items(inner);
}

/// What stands between commas, `...others` taken apart.
Value Interpreter::evaluate_items(Slice items) {
  Value list = list_value({});
  for (const Slice part : split(items, ",")) {
    const bool spreads = !part.empty() && (part.front().is_sign("...") || part.front().is_sign("*"));
    const Value value = evaluate(spreads ? part.subspan(1) : part);
    if (spreads && value.is_collection())
      list.items.insert(list.items.end(), value.items.begin(), value.items.end());
    else
      list.items.push_back(value);  // of what is not known one that is not known
  }
  return list;
}

/// {"a": 1}, { a: 1, async up() {…} }, {"a", "b"}: a mapping, or a list where it has no keys.
Value Interpreter::evaluate_mapping(const Token& group) {
  Value mapping{Value::Kind::mapping};
  Value list = list_value({});
  for (Slice part : split(group.inner, ",")) {
    if (part.empty()) continue;
    while (part.size() > 1 && part.front().is_word("async")) part = part.subspan(1);
    const bool is_method =
        part.size() >= 3 && !introduces_function(part[0]) && part[1].is_group("(") && part.back().is_group("{");
    const std::size_t colon = find_sign(part, ":");
    if (is_method) {
      define_if_function(part);
    } else if (colon < part.size() && colon > 0) {
      const Slice key = part.first(colon), value = part.subspan(colon + 1);
      const bool is_back = key.front().kind == Token::Kind::word && leads_back(key.front().text);
      if (is_back && is_function_literal(value)) {
        ignore(value);
        continue;
      }
      const bool is_word = key.size() == 1 && key.front().kind == Token::Kind::word;
      const bool is_name = is_word && (language_.name == "javascript" || !find_variable(key.front().text));
      mapping.keys.push_back(is_name ? text_value(std::string(key.front().text), key.front().begin) : evaluate(key));
      mapping.items.push_back(is_loading_ && define_function_literal(mapping.keys.back().plain(), value) ? Value{}
                                                                                                         : evaluate(value));
    } else if (part.size() == 1 && part.front().kind == Token::Kind::word && language_.name == "javascript") {  // { table }
      mapping.keys.push_back(text_value(std::string(part.front().text), part.front().begin));
      mapping.items.push_back(evaluate(part));
    } else {
      list.items.push_back(evaluate(part));
    }
  }
  return mapping.items.empty() ? list : mapping;
}

/// `[f"…{name}" for name in names]`.
Value Interpreter::evaluate_comprehension(Slice inner, std::size_t for_at) {
  const Slice element = inner.first(for_at), header = inner.subspan(for_at + 1);
  const std::size_t in = find_word(header, "in");
  if (in >= header.size()) return {};
  const auto names = words_in(header.first(in));
  const Slice source = header.subspan(in + 1);
  const Value values = evaluate(source.first(std::min(find_word(source, "if"), source.size())));
  if (!values.is_collection()) {
    for (const std::string& name : names) bind(name, {});
    evaluate(element);
    return {};
  }
  Value list = list_value({});
  for (const Value& value : items_of(values)) {
    bind_targets(names, value);
    list.items.push_back(evaluate(element));
  }
  return list;
}

/// A primary, and what is asked of it: `.name`, `(arguments)`, `[index]`.
Value Interpreter::evaluate_chain(Slice expression) {
  std::size_t at = 0;
  const Token& first = expression.front();
  std::string_view name = first.kind == Token::Kind::word ? first.text : std::string_view();
  const std::string variable(name);
  Value value = evaluate_primary(expression, at);
  Value receiver;
  bool has_receiver = false, is_first = true;
  std::string_view bound;  // the name before the last
  while (at < expression.size() && may_go_on()) {
    at = skip_type_arguments(expression, at);
    const Token& token = expression[at];
    if ((token.is_sign(".") || token.is_sign("?.")) && at + 1 < expression.size()) {
      std::size_t next = at + 1;
      while (next < expression.size() && expression[next].is_line_end()) ++next;
      if (next >= expression.size()) break;
      bound = std::exchange(name, expression[next].text);
      receiver = std::move(value);
      value = member_of(receiver, name);
      if (value.kind == Value::Kind::unknown) value = value_of_name(variable, name, expression[next].begin);
      has_receiver = true;
      at = next + 1;
    } else if (token.is_group("(") && hands_on(name, bound)) {  // `db.removeColumn.bind(db, 'calls', …)`
      const Slice arguments = token.inner;
      const std::size_t own = std::min(find_sign(arguments, ",") + 1, arguments.size());
      value = call({bound, receiver, variable, true, is_first, arguments.subspan(own), first.begin, token.end});
      ++at;
    } else if (token.is_group("(") && !name.empty()) {
      value = call({name, receiver, variable, has_receiver, is_first, token.inner, first.begin, token.end});
      is_first = false;
      ++at;
    } else if (token.is_literal() && !name.empty()) {  // sql`…`
      value = evaluate_literal(token);
      if (runs_sql(name) || name == "sql") emit(value, first.begin);
      ++at;
    } else if (token.is_group("{") && language_.name == "go") {  // []string{…}, Migration{…}
      const bool has_fields = at > 1 && expression[at - 1].is_group("{") && expression[at - 2].is_word("struct");
      value = makes_builder(name) ? empty_builder() : evaluate_mapping(token);
      if (has_fields) name_fields(value, expression[at - 1].inner);
      ++at;
    } else if (token.is_group("[") && value.is_collection()) {
      const Value index = evaluate(token.inner);
      value = member_of(value, index.plain());
      ++at;
    } else {
      if (token.kind == Token::Kind::group && token.text != "{") evaluate_brackets(token);
      ++at;
    }
  }
  return value;
}

}  // namespace pgplumb::scripts
