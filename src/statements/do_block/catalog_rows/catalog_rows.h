// The system catalogs and information_schema as the draft would fill them, for the conditions that migrations ask before they
// act.
#pragma once

#include <pgplumb/catalog/session.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
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

class CatalogRows {
 public:
  explicit CatalogRows(std::vector<CatalogRow> rows) : rows_(std::move(rows)) {}

  const std::vector<CatalogRow>& all() const { return rows_; }
  /// Those that may have this known value in the column, in their order: all others surely have another one.
  std::vector<const CatalogRow*> that_may_have(std::string_view column, const Value& value) const;

 private:
  struct ColumnIndex {
    std::unordered_map<std::string_view, std::vector<const CatalogRow*>> by_text;
    std::vector<const CatalogRow*> others;  // whose value is not known, or no text
  };
  const ColumnIndex& index_of(std::string_view column) const;

  std::vector<CatalogRow> rows_;
  mutable std::map<std::string, ColumnIndex, std::less<>> indexes_;  // of the columns that were asked for
};

/// The rows of pg_type, pg_constraint, information_schema.columns and the like; null for a relation that is not a catalog
/// known here. `schema` is "" where it is not given. What may have been made under a name that is put together at run time has
/// rows too, which may be absent. Flags are "t" and "f", object identifiers are those of object_number().
std::shared_ptr<const CatalogRows> catalog_rows(Session& session, std::string_view schema, std::string_view relation);

/// What stands for an oid: equal for equal objects.
std::string object_number(const Symbol* symbol);

}  // namespace pgplumb
