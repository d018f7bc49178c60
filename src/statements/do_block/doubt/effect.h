// What a piece of SQL or PL/pgSQL may do to the schema, told by its words, for what is not run.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>
#include <string_view>

#include "statements/do_block/evaluator/variables.h"
#include "statements/do_block/plpgsql.h"

namespace pgplumb {

/// In ascending order.
enum class Effect {
  none,
  uncompared,  ///< it makes or changes objects that are not compared
  compared,
};

Effect effect_of(std::string_view sql);

/// The literals in an expression, put together with `unknown_text` for what stands between them.
std::string known_text(std::string_view expression);
/// The same of what it gives, which cannot be told in full.
std::string known_text(std::string_view expression, const Value& value);

/// A schema that is put in leaves the name behind it known: format('DROP FUNCTION %I.f()', s).
std::string without_schemas_put_in(std::string_view known);

/// Whether not even its first word is known, so that it may be any statement.
bool begins_unknown(std::string_view known);

/// Of what executes a text: EXECUTE … INTO, FOR … IN EXECUTE and RETURN QUERY EXECUTE take rows, which nothing that changes a
/// schema gives.
inline bool takes_rows(const PlStatement& statement) {
  return statement.kind != PlStatement::Kind::execute || !statement.targets.empty();
}

/// Of a statement of which that is known.
Effect effect_of_known(std::string_view known);

/// Of a statement with all that is in it, and the routines that it calls. An EXECUTE is judged by the literals in its expression.
Effect effect_of(Session& session, const PlStatement& statement, std::string_view body);
/// Of calling the routine once. Throws SyntaxError (sql/parse.h) where its body is not understood.
Effect effect_of(Session& session, const Symbol* routine);

/// Whether what is known so may make or take away what is compared, under a name that is put together at run time.
bool makes_what_is_not_named(std::string_view known);

/// Whether it may give or take privileges: by its words, or because nothing tells what an EXECUTE in it executes.
bool may_grant(const PlStatement& statement, std::string_view body);
bool may_grant_known(std::string_view known);

}  // namespace pgplumb
