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

/// The check that a table has from a parent under this name; null for none.
const Symbol* inherited_check(const Draft& draft, const Symbol* table, std::string_view name);

/// Whether a parent's check holds for all rows of an heir: a table that is younger than the check had none when it got it.
bool is_valid_in(const Draft& draft, const Symbol* check, const Symbol* heir);

/// A check goes from its table ONLY: the heirs keep it as their own. Nothing for what is no check, or not there.
void leave_check_to_heirs(Session& session, const Symbol* check);

/// NO INHERIT: what no other parent has is the table's own from here on.
void leave_parent(Session& session, Symbol* table, const Symbol* parent);

}  // namespace pgplumb
