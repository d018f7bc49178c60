// What names and numbers of objects stand for: regclass, regtype, regprocedure.
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "kinds/partition/inherited.h"
#include "statements/do_block/evaluator.h"
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
  const bool may_be_there = session_.absences_uncertain || session_.is_uncertain(name) || has_relation_in_part(session_, name);
  if (name.empty() || (!found && may_be_there)) return Value::unknown();
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

}  // namespace pgplumb
