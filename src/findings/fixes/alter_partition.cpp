#include "findings/fixes/alter_partition.h"

#include <algorithm>
#include <optional>
#include <set>

#include "findings/fixes/alter_column.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

std::string alter_own_column(const Case& one, std::string_view column, const std::string& clause) {
  ObjectId there = target_of(one).id;
  there.member = column;
  return alter_column(there) + clause;
}

std::string joined(std::string first, const std::string& second) {
  return first + (first.empty() || second.empty() ? "" : ";\n") + second;
}

/// Null for a table.
const Entry* above(const Catalog& catalog, const Entry& relation) {
  const auto* partition = std::get_if<Partition>(&relation.object);
  const Symbol* of = partition ? partition->of.symbol : nullptr;
  if (!of || !of->parent) return nullptr;
  const Entry* table = catalog.find({Namespace::relation, of->parent->text, of->text, {}});
  return table ? table : catalog.find({Namespace::partition, of->parent->text, of->text, {}});
}

/// What the partition of one side says, else what the nearest above it says. `says(entry)` is nothing where it says nothing.
template <class SaysIt>
auto nearest(const Catalog& catalog, const Entry* relation, const SaysIt& says) {
  auto said = says(catalog, *relation);
  while (!said && (relation = above(catalog, *relation))) said = says(catalog, *relation);
  return said.value_or(typename decltype(said)::value_type{});
}
template <class SaysIt>
auto expected_of(const Case& one, const SaysIt& says) {
  return nearest(one.source(one.expected()).catalog, one.expectation().entry, says);
}
template <class SaysIt>
auto actual_of(const Case& one, const SaysIt& says) {
  return nearest(one.source(one.actual()).catalog, one.actuality().entry, says);
}

std::optional<Text> storage_said(const Catalog& catalog, const Entry& relation, const std::string& column) {
  if (const auto* partition = std::get_if<Partition>(&relation.object)) {
    for (const PartitionStorage& own : *partition->storage)
      if (own.column.symbol->text == column) return own.storage;
    return std::nullopt;
  }
  const Entry* of_table = catalog.find({Namespace::column, relation.id.schema, relation.id.name, column});
  return of_table ? std::optional(std::get<Column>(of_table->object).storage) : std::nullopt;
}

std::optional<PartitionDefault> default_said(const Catalog& catalog, const Entry& relation, const std::string& column) {
  if (const auto* partition = std::get_if<Partition>(&relation.object)) {
    for (const PartitionDefault& own : *partition->defaults)
      if (own.column.symbol->text == column) return own;
    return std::nullopt;
  }
  const Entry* of_table = catalog.find({Namespace::column, relation.id.schema, relation.id.name, column});
  if (!of_table) return std::nullopt;
  const auto& stated = std::get<Column>(of_table->object);
  const bool serial = stated.identity == Identity::serial;
  return PartitionDefault{{}, serial ? ExpressionField() : stated.default_value, serial};
}

std::optional<Firing> firing_said(const Catalog& catalog, const Entry& relation, const std::string& trigger) {
  if (const auto* partition = std::get_if<Partition>(&relation.object))
    for (const PartitionTrigger& own : *partition->triggers)
      if (own.trigger.symbol->text == trigger) return own.fires;
  const Entry* made = catalog.find({Namespace::trigger, relation.id.schema, relation.id.name, trigger});
  return made ? std::optional(std::get<Trigger>(made->object).fires) : std::nullopt;
}

const Partition& expected(const Case& one) { return *one.as<Partition>(one.expectation()); }
const Partition& actual(const Case& one) { return *one.as<Partition>(one.actuality()); }

/// Of which one of the two lists says something.
template <class Own>
std::set<std::string> columns_of(const std::vector<Own>& wanted, const std::vector<Own>& there) {
  std::set<std::string> columns;
  for (const auto* list : {&wanted, &there})
    for (const Own& own : *list) columns.insert(own.column.symbol->text);
  return columns;
}

}  // namespace

SqlFix change_partition_defaults(const Case& one) {
  std::string sql;
  for (const std::string& column : columns_of(*expected(one).defaults, *actual(one).defaults)) {
    const auto says = [&](const Catalog& catalog, const Entry& relation) { return default_said(catalog, relation, column); };
    const PartitionDefault wanted = expected_of(one, says), there = actual_of(one, says);
    if (!wanted.serial && (there.serial || !(wanted.value == there.value)))
      sql = joined(sql, alter_own_column(one, column, change_of_default(wanted.value)));
  }
  return {sql, {"safe-to-repeat"}};
}

SqlFix change_partition_nullability(const Case& one) {
  std::string sets, drops;
  for (const ColumnRef column : *expected(one).not_null)
    if (!contains(*actual(one).not_null, column)) sets = joined(sets, alter_own_column(one, column.symbol->text, "SET NOT NULL"));
  for (const ColumnRef column : *actual(one).not_null)
    if (!contains(*expected(one).not_null, column))
      drops = joined(drops, alter_own_column(one, column.symbol->text, "DROP NOT NULL"));
  const auto hazards = sets.empty() ? std::vector<std::string>{"safe-to-repeat"}
                                    : std::vector<std::string>{"scans-table", "blocks-reads", "blocks-writes", "needs-backfill"};
  return {joined(sets, drops), hazards};
}

SqlFix change_partition_storage(const Case& one) {
  std::string sql;
  for (const std::string& column : columns_of(*expected(one).storage, *actual(one).storage)) {
    const auto says = [&](const Catalog& catalog, const Entry& relation) { return storage_said(catalog, relation, column); };
    for (const std::string& clause : storage_clauses(actual_of(one, says), expected_of(one, says)))
      sql = joined(sql, alter_own_column(one, column, clause));
  }
  return {sql, {"safe-to-repeat"}};
}

SqlFix change_partition_triggers(const Case& one) {
  std::set<std::string> triggers;
  for (const auto& list : {expected(one).triggers, actual(one).triggers})
    for (const PartitionTrigger& own : *list) triggers.insert(own.trigger.symbol->text);
  std::string sql;
  for (const std::string& trigger : triggers) {
    const auto says = [&](const Catalog& catalog, const Entry& relation) { return firing_said(catalog, relation, trigger); };
    const Firing wanted = expected_of(one, says);
    ObjectId there = target_of(one).id;
    there.member = trigger;
    if (wanted != actual_of(one, says)) sql = joined(sql, change_of_firing(there, "TRIGGER", wanted));
  }
  return {sql};
}

}  // namespace pgplumb
