#include "statements/do_block/evaluator.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "kinds/partition/inherited.h"
#include "statements/do_block/text_functions.h"
#include "statements/words.h"

namespace pgplumb {

Value constant_value(const A_Const* constant) {
  if (constant->isnull) return Value::null();
  const Node* value = &constant->val.node;
  if (as<String>(value)) return Value::of(std::string(text_of(value)));
  if (const auto number = integer_of(value)) return Value::of(std::to_string(*number));
  if (const auto* flag = as<Boolean>(value)) return Value::of(flag->boolval);
  return Value::unknown();
}

namespace {

/// 'public."User"' as a name.
QualifiedName split_name(const std::vector<Word>& words) {
  if (words.size() == 1) return {{}, words[0].text};
  if (words.size() == 3 && words[1].is_sign(".")) return {words[0].text, words[2].text};
  return {};
}

}  // namespace

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
  if (const auto* choice = as<CoalesceExpr>(node)) return first_not_null(choice);
  if (const auto* choice = as<CaseExpr>(node)) return chosen_value(choice);
  if (const auto* function = as<SQLValueFunction>(node); function && function->op == SVFOP_CURRENT_SCHEMA)
    return current_schema();
  return Value::unknown();
}

Value Evaluator::current_schema() const {
  return session_.search_path().empty() ? Value::null() : Value::of(session_.search_path().front());
}

std::optional<std::vector<Value>> Evaluator::elements(const Node* array) {
  if (const auto* cast = as<TypeCast>(array)) return elements(cast->arg);
  if (const auto* both = as<A_Expr>(array); both && both->kind == AEXPR_OP && text_of(nodes_of(both->name).back()) == "||")
    return joined_elements(both->lexpr, both->rexpr);
  if (const auto* literal = as<A_Const>(array)) return elements_of_literal(constant_value(literal).text);
  if (const auto* query = as<SubLink>(array); query && query->subLinkType == ARRAY_SUBLINK)
    return column_of(as<SelectStmt>(query->subselect));
  const auto* call = as<FuncCall>(array);
  const std::string_view function = call ? qualified_name(call->funcname).name : std::string_view();
  const auto args = call ? nodes_of(call->args) : nodes_of(nullptr);
  if (function == "array_append" && args.size() == 2) return joined_elements(args[0], args[1]);
  if (function == "string_to_array") {
    const Value text = evaluate(args.front()), separator = evaluate(args.back());
    return args.size() == 2 && text.is_known() && separator.is_known() ? parts_of(text.text, separator.text) : std::nullopt;
  }
  if (const auto* reference = as<::ColumnRef>(array)) {
    const auto elements = variables_.array(text_of(nodes_of(reference->fields).back()));
    return elements ? elements : elements_of_literal(evaluate(array).text);
  }
  const auto* list = as<A_ArrayExpr>(array);
  if (!list) return std::nullopt;
  std::vector<Value> values;
  for (const Node* element : nodes_of(list->elements)) {
    values.push_back(evaluate(element));
    if (!values.back().is_known()) return std::nullopt;
  }
  return values;
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

/// `names[i]`; NULL where the array has no such element.
Value Evaluator::element_value(const A_Indirection* part) {
  const auto parts = nodes_of(part->indirection);
  const auto* subscript = parts.size() == 1 ? as<A_Indices>(parts.front()) : nullptr;
  const auto array = elements(part->arg);
  if (!subscript || subscript->is_slice || !array) return Value::unknown();
  const Value index = evaluate(subscript->uidx);
  if (!index.is_known() || !is_number(index.text)) return Value::unknown();
  const auto place = std::stoull(index.text);
  return place >= 1 && place <= array->size() ? (*array)[place - 1] : Value::null();
}

/// array_length(names, 1), which is NULL of an array without elements, and
/// cardinality(names).
Value Evaluator::element_count(const FuncCall* call) {
  const auto args = nodes_of(call->args);
  const bool is_length = qualified_name(call->funcname).name != "cardinality";
  const auto array = args.empty() ? std::nullopt : elements(args.front());
  if (!array || (is_length && evaluate(args.back()).text != "1")) return Value::unknown();
  return is_length && array->empty() ? Value::null() : Value::of(std::to_string(array->size()));
}

/// array_to_string(names, separator)
Value Evaluator::elements_joined(const FuncCall* call) {
  const auto args = nodes_of(call->args);
  const auto array = args.size() == 2 ? elements(args.front()) : std::nullopt;
  if (!array) return Value::unknown();
  const Value separator = evaluate(args.back());
  Value text = Value::of(std::string());
  for (std::size_t i = 0; i < array->size(); ++i) text = join(i == 0 ? text : join(text, separator), (*array)[i]);
  return separator.is_known() ? text : Value::unknown();
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

namespace {

/// A relation of that name may have been made under a name that was put
/// together.
bool has_relation_in_part(const Session& session, std::string_view name) {
  constexpr std::array spaces = {Namespace::relation, Namespace::sequence, Namespace::index, Namespace::constraint};
  return std::any_of(session.names_in_part.begin(), session.names_in_part.end(), [&](const NameInPart& part) {
    return part.may_be(name) && std::find(spaces.begin(), spaces.end(), part.space) != spaces.end();
  });
}

}  // namespace

Value Evaluator::relation_number(const std::string& text) const {
  const auto words = cut_into_words(text);
  const auto [schema, name] = split_name(words);
  if (schema == "pg_catalog" || schema == "information_schema" || name.starts_with("pg_")) return Value::unknown();
  const FoundRelation found = session_.look_up(schema, name);
  if (name.empty() || (!found && (session_.is_uncertain(name) || has_relation_in_part(session_, name)))) return Value::unknown();
  if (found.bystander) return Value::of(std::string(found.bystander->what) + " " + std::string(name));
  const Draft::Item* item = session_.draft().item(found.symbol);
  if (item && may_be_gone(*item)) return Value::unknown();
  if (found.symbol) return numbered(found.symbol);
  const bool is_kept_elsewhere = session_.draft().object<CompositeType>(session_.find_type(schema, name)) ||
                                 find_heir_of_index(session_, schema, name).partition;
  return is_kept_elsewhere ? Value::unknown() : Value::null();
}

/// An oid that reads as the relation's name, quoted and qualified where it has
/// to be.
Value Evaluator::numbered(const Symbol* relation) const {
  Value number = Value::of(object_number(relation));
  const bool is_visible = session_.look_up({}, relation->text).symbol == relation;
  number.name =
      (is_visible ? std::string() : quote_where_needed(relation->parent->text) + ".") + quote_where_needed(relation->text);
  return number;
}

/// 'calls'::regclass
Value Evaluator::relation_called(const std::string& text) const {
  const Value relation = relation_number(text);
  if (!relation.is_null()) return relation;
  const auto words = cut_into_words(text);
  const auto [schema, name] = split_name(words);
  if (session_.may_exist(schema, name)) return Value::unknown();
  fail(sqlstate::undefined_table, "relation \"" + text + "\" does not exist");
}

Value Evaluator::relation_named(const Value& number) const {
  for (const Namespace space : {Namespace::relation, Namespace::partition})
    for (const Symbol* schema : session_.draft().schemas())
      for (const Symbol* object : session_.draft().members(schema, space))
        if (object_number(object) == number.text) return numbered(object);
  return Value::unknown();
}

Value Evaluator::type_number(const std::string& text) const {
  const auto words = cut_into_words(text);
  const auto [schema, name] = split_name(words);
  const Symbol* found = session_.find_type(schema, name);
  return found ? Value::of(object_number(found)) : Value::unknown();
}

/// `oid::regprocedure`, which reads as the signature.
Value Evaluator::routine_numbered(const std::string& number) const {
  const std::size_t which = std::stoul(number);
  const Draft::Item* item = which == 0 || which > session_.draft().declared_count() ? nullptr : session_.draft().declared(which);
  if (!item || !std::holds_alternative<Routine>(item->object)) return Value::unknown();
  const std::string signature = item->symbol->text;
  const std::size_t parameters = signature.find('(');
  Value value = Value::of(number);
  value.name = quote_where_needed(item->symbol->parent->text) + "." + quote_where_needed(signature.substr(0, parameters)) +
               signature.substr(parameters);
  return value;
}

namespace {

constexpr const char* invalid_text_representation = "22P02";

/// 'a'::int, of which no release of the server makes a number.
void require_number(const TypeCast* cast, std::string_view type, const std::string& text) {
  constexpr std::array whole_numbers = {std::string_view("int2"), std::string_view("int4"), std::string_view("int8")};
  const bool is_number = std::find(whole_numbers.begin(), whole_numbers.end(), type) != whole_numbers.end();
  if (is_number && as<A_Const>(cast->arg) && text.find_first_of("0123456789") == std::string::npos)
    fail(invalid_text_representation, "invalid input syntax for type integer: \"" + text + "\"");
}

}  // namespace

Value Evaluator::cast_value(const TypeCast* cast) {
  const Value value = evaluate(cast->arg);
  const std::string_view type = qualified_name(cast->typeName->names).name;
  const bool is_text = type == "text" || type == "varchar" || type == "name";
  if (!value.is_known()) return value.is_null() || is_text ? value : Value::unknown();
  require_number(cast, type, value.text);
  if (type == "regclass") return is_number(value.text) ? relation_named(value) : relation_called(value.text);
  if (type == "regprocedure") return is_number(value.text) ? routine_numbered(value.text) : Value::unknown();
  if (type == "regtype") return as<A_Const>(cast->arg) ? type_number(value.text) : value;
  if (type == "regnamespace") {
    const Symbol* schema = session_.draft().find(Namespace::schema, nullptr, value.text);
    // The server's own schemas are none of the draft's.
    return Value::of(schema ? object_number(schema) : value.text);
  }
  if (type == "bool") return Value::of(value.text == "t" || value.text == "true");
  const bool is_signature = value.name.find('(') != std::string::npos;  // how the server spells it does not matter to DDL
  if (is_text) return is_signature ? Value::unknown() : Value::of(value.as_text());
  const bool is_whole_number = (type == "int4" || type == "int8") && is_number(value.text);
  return type == "oid" || type == "char" || is_whole_number ? value : Value::unknown();
}

Value Evaluator::call_value(const FuncCall* call) {
  const std::string_view name = qualified_name(call->funcname).name;
  if (name == "current_schema") return current_schema();
  if (name == "array_length" || name == "array_upper" || name == "cardinality") return element_count(call);
  if (name == "array_to_string") return elements_joined(call);
  std::vector<Value> args;
  for (const Node* arg : nodes_of(call->args)) args.push_back(evaluate(arg));
  if (name == "concat") return concat(args);
  if (name == "concat_ws" && !args.empty()) return concat_with(args);
  if (name == "format" && !args.empty()) return format(args);
  if (name == "left" && args.size() == 2) return left(args);
  if (name == "quote_ident" && args.size() == 1) return identifier(args[0]);
  if (name == "lower" && args.size() == 1) return in_lower_case(args[0]);
  if (!std::all_of(args.begin(), args.end(), [](const Value& value) { return value.is_known(); }) || args.empty())
    return Value::unknown();
  if (name == "to_regclass") return relation_number(args[0].text);
  if (name == "quote_literal") return Value::of(quote_literal(args[0].as_text()));
  if (name == "upper") return Value::of(upper_case(args[0].as_text()));
  if (name == "replace" && args.size() == 3) return replace(args);
  if (name == "split_part" && args.size() == 3) return part_numbered(args);
  if ((name == "substring" || name == "substr") && args.size() >= 2) return substring(args);
  if (name == "right" && args.size() == 2) return right(args);
  if (name == "pg_get_constraintdef") return definition_of_constraint(args[0]);
  return Value::unknown();
}

Value Evaluator::first_not_null(const CoalesceExpr* choice) {
  for (const Node* arg : nodes_of(choice->args))
    if (const Value value = evaluate(arg); !value.is_null())
      return value.is_known() || value.is_something ? value : Value::unknown();
  return Value::null();
}

Value Evaluator::null_test(const NullTest* test) {
  const Value value = evaluate(reinterpret_cast<const Node*>(test->arg));
  if (value.state == Value::State::unknown && !value.is_something) return Value::unknown();
  return Value::of((value.is_null()) == (test->nulltesttype == IS_NULL));
}

}  // namespace pgplumb
