// The statements that concern more than one kind, one reader each. The list of them is in apply.cpp.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"
#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

void read_create_schema(Session& session, const Node* statement);
void read_create_table(Session& session, const Node* statement);
void read_create_foreign_table(Session& session, const Node* statement);
void read_create_table_as(Session& session, const Node* statement);
void read_create_view(Session& session, const Node* statement);
void read_select(Session& session, const Node* statement);
/// INSERT, UPDATE, DELETE, MERGE, COPY, TRUNCATE.
void read_row_change(Session& session, const Node* statement);
void read_alter_table(Session& session, const Node* statement);
void read_rename(Session& session, const Node* statement);
void read_set_schema(Session& session, const Node* statement);
void read_drop(Session& session, const Node* statement);
void read_set(Session& session, const Node* statement);
/// set_config() of the search_path among what a query selects.
void read_set_config(Session& session, const Variables& variables, const SelectStmt* statement);
void read_do(Session& session, const Node* statement);
void read_call(Session& session, const Node* statement);

}  // namespace pgplumb
