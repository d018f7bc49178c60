// What the body of a routine does, whatever runs it: a call, a trigger.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>
#include <string_view>

#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

/// How a body of PL/pgSQL ended.
struct BodyEnd {
  Variables variables;
  std::string returned = {};  ///< what stands behind its RETURN; "" where that cannot be told
};

/// Runs a body of PL/pgSQL; `what` it is, "DO block", for what is not compared of it. `committed`: where the transaction began
/// that it may end, null where it has one of its own.
BodyEnd run_plpgsql(Session& session, std::string_view what, const std::string& body, Variables variables,
                    Session::Mark* committed = nullptr);

/// Runs a routine's, with the search_path that it runs with.
BodyEnd run_routine(Session& session, const std::string& what, const Routine& routine, Variables variables,
                    Session::Mark* committed = nullptr);

/// Of what it may do with these variables, all that is named is uncertain: it is named as not compared why.
void doubt_routine(Session& session, const std::string& what, const Routine& routine, const Variables& variables,
                   const std::string& why);

/// The same of whatever it names.
void give_up_routine(Session& session, const std::string& what, const Routine& routine, const std::string& why);

}  // namespace pgplumb
