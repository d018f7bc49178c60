// What a statement that is put together at run time may make, so that nobody misses it.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

namespace pgplumb {

/// Of the kinds of which statements of which that is known may make something under a name that is not known, anything may be
/// there; of all kinds where the statements may do whatever they like.
void doubt_absences(Session& session, std::string_view known);

}  // namespace pgplumb
