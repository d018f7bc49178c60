#include "kinds/index/ddl.h"

#include "kinds/default_names.h"
#include "kinds/index/keys.h"
#include "kinds/partition/hand_down.h"
#include "kinds/partition/inherited.h"
#include "kinds/table/options.h"
#include "kinds/unique/options.h"

namespace pgplumb {

namespace {

std::string choose_name(Session& session, const Symbol* table, const std::vector<std::string>& columns) {
  return choose_index_name(session, table, std::vector<std::string_view>(columns.begin(), columns.end()), "idx", false);
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

/// Whether the index that a partition surely has from above bears the name.
bool is_called_so_in_partition(Session& session, std::string_view schema, std::string_view name) {
  if (!may_be_made_of_partition(session.draft(), schema, name)) return false;
  const HeirOfIndex heir = find_heir_of_index(session, schema, name);
  return heir.partition && session.is_known(heir.partition) && session.is_known(heir.of->parent) &&
         !session.draft().item(heir.of)->uncertain;
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
  const auto columns = index_column_names(statement->indexParams, statement->indexIncludingParams);
  const std::string name = statement->idxname ? statement->idxname : choose_name(session, table, columns);
  const bool is_inherited = is_called_so_in_partition(session, table->parent->text, name);
  if (statement->if_not_exists && (is_inherited || session.look_up(table->parent->text, name))) return;
  if (is_inherited) fail(sqlstate::duplicate_table, "relation " + quoted_name({}, name) + " already exists");
  session.require_free_relation_name(table->parent, name);
  report_clauses(session, statement, name);
  const std::size_t count = session.draft().declared_count();
  const Symbol* made = declare_index(session, table, name, read_index(session, table, statement));
  note_column_names(session, made, columns);
  hand_down(session, table, count, statement->relation->inh);
}

bool read_create_index(Session& session, const Node* node) {
  const auto* statement = as<IndexStmt>(node);
  create_index_on(session, relation_to_change(session, statement->relation), statement);
  return true;
}

}  // namespace pgplumb
