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

Effect measure_effect(const Evidence& evidence, const std::string* file) {
  Effect effect;
  const Catalog& catalog = evidence.migrations->catalog;
  for (const Entry* table : tables_of(*evidence.migrations)) {
    if (table->declared_at.file == file && !table->stated_in_part) {
      ++effect.tables;
      effect.tables_absent += look(evidence.database, error_without(*table)).is_absent();
      continue;
    }
    for (const Entry& column : catalog.members(*table, Namespace::column)) {
      if (column.declared_at.file != file) continue;
      ++effect.columns;
      effect.columns_absent += look(evidence.database, error_without(column)).is_absent();
    }
  }
  return effect;
}

std::string describe_made(const Effect& effect) {
  std::string text = effect.tables ? counted(effect.tables, "table") : "";
  if (effect.columns) text += (text.empty() ? "" : " and ") + counted(effect.columns, "column");
  return text;
}

}  // namespace pgplumb
