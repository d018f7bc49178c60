// Calls: what runs SQL, what changes the schema without, what hands its argument on.
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "sources/migrations/scripts/bindings.h"
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

/// What it is made of is written like this, and not known.
void forget_texts(Value& value) {
  for (Run& run : value.runs) run.is_known = false;
  for (Value& item : value.items) forget_texts(item);
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

/// Nothing is known of it, or not how it begins.
bool is_unknown_sql(const Value& sql) {
  const bool is_left_open = sql.kind == Value::Kind::unknown || sql.is_text();
  return is_left_open && !sql.runs.empty() && !sql.runs.front().is_known && !builds_query(sql.plain());
}

constexpr std::string_view batch_table = "batch table", batch_schema = "batch schema";

/// Inside of `with op.batch_alter_table('t') as batch:` the table is left out of the arguments.
bool takes_batch_table(Interpreter::Call& call) {
  const Value table = member_of(call.receiver, batch_table);
  if (!table.is_text()) return false;
  const bool comes_first = call.function.ends_with("_column");  // else behind the name of what is made
  const auto at = static_cast<std::ptrdiff_t>(comes_first ? 0 : std::min<std::size_t>(1, call.arguments.size()));
  call.arguments.insert(call.arguments.begin() + at, {"", table});
  if (const Value schema = member_of(call.receiver, batch_schema); schema.is_text()) call.arguments.push_back({"schema", schema});
  return true;
}

}  // namespace

Value Interpreter::call(Call call) {
  if (const auto value = call_on_builder(call)) return *value;
  forget_builders_in(call.written_arguments);
  if (only_speaks(call.function)) return ignore(call.begin, call.end), Value{};
  if (call.has_receiver && call.receiver.is_collection())
    if (const auto value = call_on_collection(call)) return *value;
  evaluate_arguments(call);
  if (const auto value = call_own(call)) return *value;
  if (const auto value = call_imported(call)) return *value;
  if (is_of_missing_file(call)) return note_call(call, "its function is in another file, which is not here"), Value{};
  const bool is_operation = call.variable == "op" && call.is_first && !only_serves(call.function);
  if (is_operation || (changes_schema(call.function) && call.has_receiver)) {
    const bool is_alembic = is_operation || takes_batch_table(call);
    const auto operations = is_alembic ? operations_of(call.function, call.arguments, call.begin) : std::nullopt;
    if (!operations) return note_call(call, "it is no SQL; the SQL that the tool makes of it can be read"), Value{};
    for (const Operation& operation : *operations) emit(operation, call.begin);
    return {};
  }
  if (const auto made = type_operation(call.function, call.receiver, call.begin)) return emit(*made, call.begin), Value{};
  const Value* sql = first_text(call.arguments);
  const bool is_plain = call.variable == "sql";  // sql.raw(…) of Drizzle, Kysely or Slonik binds nothing
  const bool is_knex = call.function == "raw" && !is_plain && call.arguments.size() <= 2 && sql == &call.arguments.front().value;
  const Value* bound = call.arguments.size() == 2 ? &call.arguments[1].value : nullptr;
  if (runs_sql(call.function) && sql && holds_ddl(sql->plain()))
    return emit(is_knex ? with_bindings(*sql, bound) : *sql, call.begin), Value{};
  const Value* given = sql || call.arguments.empty() ? sql : &call.arguments.back().value;
  if (runs_sql_only(call.function) && call.has_receiver && given && is_unknown_sql(*given)) note_unknown_sql(call);
  return value_of(call);
}

void Interpreter::evaluate_arguments(Call& call) {
  const bool has_both_ways = language_.name == "go" && hands_over_both_ways(call.function);
  int functions = 0;
  for (const Slice part : split(call.written_arguments, ",")) {
    if (has_both_ways && is_function_literal(part) && ++functions == 2) {
      ignore(part);
      continue;
    }
    const bool has_keyword = part.size() > 2 && part[0].kind == Token::Kind::word && part[1].is_sign("=");
    const bool spreads = part.size() > 1 && (part[0].is_sign("*") || part[0].is_sign("**") || part[0].is_sign("..."));
    const Slice expression = part.subspan(has_keyword ? 2 : spreads ? 1 : 0);
    const std::size_t for_at = language_.name == "python" ? find_word(expression, "for") : 0;
    const bool is_generator = for_at > 0 && for_at < expression.size();
    Value value = is_generator ? evaluate_comprehension(expression, for_at) : evaluate(expression);
    if (value.kind == Value::Kind::unknown && !expression.empty())
      value = unknown_value(written(expression), expression.front().begin);
    if (!spreads || !value.is_collection()) {
      call.arguments.push_back({has_keyword ? std::string(part[0].text) : spreads ? "*" : "", value});
      continue;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i)
      call.arguments.push_back({value.kind == Value::Kind::mapping ? value.keys[i].plain() : "", value.items[i]});
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
    for (const Value& pair : pairs_of(call.receiver))
      results.items.push_back(run_function_literal(argument, {pair.items[1], pair.items[0]}));
    return results;
  }
  if (function == "join") {
    const Value separator = evaluate(argument);
    return join(separator.is_text() ? separator : text_value(",", call.begin), call.receiver);
  }
  const Value* variable = find_variable(call.variable);
  if (!variable || variable->kind != Value::Kind::list) return std::nullopt;
  add_items(call);
  return Value{};
}

/// What is added under a condition that is not known here is not known to be there.
void Interpreter::add_items(const Call& call) {
  const bool is_one = call.function == "append" || call.function == "push" || call.function == "add";
  Value added = is_one ? evaluate_items(call.written_arguments) : evaluate(without_line_ends(call.written_arguments));
  if (!is_one && call.function != "extend") return;
  if (!added.is_collection()) added = list_value({unknown_value(written(call.written_arguments), call.begin)});
  Value* variable = find_variable(call.variable);
  if (!variable) return;
  for (Value& item : added.items) {
    if (!under_.condition.empty()) forget_texts(item);
    variable->items.push_back(std::move(item));
  }
}

Value Interpreter::value_of(const Call& call) {
  const Value first = call.arguments.empty() ? Value{} : call.arguments.front().value;
  const std::string_view function = call.function;
  if (function == "format" && call.receiver.is_text()) return fill_in(call.receiver, '{', call.arguments);
  if (function == "Sprintf" && first.is_text())
    return fill_in(first, '%', Arguments(call.arguments.begin() + 1, call.arguments.end()));
  if (function == "concat" && call.receiver.is_text()) {
    Value text = call.receiver;
    for (const Argument& argument : call.arguments) append_text(text, argument.value, argument.value.plain(), call.begin);
    return text;
  }
  if (const auto value = value_of_maker(call)) return *value;
  if (function == "join" && call.receiver.is_text()) return join(call.receiver, first);
  if (function == "Join" && first.is_collection()) return join(call.arguments.back().value, first);
  if (function == "Join" || (function == "join" && call.arguments.size() != 1)) return first;  // of a path's parts
  if (function == "dict") return mapping_of(call.arguments);
  if (function == "enumerate") return list_value(pairs_of(first));
  if (function == "entries") return list_value(pairs_of(first));
  if (function == "keys") return list_value(items_of(first));
  if (language_.name == "python")
    if (const auto value = value_of_sqlalchemy(call)) return *value;
  if (passes_on(function)) return call.receiver.is_text() ? call.receiver : first;
  return {};
}

/// `func.now()`, `func.coalesce('', 0)`; what SQL has as words has no parentheses.
Value function_call(const Interpreter::Call& call) {
  constexpr auto words = std::to_array<std::string_view>(
      {"current_timestamp", "current_date", "current_time", "localtimestamp", "localtime", "current_user", "session_user"});
  std::string sql(call.function);
  if (std::find(words.begin(), words.end(), call.function) != words.end()) return sql_value(std::move(sql), call.begin);
  sql += "(";
  for (const Argument& argument : call.arguments) {
    if (!argument.value.is_wholly_known()) return {};
    sql += (sql.ends_with("(") ? "" : ", ") +
           (argument.value.is_sql ? argument.value.plain() : quote_literal(argument.value.plain()));
  }
  return sql_value(sql + ")", call.begin);
}

std::optional<Value> Interpreter::value_of_sqlalchemy(const Call& call) const {
  const std::string_view function = call.function;
  const Value first = call.arguments.empty() ? Value{} : call.arguments.front().value;
  if (function == "batch_alter_table") {
    const Argument* schema = keyword(call.arguments, "schema");
    return record({{batch_table, first}, {batch_schema, schema ? schema->value : Value{}}});
  }
  if (call.receiver.kind == Value::Kind::constant && call.receiver.plain() == sql_functions) return function_call(call);
  if (function == "with_variant" && call.receiver.is_collection()) return with_variant(call.receiver, call.arguments);
  if (!may_be_of_sqlalchemy(call.variable)) return std::nullopt;
  if (function == "true" || function == "false" || function == "null") return sql_value(std::string(function), call.begin);
  if (function == "text" || function == "literal_column" || function == "DDL") {
    Value sql = first;
    sql.is_sql = true;
    return sql;
  }
  return schema_item(function, call.arguments);
}

namespace {

/// `a.b` as two names.
std::string quoted(const std::string& name) {
  const std::size_t dot = name.find('.');
  if (dot == std::string::npos) return quote_identifier(name);
  return quote_identifier(name.substr(0, dot)) + "." + quote_identifier(name.substr(dot + 1));
}

constexpr std::string_view unknown_sql = "the SQL that it runs is not known from the script, and taken to change no schema";

/// "knex.raw"
std::string written_name(const Interpreter::Call& call) {
  return (call.has_receiver && !call.variable.empty() ? call.variable + "." : "") + std::string(call.function);
}

}  // namespace

/// It stands as a statement that changes nothing: most of these read or write rows.
void Interpreter::note_unknown_sql(const Call& call) {
  Statement statement{
      {{"SELECT", call.begin, true, true}}, call.begin, false, false, written_name(call), std::string(unknown_sql)};
  statement.is_partial = true;
  statements_.push_back(std::move(statement));
}

/// Of what is not followed, the names are known that are written out.
void Interpreter::note_call(const Call& call, std::string why) {
  const std::string name(call.function);
  Statement statement{{}, call.begin, false, false, written_name(call), std::move(why)};
  statement.runs.push_back({"ALTER", call.begin});
  for (const Argument& argument : call.arguments) {
    if (!argument.value.is_text()) continue;
    statement.runs.push_back({" TABLE ", call.begin});
    if (argument.value.is_wholly_known())
      statement.runs.push_back({quoted(argument.value.plain()), call.begin});
    else
      statement.runs.insert(statement.runs.end(), argument.value.runs.begin(), argument.value.runs.end());
  }
  statement.runs.push_back({" " + name + "()", call.begin});
  statements_.push_back(std::move(statement));
}

}  // namespace pgplumb::scripts
