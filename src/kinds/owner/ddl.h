#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// Why a statement about owners is not compared.
inline constexpr std::string_view owners_only_if_asked = "owners are compared with --owners only";

/// The role that a statement names; "" for CURRENT_USER and the like where SET ROLE does not tell, `everybody` for PUBLIC.
Text role_named(const Session& session, const RoleSpec* role);

/// ALTER … OWNER TO of anything that has an owner, REASSIGN OWNED; false for what is not, or where owners are not read.
bool read_owner(Session& session, const Node* statement);

/// The clause among others of ALTER TABLE; false where owners are not compared.
bool read_owner_clause(Session& session, const Symbol* table, const AlterTableCmd* command);

/// AUTHORIZATION of CREATE SCHEMA.
void read_authorization(Session& session, const Symbol* schema, const RoleSpec* role);

/// Gives the object to a role, with the sequences that its columns own. What that role was granted is its own now.
void change_owner(Session& session, const Symbol* symbol, Text role);

}  // namespace pgplumb
