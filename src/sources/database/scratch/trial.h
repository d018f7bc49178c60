// How one expression is put to a scratch server: something temporary that holds it, over the columns that it names and nothing
// else.
#pragma once

#include <pgplumb/catalog/catalog.h>

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// `create` calls no function: PostgreSQL stores a default, a CHECK, a view's query and a rule as they are parsed.
struct Trial {
  std::vector<std::string> create =
      {};                           ///< makes pg_temp.pgplumb_trial, with the expression in it; empty where nothing is to be sent
  std::string_view read_back = {};  ///< the query that gives the form in which it is stored
  std::string cannot_because = {};  ///< why there is nothing to send
  /// False of queries, whose stored forms may differ in what decides nothing, such as the names of tables.
  bool difference_decides = true;
};

/// Of the field of that name of an entry, which is one of the catalog's.
Trial trial_of(const Catalog& catalog, const Entry& entry, std::string_view field);

}  // namespace pgplumb
