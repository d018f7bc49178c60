#include "kinds/ddl.h"

#include "sql/read_expression.h"
#include "sql/read_type.h"

namespace pgplumb {

void pass_by_partition(Session& session, std::string_view what, std::string_view name) {
  session.not_compared(std::string(what), "a partition counts as part of its table", -1, std::string(name));
}

Symbol* relation_to_change(Session& session, const RangeVar* relation) {
  const auto [schema, name] = qualified_name(relation);
  const FoundRelation found = session.look_up(schema, name);
  return session.draft().object<Partition>(found.symbol) ? found.symbol : session.relation_to_alter(schema, name);
}

std::vector<ColumnRef> columns_named(Session& session, Symbol* table, const List* names) {
  std::vector<ColumnRef> columns;
  for (const Node* name : nodes_of(names)) columns.push_back({session.column_to_alter(table, text_of(name))});
  return columns;
}

namespace {

/// Trees that refer to nothing can be shared between tables; a literal or `now()` stands in thousands of columns.
bool is_shareable(const Expression& tree) {
  const bool plain = tree.kind == Expression::Kind::literal || tree.kind == Expression::Kind::boolean ||
                     tree.kind == Expression::Kind::null || tree.kind == Expression::Kind::call;
  return plain && tree.args.empty() && !tree.routine;
}

ExpressionPtr share(Expression tree) {
  if (!is_shareable(tree)) return std::make_shared<const Expression>(std::move(tree));
  thread_local std::unordered_map<std::string, std::weak_ptr<const Expression>> shared;
  const std::string key = std::to_string(static_cast<int>(tree.kind)) + (tree.is_string ? "'" : " ") + tree.text;
  auto& known = shared[key];
  ExpressionPtr found = known.lock();
  if (!found) known = found = std::make_shared<const Expression>(std::move(tree));
  return found;
}

}  // namespace

bool is_unlogged(const RangeVar* relation) {
  constexpr char unlogged = 'u';  // pg_class.relpersistence
  return relation->relpersistence == unlogged;
}

bool is_temporary(const RangeVar* relation) {
  constexpr char temporary = 't';  // pg_class.relpersistence
  return relation->relpersistence == temporary || view_of(relation->schemaname) == "pg_temp";
}

const Symbol* schema_to_create_in(Session& session, const RangeVar* relation) {
  return is_temporary(relation) ? session.temporary_schema() : session.creation_schema(qualified_name(relation).schema);
}

ExpressionField read_field(Session& session, const Symbol* table, const Node* expression) {
  if (!expression) return {};
  return {share(read_expression(expression, session.names(table)))};
}

ExpressionField read_default_value(Session& session, const DataType& stored_as, const Node* expression) {
  if (!expression) return {};
  return {share(read_expression(expression, stored_as, session.names()))};
}

ObjectRef find_collation(Session& session, const List* names) {
  const auto [schema, name] = qualified_name(names);
  if (name.empty() || name == "default") return {};
  return {session.resolve(Namespace::collation, schema, name)};
}

DataType read_column_type(Session& session, const TypeName* type) {
  try {
    DataType read = read_type(type, session.names());
    const bool is_builtin = read.name && read.name->parent == pg_catalog();
    const auto [schema, name] = qualified_name(type->names);
    if (!is_builtin) session.require_type(schema, name);
    return read;
  } catch (const SyntaxError& error) {
    fail(sqlstate::syntax_error, error.message);
  }
}

std::string member_name(const Symbol* table, std::string_view member) { return display_name(*table) + "." + std::string(member); }

}  // namespace pgplumb
