// INSERT, UPDATE and DELETE in the bodies of functions and in rules: like queries, they hold on to what they name.
#include <algorithm>

#include "kinds/ddl.h"
#include "kinds/query/reader.h"
#include "sql/deparse.h"
#include "sql/expression_forms.h"
#include "sql/read_expression.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

/// The table's column of that name, `of 1 "id"`.
Expression column_named(const ScopeItem& table, std::string_view name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == name) return table.column(i);
  if (table.known)
    fail(sqlstate::undefined_column,
         "column " + quoted_name({}, name) + " of relation " + quoted_name({}, table.alias) + " does not exist");
  return table.column(name);
}

Expression assignment(Expression column, Expression value) {
  return make(Kind::other, "set", {std::move(column), std::move(value)});
}

/// VALUES and nothing else: then each row is a list of assignments, whose literals are of the columns' types.
bool are_rows(const Query& source, std::size_t columns) {
  const auto is_row = [&](const Expression& row) { return row.kind == Kind::row && row.args.size() == columns; };
  return source.tree.text == "values" && std::all_of(source.tree.args.begin(), source.tree.args.end(), is_row);
}

void append_unless_empty(std::string_view what, Args items, Args& parts) {
  if (!items.empty()) parts.push_back(make(Kind::other, std::string(what), std::move(items)));
}

}  // namespace

Query QueryReader::read_modification(const Node* statement, const Scope* outer) {
  if (const auto* insert = as<InsertStmt>(statement)) return read_insert(insert, outer);
  if (const auto* update = as<UpdateStmt>(statement)) return read_update(update, outer);
  if (const auto* remove = as<DeleteStmt>(statement)) return read_delete(remove, outer);
  return {make(Kind::opaque, deparse_statement(statement)), {}, false};
}

Query QueryReader::read_update(const UpdateStmt* update, const Scope* outer) {
  Scope scope{outer};
  Query query{make(Kind::other, "update"), {}, true};
  Args& parts = query.tree.args;
  Args with = update->withClause ? read_with(update->withClause, outer) : Args();
  parts.push_back(read_relation(update->relation, scope));
  Args from;
  for (const Node* item : nodes_of(update->fromClause)) from.push_back(read_from(item, scope));
  parts.push_back(read_assignments(update->targetList, scope));
  append_unless_empty("from", std::move(from), parts);
  append_where(update->whereClause, scope, parts);
  append_returning(update->returningList, scope, query);
  append_unless_empty("with", std::move(with), parts);
  return query;
}

Query QueryReader::read_delete(const DeleteStmt* remove, const Scope* outer) {
  Scope scope{outer};
  Query query{make(Kind::other, "delete"), {}, true};
  Args& parts = query.tree.args;
  Args with = remove->withClause ? read_with(remove->withClause, outer) : Args();
  parts.push_back(read_relation(remove->relation, scope));
  Args others;
  for (const Node* item : nodes_of(remove->usingClause)) others.push_back(read_from(item, scope));
  append_unless_empty("using", std::move(others), parts);
  append_where(remove->whereClause, scope, parts);
  append_returning(remove->returningList, scope, query);
  append_unless_empty("with", std::move(with), parts);
  return query;
}

Query QueryReader::read_insert(const InsertStmt* insert, const Scope* outer) {
  Scope scope{outer};
  Query query{make(Kind::other, "insert"), {}, true};
  Args& parts = query.tree.args;
  Args with = insert->withClause ? read_with(insert->withClause, outer) : Args();
  parts.push_back(read_relation(insert->relation, scope));
  if (insert->override != OVERRIDING_NOT_SET)
    parts.push_back(make(Kind::other, insert->override == OVERRIDING_USER_VALUE ? "overriding user" : "overriding system"));
  append_source(insert, scope, parts);
  if (insert->onConflictClause) parts.push_back(read_conflict(insert->onConflictClause, parts.front().type.name, scope));
  append_returning(insert->returningList, scope, query);
  append_unless_empty("with", std::move(with), parts);
  return query;
}

void QueryReader::append_source(const InsertStmt* insert, const Scope& scope, Args& parts) {
  if (!insert->selectStmt) return parts.push_back(make(Kind::other, "default values"));
  const ScopeItem& table = scope.items.front();
  Query source = read(insert->selectStmt, scope.outer);
  Args columns;
  for (const Node* target : nodes_of(insert->cols)) columns.push_back(read_target(as<ResTarget>(target), scope));
  if (!insert->cols && table.known)
    for (std::size_t i = 0; i < source.columns.size() && i < table.columns.size(); ++i) columns.push_back(table.column(i));
  if (!are_rows(source, columns.size())) {
    parts.push_back(make(Kind::other, "into", std::move(columns)));
    return parts.push_back(std::move(source.tree));
  }
  for (Expression& row : source.tree.args) {
    for (std::size_t i = 0; i < columns.size(); ++i) row.args[i] = assignment(columns[i], std::move(row.args[i]));
    parts.push_back(make(Kind::other, "assignments", std::move(row.args)));
  }
}

Expression QueryReader::read_conflict(const OnConflictClause* conflict, const Symbol* table, const Scope& scope) {
  Args parts;
  if (const InferClause* infer = conflict->infer) {
    parts.push_back(infer->conname ? constraint_named(infer->conname, table, scope.items.front())
                                   : make(Kind::other, "conflict on", read_conflict_keys(infer, scope)));
    append_where(infer->whereClause, scope, parts);
  }
  if (conflict->action == ONCONFLICT_UPDATE)
    parts.push_back(read_conflict_update(conflict, scope));
  else
    parts.push_back(make(Kind::other, "do nothing"));
  return make(Kind::other, "on conflict", std::move(parts));
}

Args QueryReader::read_conflict_keys(const InferClause* infer, const Scope& scope) {
  Args keys;
  for (const Node* node : nodes_of(infer->indexElems)) {
    const auto* element = as<IndexElem>(node);
    Expression key = element->name ? column_named(scope.items.front(), element->name) : read_in(scope, element->expr);
    for (const auto& [what, names] : {std::pair{"collate ", element->collation}, {"operator class ", element->opclass}})
      if (names) key = make(Kind::other, what + std::string(qualified_name(names).name), std::move(key));
    keys.push_back(std::move(key));
  }
  return keys;
}

/// Held by its symbol: it is the same constraint whatever it is called later.
Expression QueryReader::constraint_named(std::string_view name, const Symbol* table, const ScopeItem& item) const {
  Expression constraint = make(Kind::column, std::string(name));
  constraint.column.symbol = session_.draft().find(Namespace::constraint, table, name);
  if (constraint.column.symbol) constraint.text.clear();
  if (!constraint.column.symbol && item.known && !session_.is_uncertain(name))
    fail(sqlstate::undefined_object,
         "constraint " + quoted_name({}, name) + " for table " + quoted_name({}, table->text) + " does not exist");
  return make(Kind::other, "on constraint", std::move(constraint));
}

Expression QueryReader::read_conflict_update(const OnConflictClause* conflict, Scope scope) {
  ScopeItem excluded = scope.items.front();
  excluded.alias = excluded.place = "excluded";
  excluded.is_row = true;
  scope.items.push_back(std::move(excluded));
  Args parts{read_assignments(conflict->targetList, scope)};
  append_where(conflict->whereClause, scope, parts);
  return make(Kind::other, "do update", std::move(parts));
}

/// What is assigned to: a column, or a part of one, `tags[1]`.
Expression QueryReader::read_target(const ResTarget* target, const Scope& scope) {
  return read_parts(column_named(scope.items.front(), view_of(target->name)), target->indirection, names_in(scope));
}

/// `(a, b) = (1, 2)` is two assignments; of a query it is one, to a row.
Args QueryReader::read_assignments_to_row(NodeRange::Iterator target, std::size_t count, const Scope& scope) {
  const Node* source = as<MultiAssignRef>(as<ResTarget>(*target)->val)->source;
  Args columns;
  for (std::size_t i = 0; i < count; ++i) columns.push_back(read_target(as<ResTarget>(*target++), scope));
  Expression value = read_in(scope, source);
  if (value.kind != Kind::row || value.args.size() != count)
    return {assignment(make(Kind::other, "into", std::move(columns)), std::move(value))};
  for (std::size_t i = 0; i < count; ++i) columns[i] = assignment(std::move(columns[i]), std::move(value.args[i]));
  return columns;
}

Expression QueryReader::read_assignments(const List* targets, const Scope& scope) {
  Args assignments;
  const NodeRange nodes = nodes_of(targets);
  for (auto node = nodes.begin(); node != nodes.end();) {
    const auto* target = as<ResTarget>(*node);
    if (const auto* row = as<MultiAssignRef>(target->val)) {
      const auto count = static_cast<std::size_t>(row->ncolumns);
      for (Expression& one : read_assignments_to_row(node, count, scope)) assignments.push_back(std::move(one));
      std::advance(node, count);
    } else {
      assignments.push_back(assignment(read_target(target, scope), read_in(scope, target->val)));
      ++node;
    }
  }
  return make(Kind::other, "assignments", std::move(assignments));
}

void QueryReader::append_where(const Node* condition, const Scope& scope, Args& parts) {
  if (condition) parts.push_back(make(Kind::other, "where", read_in(scope, condition)));
}

void QueryReader::append_returning(const List* outputs, const Scope& scope, Query& query) {
  if (outputs) query.tree.args.push_back(make(Kind::other, "returning", read_outputs(outputs, scope, query)));
}

}  // namespace pgplumb
