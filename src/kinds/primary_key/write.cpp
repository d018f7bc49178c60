#include "kinds/primary_key/write.h"

#include "kinds/unique/options.h"
#include "kinds/write.h"

namespace pgplumb {

std::string primary_key_definition(const Entry& entry) {
  const auto& key = std::get<PrimaryKey>(entry.object);
  const UniqueClauses clauses = unique_clauses(key.options, key.columns.size());
  return "CONSTRAINT " + quote_identifier(entry.id.member) + " PRIMARY KEY " + constrained_columns(key.columns, key.options) +
         clauses.include + clauses.storage + deferrable_words(key.deferrable, key.initially_deferred);
}

}  // namespace pgplumb
