// Calls: what runs SQL, what changes the schema without, what hands its argument on.
#include <algorithm>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

namespace {

const Value* first_text(const Arguments& arguments) {
  const auto found =
      std::find_if(arguments.begin(), arguments.end(), [](const Argument& argument) { return argument.value.is_text(); });
  return found == arguments.end() ? nullptr : &found->value;
}

Value join(const Value& separator, const Value& parts) {
  Value joined;
  for (const Value& part : parts.items) {
    if (joined.is_text()) append_text(joined, separator, "", 0);
    append_text(joined, part, "{…}", separator.runs.empty() ? 0 : separator.runs.front().from);
  }
  return joined;
}

/// dict(a="…", b="…").
Value mapping_of(const Arguments& arguments) {
  Value mapping{Value::Kind::mapping};
  for (const Argument& argument : arguments) {
    mapping.keys.push_back(text_value(argument.keyword, argument.value.runs.empty() ? 0 : argument.value.runs.front().from));
    mapping.items.push_back(argument.value);
  }
  return mapping;
}

constexpr std::string_view batch_table = "batch table";

/// Inside of `with op.batch_alter_table('t') as batch:` the table is left out of the arguments.
bool takes_batch_table(Interpreter::Call& call) {
  const Value table = member_of(call.receiver, batch_table);
  if (!table.is_text()) return false;
  const bool comes_first = call.function.ends_with("_column");  // else behind the name of what is made
  const auto at = static_cast<std::ptrdiff_t>(comes_first ? 0 : std::min<std::size_t>(1, call.arguments.size()));
  call.arguments.insert(call.arguments.begin() + at, {"", table});
  return true;
}

}  // namespace

Value Interpreter::call(Call call) {
  if (only_speaks(call.function)) return ignore(call.begin, call.end), Value{};
  if (call.has_receiver && call.receiver.is_collection())
    if (const auto value = call_on_collection(call)) return *value;
  evaluate_arguments(call);
  if (const auto value = call_own(std::string(call.function), call.arguments, call.begin)) return *value;
  if (changes_schema(call.function) && call.has_receiver) {
    const bool is_alembic = call.variable == "op" || takes_batch_table(call);
    const auto sql = is_alembic ? operation_sql(call.function, call.arguments) : std::nullopt;
    return sql ? emit(*sql, call.begin) : note_schema_call(call), Value{};
  }
  const Value* sql = first_text(call.arguments);
  if (runs_sql(call.function) && !sql) ++unknown_runs_;
  if (runs_sql(call.function) && sql && holds_ddl(sql->plain())) return emit(*sql, call.begin), Value{};
  return value_of(call);
}

void Interpreter::evaluate_arguments(Call& call) {
  for (const Slice part : split(call.written_arguments, ",")) {
    const bool has_keyword = part.size() > 2 && part[0].kind == Token::Kind::word && part[1].is_sign("=");
    const Slice expression = has_keyword ? part.subspan(2) : part;
    const auto words = words_in(expression);
    const bool is_expression = std::any_of(words.begin(), words.end(), [](const std::string& word) {
      return word == "text" || word == "func" || word == "true" || word == "false";
    });
    call.arguments.push_back({has_keyword ? std::string(part[0].text) : "", evaluate(expression), is_expression});
  }
}

/// `columns.forEach((c) => …)`, `columns.append(…)`, `columns.items()`.
std::optional<Value> Interpreter::call_on_collection(const Call& call) {
  const std::string_view function = call.function;
  const Slice argument = without_line_ends(call.written_arguments);
  if (function == "items" || function == "entries") return list_value(pairs_of(call.receiver));
  if (function == "keys") return list_value(items_of(call.receiver));
  if (function == "values") return list_value(call.receiver.items);
  if ((function == "forEach" || function == "map") && is_function_literal(argument)) {
    Value results = list_value({});
    for (const Value& item : items_of(call.receiver)) results.items.push_back(run_function_literal(argument, {item}));
    return results;
  }
  Value* variable = find_variable(call.variable);
  if (!variable || variable->kind != Value::Kind::list) return std::nullopt;
  const Value added = evaluate(argument);
  if (function == "append" || function == "push" || function == "add") {
    variable->items.push_back(added);
  } else if (function == "extend") {
    variable->items.insert(variable->items.end(), added.items.begin(), added.items.end());
  } else if (function == "join") {
    return join(added.is_text() ? added : Value{}, call.receiver);
  }
  return Value{};
}

Value Interpreter::value_of(const Call& call) {
  const Value first = call.arguments.empty() ? Value{} : call.arguments.front().value;
  const std::string_view function = call.function;
  if (function == "format" && call.receiver.is_text()) return fill_in(call.receiver, '{', call.arguments);
  if (function == "Sprintf" && first.is_text())
    return fill_in(first, '%', Arguments(call.arguments.begin() + 1, call.arguments.end()));
  if (function == "join" && call.receiver.is_text()) return join(call.receiver, first);
  if (function == "join" || function == "Join") return first;
  if (function == "dict") return mapping_of(call.arguments);
  if (function == "enumerate") return list_value(pairs_of(first));
  if (function == "entries") return list_value(pairs_of(first));
  if (function == "keys") return list_value(items_of(first));
  if (language_.name == "python")
    if (const auto item = schema_item(function, call.arguments)) return *item;
  if (function == "now" && call.has_receiver) return text_value("now()", call.begin);
  if (function == "batch_alter_table") return mapping_of({{std::string(batch_table), first}});
  if (passes_on(function)) return call.receiver.is_text() ? call.receiver : first;
  return {};
}

/// Of what the tool's own functions make, the table is known where it is written out.
void Interpreter::note_schema_call(const Call& call) {
  const bool follows_name =
      call.function.ends_with("_constraint") || call.function.ends_with("_index") || call.function.ends_with("_key");
  const Arguments behind_name(call.arguments.begin() + (follows_name && !call.arguments.empty() ? 1 : 0), call.arguments.end());
  const Value* table = first_text(behind_name);
  const std::string name(call.function);
  Statement statement{
      {}, call.begin, false, call.variable + "." + name, "it is no SQL; the SQL that the tool makes of it can be read"};
  statement.runs.push_back({"ALTER TABLE ", call.begin});
  if (table) statement.runs.insert(statement.runs.end(), table->runs.begin(), table->runs.end());
  statement.runs.push_back({" " + name + "()", call.begin});
  statements_.push_back(std::move(statement));
}

}  // namespace pgplumb::scripts
