// What is made anew under a name, or on a table, that is put in at run time.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

namespace pgplumb {

/// Of an EXECUTE of what an expression gives, of which `known` is known: routines and views that it may replace, policies,
/// triggers and rules that it may make again behind a DROP, are uncertain from here on.
void doubt_replaced(Session& session, std::string_view expression, std::string_view known);

}  // namespace pgplumb
