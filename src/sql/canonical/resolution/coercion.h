// What PostgreSQL knows of types when it looks for a function or an operator (parser/parse_coerce.c).
#pragma once

#include "sql/canonical/type_of.h"

namespace pgplumb {

/// Of each argument; none for a literal that has no type of its own.
using ArgumentTypes = std::vector<MaybeType>;

/// pg_type.typcategory; 'U' for what is not built in.
char category_of(const DataType& type);
/// pg_type.typispreferred: the one of its category that others are converted to.
bool is_preferred(const DataType& type);

/// The type as signatures name it: one of an extension, in whichever schema it stands.
DataType as_in_signatures(DataType type);

/// What a domain is over, in the end; any other type is itself (getBaseType).
DataType base_type(DataType type, const KnownTypes& types);

/// Whether its values are rows that have a name.
bool is_row(const DataType& type, const KnownTypes& types);

/// Whether values of one become the other's where it is called for, also by a cast that an extension has. Neither is a domain or
/// an array.
bool casts_implicitly(const Symbol* from, const Symbol* to, const KnownTypes& types);

/// Whether a value becomes one of the other type without a cast (can_coerce_type); neither is polymorphic.
bool coerces(const DataType& from, const DataType& to, const KnownTypes& types);

/// The type in which several meet in a CASE, an array, COALESCE or UNION (select_common_type); none where they do not meet.
/// Literals, which have none, are text where nothing else is said.
MaybeType common_type_of(const ArgumentTypes& all, const KnownTypes& types);

}  // namespace pgplumb
