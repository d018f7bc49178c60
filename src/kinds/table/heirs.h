// Tables that INHERIT from others. They have the columns of these as their own; the checks of these hold for them, but are
// objects of the tables that define them.
#pragma once

#include <pgplumb/catalog/session.h>

namespace pgplumb {

/// The tables that directly inherit from this one.
std::vector<Symbol*> heirs_of(const Draft& draft, const Symbol* table);

/// Whether a column has no definition of its own (pg_attribute.attislocal): it goes with the last parent's.
bool is_only_inherited(const Draft& draft, const Symbol* column);
void note_only_inherited(Session& session, const Symbol* column, bool only);

/// Whether a parent has a column of that name.
bool inherits_column(const Draft& draft, const Symbol* table, std::string_view name);

/// Fails with 42809 where what bears the name has no heirs but its partitions, or none at all.
void require_parent(Session& session, std::string_view schema, std::string_view name);

/// NO INHERIT: what no other parent has is the table's own from here on.
void leave_parent(Session& session, Symbol* table, const Symbol* parent);

}  // namespace pgplumb
