// Parameters of any type: anyelement, anyarray, anycompatible … (enforce_generic_type_consistency in parser/parse_coerce.c).
#pragma once

#include "sql/canonical/resolution/resolve.h"

namespace pgplumb {

/// `"any"`, which leaves every argument as it is.
bool is_any(const DataType& type);
bool is_polymorphic(const DataType& type);

/// The candidate with its parameters as the arguments make them; none where an argument does not fit.
std::optional<Resolution> bind(const Signature& signature, std::vector<DataType> parameters, const ArgumentTypes& arguments,
                               const KnownTypes& types);

}  // namespace pgplumb
