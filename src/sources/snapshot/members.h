// The members of a plain struct, one after the other, so that what is nested in a kind needs no line here.
#pragma once

#include <pgplumb/kinds/field.h>

#include <type_traits>

namespace pgplumb::snapshot {

/// Calls `act(first, second, …)` with all members.
template <class T, class Act>
void with_members(T& value, const Act& act) {
  constexpr std::size_t count = detail::member_count<std::remove_const_t<T>>();
  static_assert(count >= 1 && count <= 9, "one more line below");
  if constexpr (count == 1) {
    auto& [a] = value;
    act(a);
  } else if constexpr (count == 2) {
    auto& [a, b] = value;
    act(a, b);
  } else if constexpr (count == 3) {
    auto& [a, b, c] = value;
    act(a, b, c);
  } else if constexpr (count == 4) {
    auto& [a, b, c, d] = value;
    act(a, b, c, d);
  } else if constexpr (count == 5) {
    auto& [a, b, c, d, e] = value;
    act(a, b, c, d, e);
  } else if constexpr (count == 6) {
    auto& [a, b, c, d, e, f] = value;
    act(a, b, c, d, e, f);
  } else if constexpr (count == 7) {
    auto& [a, b, c, d, e, f, g] = value;
    act(a, b, c, d, e, f, g);
  } else if constexpr (count == 8) {
    auto& [a, b, c, d, e, f, g, h] = value;
    act(a, b, c, d, e, f, g, h);
  } else if constexpr (count == 9) {
    auto& [a, b, c, d, e, f, g, h, i] = value;
    act(a, b, c, d, e, f, g, h, i);
  }
}

template <class T>
constexpr bool has_one_member = detail::member_count<T>() == 1;

/// An enum whose values have names.
template <class T>
concept NamedEnum = std::is_enum_v<T> && requires(T value) {
  show_value(value);
};

template <class T>
concept Container = requires(const T& value) {
  typename T::value_type;
  value.begin();
}
&&!std::is_convertible_v<T, std::string_view>;

/// Owns one text: the kinds' Text.
template <class T>
concept KeptText = requires(const T& value) {
  { value.str() } -> std::convertible_to<std::string>;
};

}  // namespace pgplumb::snapshot
