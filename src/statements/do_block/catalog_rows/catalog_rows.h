// The system catalogs and information_schema as the draft would fill them, for the conditions that migrations ask before they
// act.
#pragma once

#include <pgplumb/catalog/session.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

/// One row: columns by name. What a condition asks beyond these is not known.
struct CatalogRow {
  std::vector<std::pair<std::string_view, Value>> columns;
  const Symbol* of = nullptr;  ///< what it is about; null for what the server itself has
  bool may_be_absent = false;

  /// Unknown of a column that it has not.
  const Value& value(std::string_view column) const;
};

using CatalogRows = std::vector<CatalogRow>;

/// The rows of pg_type, pg_constraint, information_schema.columns and the like; null for a relation that is not a catalog
/// known here. `schema` is "" where it is not given. What may have been made under a name that is put together at run time has
/// rows too, which may be absent. Flags are "t" and "f", object identifiers are those of object_number().
std::shared_ptr<const CatalogRows> catalog_rows(Session& session, std::string_view schema, std::string_view relation);

/// What stands for an oid: equal for equal objects.
std::string object_number(const Symbol* symbol);

}  // namespace pgplumb
