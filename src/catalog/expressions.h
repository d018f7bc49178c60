// The expressions of an object, found through its list of fields, so that a new kind needs no line here.
#pragma once

#include <pgplumb/kinds.h>

#include <concepts>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace pgplumb {

namespace expressions {

/// `T`, or a const one that is only looked at.
template <class Given, class T>
concept Either = std::same_as<std::remove_const_t<Given>, T>;

template <class T, class Visit>
void visit_value(T&, const Visit&) {}

template <Either<ExpressionField> Field, class Visit>
void visit_value(Field& field, const Visit& visit) {
  if (field) visit(field, static_cast<const DataType*>(nullptr));
}
template <Either<ExpressionField> Field, class Visit>
void visit_stored(Field& field, const DataType& type, const Visit& visit) {
  if (field) visit(field, &type);
}
/// What is true or false.
template <Either<ExpressionField> Field, class Visit>
void visit_condition(Field& field, const Visit& visit) {
  static const DataType boolean{builtin_type("bool"), {}, false};
  visit_stored(field, boolean, visit);
}
template <Either<IndexKey> Key, class Visit>
void visit_value(Key& key, const Visit& visit) {
  visit_value(key.expression, visit);
}
template <Either<ExclusionKey> Key, class Visit>
void visit_value(Key& key, const Visit& visit) {
  visit_value(key.key, visit);
}
template <Either<DomainCheck> Part, class Visit>
void visit_value(Part& check, const Visit& visit) {
  visit_condition(check.expression, visit);
}
template <Either<PublishedTable> Part, class Visit>
void visit_value(Part& published, const Visit& visit) {
  visit_condition(published.condition, visit);
}
template <Either<RoutineParameter> Part, class Visit>
void visit_value(Part& parameter, const Visit& visit) {
  visit_stored(parameter.default_value, parameter.type, visit);
}
template <class T, class Visit>
void visit_value(std::vector<T>& values, const Visit& visit) {
  for (T& value : values) visit_value(value, visit);
}
template <class T, class Visit>
void visit_value(const std::vector<T>& values, const Visit& visit) {
  for (const T& value : values) visit_value(value, visit);
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

template <class Given, class Visit>
void visit_kind(Given& object, const Visit& visit) {
  using Kind = std::remove_const_t<Given>;
  const auto visit_member = [&](auto member) {
    if constexpr (std::is_same_v<decltype(member), ExpressionField Kind::*>)
      if (is_condition(member)) return visit_condition(object.*member, visit);
    visit_value(object.*member, visit);
  };
  Kind::fields([&](const auto&... field) { (visit_member(field.member), ...); });
}
template <Either<Column> Given, class Visit>
void visit_kind(Given& column, const Visit& visit) {
  visit_stored(column.default_value, column.type, visit);
  visit_stored(column.generated, column.type, visit);
}
template <Either<Domain> Given, class Visit>
void visit_kind(Given& domain, const Visit& visit) {
  visit_stored(domain.default_value, domain.type, visit);
  visit_value(domain.checks, visit);
}

}  // namespace expressions

/// Calls `visit(field, type)` for each expression that the object has; `type` is what its value is stored as, null where it is
/// not stored.
template <expressions::Either<Object> Given, class Visit>
void for_each_expression(Given& object, const Visit& visit) {
  std::visit([&](auto& kind) { expressions::visit_kind(kind, visit); }, object);
}

/// Calls `visit(field)` for each expression that the field of that name holds: one, those among an index's keys, none.
template <expressions::Either<Object> Given, class Visit>
void for_each_expression(Given& object, std::string_view field, const Visit& visit) {
  const auto visit_any = [&](auto& expression, const DataType*) { visit(expression); };
  const auto look_into = [&](auto& kind, const auto& found) {
    if (found.name == field) expressions::visit_value(kind.*found.member, visit_any);
  };
  std::visit([&](auto& kind) { kind.fields([&](const auto&... found) { (look_into(kind, found), ...); }); }, object);
}

}  // namespace pgplumb
