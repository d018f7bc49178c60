// DO: the block is run as far as it changes the schema. Its SQL is applied where the conditions around it hold, and failures are
// caught as its handlers say.
#include <utility>

#include "statements/do_block/block_runner.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/plpgsql.h"
#include "statements/named.h"
#include "statements/statements.h"

namespace pgplumb {

namespace {

/// Where the body stands in the script, if it stands there as it is: between dollar quotes.
std::optional<std::size_t> find_body(const Session::Place& place, std::string_view body) {
  const std::size_t statement = place.statement->begin;
  const auto found = std::string_view(place.script->text()).substr(statement, place.statement->text.size()).find(body);
  return found == std::string_view::npos ? std::nullopt : std::optional(statement + found);
}

}  // namespace

void read_do(Session& session, const Node* node) {
  std::string_view body, language = "plpgsql";
  for (const Node* argument : nodes_of(as<DoStmt>(node)->args)) {
    const auto* option = as<DefElem>(argument);
    (view_of(option->defname) == "as" ? body : language) = text_of(option->arg);
  }
  if (language != "plpgsql") {
    session.absences_uncertain = true;
    return session.not_compared("DO block", "only PL/pgSQL is read, this is " + std::string(language));
  }
  try {
    const PlStatement block = read_plpgsql(body);
    if (effect_of(session, block, body) == Effect::none) ++session.statements_without_effect;
    BlockRunner(session, "DO block", body, find_body(session.place(), body)).run(block);
  } catch (const SyntaxError& error) {
    session.not_compared("DO block", "not understood: " + error.message);
    make_named_uncertain(session, body);
  }
}

}  // namespace pgplumb
