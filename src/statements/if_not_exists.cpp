#include "statements/if_not_exists.h"

#include <algorithm>

namespace pgplumb {

namespace {

bool may_be_there(const Session& session, std::string_view name) {
  return std::any_of(session.names_in_part.begin(), session.names_in_part.end(),
                     [&](const NameInPart& part) { return part.is_known_at_all() && part.may_be(name); });
}

/// The name behind IF NOT EXISTS; "" of any other statement.
std::string_view name_made(const Node* node) {
  const auto* create = as<CreateStmt>(node);
  if (const auto* foreign = as<CreateForeignTableStmt>(node)) create = &foreign->base;
  if (create && create->if_not_exists) return view_of(create->relation->relname);
  const auto* query = as<CreateTableAsStmt>(node);
  if (query && query->if_not_exists) return view_of(query->into->rel->relname);
  const auto* index = as<IndexStmt>(node);
  if (index && index->if_not_exists) return view_of(index->idxname);
  const auto* sequence = as<CreateSeqStmt>(node);
  return sequence && sequence->if_not_exists ? view_of(sequence->sequence->relname) : std::string_view();
}

/// Whether ADD COLUMN IF NOT EXISTS names the column.
bool adds(const Node* node, std::string_view column) {
  const auto* alter = as<AlterTableStmt>(node);
  const auto commands = alter ? nodes_of(alter->cmds) : nodes_of(nullptr);
  return std::any_of(commands.begin(), commands.end(), [&](const Node* one) {
    const auto* command = as<AlterTableCmd>(one);
    const auto* definition = as<ColumnDef>(command->def);
    return command->subtype == AT_AddColumn && command->missing_ok && view_of(definition->colname) == column;
  });
}

}  // namespace

void doubt_if_not_exists(Session& session, const Node* statement, std::size_t declared_before) {
  if (session.names_in_part.empty()) return;
  const std::string_view made = name_made(statement);
  const bool is_all_in_doubt = !made.empty() && may_be_there(session, made);
  for (std::size_t n = declared_before + 1; n <= session.draft().declared_count(); ++n) {
    const Draft::Item* item = session.draft().declared(n);
    if (!item) continue;
    const std::string& name = item->symbol->text;
    const bool is_column_in_doubt = item->space == Namespace::column && may_be_there(session, name) && adds(statement, name);
    if (!is_all_in_doubt && !is_column_in_doubt) continue;
    session.make_uncertain(item->symbol);
    if (is_column_in_doubt || name == made)
      session.not_compared("IF NOT EXISTS", "something of that name may have been made before, by a name put together", -1, name);
  }
}

}  // namespace pgplumb
