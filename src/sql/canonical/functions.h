// What is known of PostgreSQL's own functions without asking a server.
#pragma once

#include <pgplumb/sql/data_type.h>

#include <optional>
#include <string_view>

namespace pgplumb {

/// The type that a function gives whatever it takes (pg_proc.prorettype); none where that depends, or the function is not listed.
std::optional<DataType> result_type(std::string_view function);

/// The argument, counted from 0, whose type the function's result has.
std::optional<std::size_t> argument_of_result_type(std::string_view function);

/// Takes double precision (or numeric) but no integers, so that these are converted: sqrt, power, round …
bool takes_double(std::string_view function);
/// Takes timestamptz but no dates.
bool takes_timestamptz(std::string_view function);
/// Takes numbers of one type, so that the lower ones are converted.
bool takes_alike(std::string_view function);

/// Is told what to give by the type of its argument, which may be NULL: enum_range(NULL::status).
bool takes_type_of_null(std::string_view function);

/// "regclass" or "regconfig" where the first argument names such an object; "" elsewhere.
std::string_view kind_of_object_named(std::string_view function);

}  // namespace pgplumb
