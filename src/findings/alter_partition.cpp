#include "findings/alter_partition.h"

#include <algorithm>

#include "kinds/write.h"

namespace pgplumb {

namespace {

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// One ALTER TABLE for each of `changed` that is not in `kept`.
template <class T, class Clause>
std::string alter_each(const Case& one, const std::vector<T>& changed, const std::vector<T>& kept, const Clause& clause) {
  std::string sql;
  for (const T& part : changed) {
    const std::string text = contains(kept, part) ? "" : clause(part);
    if (!text.empty()) sql += (sql.empty() ? "" : ";\n") + alter_table(target_of(one).id) + "ALTER COLUMN " + text;
  }
  return sql;
}

std::string joined(std::string first, const std::string& second) {
  return first + (first.empty() || second.empty() ? "" : ";\n") + second;
}

const Partition& expected(const Case& one) { return *one.as<Partition>(one.expectation()); }
const Partition& actual(const Case& one) { return *one.as<Partition>(one.actuality()); }

}  // namespace

SqlFix change_partition_defaults(const Case& one) {
  const auto name_of = [](const PartitionDefault& own) { return quote_identifier(own.column.symbol->text) + " "; };
  const auto set = [&](const PartitionDefault& own) {
    return own.serial ? std::string() : name_of(own) + change_of_default(own.value);
  };
  return {alter_each(one, expected(one).defaults, actual(one).defaults, set), {"safe-to-repeat"}};
}

SqlFix change_partition_nullability(const Case& one) {
  const auto name_of = [](ColumnRef column) { return quote_identifier(column.symbol->text); };
  const auto set = [&](ColumnRef column) { return name_of(column) + " SET NOT NULL"; };
  const auto drop = [&](ColumnRef column) { return name_of(column) + " DROP NOT NULL"; };
  const std::string sets = alter_each(one, expected(one).not_null, actual(one).not_null, set);
  const std::string drops = alter_each(one, actual(one).not_null, expected(one).not_null, drop);
  const auto hazards = sets.empty() ? std::vector<std::string>{"safe-to-repeat"}
                                    : std::vector<std::string>{"scans-table", "blocks-writes", "needs-backfill"};
  return {joined(sets, drops), hazards};
}

}  // namespace pgplumb
