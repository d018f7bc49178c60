// SQL that makes an object anew where it stands.
#pragma once

#include "findings/fixes/dependents.h"
#include "findings/fixes/sql_fix.h"

namespace pgplumb {

/// What is expected, to be made under the name of the table that is at odds.
Entry as_there(const Case& one, Entry expected);

/// The source whose words are written where several expect the same: the migrations, for a model is silent about much of what
/// they make. And what it says.
int teller(const Case& one);
const Entry& told_whole(const Case& one);

/// Behind what makes a view: its indexes, triggers and rules, which do not come with its query. "" for none.
std::string create_parts(const Case& one, const Entry& view);

/// Whether it is a part of a view that is dropped and made again, with its parts.
bool comes_with_view(const Case& one);

/// What create_again() and a column's new type drop and make again beside it.
EntryList made_again_with(const Case& one);

/// The fix of a column's type, around which goes what holds the type.
SqlFix with_what_holds_type(const Case& one, SqlFix fix);

/// Drops and makes again, for what ALTER cannot change. Nothing where it is not known how to make it.
SqlFix replace(const Case& one);

/// CREATE OR REPLACE, of a view or function; where PostgreSQL does not take that, dropped and made again.
SqlFix create_again(const Case& one);

}  // namespace pgplumb
