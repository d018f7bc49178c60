// Identity: how objects are known, apart from what they are.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace pgplumb {

/// PostgreSQL's namespaces: two objects of one namespace and schema (or table) cannot share a name. Members sort by this order
/// behind the table or type they belong to.
enum class Namespace : unsigned char { schema, relation, column, constraint, index, type, enum_value };

/// `schema` is "" for schemas themselves, whose name is `name`. `member` is the column, constraint, index or enum value; "" for
/// schemas, relations and types. An index is a member of its table here, though PostgreSQL keeps its name among the relations.
/// The views stay valid as long as the catalog.
struct ObjectId {
  Namespace space = Namespace::relation;
  std::string_view schema;
  std::string_view name;
  std::string_view member;

  friend bool operator==(const ObjectId&, const ObjectId&) = default;
  /// schema, name, namespace, member: a table stands just before its members.
  friend std::strong_ordering operator<=>(const ObjectId& a, const ObjectId& b);
};

/// "call_log.recording_mode", "auth.users", "users": schema left out where it is public.
std::string display_id(const ObjectId& id);

}  // namespace pgplumb
