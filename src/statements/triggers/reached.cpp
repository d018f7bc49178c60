#include "statements/triggers/reached.h"

#include <algorithm>
#include <set>
#include <string>

#include "catalog/references.h"
#include "kinds/ddl.h"

namespace pgplumb {

namespace {

/// The only relation that a view reads, to which it hands rows on where no trigger of its own takes them (what else
/// view_query_is_auto_updatable() in rewrite/rewriteHandler.c asks for is not looked at). Null for none.
const Symbol* table_behind(Session& session, const Symbol* view) {
  const auto* table = session.draft().object<Table>(view);
  if (!table || table->relation_kind != RelationKind::view) return nullptr;
  std::set<const Symbol*> read;
  for_each_reference(Object(*table), [&](const Symbol* symbol) {
    if (session.draft().object<Table>(symbol) || session.draft().object<Partition>(symbol)) read.insert(symbol);
  });
  const bool has_triggers = !session.draft().members(view, Namespace::trigger).empty();
  return read.size() == 1 && !has_triggers ? *read.begin() : nullptr;
}

/// What becomes of the rows that refer to those that go, or get another key; "" for nothing.
std::string_view event_of(ReferentialAction action, std::string_view event) {
  const bool sets = action == ReferentialAction::set_null || action == ReferentialAction::set_default;
  if (action == ReferentialAction::cascade) return event;
  return sets ? "update" : "";
}

std::vector<std::string_view> names_of(const std::vector<ColumnRef>& columns) {
  std::vector<std::string_view> names;
  for (const ColumnRef& column : columns) names.push_back(column.symbol->text);
  return names;
}

}  // namespace

std::vector<ReachedRows> reached_by(Session& session, const Symbol* relation, const RowChange& change) {
  std::vector<ReachedRows> reached;
  if (const Symbol* behind = table_behind(session, relation))
    reached.push_back({behind, {change.event, change.relation, change.columns}});
  if (change.event != "delete" && change.event != "update") return reached;
  for (const Symbol* candidate : session.draft().referrers(relation)) {
    const auto* key = session.draft().object<ForeignKey>(candidate);
    if (!key || key->target.symbol != relation) continue;
    const std::string_view event = event_of(change.event == "delete" ? key->on_delete : key->on_update, change.event);
    const auto is_there = [&](const ReachedRows& one) { return one.relation == candidate->parent && one.change.event == event; };
    if (event.empty() || std::any_of(reached.begin(), reached.end(), is_there)) continue;
    reached.push_back({candidate->parent, {event, change.relation, names_of(key->columns)}});
  }
  return reached;
}

std::vector<const Symbol*> reached_from(Session& session, const Symbol* relation) {
  std::vector<const Symbol*> all{relation};
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const char* event : {"insert", "update", "delete"})
      for (const ReachedRows& one : reached_by(session, all[i], {event, nullptr}))
        if (std::find(all.begin(), all.end(), one.relation) == all.end()) all.push_back(one.relation);
  all.erase(all.begin());
  return all;
}

}  // namespace pgplumb
