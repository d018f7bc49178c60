#include "statements/temporary.h"

#include <set>
#include <string_view>

#include "kinds/ddl.h"
#include "sql/walk.h"
#include "statements/with_names.h"

namespace pgplumb {

namespace {

/// The relation that a statement makes; null for none.
const RangeVar* relation_made(const Node* statement) {
  if (const auto* made = as<CreateStmt>(statement)) return made->relation;
  if (const auto* made = as<CreateTableAsStmt>(statement)) return made->into->rel;
  if (const auto* made = as<ViewStmt>(statement)) return made->view;
  if (const auto* made = as<CreateSeqStmt>(statement)) return made->sequence;
  if (const auto* made = as<CompositeTypeStmt>(statement)) return made->typevar;
  const auto* select = as<SelectStmt>(statement);
  return select && select->intoClause ? select->intoClause->rel : nullptr;
}

/// The name of a type or routine that a statement makes.
const List* name_made(const Node* statement) {
  if (const auto* made = as<CreateFunctionStmt>(statement)) return made->funcname;
  if (const auto* made = as<CreateEnumStmt>(statement)) return made->typeName;
  if (const auto* made = as<CreateDomainStmt>(statement)) return made->domainname;
  if (const auto* made = as<CreateRangeStmt>(statement)) return made->typeName;
  const auto* made = as<DefineStmt>(statement);
  return made ? made->defnames : nullptr;
}

/// The relation that a statement changes, or makes something of.
const RangeVar* relation_changed(const Node* statement) {
  if (const auto* changed = as<AlterTableStmt>(statement)) return changed->relation;
  if (const auto* changed = as<AlterSeqStmt>(statement)) return changed->sequence;
  if (const auto* changed = as<RenameStmt>(statement)) return changed->relation;
  if (const auto* changed = as<IndexStmt>(statement)) return changed->relation;
  if (const auto* changed = as<CreateTrigStmt>(statement)) return changed->relation;
  const auto* changed = as<RuleStmt>(statement);
  return changed ? changed->relation : nullptr;
}

/// The first of what is dropped, or what is commented on.
const List* name_of_object(const Node* statement) {
  const auto* drop = as<DropStmt>(statement);
  const auto* comment = as<CommentStmt>(statement);
  const Node* object = drop ? nodes_of(drop->objects).front() : comment ? comment->object : nullptr;
  if (const auto* routine = as<ObjectWithArgs>(object)) return routine->objname;
  if (const auto* type = as<TypeName>(object)) return type->names;
  return as<List>(object);
}

bool is_temporary(Session& session, QualifiedName named) {
  const FoundRelation found = session.look_up(named.schema, named.name);
  return named.schema == "pg_temp" || (found && session.is_temporary(found.symbol));
}

bool reads_temporary(Session& session, const Node* node, const std::set<std::string_view>& hidden, int depth) {
  if (!node || depth > deepest_nesting) return false;
  bool reads = false;
  if (const auto* relation = as<RangeVar>(node)) {
    const QualifiedName named = qualified_name(relation);
    reads = !(named.schema.empty() && hidden.contains(named.name)) && is_temporary(session, named);
  }
  for_each_child(node, [&](const Node* child) { reads = reads || reads_temporary(session, child, hidden, depth + 1); });
  return reads;
}

}  // namespace

bool concerns_temporary(Session& session, const Node* statement) {
  if (const RangeVar* made = relation_made(statement)) return is_temporary(made);
  if (const List* made = name_made(statement)) return qualified_name(made).schema == "pg_temp";
  if (!session.has_temporary()) return false;
  if (const RangeVar* changed = relation_changed(statement)) return is_temporary(session, qualified_name(changed));
  const List* object = name_of_object(statement);
  return object && is_temporary(session, qualified_name(object));
}

bool reads_temporary(Session& session, const Node* query) {
  return session.has_temporary() && reads_temporary(session, query, with_names(query), 0);
}

void drop_temporary(Session& session) {
  if (session.has_temporary()) session.drop({session.temporary_schema()}, true);
}

}  // namespace pgplumb
