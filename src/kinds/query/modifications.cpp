// INSERT, UPDATE and DELETE in the bodies of functions: like queries, they hold on to what they name.
#include "kinds/ddl.h"
#include "kinds/query/reader.h"
#include "sql/deparse.h"
#include "sql/expression_forms.h"

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

/// Not for `(a, b) = (SELECT …)` and parts of a column, `a[1]`.
bool are_plain(const List* targets) {
  for (const Node* node : nodes_of(targets)) {
    const auto* target = as<ResTarget>(node);
    if (target->indirection || as<MultiAssignRef>(target->val)) return false;
  }
  return true;
}

Expression assignment(Expression column, Expression value) {
  return make(Kind::other, "set", {std::move(column), std::move(value)});
}

/// One row of VALUES is a list of assignments: then its literals are of the columns' types.
bool is_one_row(const Query& source, std::size_t columns) {
  return source.tree.text == "values" && source.tree.args.size() == 1 && source.tree.args.front().args.size() == columns;
}

void append_unless_empty(std::string_view what, Args items, Args& parts) {
  if (!items.empty()) parts.push_back(make(Kind::other, std::string(what), std::move(items)));
}

}  // namespace

Expression QueryReader::read_modification(const Node* statement) {
  if (const auto* insert = as<InsertStmt>(statement); insert && are_plain(insert->cols)) return read_insert(insert);
  if (const auto* update = as<UpdateStmt>(statement); update && are_plain(update->targetList)) return read_update(update);
  if (const auto* remove = as<DeleteStmt>(statement)) return read_delete(remove);
  return make(Kind::opaque, deparse_statement(statement));
}

Expression QueryReader::read_update(const UpdateStmt* update) {
  Scope scope;
  Args with = update->withClause ? read_with(update->withClause, nullptr) : Args();
  Args parts{read_relation(update->relation, scope)};
  Args from;
  for (const Node* item : nodes_of(update->fromClause)) from.push_back(read_from(item, scope));
  parts.push_back(read_assignments(update->targetList, scope));
  append_unless_empty("from", std::move(from), parts);
  append_clauses(update->whereClause, update->returningList, scope, parts);
  append_unless_empty("with", std::move(with), parts);
  return make(Kind::other, "update", std::move(parts));
}

Expression QueryReader::read_delete(const DeleteStmt* remove) {
  Scope scope;
  Args with = remove->withClause ? read_with(remove->withClause, nullptr) : Args();
  Args parts{read_relation(remove->relation, scope)};
  Args others;
  for (const Node* item : nodes_of(remove->usingClause)) others.push_back(read_from(item, scope));
  append_unless_empty("using", std::move(others), parts);
  append_clauses(remove->whereClause, remove->returningList, scope, parts);
  append_unless_empty("with", std::move(with), parts);
  return make(Kind::other, "delete", std::move(parts));
}

Expression QueryReader::read_insert(const InsertStmt* insert) {
  Scope scope;
  Args with = insert->withClause ? read_with(insert->withClause, nullptr) : Args();
  Args parts{read_relation(insert->relation, scope)};
  if (insert->override != OVERRIDING_NOT_SET)
    parts.push_back(make(Kind::other, insert->override == OVERRIDING_USER_VALUE ? "overriding user" : "overriding system"));
  append_source(insert, scope.items.front(), parts);
  if (insert->onConflictClause) parts.push_back(read_conflict(insert->onConflictClause, scope));
  append_clauses(nullptr, insert->returningList, scope, parts);
  append_unless_empty("with", std::move(with), parts);
  return make(Kind::other, "insert", std::move(parts));
}

void QueryReader::append_source(const InsertStmt* insert, const ScopeItem& table, Args& parts) {
  if (!insert->selectStmt) return parts.push_back(make(Kind::other, "default values"));
  Query source = read(insert->selectStmt);
  Args columns;
  for (const Node* node : nodes_of(insert->cols)) columns.push_back(column_named(table, view_of(as<ResTarget>(node)->name)));
  if (!insert->cols && table.known)
    for (std::size_t i = 0; i < source.columns.size() && i < table.columns.size(); ++i) columns.push_back(table.column(i));
  if (!is_one_row(source, columns.size())) {
    parts.push_back(make(Kind::other, "into", std::move(columns)));
    return parts.push_back(std::move(source.tree));
  }
  Args row = std::move(source.tree.args.front().args);
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = assignment(std::move(columns[i]), std::move(row[i]));
  parts.push_back(make(Kind::other, "assignments", std::move(row)));
}

Expression QueryReader::read_conflict(const OnConflictClause* conflict, const Scope& scope) {
  Args parts;
  if (const InferClause* infer = conflict->infer) {
    Args keys;
    for (const Node* node : nodes_of(infer->indexElems)) {
      const auto* key = as<IndexElem>(node);
      keys.push_back(key->name ? column_named(scope.items.front(), key->name) : read_in(scope, key->expr));
    }
    // A constraint is known by itself and not by its name, which may have changed.
    if (infer->conname) keys.push_back(make(Kind::opaque, "ON CONSTRAINT " + std::string(infer->conname)));
    parts.push_back(make(Kind::other, "conflict on", std::move(keys)));
    if (infer->whereClause) parts.push_back(make(Kind::other, "where", read_in(scope, infer->whereClause)));
  }
  if (conflict->action == ONCONFLICT_UPDATE)
    parts.push_back(read_conflict_update(conflict, scope));
  else
    parts.push_back(make(Kind::other, "do nothing"));
  return make(Kind::other, "on conflict", std::move(parts));
}

Expression QueryReader::read_conflict_update(const OnConflictClause* conflict, Scope scope) {
  ScopeItem excluded = scope.items.front();
  excluded.alias = "excluded";
  excluded.number = next_item_++;
  scope.items.push_back(std::move(excluded));
  Args parts{read_assignments(conflict->targetList, scope)};
  append_clauses(conflict->whereClause, nullptr, scope, parts);
  return make(Kind::other, "do update", std::move(parts));
}

Expression QueryReader::read_assignments(const List* targets, const Scope& scope) {
  if (!are_plain(targets)) return make(Kind::opaque, "SET of several columns at once");
  Args assignments;
  for (const Node* node : nodes_of(targets)) {
    const auto* target = as<ResTarget>(node);
    assignments.push_back(assignment(column_named(scope.items.front(), view_of(target->name)), read_in(scope, target->val)));
  }
  return make(Kind::other, "assignments", std::move(assignments));
}

void QueryReader::append_clauses(const Node* condition, const List* returning, const Scope& scope, Args& parts) {
  if (condition) parts.push_back(make(Kind::other, "where", read_in(scope, condition)));
  if (!returning) return;
  SelectStmt outputs{};
  outputs.targetList = const_cast<List*>(returning);
  Query query{make(Kind::other, "returning"), {}, true};
  read_outputs(&outputs, scope, query);
  parts.push_back(make(Kind::other, "returning", std::move(query.tree.args.front().args)));
}

Expression read_modification(Session& session, const Node* statement) {
  return QueryReader(session, nullptr).read_modification(statement);
}

}  // namespace pgplumb
