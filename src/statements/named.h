// What a statement names that did not take effect, so that no claim is made about it.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

#include "sql/nodes.h"

namespace pgplumb {

/// Everything in the namespace: one of it is meant, and not known which.
void make_all_uncertain(Session& session, Namespace space);

/// Whatever bears the name that is no relation, type or member: a routine of any signature, an extension …
void make_others_uncertain(Session& session, std::string_view name);

/// Of a statement that could not apply: the table that it would have created, or the columns and constraints that it would have
/// altered.
void make_named_uncertain(Session& session, const Node* statement);

/// Of a text that is no SQL: what follows TABLE, INDEX, TYPE, VIEW, ON, and what it names of these tables. Queries and the like
/// name nothing that they would change.
void make_named_uncertain(Session& session, std::string_view text);

/// Of what is known of a text that is put together at run time: what its tables have may all be meant.
void make_all_named_uncertain(Session& session, std::string_view text);

}  // namespace pgplumb
