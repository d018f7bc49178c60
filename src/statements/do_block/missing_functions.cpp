#include "statements/do_block/missing_functions.h"

#include <pgplumb/sql/identifier.h>

#include "catalog/declared.h"
#include "catalog/uncertain_kinds.h"
#include "sql/canonical/functions.h"
#include "sql/canonical/resolution/signatures.h"
#include "sql/walk.h"

namespace pgplumb {

namespace {

/// Without a schema, whatever the search_path has.
bool may_be_of_extension(const Draft& draft, std::string_view schema, std::string_view name) {
  bool may_be = result_of_extension(name).has_value();
  for_each_declared(draft, [&](const Draft::Item& item) {
    const auto* extension = std::get_if<Extension>(&item.object);
    if (!extension || item.symbol->text == "plpgsql") return;
    may_be |= schema.empty() || extension->schema.empty() || extension->schema == schema;
  });
  return may_be;
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
         may_be_column(call, schema) || may_be_of_extension(session.draft(), schema, name);
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

}  // namespace

void require_functions(Session& session, const Node* statement) {
  if (const auto* create = as<CreatePolicyStmt>(statement))
    for (const Node* condition : {create->qual, create->with_check}) require_all(session, condition);
  if (const auto* alter = as<AlterPolicyStmt>(statement))
    for (const Node* condition : {alter->qual, alter->with_check}) require_all(session, condition);
  if (const auto* view = as<ViewStmt>(statement)) require_all(session, view->query);
  if (const auto* alter = as<AlterTableStmt>(statement)) require_all(session, alter);
}

}  // namespace pgplumb
