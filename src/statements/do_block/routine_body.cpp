#include "statements/do_block/routine_body.h"

#include <utility>

#include "statements/do_block/block_runner.h"
#include "statements/do_block/call_arguments.h"
#include "statements/do_block/doubt/steady.h"
#include "statements/do_block/doubt/undecided.h"
#include "statements/do_block/plpgsql.h"
#include "statements/do_block/texts.h"
#include "statements/named.h"

namespace pgplumb {

namespace {

/// The search_path that it runs with, as a statement; "" where that is the caller's.
std::string path_of(const Routine& routine) {
  constexpr std::string_view begin = "SET search_path ";
  const std::string& settings = routine.settings.str();
  const auto at = settings.find(begin);
  if (at == std::string::npos) return {};
  return "SET LOCAL" + settings.substr(at + 3, settings.find('\n', at) - at - 3);
}

}  // namespace

BodyEnd run_plpgsql(Session& session, std::string_view what, const std::string& body, Variables variables,
                    Session::Mark* committed) {
  const auto block = read_body(session, body);
  BlockRunner runner(session, what, body, std::nullopt, std::move(variables), committed);
  runner.run(*block);
  return {runner.variables(), std::string(runner.returned_expression())};
}

BodyEnd run_routine(Session& session, const std::string& what, const Routine& routine, Variables variables,
                    Session::Mark* committed) {
  const std::vector<std::string> path = session.search_path();
  const std::string settings = path_of(routine);
  BodyEnd end;
  if (!settings.empty()) run_plpgsql(session, what, "BEGIN " + settings + "; END", {});
  if (routine.language == "plpgsql")
    end = run_plpgsql(session, what, routine.body.str(), std::move(variables), committed);
  else
    run_plpgsql(session, what, "BEGIN " + routine.body.str() + "; END", std::move(variables));
  if (!settings.empty()) session.set_search_path(path, true);
  return end;
}

void doubt_routine(Session& session, const std::string& what, const Routine& routine, const Variables& variables,
                   const std::string& why) {
  if (Running::is_too_deep_to_doubt() || !(routine.language == "plpgsql")) return give_up_routine(session, what, routine, why);
  session.not_compared(what, why);
  const Running depth;
  const std::string body = routine.body.str();
  const auto read = read_body(session, body);
  const PlStatement& block = *read;
  make_undecided(session, variables, block, {block, body, steady_variables(session, variables, block, body)});
}

void give_up_routine(Session& session, const std::string& what, const Routine& routine, const std::string& why) {
  session.not_compared(what, why);
  make_named_uncertain(session, routine.body.str());
  session.absences_uncertain = session.privileges_uncertain = true;
}

}  // namespace pgplumb
