// The list of kinds: every kind of object that is compared, in the one place that names them all.
#pragma once

#include <pgplumb/kinds/access_method.h>
#include <pgplumb/kinds/base_type.h>
#include <pgplumb/kinds/cast.h>
#include <pgplumb/kinds/check.h>
#include <pgplumb/kinds/collation.h>
#include <pgplumb/kinds/column.h>
#include <pgplumb/kinds/composite_type.h>
#include <pgplumb/kinds/conversion.h>
#include <pgplumb/kinds/default_privileges.h>
#include <pgplumb/kinds/domain.h>
#include <pgplumb/kinds/enum.h>
#include <pgplumb/kinds/event_trigger.h>
#include <pgplumb/kinds/exclusion.h>
#include <pgplumb/kinds/extension.h>
#include <pgplumb/kinds/foreign_data_wrapper.h>
#include <pgplumb/kinds/foreign_key.h>
#include <pgplumb/kinds/foreign_server.h>
#include <pgplumb/kinds/index.h>
#include <pgplumb/kinds/language.h>
#include <pgplumb/kinds/operator.h>
#include <pgplumb/kinds/operator_class.h>
#include <pgplumb/kinds/partition.h>
#include <pgplumb/kinds/policy.h>
#include <pgplumb/kinds/primary_key.h>
#include <pgplumb/kinds/publication.h>
#include <pgplumb/kinds/range_type.h>
#include <pgplumb/kinds/rewrite_rule.h>
#include <pgplumb/kinds/routine.h>
#include <pgplumb/kinds/schema.h>
#include <pgplumb/kinds/sequence.h>
#include <pgplumb/kinds/statistics.h>
#include <pgplumb/kinds/table.h>
#include <pgplumb/kinds/text_search.h>
#include <pgplumb/kinds/transform.h>
#include <pgplumb/kinds/trigger.h>
#include <pgplumb/kinds/unique.h>
#include <pgplumb/kinds/user_mapping.h>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pgplumb {

/// To add a kind: its header, its folder in src/kinds/, one include above and one line here.
using AnyKind =
    std::variant<Schema, Table, Column, PrimaryKey, Unique, ForeignKey, Index, Enum, EnumValue, Check, Exclusion, Sequence,
                 Routine, Trigger, Policy, RewriteRule, Partition, Domain, CompositeType, RangeType, Extension, Statistics,
                 EventTrigger, Publication, Cast, Operator, Collation, ForeignDataWrapper, ForeignServer, UserMapping,
                 TextSearchParser, TextSearchTemplate, TextSearchDictionary, TextSearchConfiguration, OperatorFamily,
                 OperatorClass, Conversion, Language, AccessMethod, Transform, BaseType, DefaultPrivileges>;

/// Any object. A class of its own so that what it takes to copy, move and compare so many kinds is compiled once and not in every
/// file.
class Object : public AnyKind {
 public:
  using AnyKind::AnyKind;
  Object();
  Object(const Object&);
  Object(Object&&) noexcept;
  Object& operator=(const Object&);
  Object& operator=(Object&&) noexcept;
  ~Object();
  friend bool operator==(const Object& a, const Object& b);
};

/// "table", "foreign key", "enum value" …
std::string_view kind_of(const Object& object);
/// The names of all kinds, in the order of the list.
std::vector<std::string_view> kind_names();

/// Calls `visit(name)` for each field in which two objects of one kind differ.
template <class Visit>
void for_each_difference(const Object& a, const Object& b, Visit visit) {
  std::visit(
      [&](const auto& left) {
        using Kind = std::decay_t<decltype(left)>;
        const auto* right = std::get_if<Kind>(&b);
        if (!right) return;
        Kind::fields(
            [&](const auto&... field) { ((left.*field.member == right->*field.member ? void() : visit(field.name)), ...); });
      },
      a);
}

/// The value of the field of that name, as people read it; "" when the kind has no such field.
std::string field_value(const Object& object, std::string_view field);
/// Whether the field of that name is equal in two objects of one kind; true when the kind has no such field.
bool field_equal(const Object& a, const Object& b, std::string_view field);
/// Whether two unequal values may still mean the same, as far as it can be told without a server; true of expressions only.
bool field_is_undecided(const Object& a, const Object& b, std::string_view field);

/// Whether the field is set: a true flag, a non-empty list or text, an expression. "expression" asks whether an index has a key
/// that is one, "added method" whether its access method is none of those that PostgreSQL brings.
bool has_value(const Object& object, std::string_view field);

/// The object in a few words, as a report shows it: `varchar(32)`, `integer default 0 not null`, `unique (a, b)`, `(a, b) → users
/// (id)`.
std::string describe(const Object& object);

}  // namespace pgplumb
