// Arguments of a function or operator, and values that meet in one type: what PostgreSQL converts them to by itself.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "sql/canonical/casts.h"
#include "sql/canonical/resolution/resolve.h"

namespace pgplumb {

/// Points at arguments; they are rewritten in place.
using Arguments = std::vector<Expression*>;

Arguments pointers_to(std::vector<Expression>& expressions);

/// What arguments of these types are converted to, one for each; none where nothing tells.
using FindConversion = std::function<std::optional<Resolution>(const ArgumentTypes&)>;

/// Finds what the arguments are converted to. Literals are read as that. Casts that PostgreSQL would make by itself are taken off
/// where the same is found without them; elsewhere all arguments get them, as the server may have added one to any. So what was
/// written and what is stored of it come to the same. Gives what was found; nothing is changed where that is nothing.
std::optional<Resolution> convert(const Arguments& arguments, const FindConversion& conversion, const Casts& casts);

/// Converts a value to the type, each member of a list by itself.
void put_on_cast(Expression& value, const DataType& type, const Casts& casts);

/// What a member of an array of that type has: the arrays of arrays are of the same type.
DataType type_of_member(const Expression& member, const DataType& array);

/// Of a call of which the types of the arguments do not tell which function it means: literals are read as what every one of
/// PostgreSQL's own of that name with so many parameters takes there.
void read_literals_for_all(const Expression& call, const Arguments& arguments, const Casts& casts);

/// Values that meet in one type: members of an array, results of a CASE, COALESCE.
void meet(const Arguments& values, const Casts& casts);

}  // namespace pgplumb
