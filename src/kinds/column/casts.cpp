#include "kinds/column/casts.h"

#include <algorithm>
#include <array>

#include "catalog/expressions.h"
#include "sql/canonical/shown_casts.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

/// Types of one family change into one another by assignment; between families only into text.
enum class Family { unknown, text, number, boolean, uuid, json, moment, enumeration };

struct FamilyMember {
  std::string_view type;
  Family family;
};
constexpr std::array family_members = {
    FamilyMember{"text", Family::text},         FamilyMember{"varchar", Family::text},  FamilyMember{"bpchar", Family::text},
    FamilyMember{"int2", Family::number},       FamilyMember{"int4", Family::number},   FamilyMember{"int8", Family::number},
    FamilyMember{"float4", Family::number},     FamilyMember{"float8", Family::number}, FamilyMember{"numeric", Family::number},
    FamilyMember{"bool", Family::boolean},      FamilyMember{"uuid", Family::uuid},     FamilyMember{"json", Family::json},
    FamilyMember{"jsonb", Family::json},        FamilyMember{"date", Family::moment},   FamilyMember{"timestamp", Family::moment},
    FamilyMember{"timestamptz", Family::moment}};

bool is_builtin(const DataType& type) { return type.name && type.name->parent == pg_catalog(); }

/// Of a domain, that of the type that its values are of.
Family family_of(Session& session, const DataType& type) {
  if (const auto* domain = session.draft().object<Domain>(type.name)) return family_of(session, domain->type);
  if (session.draft().object<Enum>(type.name)) return Family::enumeration;
  if (!is_builtin(type)) return Family::unknown;
  const auto found = std::find_if(family_members.begin(), family_members.end(),
                                  [&](const FamilyMember& member) { return member.type == type.name->text; });
  return found == family_members.end() ? Family::unknown : found->family;
}

bool is_surely_unassignable(Session& session, const DataType& from, const DataType& to) {
  const Family before = family_of(session, from), after = family_of(session, to);
  if (before == Family::unknown || after == Family::unknown) return false;
  if (from.is_array != to.is_array) return !(after == Family::text && !to.is_array);
  if (before == Family::enumeration && after == Family::enumeration) return from.name != to.name;
  return after != Family::text && before != after;
}

}  // namespace

void require_assignable(Session& session, const DataType& from, const DataType& to, const std::string& what) {
  if (is_surely_unassignable(session, from, to))
    fail(sqlstate::datatype_mismatch, what + " cannot be cast automatically to type " + display_type(to));
}

void require_comparable(Session& session, const DataType& type, const Symbol* column, const std::string& foreign_key) {
  const auto* other = session.draft().object<Column>(column);
  if (!other || !session.is_known(column)) return;
  const Family left = family_of(session, type), right = family_of(session, other->type);
  if (left == Family::unknown || right == Family::unknown) return;
  const bool same_enumeration = left != Family::enumeration || type.name == other->type.name;
  if (left != right || type.is_array != other->type.is_array || !same_enumeration)
    fail(sqlstate::datatype_mismatch, "foreign key constraint " + quoted_name({}, foreign_key) + " cannot be implemented");
}

DataType type_of_default(Session& session, const Column& column) {
  const MaybeType own = type_of(*column.default_value.tree, session.draft().types());
  return own ? *own : column.type;
}

ExpressionField converted_default(Session& session, const Column& column) {
  const auto& tree = column.default_value.tree;
  if (!tree || !is_string(*tree)) return column.default_value;
  // What is stored of a value for a domain is of the type that the domain is over. A constant has no length of its own.
  DataType stored = column.type;
  while (const auto* domain = session.draft().object<Domain>(stored.name)) stored = domain->type;
  stored.modifiers = {};
  return {std::make_shared<const Expression>(cast_to(stored, *tree))};
}

void keep_casts(Session& session, const Symbol* column) {
  Draft& draft = session.draft();
  const KnownTypes types = draft.types();
  for (const Symbol* dependent : draft.dependents(column)) {
    Object changed = draft.item(dependent)->object;
    bool has_others = false;
    for_each_expression(changed, [&](ExpressionField& field, const DataType*) {
      Expression tree = with_casts_shown(*field.tree, column, types);
      if (tree == *field.tree) return;
      has_others = true;
      field.tree = std::make_shared<const Expression>(std::move(tree));
    });
    if (!has_others) continue;
    draft.forget_written(dependent);
    draft.change(dependent, [&](Draft::Item& item) { item.object = changed; });
  }
}

}  // namespace pgplumb
