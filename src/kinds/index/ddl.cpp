#include "kinds/index/ddl.h"

#include "kinds/default_names.h"
#include "kinds/index/keys.h"
#include "kinds/partition/own_parts.h"
#include "kinds/table/options.h"
#include "kinds/unique/options.h"

namespace pgplumb {

namespace {

std::string choose_name(Session& session, const Symbol* table, const IndexStmt* statement) {
  const auto names = index_column_names(statement->indexParams, statement->indexIncludingParams);
  const std::vector<std::string_view> views(names.begin(), names.end());
  return session.choose_relation_name(table->parent, table->text, join_column_names(views), "idx");
}

Index read_index(Session& session, Symbol* table, const IndexStmt* statement) {
  Index index;
  // The grammar fills in btree where the statement says nothing.
  if (statement->accessMethod) index.method = statement->accessMethod;
  index.keys = read_index_keys(session, table, index.method.str(), statement->indexParams);
  index.include = read_included(session, table, statement->indexIncludingParams);
  index.options = options_text(statement->options);
  index.unique = statement->unique;
  index.nulls_not_distinct = statement->nulls_not_distinct;
  index.predicate = read_field(session, table, statement->whereClause);
  return index;
}

void report_clauses(Session& session, const IndexStmt* statement, const std::string& name) {
  if (statement->tableSpace) session.not_compared("TABLESPACE", "tablespaces are not compared", -1, name);
}

}  // namespace

Symbol* declare_index(Session& session, Symbol* table, std::string_view name, Index index) {
  auto unique = plain_unique(index);
  Object object = unique ? Object(std::move(*unique)) : Object(std::move(index));
  return session.draft().declare(Namespace::index, table, name, std::move(object), session.at());
}

void create_index_on(Session& session, Symbol* table, const IndexStmt* statement) {
  const std::string name = statement->idxname ? statement->idxname : choose_name(session, table, statement);
  if (statement->if_not_exists && session.look_up(table->parent->text, name)) return;
  session.require_free_relation_name(table->parent, name);
  report_clauses(session, statement, name);
  const std::size_t count = session.draft().declared_count();
  declare_index(session, table, name, read_index(session, table, statement));
  if (statement->relation->inh) take_over_parts(session, table, count);
}

bool read_create_index(Session& session, const Node* node) {
  const auto* statement = as<IndexStmt>(node);
  const auto [schema, name] = qualified_name(statement->relation);
  if (const FoundRelation found = session.look_up(schema, name); partition_of(session, found))
    make_own_parts(session, found, [&](Symbol* stand_in) { create_index_on(session, stand_in, statement); });
  else if (Symbol* table = relation_to_change(session, statement->relation, "CREATE INDEX"))
    create_index_on(session, table, statement);
  return true;
}

}  // namespace pgplumb
