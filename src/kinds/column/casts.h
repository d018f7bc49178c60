// Which types change into which without being told how.
#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// Fails with 42804 where PostgreSQL surely has no assignment cast from one type to the other (pg_cast.castcontext). `what`
/// begins the message: `column "role"`, `default for column "role"`.
void require_assignable(Session& session, const DataType& from, const DataType& to, const std::string& what);

/// Fails with 42804 where values of the type surely cannot be compared with the column's, as the foreign key needs.
void require_comparable(Session& session, const DataType& type, const Symbol* column, const std::string& foreign_key);

/// What a column's default is of, before it is made a value of the column (strip_implicit_coercions() in nodes/nodeFuncs.c): 5 of
/// `a text DEFAULT 5` is an integer. It has one.
DataType type_of_default(Session& session, const Column& column);

/// The default of a column whose type changes: a constant stays what it was, one of the type that the column had when it got it.
ExpressionField converted_default(Session& session, const Column& column);

/// Before the column gets a type of another name: what stands over it is read again from how the server shows it, casts that
/// followed from the old type included (RememberConstraintForRebuilding in commands/tablecmds.c).
void keep_casts(Session& session, const Symbol* column);

}  // namespace pgplumb
