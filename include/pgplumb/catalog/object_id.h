// Identity: how objects are known, apart from what they are.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace pgplumb {

/// PostgreSQL's namespaces: two objects of one namespace and schema (or table) cannot share a name. Members sort by this order
/// behind the table or type they belong to.
enum class Namespace : unsigned char {
  schema,
  // A relation, or a partition of one, and its members.
  relation,
  partition,
  column,
  constraint,
  index,
  trigger,
  policy,
  rule,
  // A type and its members.
  type,
  enum_value,
  // In a schema, without members.
  sequence,
  routine,
  statistics,
  operators,
  collation,
  text_search_parser,
  text_search_template,
  text_search_dictionary,
  text_search_configuration,
  operator_family,
  operator_class,
  conversion,
  default_privileges,  // in no schema where they hold in all of them
  // Of the database, in no schema.
  extension,
  event_trigger,
  publication,
  cast,
  foreign_data_wrapper,
  foreign_server,
  user_mapping,
  language,
  access_method,
  transform,
};
inline constexpr std::size_t namespace_count = static_cast<std::size_t>(Namespace::transform) + 1;

/// Whether such objects belong to a relation or type.
constexpr bool is_member(Namespace space) {
  return (space > Namespace::partition && space < Namespace::type) || space == Namespace::enum_value;
}
/// Whether such objects are in no schema.
constexpr bool is_global(Namespace space) { return space == Namespace::schema || space >= Namespace::extension; }

/// `schema` is "" for schemas themselves and for what is in none; the name is `name`. A routine's is its signature. `member` is
/// the column, constraint, index, trigger or enum value; "" for what is no member. An index is a member of its table here, though
/// PostgreSQL keeps its name among the relations. The views stay valid as long as the catalog.
struct ObjectId {
  Namespace space = Namespace::relation;
  std::string_view schema;
  std::string_view name;
  std::string_view member;

  friend bool operator==(const ObjectId&, const ObjectId&) = default;
  /// schema, name, namespace, member: a table stands just before its members.
  friend std::strong_ordering operator<=>(const ObjectId& a, const ObjectId& b);
};

/// The name of a routine or operator by which statements call it: `f` of `f(integer)`.
constexpr std::string_view name_without_signature(std::string_view name) { return name.substr(0, name.find('(')); }

/// "call_log.recording_mode", "auth.users", "users": schema left out where it is public.
std::string display_id(const ObjectId& id);

}  // namespace pgplumb
