#pragma once

#include <pgplumb/kinds/privileges.h>

#include "kinds/ddl.h"

namespace pgplumb {

/// GRANT and REVOKE on what has privileges and is compared; false for what is not, or where privileges are not read.
bool read_grant(Session& session, const Node* statement);

/// What a GRANT or REVOKE does to the privileges of an object of `owner`. Fails with 0LP01 for what `objects` have no right of.
void apply_grant(Session& session, const GrantStmt* statement, const Rights& rights, Text owner, Privileges& privileges);

/// The rights that a statement gives or takes; ALL is all that `objects` have. Columns' rights are left out.
Rights rights_named(const GrantStmt* statement, const SecuredObjects& objects);

}  // namespace pgplumb
