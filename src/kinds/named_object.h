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
  /// The relation is one that is not compared, a temporary table, and so is the member.
  const Bystander* of_bystander = nullptr;
};

/// Finds the object that `node` names: a list of names, a TypeName, a signature, a string. Fails where a member's relation is not
/// there, unless that may be.
NamedObject find_named(Session& session, ObjectType type, const Node* node);

/// `f(integer)` as a statement names it, by the types that a call gives. Without types, the only routine of that name.
NamedObject find_routine(Session& session, const ObjectWithArgs* named);

/// "(source AS target)", a cast's name.
std::string cast_name(Session& session, const TypeName* source, const TypeName* target);

}  // namespace pgplumb
