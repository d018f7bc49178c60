// Causes: what the sources show that explains an error. One detector in one file for each.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "explain/causes/evidence.h"

namespace pgplumb {

/// One way in which an error comes about. `find` says nothing where what it looks for was not seen.
struct Detector {
  std::string_view cause;  ///< as in JSON: "migration-not-applied"
  std::string_view help;
  std::optional<Cause> (*find)(const ErrorReport& error, const Evidence& evidence);
};

/// Every cause. Of two that are as likely, the first in the list is the better answer.
std::span<const Detector> detectors();

extern const Detector migration_not_applied, wrong_map, renamed, quoted_mixed_case, other_schema, dropped_by_migration,
    no_migration, not_in_database, misspelled, exists_now, null_refused, enum_value_missing, no_unique_for_upsert, earlier_error;

/// Whether the error says that a table or column does not exist, and which.
bool is_missing_object(const ErrorReport& error);

}  // namespace pgplumb
