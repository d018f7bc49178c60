#include "statements/do_block/catalog_rows/constraint_definition.h"

#include <pgplumb/sql/identifier.h>

#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string listed(const std::vector<ColumnRef>& columns) {
  std::string text;
  for (const ColumnRef& column : columns) text += (text.empty() ? "(" : ", ") + quote_where_needed(column.symbol->text);
  return text + ")";
}

/// Its schema is written where the search_path does not find it.
std::string relation_name(Session& session, const Symbol* relation) {
  const bool is_visible = session.look_up({}, relation->text).symbol == relation || !relation->parent;
  return (is_visible ? std::string() : quote_where_needed(relation->parent->text) + ".") + quote_where_needed(relation->text);
}

std::string action(std::string_view event, ReferentialAction action) {
  return action == ReferentialAction::no_action ? std::string() : std::string(event) + show_value(action);
}

std::string definition(Session& session, const ForeignKey& key) {
  const std::string set = key.set_columns.empty() ? std::string() : " " + listed(key.set_columns);
  return "FOREIGN KEY " + listed(key.columns) + " REFERENCES " + relation_name(session, key.target.symbol) +
         listed(key.target_columns) + (key.match_full ? " MATCH FULL" : "") + action(" ON UPDATE ", key.on_update) +
         action(" ON DELETE ", key.on_delete) + set + deferrable_words(key.deferrable, key.initially_deferred) +
         (key.validated ? "" : " NOT VALID");
}

}  // namespace

std::optional<std::string> constraint_definition(Session& session, const Symbol* constraint) {
  const Draft& draft = session.draft();
  if (const auto* key = draft.object<ForeignKey>(constraint)) return definition(session, *key);
  const auto* primary = draft.object<PrimaryKey>(constraint);
  if (primary && primary->options.empty())
    return "PRIMARY KEY " + listed(primary->columns) + deferrable_words(primary->deferrable, primary->initially_deferred);
  const auto* unique = draft.object<Unique>(constraint);
  if (unique && unique->form == UniqueForm::constraint && unique->options.empty())
    return (unique->nulls_not_distinct ? "UNIQUE NULLS NOT DISTINCT " : "UNIQUE ") + listed(unique->columns) +
           deferrable_words(unique->deferrable, unique->initially_deferred);
  return std::nullopt;
}

}  // namespace pgplumb
