// The expressions of an object, found through its list of fields, so that a new kind needs no line here.
#pragma once

#include <pgplumb/kinds.h>

#include <string_view>
#include <tuple>
#include <type_traits>

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
/// What is true or false.
template <class Visit>
void visit_condition(ExpressionField& field, const Visit& visit) {
  static const DataType boolean{builtin_type("bool"), {}, false};
  visit_stored(field, boolean, visit);
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
  visit_condition(check.expression, visit);
}
template <class Visit>
void visit_value(PublishedTable& published, const Visit& visit) {
  visit_condition(published.condition, visit);
}
template <class Visit>
void visit_value(RoutineParameter& parameter, const Visit& visit) {
  visit_stored(parameter.default_value, parameter.type, visit);
}
template <class T, class Visit>
void visit_value(std::vector<T>& values, const Visit& visit) {
  for (T& value : values) visit_value(value, visit);
}

constexpr std::tuple conditions = {&Check::expression,       &Exclusion::predicate,    &Index::predicate,
                                   &Policy::check_condition, &Policy::using_condition, &RewriteRule::condition,
                                   &Trigger::condition};

template <class Member>
constexpr bool is_condition(Member member) {
  const auto is_it = [&](auto condition) {
    if constexpr (std::is_same_v<decltype(condition), Member>) return condition == member;
    return false;
  };
  return std::apply([&](auto... all) { return (is_it(all) || ...); }, conditions);
}

template <class Kind, class Visit>
void visit_kind(Kind& object, const Visit& visit) {
  const auto visit_member = [&](auto member) {
    if constexpr (std::is_same_v<decltype(member), ExpressionField Kind::*>)
      if (is_condition(member)) return visit_condition(object.*member, visit);
    visit_value(object.*member, visit);
  };
  Kind::fields([&](const auto&... field) { (visit_member(field.member), ...); });
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
