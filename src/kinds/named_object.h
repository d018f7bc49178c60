// Objects as DROP, RENAME, SET SCHEMA, COMMENT and the like name them, whatever their kind.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <string>

#include "sql/nodes.h"

namespace pgplumb {

/// The namespace in which objects of a type stand; nothing for types whose objects are not compared.
std::optional<Namespace> namespace_of(ObjectType type);

struct NamedObject {
  Symbol* symbol = nullptr;
  std::string schema;             ///< "" where the statement does not qualify
  std::string name;               ///< of a routine its signature, of a member the member's
  const Symbol* owner = nullptr;  ///< of a member: its relation
};

/// Declares what a statement makes, in the schema that it names or selects. Where the name is taken, null or, unless that may be,
/// a failure with 42710.
const Symbol* declare_new(Session& session, Namespace space, QualifiedName name, Object object, bool if_not_exists = false);

/// Whether a DROP is of something from before the first statement, which is named as not compared then: pg_dump --clean begins
/// with the DROP of all that it makes.
bool drops_what_was_before(Session& session, std::string_view what, std::string_view name);

/// Whether such objects may have come with the server or an extension, of which nothing is read: then nothing tells that one is
/// not there.
bool may_have_come_along(Namespace space);
inline constexpr std::string_view came_along = "it came with the server or an extension, or is not there";

/// What an ALTER names, directly in a schema or in none. Null where it may be there though nothing read here made it, which is
/// named as not compared; else a failure with 42704.
const Symbol* find_to_alter(Session& session, Namespace space, QualifiedName name, std::string_view kind);

/// "name USING method", as operator classes and families are called.
std::string name_of_method(std::string_view name, std::string_view method);

/// Finds the object that `node` names: a list of names, a TypeName, a signature, a string. Fails where a member's relation is not
/// there, unless that may be.
NamedObject find_named(Session& session, ObjectType type, const Node* node);

/// `f(integer)` as a statement names it, by the types that a call gives. Without types, the only routine of that name.
NamedObject find_routine(Session& session, const ObjectWithArgs* named, ObjectType type);

/// A type without length or precision, of which signatures, casts and operator classes know nothing: bpchar, which the server
/// prints as character.
DataType read_bare_type(Session& session, const TypeName* type);

/// "for integer language plpython", a transform's name.
std::string transform_name(Session& session, const TypeName* type, std::string_view language);
/// "(source AS target)", a cast's name.
std::string cast_name(Session& session, const TypeName* source, const TypeName* target);

}  // namespace pgplumb
