#pragma once

#include <pgplumb/catalog/session.h>

namespace pgplumb {

/// Whether an extension goes with the object: it itself, or one in a schema. Of one of which it is not known whether it is in
/// there, it is said that it may be gone.
bool may_take_extension(Session& session, const Symbol* symbol);

/// What may be made of something that an extension brought may be gone by CASCADE, and what is made of that: of types, functions,
/// operators and operator classes that neither PostgreSQL nor the files have. Which need it, only its own script says.
void doubt_what_may_need_extension(Session& session);

}  // namespace pgplumb
