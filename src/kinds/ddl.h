// What the kinds' readers of DDL share.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>
#include <string_view>
#include <vector>

#include "sql/nodes.h"

namespace pgplumb {

/// The relation or partition that a statement or clause changes.
Symbol* relation_to_change(Session& session, const RangeVar* relation);

/// Reports that `what` concerns what a partition has from its table, or has no words for: its owner, its privileges.
void pass_by_partition(Session& session, std::string_view what, std::string_view name);

/// Whether what is made under this name goes with the session: TEMPORARY, or in pg_temp.
bool is_temporary(const RangeVar* relation);
/// Where that is made.
const Symbol* schema_to_create_in(Session& session, const RangeVar* relation);
bool is_unlogged(const RangeVar* relation);

/// The columns of a list of names; 42703 for one that is not there.
std::vector<ColumnRef> columns_named(Session& session, Symbol* table, const List* names);

/// Reads an expression on a table, or on none. Equal literals and calls without arguments are one object.
ExpressionField read_field(Session& session, const Symbol* table, const Node* expression);
/// A default, which is stored as that type.
ExpressionField read_default_value(Session& session, const DataType& stored_as, const Node* expression);

/// What COLLATE names; none where there is none, and for `default`, which is every column's own unless it was given another.
ObjectRef find_collation(Session& session, const List* names);

/// Reads a type; a failure of the statement where it is none.
DataType read_column_type(Session& session, const TypeName* type);

/// "call_log.id", as NotCompared::object and messages show a member.
std::string member_name(const Symbol* table, std::string_view member);

/// Changes the object that `symbol` bears, of a kind known to the caller.
template <class Kind, class Edit>
void edit(Session& session, const Symbol* symbol, const Edit& change) {
  session.draft().change(symbol, [&](Draft::Item& item) { change(std::get<Kind>(item.object)); });
}

/// The same of a table or a partition, which have the fields of that name both.
template <class Edit>
void edit_relation(Session& session, const Symbol* symbol, const Edit& change) {
  if (session.draft().object<Partition>(symbol))
    edit<Partition>(session, symbol, change);
  else
    edit<Table>(session, symbol, change);
}

}  // namespace pgplumb
