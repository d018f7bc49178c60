#pragma once

#include <string>
#include <vector>

#include "kinds/ddl.h"

namespace pgplumb {

/// UNIQUE, in a column's definition or on a table.
void read_unique(Session& session, Symbol* table, Symbol* column, const Node* constraint);

/// What PRIMARY KEY and UNIQUE have in common: their columns and their name.
struct KeyDefinition {
  std::string name;
  std::vector<ColumnRef> columns, include;
  /// What the index has beyond its columns; see Unique::options.
  Text options;
  bool nulls_not_distinct = false;
};

/// Reads them; USING INDEX takes the index out of the draft. `label` ends the name that PostgreSQL gives to an unnamed one:
/// "key", "pkey".
KeyDefinition read_key_definition(Session& session, Symbol* table, Symbol* column, const Constraint* constraint,
                                  std::string_view label);

/// Fails with 42P07 or 42710.
void require_free_key_name(Session& session, const Symbol* table, const KeyDefinition& key);

/// Keys and unique indexes that have the column in INCLUDE, which they hold as text.
std::vector<const Symbol*> keys_including(const Draft& draft, const Symbol* column);
/// Has them call a column by its new name, before it is renamed.
void rename_included(Session& session, const Symbol* column, std::string_view name);
/// The same of a collation that an option names.
void rename_collation_of_keys(Session& session, const Symbol* collation, const Symbol& to);

}  // namespace pgplumb
