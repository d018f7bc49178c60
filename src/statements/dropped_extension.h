#pragma once

#include <pgplumb/catalog/session.h>

namespace pgplumb {

/// What may be made of something that an extension brought may be gone, and what is made of that: of types, functions, operators
/// and operator classes that neither PostgreSQL nor the files have.
void doubt_what_may_need_extension(Session& session);

}  // namespace pgplumb
