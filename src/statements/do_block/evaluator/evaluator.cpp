#include "statements/do_block/evaluator/evaluator.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "sql/canonical/literals/literals.h"
#include "statements/do_block/evaluator/moments.h"
#include "statements/do_block/evaluator/text_functions.h"
#include "statements/do_block/evaluator/type_values.h"
#include "statements/do_block/function_value.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// 1.50, which is numeric.
Value number_value_of(std::string_view text) {
  const auto number = number_literal(text);
  return number ? Value::of(*number) : Value::unknown();
}

}  // namespace

Value text_value(std::string_view text) {
  return text.find(gap()) == text.npos ? Value::of(std::string(text)) : Value::partly(std::string(text));
}

Value constant_value(const A_Const* constant) {
  if (constant->isnull) return Value::null();
  const Node* value = &constant->val.node;
  if (as<String>(value)) return text_value(text_of(value));
  if (const auto number = integer_of(value)) return Value::of(std::to_string(*number));
  if (const auto* decimal = as<::Float>(value)) return number_value_of(decimal->fval);
  if (const auto* flag = as<Boolean>(value)) return Value::of(flag->boolval);
  return Value::unknown();
}

Value Evaluator::evaluate(const Node* node) {
  if (const auto* constant = as<A_Const>(node)) return constant_value(constant);
  if (const auto* logic = as<BoolExpr>(node)) return logic_value(logic);
  if (const auto* query = as<SubLink>(node)) return query_value(query);
  if (const auto* operation = as<A_Expr>(node)) return operation_value(operation);
  if (const auto* reference = as<::ColumnRef>(node)) return column_value(reference);
  if (const auto* part = as<A_Indirection>(node)) return element_value(part);
  if (const auto* parameter = as<ParamRef>(node)) return variables_.get("$" + std::to_string(parameter->number));
  if (const auto* cast = as<TypeCast>(node)) return cast_value(cast);
  if (const auto* call = as<FuncCall>(node)) return call_value(call);
  if (const auto* test = as<NullTest>(node)) return null_test(test);
  if (const auto* test = as<BooleanTest>(node)) return boolean_test(test);
  if (const auto* choice = as<CoalesceExpr>(node)) return first_not_null(choice);
  if (const auto* choice = as<CaseExpr>(node)) return chosen_value(choice);
  if (const auto* function = as<SQLValueFunction>(node); function && function->op == SVFOP_CURRENT_SCHEMA)
    return current_schema();
  return Value::unknown();
}

Value Evaluator::current_schema() const {
  return session_.search_path().empty() ? Value::null() : Value::of(session_.search_path().front());
}

/// As set_config() takes it.
Value Evaluator::search_path() const {
  std::string path;
  for (const std::string& schema : session_.search_path()) path += (path.empty() ? "" : ", ") + quote_where_needed(schema);
  return Value::of(path);
}

Value Evaluator::column_value(const ::ColumnRef* reference) const {
  const auto fields = nodes_of(reference->fields);
  const std::string_view name = text_of(fields.back());
  const std::string_view alias = fields.size() > 1 ? text_of(fields[fields.size() - 2]) : std::string_view();
  const Value variable = alias.empty() ? variables_.get(name) : variables_.get(alias, name);
  if (variable.state != Value::State::unknown) return variable;
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
    if (!alias.empty() && binding->alias != alias) continue;
    if (!binding->row) return Value::unknown();
    for (const auto& [column, value] : binding->row->columns)
      if (column == name) return value;
  }
  return variable;
}

const Symbol* Evaluator::subject_of(const Node* column) const {
  const auto* reference = as<::ColumnRef>(column);
  const auto fields = reference ? nodes_of(reference->fields) : nodes_of(nullptr);
  if (fields.empty()) return nullptr;
  const std::string_view name = text_of(fields.back());
  const std::string_view alias = fields.size() > 1 ? text_of(fields[fields.size() - 2]) : std::string_view();
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
    if (!binding->row || (!alias.empty() && binding->alias != alias)) continue;
    const auto& columns = binding->row->columns;
    if (std::any_of(columns.begin(), columns.end(), [&](const auto& one) { return one.first == name; })) return binding->row->of;
  }
  return nullptr;
}

std::vector<Value> Evaluator::values_of(NodeRange args) {
  std::vector<Value> values;
  for (const Node* arg : args) values.push_back(evaluate(arg));
  return values;
}

Value Evaluator::call_value(const FuncCall* call) {
  const std::string_view name = qualified_name(call->funcname).name;
  if (name == "current_schema") return current_schema();
  if (name == "array_length" || name == "array_upper" || name == "cardinality") return element_count(call);
  if (name == "array_to_string") return elements_joined(call);
  if (name == "format_type") return type_of_column(call);
  if (name == "make_interval") return interval_made(call);
  const std::vector<Value> args = values_of(nodes_of(call->args));
  if (name == "concat") return concat(args);
  if (name == "concat_ws" && !args.empty()) return concat_with(args);
  if (name == "format" && !args.empty()) return format(args);
  if (name == "left" && args.size() == 2) return left(args);
  if ((name == "text" || name == "varchar") && args.size() == 1) return read_as({builtin_type(name), {}, false}, args[0]);
  if (name == "quote_ident" && args.size() == 1) return identifier(args[0]);
  if (name == "lower" && args.size() == 1) return in_lower_case(args[0]);
  if (!std::all_of(args.begin(), args.end(), [](const Value& value) { return value.is_known(); }) || args.empty())
    return Value::unknown();
  if (name == "to_regclass") return relation_number(args[0].text);
  if (name == "to_regtype") return type_called(session_, args[0].text);
  if (name == "to_regnamespace") return schema_called(args[0].text);
  if (name == "to_regproc" || name == "to_regprocedure") return routine_called(args[0].text);
  if (name == "current_setting" && args[0].text == "search_path") return search_path();
  if (name == "pg_get_constraintdef") return definition_of_constraint(args[0]);
  if (name == "pg_get_function_identity_arguments") return arguments_of_routine(args[0]);
  const Value given = value_given(name, args);
  return given.is_known() ? given : value_of_function(session_, call, args);
}

/// What PostgreSQL's own functions give of values that are known.
Value Evaluator::value_given(std::string_view name, const std::vector<Value>& args) {
  if (name == "quote_literal") return Value::of(quote_literal(args[0].as_text()));
  if (name == "upper") return Value::of(upper_case(args[0].as_text()));
  if (name == "replace" && args.size() == 3) return replace(args);
  if (name == "split_part" && args.size() == 3) return part_numbered(args);
  if ((name == "substring" || name == "substr") && args.size() >= 2) return substring(args);
  if (name == "right" && args.size() == 2) return right(args);
  if (name == "regexp_replace") return regexp_replace(args);
  if (name == "length" || name == "char_length") return letter_count(args[0]);
  if (name == "lpad" || name == "rpad") return padded(name, args);
  if (name == "btrim" || name == "ltrim" || name == "rtrim") return trimmed(name, args);
  if (name == "make_date") return made_date(args);
  if (name == "date_trunc") return truncated(args);
  if (name == "extract" || name == "date_part") return extracted(args);
  if (name == "to_char") return formatted_moment(args);
  return Value::unknown();
}

Value Evaluator::first_not_null(const CoalesceExpr* choice) {
  for (const Node* arg : nodes_of(choice->args))
    if (const Value value = evaluate(arg); !value.is_null())
      return value.is_known() || value.is_something ? value : Value::unknown();
  return Value::null();
}

/// make_interval(months => 3)
Value Evaluator::interval_made(const FuncCall* call) {
  std::string text;
  for (const Node* arg : nodes_of(call->args)) {
    const auto* named = as<NamedArgExpr>(arg);
    const Value count = named ? evaluate(reinterpret_cast<const Node*>(named->arg)) : Value::unknown();
    if (!count.is_known()) return Value::unknown();
    text += (text.empty() ? "" : " ") + count.text + " " + named->name;
  }
  return text.empty() ? Value::unknown() : Value::of(text);
}

/// IS TRUE, IS NOT FALSE …, which are never NULL.
Value Evaluator::boolean_test(const BooleanTest* test) {
  const Value value = evaluate(reinterpret_cast<const Node*>(test->arg));
  if (!value.is_known() && !value.is_null()) return Value::unknown();
  switch (test->booltesttype) {
    case IS_TRUE:
    case IS_NOT_TRUE:
      return Value::of(value.is_true() == (test->booltesttype == IS_TRUE));
    case IS_FALSE:
    case IS_NOT_FALSE:
      return Value::of((value.is_known() && !value.is_true()) == (test->booltesttype == IS_FALSE));
    default:
      return Value::of(value.is_null() == (test->booltesttype == IS_UNKNOWN));
  }
}

Value Evaluator::null_test(const NullTest* test) {
  const Value value = evaluate(reinterpret_cast<const Node*>(test->arg));
  if (value.state == Value::State::unknown && !value.is_something) return Value::unknown();
  return Value::of((value.is_null()) == (test->nulltesttype == IS_NULL));
}

}  // namespace pgplumb
