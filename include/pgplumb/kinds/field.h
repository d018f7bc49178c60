// How a kind lists what is comparable about it, and how the values are shown.
#pragma once

#include <pgplumb/kinds/seldom.h>
#include <pgplumb/sql/data_type.h>
#include <pgplumb/sql/expression.h>
#include <pgplumb/sql/symbol.h>
#include <pgplumb/sql/text.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgplumb {

/// One comparable member of a kind, under the name that reports and JSON use. A kind passes all that it has to `fields(visit)`: a
/// template, so that only the files that ask pay for it.
template <class Kind, class T>
struct Field {
  std::string_view name;
  T Kind::*member;
};
template <class Kind, class T>
Field(const char*, T Kind::*) -> Field<Kind, T>;

/// A comment on a part of an object that is none of its own: a domain's check, a composite type's attribute.
struct PartComment {
  Text part;
  Text comment;

  friend bool operator==(const PartComment&, const PartComment&) = default;
};

// A field's value as people read it. Overloads for the kinds' own enums stand beside those enums.
std::string show_value(bool value);
std::string show_value(const std::string& value);
std::string show_value(float value);
std::string show_value(std::int64_t value);
std::string show_value(Text value);
std::string show_value(const DataType& value);
std::string show_value(const ExpressionField& value);
std::string show_value(const ColumnRef& value);
std::string show_value(const RelationRef& value);
std::string show_value(const MemberRef& value);
std::string show_value(const RoutineRef& value);
std::string show_value(const std::vector<ColumnRef>& value);
std::string show_value(const std::vector<RelationRef>& value);
std::string show_value(const PartComment& value);
std::string show_value(const std::vector<PartComment>& value);
template <class T>
std::string show_value(const Seldom<T>& value) {
  return show_value(*value);
}

namespace detail {
struct AnyMember {
  template <class T>
  operator T() const;
};
template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
  return requires { T{((void)I, AnyMember{})...}; };
}
template <class T, std::size_t N = 0>
constexpr std::size_t member_count() {
  if constexpr (!takes<T>(std::make_index_sequence<N + 1>{}))
    return N;
  else
    return member_count<T, N + 1>();
}
}  // namespace detail

/// True when the kind's `fields` names every member.
template <class Kind>
constexpr bool lists_every_member() {
  return detail::member_count<Kind>() == Kind::fields([](auto... field) { return sizeof...(field); });
}

}  // namespace pgplumb
