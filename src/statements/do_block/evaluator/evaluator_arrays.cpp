// Arrays: their elements, and what is asked of them.
#include <algorithm>

#include "sql/canonical/resolution/signatures.h"
#include "statements/do_block/evaluator/evaluator.h"
#include "statements/do_block/evaluator/text_functions.h"
#include "statements/do_block/function_value.h"
#include "statements/words.h"

namespace pgplumb {

std::optional<std::vector<Value>> Evaluator::elements(const Node* array) {
  if (const auto* cast = as<TypeCast>(array)) {
    auto values = elements(cast->arg);
    return values ? elements_read_as(type_of(cast), *std::move(values)) : std::nullopt;
  }
  if (const auto* both = as<A_Expr>(array); both && both->kind == AEXPR_OP && text_of(nodes_of(both->name).back()) == "||")
    return joined_elements(both->lexpr, both->rexpr);
  if (const auto* literal = as<A_Const>(array)) return elements_of_literal(constant_value(literal).text);
  if (const auto* query = as<SubLink>(array); query && query->subLinkType == ARRAY_SUBLINK)
    return column_of(as<SelectStmt>(query->subselect));
  const auto* call = as<FuncCall>(array);
  const std::string_view function = call ? qualified_name(call->funcname).name : std::string_view();
  const auto args = call ? nodes_of(call->args) : nodes_of(nullptr);
  if (function == "array_append" && args.size() == 2) return joined_elements(args[0], args[1]);
  if (is_one_of(function, {"string_to_array", "regexp_split_to_array"}) && args.size() == 2)
    return parts_between(args[0], args[1], function != "string_to_array");
  if (const auto* reference = as<::ColumnRef>(array)) {
    const auto elements = variables_.array(text_of(nodes_of(reference->fields).back()));
    return elements ? elements : elements_of_literal(evaluate(array).text);
  }
  if (const auto* query = as<SubLink>(array); query && query->subLinkType == EXPR_SUBLINK)
    return elements_selected(as<SelectStmt>(query->subselect));
  if (call && functions_named(function).empty()) return elements_of_function(session_, call, values_of(args));
  const auto* list = as<A_ArrayExpr>(array);
  if (!list) return std::nullopt;
  std::vector<Value> values;
  for (const Node* element : nodes_of(list->elements)) {
    values.push_back(evaluate(element));
    if (!values.back().is_known()) return std::nullopt;
  }
  return values;
}

std::optional<QueryResult> Evaluator::slices(const Node* array) {
  if (const auto* cast = as<TypeCast>(array)) return slices(cast->arg);
  const auto* list = as<A_ArrayExpr>(array);
  if (!list) return std::nullopt;
  QueryResult result;
  for (const Node* slice : nodes_of(list->elements)) {
    const auto values = elements(slice);
    if (!values) return std::nullopt;
    ResultRow& row = result.rows.emplace_back();
    for (const Value& value : *values) row.emplace_back("", value);
  }
  return result;
}

/// (SELECT array), of no table.
std::optional<std::vector<Value>> Evaluator::elements_selected(const SelectStmt* select) {
  const bool is_plain = select && !select->fromClause && !select->whereClause && !select->withClause && select->op == SETOP_NONE;
  const auto targets = is_plain ? nodes_of(select->targetList) : nodes_of(nullptr);
  return targets.size() == 1 ? elements(as<ResTarget>(targets.front())->val) : std::nullopt;
}

/// Of an array and another one, or one more element.
std::optional<std::vector<Value>> Evaluator::joined_elements(const Node* array, const Node* more) {
  auto joined = array ? elements(array) : std::nullopt;
  const auto others = elements(more);
  const Value one = others ? Value() : evaluate(more);
  if (!joined || (!others && !one.is_known())) return std::nullopt;
  if (others)
    joined->insert(joined->end(), others->begin(), others->end());
  else
    joined->push_back(one);
  return joined;
}

std::optional<std::vector<Value>> Evaluator::parts_between(const Node* text, const Node* separator, bool is_pattern) {
  const Value whole = evaluate(text), between = evaluate(separator);
  if (!whole.is_known() || !between.is_known()) return std::nullopt;
  const auto plain = is_pattern ? plain_pattern(between.text) : PlainPattern{between.text};
  return plain && !plain->at_begin && !plain->at_end ? parts_of(whole.text, plain->text) : std::nullopt;
}

/// ARRAY(SELECT …)
std::optional<std::vector<Value>> Evaluator::column_of(const SelectStmt* select) {
  const auto found = select ? rows(select) : std::nullopt;
  if (!found || !found->in_doubt.empty()) return std::nullopt;
  std::vector<Value> values;
  for (const ResultRow& row : found->rows) {
    if (row.size() != 1 || !row.front().second.is_known()) return std::nullopt;
    values.push_back(row.front().second);
  }
  return values;
}

namespace {

/// TG_ARGV, whose subscripts begin with 0.
bool is_trigger_arguments(const Node* array) {
  const auto* reference = as<::ColumnRef>(array);
  return reference && text_of(nodes_of(reference->fields).back()) == "tg_argv";
}

}  // namespace

/// `names[i]`; NULL where the array has no such element.
Value Evaluator::element_value(const A_Indirection* part) {
  const auto parts = nodes_of(part->indirection);
  const auto* subscript = parts.size() == 1 ? as<A_Indices>(parts.front()) : nullptr;
  const auto array = elements(part->arg);
  if (!subscript || subscript->is_slice || !array) return Value::unknown();
  const Value index = evaluate(subscript->uidx);
  if (!index.is_known() || !is_number(index.text)) return Value::unknown();
  const std::size_t first = is_trigger_arguments(part->arg) ? 0 : 1;
  const auto place = std::stoull(index.text);
  return place >= first && place < first + array->size() ? (*array)[place - first] : Value::null();
}

/// array_length(names, 1), which is NULL of an array without elements, and
/// cardinality(names).
Value Evaluator::element_count(const FuncCall* call) {
  const auto args = nodes_of(call->args);
  const std::string_view name = qualified_name(call->funcname).name;
  const bool is_length = name != "cardinality";
  const auto array = args.empty() ? std::nullopt : elements(args.front());
  const bool is_last = name == "array_upper" && !args.empty() && is_trigger_arguments(args.front());
  if (!array || is_last || (is_length && evaluate(args.back()).text != "1")) return Value::unknown();
  return is_length && array->empty() ? Value::null() : Value::of(std::to_string(array->size()));
}

/// array_to_string(names, separator)
Value Evaluator::elements_joined(const FuncCall* call) {
  const auto args = nodes_of(call->args);
  const auto array = args.size() == 2 ? elements(args.front()) : std::nullopt;
  if (!array) return Value::unknown();
  const Value separator = evaluate(args.back());
  Value text = Value::of(std::string());
  for (std::size_t i = 0; i < array->size(); ++i) text = join(i == 0 ? text : join(text, separator), (*array)[i].printed());
  return separator.is_known() ? text : Value::unknown();
}

}  // namespace pgplumb
