#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE DOMAIN, ALTER DOMAIN.
bool read_create_domain(Session& session, const Node* statement);
bool read_alter_domain(Session& session, const Node* statement);
/// ALTER DOMAIN … RENAME CONSTRAINT. Fails with 42704 where there is none of that name.
void rename_domain_check(Session& session, const Symbol* domain, std::string_view name, std::string_view new_name);

}  // namespace pgplumb
