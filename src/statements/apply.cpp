#include "statements/apply.h"

#include <array>

#include "kinds/ddl.h"
#include "kinds/default_privileges/first_privileges.h"
#include "kinds/spelling.h"
#include "statements/statements.h"
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
    StatementReader{T_AlterTableStmt, read_alter_table},
    StatementReader{T_RenameStmt, read_rename},
    StatementReader{T_AlterObjectSchemaStmt, read_set_schema},
    StatementReader{T_DropStmt, read_drop},
    StatementReader{T_VariableSetStmt, read_set},
    StatementReader{T_DoStmt, read_do},
    StatementReader{T_CallStmt, read_call},
};

/// A type or routine that is made, or dropped, in pg_temp.
bool is_about_temporary(const Node* statement) {
  if (const auto* made = as<CreateFunctionStmt>(statement)) return is_temporary(made->funcname);
  if (const auto* made = as<CreateEnumStmt>(statement)) return is_temporary(made->typeName);
  if (const auto* made = as<CreateDomainStmt>(statement)) return is_temporary(made->domainname);
  if (const auto* made = as<CreateRangeStmt>(statement)) return is_temporary(made->typeName);
  if (const auto* made = as<DefineStmt>(statement)) return is_temporary(made->defnames);
  if (const auto* made = as<CompositeTypeStmt>(statement)) return is_temporary(made->typevar);
  const auto* drop = as<DropStmt>(statement);
  const Node* first = drop ? nodes_of(drop->objects).front() : nullptr;
  if (const auto* routine = as<ObjectWithArgs>(first)) return is_temporary(routine->objname);
  const auto* type = as<TypeName>(first);
  return type && is_temporary(type->names);
}

void read_statement(Session& session, const Node* statement) {
  if (is_about_temporary(statement)) {
    ++session.statements_without_effect;
    return;
  }
  for (const StatementReader& reader : readers)
    if (reader.tag == statement->type) return reader.read(session, statement);
  if (!is_read_by_a_kind(session, statement)) pass_over(session, statement);
}

}  // namespace

void apply_statement(Session& session, const Node* statement) {
  read_statement(session, statement);
  give_first_privileges(session);
}

}  // namespace pgplumb
