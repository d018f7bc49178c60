#include <pgplumb/kinds.h>

#include <algorithm>
#include <array>

#include "catalog/expressions.h"

namespace pgplumb {

namespace {

template <class... Kinds>
std::vector<std::string_view> names_of(const std::variant<Kinds...>*) {
  return {Kinds::kind...};
}

template <class... Kinds>
constexpr bool list_every_member(const std::variant<Kinds...>*) {
  return (lists_every_member<Kinds>() && ...);
}
static_assert(list_every_member(static_cast<const AnyKind*>(nullptr)));

/// Calls `act(field)` for the field of that name, if the kind has one.
template <class Kind, class Act>
void with_field(std::string_view name, const Act& act) {
  Kind::fields([&](const auto&... field) { ((field.name == name ? act(field) : void()), ...); });
}

bool is_set(bool value) { return value; }
bool is_set(Text value) { return !value.empty(); }
bool is_set(Identity value) { return value != Identity::none; }
bool is_set(ObjectRef value) { return static_cast<bool>(value); }
bool is_set(RoutineRef value) { return static_cast<bool>(value); }
bool is_set(MemberRef value) { return static_cast<bool>(value); }
bool is_set(LinkedOperator value) { return value.symbol; }
bool is_set(const ExpressionField& value) { return static_cast<bool>(value); }
template <class T>
bool is_set(const std::vector<T>& value) {
  return !value.empty();
}
template <class T>
bool is_set(const Seldom<T>& value) {
  return is_set(*value);
}
template <class T>
bool is_set(const T&) {
  return true;
}

bool has_added_method(const Object& object) {
  constexpr std::array<std::string_view, 6> brought{"btree", "hash", "gist", "gin", "spgist", "brin"};
  const auto* index = std::get_if<Index>(&object);
  return index && std::find(brought.begin(), brought.end(), index->method) == brought.end();
}

bool has_expression_key(const Object& object) {
  const auto* index = std::get_if<Index>(&object);
  return index && std::any_of(index->keys.begin(), index->keys.end(), [](const IndexKey& key) { return bool(key.expression); });
}

}  // namespace

Object::Object() = default;
Object::Object(const Object&) = default;
Object::Object(Object&&) noexcept = default;
Object& Object::operator=(const Object&) = default;
Object& Object::operator=(Object&&) noexcept = default;
Object::~Object() = default;

bool operator==(const Object& a, const Object& b) { return static_cast<const AnyKind&>(a) == static_cast<const AnyKind&>(b); }

std::string_view kind_of(const Object& object) {
  return std::visit([](const auto& kind) { return std::decay_t<decltype(kind)>::kind; }, object);
}

std::vector<std::string_view> kind_names() { return names_of(static_cast<const AnyKind*>(nullptr)); }

std::string field_value(const Object& object, std::string_view field) {
  std::string value;
  std::visit(
      [&](const auto& kind) {
        with_field<std::decay_t<decltype(kind)>>(field, [&](const auto& found) { value = show_value(kind.*found.member); });
      },
      object);
  return value;
}

namespace {

/// Of a column that a source only alters, whose type nothing says (Session::column_to_alter).
bool is_known(const DataType& type) { return !type.name || type.name->parent || type.name->text != "unknown"; }

/// The default of a column whose type is not known, read as the other one's type.
bool defaults_are_equal(const Column& unknown, const Column& other) {
  if (is_known(unknown.type) || !unknown.default_value || !other.default_value) return false;
  return normalise(*unknown.default_value.tree, &other.type, {}) == *other.default_value.tree;
}

}  // namespace

bool field_equal(const Object& a, const Object& b, std::string_view field) {
  bool equal = true;
  for_each_difference(a, b, [&](std::string_view name) { equal = equal && name != field; });
  const auto *left = std::get_if<Column>(&a), *right = std::get_if<Column>(&b);
  if (equal || !left || !right || field != "default") return equal;
  return defaults_are_equal(*left, *right) || defaults_are_equal(*right, *left);
}

/// Where nothing but expressions differ, and each may mean the same as the other's.
bool field_is_undecided(const Object& a, const Object& b, std::string_view field) {
  Object left = a, right = b;
  std::vector<ExpressionField*> of_left, of_right;
  for_each_expression(left, field, [&](ExpressionField& expression) { of_left.push_back(&expression); });
  for_each_expression(right, field, [&](ExpressionField& expression) { of_right.push_back(&expression); });
  if (left.index() != right.index() || of_left.empty() || of_left.size() != of_right.size()) return false;
  for (std::size_t i = 0; i < of_left.size(); ++i) {
    if (!(*of_left[i] == *of_right[i]) && !may_mean_the_same(*of_left[i]->tree, *of_right[i]->tree)) return false;
    *of_right[i] = *of_left[i];
  }
  return field_equal(left, right, field);
}

bool has_value(const Object& object, std::string_view field) {
  if (field == "expression") return has_expression_key(object);
  if (field == "added method") return has_added_method(object);
  bool set = false;
  std::visit(
      [&](const auto& kind) {
        with_field<std::decay_t<decltype(kind)>>(field, [&](const auto& found) { set = is_set(kind.*found.member); });
      },
      object);
  return set;
}

}  // namespace pgplumb
