// Constants that name an object, of which the server keeps the oid.
#pragma once

#include <pgplumb/sql/expression.h>

#include <optional>
#include <string_view>

namespace pgplumb {

/// What `'public.orders'::regclass` or `'mood'::regtype` names: an expression that is the object, whatever that is called.
/// Nothing where the value is no string, or names nothing that `names` knows, or stands for an oid itself.
std::optional<Expression> named_by(const Expression& value, const DataType& type, const NameResolver& names);

/// Whether it is one, or the relation of a query: what its type names is what it is.
bool names_an_object(const Expression& expression);

/// The text of such a string, as PostgreSQL prints what the object is called in the end.
std::string final_name(const Expression& named);

/// `'orders'::regclass`, the name as PostgreSQL prints it; for SQL all of it quoted.
std::string display_named_constant(const Expression& constant);
std::string sql_named_constant(const Expression& constant);
bool is_named_constant(const Expression& expression);

}  // namespace pgplumb
