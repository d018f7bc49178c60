#include "explain/causes/evidence.h"

#include <algorithm>
#include <cctype>

#include "catalog/uncertain_kinds.h"

namespace pgplumb {
namespace {

const Source* find_role(const SourceList& sources, Role role) {
  const auto found = std::find_if(sources.begin(), sources.end(), [&](const Source* source) {
    return source->role == role && source->state != Source::State::not_read;
  });
  return found == sources.end() ? nullptr : *found;
}

/// Whether the unqualified name would be found there: only `public` is sure to be on a search_path.
bool is_visible(const Source& source, const Entry& table, const ErrorReport& error) {
  if (!error.schema.empty()) return table.id.schema == error.schema;
  return source.role != Role::database || error.sqlstate != "42P01" || table.id.schema == "public";
}

const Entry* find_table(const Source& source, const ErrorReport& error) {
  const Entry* found = nullptr;
  for (const Entry* table : tables_of(source)) {
    if (table->id.name != error.relation || !is_visible(source, *table, error)) continue;
    if (!found || table->id.schema == "public") found = table;
  }
  return found;
}

bool may_have(const Catalog& catalog, Namespace space, const std::string& name) {
  const auto& names = catalog.uncertain_names;
  return catalog.absences_uncertain || names.contains(name) || may_have_any(names, space);
}

Seen see_missing_table(const Catalog& catalog, const ErrorReport& error) {
  if (catalog.extension_owned.contains(error.relation)) return Seen::silent;
  const std::string schema = error.schema.empty() ? "public" : error.schema;
  if (!catalog.schemas.empty() && !catalog.schemas.contains(schema)) return Seen::silent;
  return may_have(catalog, Namespace::relation, error.relation) ? Seen::uncertain : Seen::absent;
}

Seen see_missing_column(const Catalog& catalog, const Entry& table) {
  if (table.stated_in_part) return Seen::silent;
  return table.uncertain || may_have(catalog, Namespace::column, std::string(table.id.name)) ? Seen::uncertain : Seen::absent;
}

bool is_called(const Entry& table, std::string_view model) {
  const auto same = [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); };
  // prisma.callRecord is the client's property for model CallRecord: only the first letter differs.
  return !model.empty() && table.called.size() == model.size() && same(table.called.front(), model.front()) &&
         table.called.substr(1) == model.substr(1);
}

}  // namespace

Evidence::Evidence(const std::vector<const Source*>& all)
    : sources(all),
      model(find_role(sources, Role::model)),
      migrations(find_role(sources, Role::migrations)),
      database(find_role(sources, Role::database)),
      comparison(sources.size() > 1 ? compare(sources, {}) : Comparison{}),
      provenance(sources, comparison) {}

std::size_t Evidence::index_of(const Source* source) const {
  return static_cast<std::size_t>(std::find(sources.begin(), sources.end(), source) - sources.begin());
}

Sight look(const Source* source, const ErrorReport& error) {
  if (!source) return {};
  Sight sight;
  sight.table = find_table(*source, error);
  if (!sight.table) {
    sight.seen = see_missing_table(source->catalog, error);
    return sight;
  }
  if (error.column.empty()) {
    sight.seen = Seen::present;
    return sight;
  }
  for (const Entry& column : source->catalog.members(*sight.table, Namespace::column))
    if (column.id.member == error.column) sight.column = &column;
  sight.seen = sight.column ? Seen::present : see_missing_column(source->catalog, *sight.table);
  return sight;
}

std::vector<const Entry*> tables_of(const Source& source) {
  std::vector<const Entry*> tables;
  for (const Entry& entry : source.catalog.entries())
    if (entry.id.space == Namespace::relation) tables.push_back(&entry);
  return tables;
}

const Entry* find_model(const Source& source, std::string_view model) {
  for (const Entry* table : tables_of(source))
    if (is_called(*table, model)) return table;
  return nullptr;
}

const Disagreement* find_near_miss(const Evidence& evidence, const Source* source, const Entry* entry) {
  if (!source || !entry) return nullptr;
  const std::size_t index = evidence.index_of(source);
  for (const Disagreement& found : evidence.comparison.disagreements)
    if (found.match == Match::near_miss && found.field == "name" && found.says[index].entry == entry) return &found;
  return nullptr;
}

const Entry* find_alike(const Evidence& evidence, const Disagreement& near_miss, const Entry& entry) {
  for (const Source* source : {evidence.database, evidence.migrations, evidence.model}) {
    if (!source) continue;
    const Entry* other = near_miss.says[evidence.index_of(source)].entry;
    if (other && (other->id.name != entry.id.name || other->id.member != entry.id.member || other->id.schema != entry.id.schema))
      return other;
  }
  return nullptr;
}

}  // namespace pgplumb
