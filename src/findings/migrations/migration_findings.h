// What the timeline says of single migrations: pending, failed, edited, recorded though absent …
#pragma once

#include <vector>

#include "findings/groups.h"

namespace pgplumb {

struct JudgedMigration {
  Finding finding;
  CauseKey cause;
};
std::vector<JudgedMigration> judge_migrations(const Provenance& provenance);

}  // namespace pgplumb
