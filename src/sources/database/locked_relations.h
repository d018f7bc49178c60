// Relations that another session keeps to itself.
#pragma once

#include <string>
#include <vector>

#include "sources/database/connection.h"

namespace pgplumb {

struct LockedRelation {
  unsigned oid;
  std::string name;
  std::string blocker;  ///< "locked by pid 4711 for 93 s: ALTER TABLE …"
};

/// Those of the schemas, given by their oids as an array in text form, at this moment.
std::vector<LockedRelation> read_locked_relations(Connection& connection, const std::string& schemas);

}  // namespace pgplumb
