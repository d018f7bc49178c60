// What a unique index has beyond its columns, in one canonical text.
#pragma once

#include <pgplumb/kinds/index.h>
#include <pgplumb/kinds/unique.h>

#include <optional>
#include <string>
#include <vector>

namespace pgplumb {

/// For Unique::options: "2 DESC", "1 text_pattern_ops, INCLUDE (note), WITH (fillfactor=70)", "" for the usual index. Keys are
/// named by their number, from 1, so that renaming a column leaves the text true but for INCLUDE, whose names are quoted where
/// needed. Migrations and database both write it through here.
std::string unique_options(const std::vector<IndexKey>& keys, const std::vector<ColumnRef>& include, Text storage);

/// Whether the options INCLUDE the column of that name.
bool includes(Text options, std::string_view column);
/// The options where a column is called otherwise from now on.
Text with_included_renamed(Text options, std::string_view from, std::string_view to);

/// The same of a collation.
Text with_collation_renamed(Text options, const Symbol& from, const Symbol& to);

/// The options of one whose last column is WITHOUT OVERLAPS, as PostgreSQL 18 has it.
std::string with_overlaps_excluded(Text options, std::size_t key_count);

/// `("a", "b" WITHOUT OVERLAPS)`: of what stands behind columns a constraint takes only that.
std::string constrained_columns(const std::vector<ColumnRef>& columns, Text options);

/// The options put into SQL again, in pieces.
struct UniqueClauses {
  std::vector<std::string> keys;  ///< what stands behind each column: " DESC", "" for nothing
  std::string include;            ///< " INCLUDE (note)"
  std::string storage;            ///< " WITH (fillfactor=70)"
};
UniqueClauses unique_clauses(Text options, std::size_t key_count);

/// The Unique, of form index, that this index is: unique over plain columns, without predicate, and in force.
std::optional<Unique> plain_unique(const Index& index);

}  // namespace pgplumb
