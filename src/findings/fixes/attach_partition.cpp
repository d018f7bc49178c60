#include "findings/fixes/attach_partition.h"

#include <algorithm>

#include "findings/order/turns.h"
#include "kinds/partition/bounds.h"
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

/// Whether the one has rows that the other is to have, of one table.
bool is_in_the_way(const Case& one, const Case& other) {
  return overlap(*one.as<Partition>(one.actuality())->bound.tree, *other.as<Partition>(other.expectation())->bound.tree);
}

/// What is in the way and moves later leaves its place now.
std::string detach_others(const Case& one) {
  std::string sql;
  for (const Case* other : one.turns->leaving(*one.as<Partition>(one.expectation())->of.symbol))
    if (other > &one && is_in_the_way(*other, one)) sql += detach(*other) + ";\n";
  return sql;
}

bool has_made_way(const Case& one) {
  const auto& others = one.turns->entering(*one.as<Partition>(one.actuality())->of.symbol);
  return std::any_of(others.begin(), others.end(), [&](const Case* other) { return other < &one && is_in_the_way(one, *other); });
}

}  // namespace

bool is_move_of_partition(const Case& one) {
  return one.first().kind == Partition::kind && one.as<Partition>(one.actuality()) && one.as<Partition>(one.expectation()) &&
         std::all_of(one.found.begin(), one.found.end(),
                     [](const Disagreement* found) { return found->field == "bound" || found->field == "of"; });
}

SqlFix attach_partition(const Case& one) {
  return {detach_others(one) + attach(one), {"scans-table", "blocks-reads", "blocks-writes"}};
}

SqlFix detach_partition(const Case& one) { return {detach(one), {"blocks-reads", "blocks-writes"}}; }

SqlFix move_partition(const Case& one) {
  if (!is_move_of_partition(one)) return {};
  const std::string leave = has_made_way(one) ? "" : detach(one) + ";\n";
  return {detach_others(one) + leave + attach(one), {"scans-table", "blocks-reads", "blocks-writes"}};
}

}  // namespace pgplumb
