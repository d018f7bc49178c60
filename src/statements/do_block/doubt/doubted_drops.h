// What DROP takes away by a name that is put in at run time: it may be gone; what it was is compared where it is there.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

namespace pgplumb {

/// Whatever a statement of which that is known may take away, and what goes with it by CASCADE, may be gone.
void doubt_drops(Session& session, std::string_view known);

/// Whether that is all that a statement of which that is known does, and all that may go is found.
bool only_drops_what_is_found(std::string_view known);

/// It may be gone from here on.
void doubt_presence(Session& session, const Symbol* symbol);

/// What the symbol stands in, or is: a schema, or an object that is in none.
const Symbol* schema_of(const Symbol* symbol);

}  // namespace pgplumb
