// What names and numbers of objects stand for: regclass, regtype, regprocedure.
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "catalog/routines.h"
#include "catalog/uncertain_kinds.h"
#include "kinds/partition/inherited.h"
#include "statements/do_block/evaluator/evaluator.h"
#include "statements/do_block/evaluator/type_values.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// 'public."User"' as a name.
QualifiedName split_name(const std::vector<Word>& words) {
  if (words.size() == 1) return {{}, words[0].text};
  if (words.size() == 3 && words[1].is_sign(".")) return {words[0].text, words[2].text};
  return {};
}

}  // namespace

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
  const bool may_be_there = may_find_others(session_) || session_.is_uncertain(name) || has_relation_in_part(session_, name);
  if (name.empty() || (!found && may_be_there)) return Value::unknown();
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

/// 'mood'::regtype
Value Evaluator::type_number(const std::string& text) const {
  const Value type = type_called(session_, text);
  return type.is_null() ? Value::unknown() : type;
}

/// format_type(atttypid, atttypmod), of the column whose row these are.
Value Evaluator::type_of_column(const FuncCall* call) const {
  const auto args = nodes_of(call->args);
  const Symbol* column = args.empty() ? nullptr : subject_of(args.front());
  const auto* object = column && session_.is_known(column) ? session_.draft().object<Column>(column) : nullptr;
  if (!object || args.size() != 2) return Value::unknown();
  const bool has_modifiers = subject_of(args.back()) == column;
  return formatted_type(session_, has_modifiers ? object->type : DataType{object->type.name, {}, object->type.is_array});
}

/// pg_get_function_identity_arguments(oid)
Value Evaluator::arguments_of_routine(const Value& number) const {
  const Draft::Item* item = object_numbered(number);
  const auto* routine = item ? std::get_if<Routine>(&item->object) : nullptr;
  if (!routine || item->uncertain) return Value::unknown();
  std::string text;
  for (const RoutineParameter& parameter : routine->parameters) {
    if (!is_input(parameter)) continue;
    const Value type = formatted_type(session_, {parameter.type.name, {}, parameter.type.is_array});
    if (!type.is_known()) return Value::unknown();
    const char* mode = parameter.mode == ParameterMode::inout      ? "INOUT "
                       : parameter.mode == ParameterMode::variadic ? "VARIADIC "
                                                                   : "";
    const std::string name = parameter.name.empty() ? "" : quote_where_needed(parameter.name.str()) + " ";
    text += (text.empty() ? "" : ", ") + (mode + name) + type.text;
  }
  return Value::of(text);
}

/// to_regproc('f'), to_regprocedure('f(int)'): whether there is none of that name.
Value Evaluator::routine_called(const std::string& text) const {
  auto words = cut_into_words(text);
  const auto parameters = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is_sign("("); });
  const bool has_parameters = parameters != words.end();
  words.erase(parameters, words.end());
  const auto [schema, name] = split_name(words);
  const auto rows = catalog_rows(session_, "pg_catalog", "pg_proc");
  std::size_t count = 0;
  const Value proname = Value::of(std::string(name));
  for (const CatalogRow* row : rows->that_may_have("proname", proname)) {
    const Value is_it = are_equal(row->value("proname"), proname);
    if (!is_it.is_known() || (is_it.is_true() && row->may_be_absent)) return Value::unknown();
    count += is_it.is_true();
  }
  if (count == 0) return session_.may_exist(schema, name) ? Value::unknown() : Value::null();
  return count == 1 && schema.empty() && !has_parameters ? Value::not_null() : Value::unknown();
}

/// to_regnamespace('app')
Value Evaluator::schema_called(const std::string& text) const {
  const auto words = cut_into_words(text);
  const std::string name = words.size() == 1 ? words.front().text : std::string();
  const Symbol* schema = session_.draft().find(Namespace::schema, nullptr, name);
  const Draft::Item* item = session_.draft().item(schema);
  if (name.empty() || (item && may_be_gone(*item))) return Value::unknown();
  if (schema) return Value::of(object_number(schema));
  const bool may_be_there = may_find_others(session_) || session_.is_uncertain(name) || name.starts_with("pg_") ||
                            name == "information_schema" || session_.begins_in_the_middle() ||
                            may_have_any(session_.uncertain_names, Namespace::schema);
  return may_be_there ? Value::unknown() : Value::null();
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

}  // namespace pgplumb
