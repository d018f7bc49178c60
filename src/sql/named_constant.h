// Constants that name an object, of which the server keeps the oid.
#pragma once

#include <pgplumb/sql/expression.h>

#include <optional>
#include <string_view>

namespace pgplumb {

/// What `'public.orders'::regclass` or `'mood'::regtype` names, a node of Kind::other with the kind as its text and the object as
/// its type; of other kinds a cast of the string, whose `routine` is the object. Nothing where the text names nothing that
/// `names` knows, or stands for an oid itself.
std::optional<Expression> named_constant(std::string_view kind, std::string_view text, const NameResolver& names);

/// Whether it is one, or the relation of a query: what its type names is what it is.
bool names_an_object(const Expression& expression);

/// The text of such a string, as PostgreSQL prints what the object is called in the end.
std::string final_name(const Expression& named);

/// `'orders'::regclass`, the name as PostgreSQL prints it; for SQL all of it quoted.
std::string display_named_constant(const Expression& constant);
std::string sql_named_constant(const Expression& constant);
bool is_named_constant(const Expression& expression);

}  // namespace pgplumb
