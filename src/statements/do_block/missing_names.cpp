#include "statements/do_block/missing_names.h"

#include <pgplumb/sql/identifier.h>
#include <pgplumb/sql/parse.h>

#include <set>
#include <string>

#include "catalog/declared.h"
#include "catalog/uncertain_kinds.h"
#include "sql/canonical/functions.h"
#include "sql/canonical/resolution/signatures.h"
#include "sql/walk.h"
#include "statements/with_names.h"

namespace pgplumb {

namespace {

/// Whether an extension may have put something there: without a schema, anywhere.
bool extension_may_fill(const Draft& draft, std::string_view schema) {
  bool may_fill = false;
  for_each_declared(draft, [&](const Draft::Item& item) {
    const auto* extension = std::get_if<Extension>(&item.object);
    if (!extension || item.symbol->text == "plpgsql") return;
    may_fill |= schema.empty() || extension->schema.empty() || extension->schema == schema;
  });
  return may_fill;
}

/// The signatures lack those that give nothing: pg_notify() …
bool may_be_builtin(std::string_view schema, std::string_view name) {
  return schema.empty() && (name.starts_with("pg_") || builtin_type(name) || !functions_named(name).empty());
}

/// `name(t)` may be `t.name`.
bool may_be_column(const FuncCall* call, std::string_view schema) {
  const auto arguments = nodes_of(call->args);
  const auto* column = arguments.size() == 1 ? as<::ColumnRef>(arguments.front()) : nullptr;
  return schema.empty() && column && list_length(column->fields) == 1;
}

bool may_be_called(Session& session, const FuncCall* call) {
  const auto [schema, name] = qualified_name(call->funcname);
  const bool is_anything = session.find_type(schema, name) || session.find_multirange(schema, name) ||
                           !session.draft().overloads(Namespace::routine, name).empty();
  const bool is_in_doubt =
      session.may_exist(schema, name) || may_find_others(session) || may_have_any(session.uncertain_names, Namespace::routine);
  return schema == "pg_catalog" || schema == "information_schema" || is_anything || is_in_doubt || may_be_builtin(schema, name) ||
         may_be_column(call, schema) || result_of_extension(name) || extension_may_fill(session.draft(), schema);
}

void require_all(Session& session, const Node* expression, int depth = 0) {
  if (!expression || depth > deepest_nesting) return;
  for_each_child(expression, [&](const Node* child) { require_all(session, child, depth + 1); });
  const auto* call = as<FuncCall>(expression);
  if (!call || may_be_called(session, call)) return;
  const auto [schema, name] = qualified_name(call->funcname);
  fail(sqlstate::undefined_function, "function " + quoted_name(schema, name) + " does not exist");
}

void require_all(Session& session, const AlterTableStmt* alter) {
  for (const Node* node : nodes_of(alter->cmds)) {
    const auto* command = as<AlterTableCmd>(node);
    const auto* constraint = command->def ? as<Constraint>(command->def) : nullptr;
    if (constraint) require_all(session, constraint->raw_expr);
    if (command->subtype == AT_ColumnDefault) require_all(session, command->def);
  }
}

void require_tables(Session& session, const Node* node, const std::set<std::string_view>& hidden, int depth = 0) {
  // FOR UPDATE OF names what FROM calls them.
  if (!node || depth > deepest_nesting || as<IntoClause>(node) || as<LockingClause>(node)) return;
  for_each_child(node, [&](const Node* child) { require_tables(session, child, hidden, depth + 1); });
  const auto* table = as<RangeVar>(node);
  if (!table) return;
  const auto [schema, name] = qualified_name(table);
  const bool is_hidden = schema.empty() && hidden.contains(name);
  if (!is_hidden && !extension_may_fill(session.draft(), schema)) session.names().object("regclass", schema, name);
}

void require_columns(Session& session, const RangeVar* relation, const List* targets) {
  const auto [schema, name] = qualified_name(relation);
  const Symbol* table = session.find_relation(schema, name);
  if (!table || !session.is_known(table) || !session.draft().object<Table>(table)) return;
  for (const Node* target : nodes_of(targets)) session.names(table).column(as<ResTarget>(target)->name);
}

}  // namespace

void require_relations(Session& session, const std::string& statement) {
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) {
    const Node* node = parsed.node->stmt;
    if (!changes_or_reads_rows(node)) return;
    require_tables(session, node, with_names(node));
    if (const auto* insert = as<InsertStmt>(node)) require_columns(session, insert->relation, insert->cols);
    if (const auto* update = as<UpdateStmt>(node)) require_columns(session, update->relation, update->targetList);
  };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script(statement, visitor);
}

void require_functions(Session& session, const Node* statement) {
  if (const auto* create = as<CreatePolicyStmt>(statement))
    for (const Node* condition : {create->qual, create->with_check}) require_all(session, condition);
  if (const auto* alter = as<AlterPolicyStmt>(statement))
    for (const Node* condition : {alter->qual, alter->with_check}) require_all(session, condition);
  if (const auto* view = as<ViewStmt>(statement)) require_all(session, view->query);
  if (const auto* alter = as<AlterTableStmt>(statement)) require_all(session, alter);
}

}  // namespace pgplumb
