// Which of the functions or operators of a name a call means, as its parser finds out (func_select_candidate in
// parser/parse_func.c, oper in parser/parse_oper.c).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/signatures.h"

namespace pgplumb {

struct Resolution {
  const Signature* signature = nullptr;
  std::vector<DataType> parameters;  ///< one for each argument, polymorphic ones as they are here
  DataType result;
  bool is_of_source = false;  ///< rather than PostgreSQL's own
};

/// PostgreSQL's own, or those that a source makes.
std::span<const Signature> functions_known(std::string_view name, const KnownTypes& types);

/// Whether it is one of an extension's, by what it takes.
bool takes_type_of_extension(const Resolution& resolution);

/// None where there is none, or no one of several. `is_spread`: the last argument is `VARIADIC …`.
std::optional<Resolution> resolve_function(std::string_view name, const ArgumentTypes& arguments, const KnownTypes& types,
                                           bool is_spread = false);
std::optional<Resolution> resolve_operator(std::string_view name, const ArgumentTypes& arguments, const KnownTypes& types);
/// Of the operators of a name with its schema that a source makes or an extension has; without it, of the extension's.
std::optional<Resolution> resolve_made_operator(std::string_view name, const ArgumentTypes& arguments, const KnownTypes& types);

/// Which of the functions of a name a call means; null where there is none, or no one of several.
const Signature* function_among(std::span<const Signature> signatures, const ArgumentTypes& arguments, const KnownTypes& types);

/// Which one of `made`, operators that a source makes, is meant rather than one of PostgreSQL's own; null where that is not told.
const Signature* resolve_among(std::span<const Signature> made, std::span<const Signature> own, const ArgumentTypes& arguments,
                               const KnownTypes& types);

}  // namespace pgplumb
