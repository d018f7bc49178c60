#include <pgplumb/kinds.h>

#include <algorithm>

namespace pgplumb {

namespace {

template <class... Kinds>
std::vector<std::string_view> names_of(const std::variant<Kinds...>*) {
  return {Kinds::kind...};
}

bool may_be_equal(const ExpressionField& a, const ExpressionField& b) { return a && b && may_mean_the_same(*a.tree, *b.tree); }
bool may_be_equal(const IndexKey& a, const IndexKey& b) {
  IndexKey with_the_same_expression = b;
  with_the_same_expression.expression = a.expression;
  return a == b || (a == with_the_same_expression && may_be_equal(a.expression, b.expression));
}
bool may_be_equal(const std::vector<IndexKey>& a, const std::vector<IndexKey>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const IndexKey& one, const IndexKey& other) { return may_be_equal(one, other); });
}
template <class T>
bool may_be_equal(const T&, const T&) {
  return false;
}

/// Calls `act(field)` for the field of that name, if the kind has one.
template <class Kind, class Act>
void with_field(std::string_view name, const Act& act) {
  std::apply([&](const auto&... field) { ((field.name == name ? act(field) : void()), ...); }, Kind::fields());
}

bool is_set(bool value) { return value; }
bool is_set(Text value) { return !value.empty(); }
bool is_set(MemberRef value) { return static_cast<bool>(value); }
bool is_set(const ExpressionField& value) { return static_cast<bool>(value); }
template <class T>
bool is_set(const std::vector<T>& value) {
  return !value.empty();
}
template <class T>
bool is_set(const T&) {
  return true;
}

using Trees = std::vector<const Expression*>;

void collect_trees(const ExpressionField& field, Trees& trees) {
  if (field) trees.push_back(field.tree.get());
}
void collect_trees(const std::vector<IndexKey>& keys, Trees& trees) {
  for (const IndexKey& key : keys) collect_trees(key.expression, trees);
}
template <class T>
void collect_trees(const T&, Trees&) {}

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

bool field_equal(const Object& a, const Object& b, std::string_view field) {
  bool equal = true;
  for_each_difference(a, b, [&](std::string_view name) { equal = equal && name != field; });
  return equal;
}

bool field_is_undecided(const Object& a, const Object& b, std::string_view field) {
  bool undecided = false;
  std::visit(
      [&](const auto& left) {
        using Kind = std::decay_t<decltype(left)>;
        const auto* right = std::get_if<Kind>(&b);
        if (right)
          with_field<Kind>(field, [&](const auto& found) { undecided = may_be_equal(left.*found.member, right->*found.member); });
      },
      a);
  return undecided;
}

std::vector<const Expression*> expressions_of(const Object& object, std::string_view field) {
  Trees trees;
  std::visit(
      [&](const auto& kind) {
        with_field<std::decay_t<decltype(kind)>>(field, [&](const auto& found) { collect_trees(kind.*found.member, trees); });
      },
      object);
  return trees;
}

bool has_value(const Object& object, std::string_view field) {
  if (field == "expression") return has_expression_key(object);
  bool set = false;
  std::visit(
      [&](const auto& kind) {
        with_field<std::decay_t<decltype(kind)>>(field, [&](const auto& found) { set = is_set(kind.*found.member); });
      },
      object);
  return set;
}

}  // namespace pgplumb
