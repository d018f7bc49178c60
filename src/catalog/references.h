// What an object refers to, found through its list of fields, so that a new kind needs no line here.
#pragma once

#include <pgplumb/kinds.h>

namespace pgplumb {

/// Whether both are names of one object.
inline bool bear_one_number(const Symbol* a, const Symbol* b) {
  return a == b || (a && b && a->number != 0 && a->number == b->number);
}

namespace references {

template <class T, class Visit>
void visit_value(const T&, const Visit&) {}

template <class Visit>
void visit_value(const ColumnRef& ref, const Visit& visit) {
  if (ref.symbol) visit(ref.symbol);
}
template <class Visit>
void visit_value(const RelationRef& ref, const Visit& visit) {
  if (ref.symbol) visit(ref.symbol);
}
template <class Visit>
void visit_value(const RoutineRef& ref, const Visit& visit) {
  if (ref.symbol) visit(ref.symbol);
}
template <class Visit>
void visit_value(const HelperFunction& helper, const Visit& visit) {
  visit_value(helper.function, visit);
}
template <class Visit>
void visit_value(const TokenMapping& mapping, const Visit& visit) {
  for (const ObjectRef dictionary : mapping.dictionaries) visit_value(dictionary, visit);
}
template <class Visit>
void visit_value(const DataType& type, const Visit& visit) {
  if (type.name) visit(type.name);
}
template <class Visit>
void visit_value(const Expression& tree, const Visit& visit) {
  visit_value(tree.column, visit);
  visit_value(tree.type, visit);
  if (tree.routine) visit(tree.routine);
  for (const Expression& arg : tree.args) visit_value(arg, visit);
}
template <class Visit>
void visit_value(const ExpressionField& field, const Visit& visit) {
  if (field.tree) visit_value(*field.tree, visit);
}
template <class Visit>
void visit_value(const IndexKey& key, const Visit& visit) {
  visit_value(key.column, visit);
  visit_value(key.expression, visit);
  visit_value(key.collation, visit);
}
template <class Visit>
void visit_value(const MemberRef& ref, const Visit& visit) {
  if (ref.symbol) visit(ref.symbol);
}
template <class Visit>
void visit_value(const ExclusionKey& key, const Visit& visit) {
  visit_value(key.key, visit);
}
template <class Visit>
void visit_value(const DomainCheck& check, const Visit& visit) {
  visit_value(check.expression, visit);
}
template <class Visit>
void visit_value(const PublishedTable& published, const Visit& visit) {
  visit_value(published.table, visit);
  for (const ColumnRef& column : published.columns) visit_value(column, visit);
  visit_value(published.condition, visit);
}
template <class Visit>
void visit_value(const PartitionDefault& own, const Visit& visit) {
  visit_value(own.column, visit);
  visit_value(own.value, visit);
}
template <class Visit>
void visit_value(const PartitionStorage& own, const Visit& visit) {
  visit_value(own.column, visit);
}
template <class Visit>
void visit_value(const PartitionComment& own, const Visit& visit) {
  visit_value(own.column, visit);
}
template <class Visit>
void visit_value(const PartitionTrigger& own, const Visit& visit) {
  visit_value(own.trigger, visit);
}
template <class Visit>
void visit_value(const TypeAttribute& attribute, const Visit& visit) {
  visit_value(attribute.type, visit);
  visit_value(attribute.collation, visit);
}
template <class Visit>
void visit_value(const RoutineParameter& parameter, const Visit& visit) {
  visit_value(parameter.type, visit);
  visit_value(parameter.default_value, visit);
}
template <class Visit>
void visit_value(const ReturnType& returns, const Visit& visit) {
  if (returns.type) visit_value(*returns.type, visit);
}
template <class T, class Visit>
void visit_value(const std::vector<T>& values, const Visit& visit) {
  for (const T& value : values) visit_value(value, visit);
}
template <class T, class Visit>
void visit_value(const Seldom<T>& value, const Visit& visit) {
  visit_value(*value, visit);
}

}  // namespace references

/// The sequence of a nextval(); null for any other expression, and where it is not known.
inline const Symbol* sequence_counted_by(const ExpressionField& field) {
  if (!field || !is_nextval(*field.tree)) return nullptr;
  const Expression* call = field.tree.get();
  while (call->kind == Expression::Kind::cast) call = &call->args.front();
  return call->args.front().type.name;
}

/// Calls `visit(symbol)` for each name that the object refers to: columns, tables, types, names in expressions.
template <class Visit>
void for_each_reference(const Object& object, const Visit& visit) {
  std::visit(
      [&](const auto& kind) {
        kind.fields([&](const auto&... field) { (references::visit_value(kind.*field.member, visit), ...); });
      },
      object);
}

}  // namespace pgplumb
