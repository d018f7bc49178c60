// When the triggers fire that a partition has from the table and the partitions above it.
#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// The triggers of that name that fire for a relation, its own and those FOR EACH ROW from above; all of them for "".
std::vector<const Symbol*> triggers_named(const Draft& draft, const Symbol* relation, std::string_view name);

/// When it fires for a relation: its own, or one from above.
Firing firing_in(const Draft& draft, const Symbol* relation, const Symbol* trigger);

/// Of a partition's copy alone, or of the trigger itself.
void set_firing(Session& session, const Symbol* relation, const Symbol* trigger, Firing fires);

/// ALTER of triggers of what is partitioned, or ONLY of it: the copies below take it over, or keep what they had. Before it is
/// carried out.
void carry_firing_to_partitions(Session& session, const Symbol* relation, std::string_view name, bool only);

/// What partitions say of triggers that stand above `partition` goes where it is detached, with the copies.
void forget_triggers_above(Session& session, const Symbol* partition);

}  // namespace pgplumb
