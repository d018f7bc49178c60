#include "statements/apply.h"

#include <array>

#include "kinds/ddl.h"
#include "kinds/default_privileges/first_privileges.h"
#include "kinds/spelling.h"
#include "statements/event_triggers.h"
#include "statements/if_not_exists.h"
#include "statements/made_again.h"
#include "statements/named.h"
#include "statements/statements.h"
#include "statements/temporary.h"
#include "statements/triggers/row_changes.h"
#include "statements/uncompared.h"

namespace pgplumb {

namespace {

struct StatementReader {
  NodeTag tag;
  void (*read)(Session&, const Node*);
};

constexpr std::array readers = {
    StatementReader{T_CreateSchemaStmt, read_create_schema},
    StatementReader{T_CreateStmt, read_create_table},
    StatementReader{T_CreateForeignTableStmt, read_create_foreign_table},
    StatementReader{T_CreateTableAsStmt, read_create_table_as},
    StatementReader{T_ViewStmt, read_create_view},
    StatementReader{T_SelectStmt, read_select},
    StatementReader{T_InsertStmt, read_row_change},
    StatementReader{T_UpdateStmt, read_row_change},
    StatementReader{T_DeleteStmt, read_row_change},
    StatementReader{T_MergeStmt, read_row_change},
    StatementReader{T_CopyStmt, read_row_change},
    StatementReader{T_TruncateStmt, read_row_change},
    StatementReader{T_AlterTableStmt, read_alter_table},
    StatementReader{T_RenameStmt, read_rename},
    StatementReader{T_AlterObjectSchemaStmt, read_set_schema},
    StatementReader{T_DropStmt, read_drop},
    StatementReader{T_VariableSetStmt, read_set},
    StatementReader{T_DoStmt, read_do},
    StatementReader{T_CallStmt, read_call},
};

void read_statement(Session& session, const Node* statement) {
  for (const StatementReader& reader : readers)
    if (reader.tag == statement->type) return reader.read(session, statement);
  if (!is_read_by_a_kind(session, statement)) pass_over(session, statement);
}

}  // namespace

void apply_statement(Session& session, const Node* statement) {
  const std::size_t declared_before = session.draft().declared_count();
  if (!changes_only_rows(statement)) session.fired = {};
  const bool is_temporary = concerns_temporary(session, statement);
  const std::size_t named_before = session.collected_not_compared.size();
  make_again_where_gone(session, statement, [&] { read_statement(session, statement); });
  if (is_temporary) {
    session.collected_not_compared.resize(named_before);
    ++session.statements_without_effect;
  }
  doubt_if_not_exists(session, statement, declared_before);
  if (!session.search_path_is_known() && statement->type != T_VariableSetStmt && !changes_only_rows(statement))
    make_named_uncertain(session, statement);
  give_first_privileges(session);
  fire_event_triggers(session, statement, declared_before);
}

}  // namespace pgplumb
