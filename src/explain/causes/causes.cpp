#include <array>

#include "explain/causes/cause.h"

namespace pgplumb {

std::span<const Detector> detectors() {
  static const std::array list{
      migration_not_applied, wrong_map,  renamed,    quoted_mixed_case, other_schema,       dropped_by_migration, no_migration,
      not_in_database,       misspelled, exists_now, null_refused,      enum_value_missing, no_unique_for_upsert, earlier_error,
  };
  return list;
}

bool is_missing_object(const ErrorReport& error) {
  return (error.sqlstate == "42P01" || error.sqlstate == "42703") && !error.relation.empty();
}

}  // namespace pgplumb
