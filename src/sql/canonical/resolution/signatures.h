// PostgreSQL's own functions, operators and implicit casts, as tests/pairs/ask_signatures finds them in its catalog.
#pragma once

#include <pgplumb/sql/data_type.h>

#include <span>
#include <string_view>
#include <vector>

namespace pgplumb {

/// One of the functions or operators of a name (pg_proc, pg_operator).
struct Signature {
  std::vector<DataType> parameters;
  DataType result;
  std::size_t defaults = 0;  ///< parameters at the end that a call may leave out
  bool is_variadic = false;  ///< the last parameter, an array, takes any number of arguments
};

/// Empty where PostgreSQL has none of that name.
std::span<const Signature> functions_named(std::string_view name);
std::span<const Signature> operators_named(std::string_view name);

/// Whether values of one built-in type become the other's where it is called for (pg_cast.castcontext i). Arrays are not looked
/// at.
bool is_implicit_cast(const Symbol* from, const Symbol* to);

}  // namespace pgplumb
