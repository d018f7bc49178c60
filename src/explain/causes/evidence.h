// What the sources show of the object that an error names.
#pragma once

#include <pgplumb/compare/disagreement.h>
#include <pgplumb/explain/incident.h>

#include <optional>
#include <string>
#include <vector>

#include "findings/provenance.h"

namespace pgplumb {

/// Whether a source has an object; only `present` and `absent` claim anything.
enum class Seen { not_looked_at, silent, uncertain, absent, present };

/// What one source has of an error's table and, where the error is about one, its column.
struct Sight {
  Seen seen = Seen::not_looked_at;
  const Entry* table = nullptr;
  const Entry* column = nullptr;  ///< null for errors about tables, too

  bool is_present() const { return seen == Seen::present; }
  bool is_absent() const { return seen == Seen::absent; }
  bool was_looked_at() const { return seen != Seen::not_looked_at; }
  /// The object itself: the column, else the table.
  const Entry* entry() const { return column ? column : table; }
};

/// The sources by role, null where they were not looked at, and what their comparison gave.
struct Evidence {
  explicit Evidence(const std::vector<const Source*>& sources);
  Evidence(const Evidence&) = delete;
  Evidence& operator=(const Evidence&) = delete;

  SourceList sources;
  const Source* model = nullptr;
  const Source* migrations = nullptr;
  const Source* database = nullptr;
  Comparison comparison;
  Provenance provenance;

  /// The index of the source among `sources`, as a Disagreement's `says` counts.
  std::size_t index_of(const Source* source) const;
};

/// What the source has of the error's object. A table that the error does not qualify is looked for in every schema, public
/// first; in a database, where the search_path decides, an error about a missing table is about `public`.
Sight look(const Source* source, const ErrorReport& error);

/// The tables that a source has, by name, and the table that a Prisma model of this name (or its client's property) maps to; null
/// for none.
std::vector<const Entry*> tables_of(const Source& source);
const Entry* find_model(const Source& source, std::string_view model);

/// The one near miss that the entry of this source is part of; null when there is none.
const Disagreement* find_near_miss(const Evidence& evidence, const Source* source, const Entry* entry);
/// What the near miss's other side is called: the entry of the first source that has it under another name, database first.
const Entry* find_alike(const Evidence& evidence, const Disagreement& near_miss, const Entry& entry);

}  // namespace pgplumb
