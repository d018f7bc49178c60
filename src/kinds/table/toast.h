// Storage parameters of a TOAST table, which PostgreSQL keeps only where there is one.
#pragma once

#include <pgplumb/catalog/session.h>

namespace pgplumb {

/// Takes out the `toast.` parameters of a table that has none: nothing keeps them, whatever columns are added later. Where it
/// depends on the encoding, on extensions or on columns that are gone whether it has one, its parameters are not compared.
void leave_out_toast_options(Session& session, const Symbol* table);

}  // namespace pgplumb
