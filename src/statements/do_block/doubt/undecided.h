// Statements of which cannot be told whether they run.
#pragma once

#include <pgplumb/catalog/session.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "statements/do_block/evaluator/variables.h"
#include "statements/do_block/plpgsql.h"

namespace pgplumb {

/// The whole block that a statement is in, its text, and variables that hold the same wherever they hold anything.
struct Surroundings {
  const PlStatement& block;
  std::string_view body;
  Variables steady = {};
};

/// What the statement, and all that is in it, names is uncertain from here on.
void make_undecided(Session& session, const Variables& variables, const PlStatement& statement, const Surroundings& around);

/// The same for an EXECUTE of what is put together at run time by an expression, of which `known` is known.
void make_executed_uncertain(Session& session, std::string_view expression, std::string_view known);

/// The same for an EXECUTE of `sql` as far as that is known, which may be put together anywhere in the block.
void doubt_executed(Session& session, const PlStatement& execute, const Value& sql, const Surroundings& around);

/// The text where values are all that is put in at run time, so that it says what it makes: START %s. They are NULL then, 1, or
/// ''. The same where it is names of what the statement does not change: TABLESPACE %I.
std::optional<std::string> with_values_put_in(std::string_view known);

/// All that was declared since `declared_before` is uncertain from here on.
void make_declared_uncertain(Session& session, std::size_t declared_before);

/// Whether the block, or the routine, may end with it.
bool may_leave(const PlStatement& statement);

/// Whether rows that a function gives may be given in it.
bool may_give(const PlStatement& statement);

/// Whether it may end a loop that it stands in, or a round of it.
bool may_exit(const PlStatement& statement);

/// Where it fails, nothing comes of it; it may not be reached either.
Value evaluate_unless_it_fails(Session& session, const Variables& variables, std::string_view expression);

/// What it may assign to is no longer known.
void forget_assigned(Variables& variables, const PlStatement& statement);

}  // namespace pgplumb
