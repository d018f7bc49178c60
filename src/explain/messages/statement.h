// The SQL statement that a log prints beside an error, as far as it tells which table an alias or a bare column means.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "explain/messages/dialect.h"

namespace pgplumb {

/// A table as a statement names it.
struct TableMention {
  std::string schema;  ///< "" where not qualified
  std::string name;
  std::string alias;  ///< "" for none
};

/// The tables behind FROM, JOIN, UPDATE, INTO and USING; read word by word, for the statement is often cut.
std::vector<TableMention> read_tables(std::string_view sql);

/// The statement in the lines behind an error: STATEMENT:, [SQL: …], query: '…', LINE 1: …; "" where there is none before the
/// next error.
std::string_view find_statement(std::string_view lines);

/// Sets what the error's relation means, where it concerns a column and the lines behind it hold a statement that tells.
void name_meant(Sighting& sighting, std::string_view lines);

}  // namespace pgplumb
