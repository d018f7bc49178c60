// The expressions of an object, found through its list of fields, so that a new kind needs no line here.
#pragma once

#include <pgplumb/kinds.h>

#include <string_view>

namespace pgplumb {

namespace expressions {

template <class T, class Visit>
void visit_value(T&, const Visit&) {}

template <class Visit>
void visit_value(ExpressionField& field, const Visit& visit) {
  if (field) visit(field, static_cast<const DataType*>(nullptr));
}
template <class Visit>
void visit_stored(ExpressionField& field, const DataType& type, const Visit& visit) {
  if (field) visit(field, &type);
}
template <class Visit>
void visit_value(IndexKey& key, const Visit& visit) {
  visit_value(key.expression, visit);
}
template <class Visit>
void visit_value(ExclusionKey& key, const Visit& visit) {
  visit_value(key.key, visit);
}
template <class Visit>
void visit_value(DomainCheck& check, const Visit& visit) {
  visit_value(check.expression, visit);
}
template <class Visit>
void visit_value(PublishedTable& published, const Visit& visit) {
  visit_value(published.condition, visit);
}
template <class Visit>
void visit_value(RoutineParameter& parameter, const Visit& visit) {
  visit_stored(parameter.default_value, parameter.type, visit);
}
template <class T, class Visit>
void visit_value(std::vector<T>& values, const Visit& visit) {
  for (T& value : values) visit_value(value, visit);
}

template <class Kind, class Visit>
void visit_kind(Kind& object, const Visit& visit) {
  Kind::fields([&](const auto&... field) { (visit_value(object.*field.member, visit), ...); });
}
template <class Visit>
void visit_kind(Column& column, const Visit& visit) {
  visit_stored(column.default_value, column.type, visit);
  visit_stored(column.generated, column.type, visit);
}
template <class Visit>
void visit_kind(Domain& domain, const Visit& visit) {
  visit_stored(domain.default_value, domain.type, visit);
  visit_value(domain.checks, visit);
}

}  // namespace expressions

/// Calls `visit(field, type)` for each expression that the object has; `type` is what its value is stored as, null where it is
/// not stored.
template <class Visit>
void for_each_expression(Object& object, const Visit& visit) {
  std::visit([&](auto& kind) { expressions::visit_kind(kind, visit); }, object);
}

/// Calls `visit(field)` for each expression that the field of that name holds: one, those among an index's keys, none.
template <class Visit>
void for_each_expression(Object& object, std::string_view field, const Visit& visit) {
  const auto visit_any = [&](ExpressionField& expression, const DataType*) { visit(expression); };
  const auto look_into = [&](auto& kind, const auto& found) {
    if (found.name == field) expressions::visit_value(kind.*found.member, visit_any);
  };
  std::visit([&](auto& kind) { kind.fields([&](const auto&... found) { (look_into(kind, found), ...); }); }, object);
}

}  // namespace pgplumb
