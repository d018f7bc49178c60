// Types as the values that pg_type.oid, regtype and format_type() have.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>
#include <string_view>

#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

/// What stands for the oid of a type of PostgreSQL's own, and for that of the arrays of any; they read as the types' names.
Value number_of_system_type(std::string_view internal_name);
Value array_number(const Value& element);

/// An oid that reads as the type's name, without modifiers; unknown for a type that nothing here makes.
Value type_value(Session& session, const DataType& type);

/// What to_regtype(text) gives: NULL where there surely is none of that name.
Value type_called(Session& session, const std::string& text);

/// What format_type() gives of it; unknown for a type that nothing here makes.
Value formatted_type(Session& session, const DataType& type);

}  // namespace pgplumb
