// What is put together piece by piece: lists, Go's strings.Builder and bytes.Buffer, Python's StringIO.
#include <algorithm>
#include <array>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

namespace {

template <class List>
bool is_one_of(std::string_view word, const List& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto writing =
    std::to_array<std::string_view>({"WriteString", "Write", "WriteByte", "WriteRune", "write", "writelines"});
constexpr auto printing = std::to_array<std::string_view>({"Fprintf", "Fprint", "WriteString"});

/// `&sb`, `buf`
std::string_view only_word(Slice expression) {
  if (!expression.empty() && expression.front().is_sign("&")) expression = expression.subspan(1);
  return expression.size() == 1 && expression.front().kind == Token::Kind::word ? expression.front().text : std::string_view();
}

}  // namespace

bool makes_builder(std::string_view type) { return type == "Builder" || type == "Buffer" || type == "StringIO"; }

Value empty_builder() {
  Value builder{Value::Kind::text};
  builder.is_builder = true;
  return builder;
}

void Interpreter::write_to(const std::string& name, const Value& more, Slice written_as) {
  const Value* variable = find_variable(name);
  if (!variable || !variable->is_builder) return;
  Value sum = *variable;
  append_text(sum, more, written(written_as), written_as.empty() ? 0 : written_as.front().begin);
  assign_value(name, std::move(sum), false);
}

/// `sb.WriteString(…)`, `fmt.Fprintf(&sb, …)`, `buf.getvalue()`; none where the call is about no builder.
std::optional<Value> Interpreter::call_on_builder(const Call& call) {
  const auto parts = split(call.written_arguments, ",");
  if (call.has_receiver && call.receiver.is_builder) {
    if (is_one_of(call.function, writing))
      for (const Slice part : parts) write_to(call.variable, evaluate(part), part);
    if (call.function == "Reset" || call.function == "truncate") assign_value(call.variable, empty_builder(), false);
    Value text = call.receiver;
    text.is_builder = false;
    return call.function == "String" || call.function == "getvalue" ? text : Value{};
  }
  const std::string name(parts.empty() ? std::string_view() : only_word(parts.front()));
  const Value* variable = name.empty() ? nullptr : find_variable(name);
  if (!variable || !variable->is_builder || !is_one_of(call.function, printing) || parts.size() < 2) return std::nullopt;
  Arguments values;
  for (const Slice part : std::span(parts).subspan(2)) values.push_back({"", evaluate(part)});
  const Value form = evaluate(parts[1]);
  const bool is_filled = call.function == "Fprintf" && form.is_text();
  write_to(name, is_filled ? fill_in(form, '%', values) : parts.size() == 2 ? form : Value{}, parts[1]);
  return Value{};
}

/// What gets hold of a builder may write to it: from there on it is not known.
bool Interpreter::forget_builders_in(Slice tokens) {
  bool any = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    any |= forget_builders_in(tokens[i].inner);
    const bool is_asked = i + 1 < tokens.size() && tokens[i + 1].is_sign(".");
    const Value* variable = tokens[i].kind == Token::Kind::word && !is_asked ? find_variable(tokens[i].text) : nullptr;
    if (!variable || !variable->is_builder) continue;
    assign_value(std::string(tokens[i].text), {}, false);
    any = true;
  }
  return any;
}

/// What makes a builder or a list: `new(strings.Builder)`, `io.StringIO()`, `make([]string, 0)`, Go's `append(list, item)`.
std::optional<Value> Interpreter::value_of_maker(const Call& call) const {
  const bool has_arguments = !call.arguments.empty();
  if (makes_builder(call.function) && !has_arguments) return empty_builder();
  if (!has_arguments) return std::nullopt;
  const Token& last = call.written_arguments.back();
  if (call.function == "new" && makes_builder(last.text)) return empty_builder();
  if (call.function == "make" && call.arguments.size() > 1 && call.arguments[1].value.plain() == "0") return list_value({});
  if (call.function != "append" || call.arguments.front().value.kind != Value::Kind::list) return std::nullopt;
  Value list = call.arguments.front().value;
  for (const Argument& argument : std::span(call.arguments).subspan(1)) {
    const Value& more = argument.value;
    if (last.is_sign("...") && more.is_collection())
      list.items.insert(list.items.end(), more.items.begin(), more.items.end());
    else
      list.items.push_back(more);
  }
  return list;
}

}  // namespace pgplumb::scripts
