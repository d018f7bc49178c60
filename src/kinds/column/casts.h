// Which types change into which without being told how.
#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// Fails with 42804 where PostgreSQL surely has no assignment cast from one type to the other (pg_cast.castcontext). `what`
/// begins the message: `column "role"`, `default for column "role"`.
void require_assignable(Session& session, const DataType& from, const DataType& to, const std::string& what);

/// Fails with 42804 where values of the type surely cannot be compared with the column's, as the foreign key needs.
void require_comparable(Session& session, const DataType& type, const Symbol* column, const std::string& foreign_key);

/// The default of a column whose type changes: PostgreSQL keeps the value as it was and casts it.
ExpressionField converted_default(Session& session, const Column& column, const DataType& to);

}  // namespace pgplumb
