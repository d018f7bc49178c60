#include "explain/causes/migration_effect.h"

#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

/// The error that a program would get for the want of this table or column.
ErrorReport error_without(const Entry& entry) {
  ErrorReport error;
  error.sqlstate = entry.id.member.empty() ? "42P01" : "42703";
  error.schema = entry.id.schema;
  error.relation = entry.id.name;
  error.column = entry.id.member;
  return error;
}

}  // namespace

Effect measure_effect(const Evidence& evidence, const Migration& migration) {
  Effect effect;
  const auto count = [&](const Entry& entry, std::size_t& made) {
    ++made;
    if (look(evidence.database, error_without(entry)).is_absent()) effect.absent.push_back(&entry);
  };
  for (const Entry* table : tables_of(*evidence.migrations)) {
    if (migration.holds(table->declared_at) && !table->stated_in_part) {
      count(*table, effect.tables);
      continue;
    }
    for (const Entry& column : evidence.migrations->catalog.members(*table, Namespace::column))
      if (migration.holds(column.declared_at)) count(column, effect.columns);
  }
  return effect;
}

std::string describe_made(const Effect& effect) {
  std::string text = effect.tables ? counted(effect.tables, "table") : "";
  if (effect.columns) text += (text.empty() ? "" : " and ") + counted(effect.columns, "column");
  return text;
}

}  // namespace pgplumb
