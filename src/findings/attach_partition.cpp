#include "findings/attach_partition.h"

#include <algorithm>

#include "kinds/partition/write.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string alter_parent(const Partition& partition) { return "ALTER TABLE " + quote_qualified(*partition.of.symbol) + " "; }

std::string attach(const Case& one) {
  const auto& expected = *one.as<Partition>(one.expectation());
  return alter_parent(expected) + "ATTACH PARTITION " + quoted_owner(target_of(one).id) + " " + bound_clause(expected);
}

std::string detach(const Case& one) {
  return alter_parent(*one.as<Partition>(one.actuality())) + "DETACH PARTITION " + quoted_owner(target_of(one).id);
}

}  // namespace

SqlFix attach_partition(const Case& one) { return {attach(one), {"scans-table", "blocks-reads", "blocks-writes"}}; }

SqlFix detach_partition(const Case& one) { return {detach(one), {"blocks-reads", "blocks-writes"}}; }

SqlFix move_partition(const Case& one) {
  const bool only_moves = std::all_of(one.found.begin(), one.found.end(),
                                      [](const Disagreement* found) { return found->field == "bound" || found->field == "of"; });
  if (!only_moves) return {};
  return {detach(one) + ";\n" + attach(one), {"scans-table", "blocks-reads", "blocks-writes"}};
}

}  // namespace pgplumb
