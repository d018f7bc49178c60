#include "catalog/own_parts.h"

#include <algorithm>
#include <unordered_map>

namespace pgplumb {

namespace {

/// Where partitions say something of columns and triggers by themselves.
class OwnParts {
 public:
  OwnParts(const std::vector<Draft::Item*>& items, const Draft& draft) : draft_(draft) {
    for (Draft::Item* item : items)
      if (auto* partition = std::get_if<Partition>(&item->object)) partitions_.emplace(item->symbol, partition);
  }

  /// It is nothing of their own where what they are attached to says the same.
  void leave_out_inherited() {
    for (auto& [symbol, partition] : partitions_) {
      const Symbol* above = partition->of.symbol;
      keep(partition->defaults, [&](const PartitionDefault& own) {
        const PartitionDefault theirs = default_of(above, own.column);
        return column(own.column) && !(own.serial == theirs.serial && own.value == theirs.value);
      });
      keep(partition->not_null, [&](ColumnRef own) { return column(own) && !is_not_null(above, own); });
      keep(partition->storage,
           [&](const PartitionStorage& own) { return column(own.column) && !(own.storage == storage_of(above, own.column)); });
      keep(partition->comments, [&](const PartitionComment& own) { return column(own.column); });
      keep(partition->triggers, [&](const PartitionTrigger& own) {
        return draft_.object<Trigger>(own.trigger.symbol) && own.fires != firing_of(above, own.trigger);
      });
    }
  }

 private:
  template <class Own, class Keeps>
  static void keep(Seldom<std::vector<Own>>& list, const Keeps& keeps) {
    if (!list) return;
    std::erase_if(list.edit(), [&](const Own& own) { return !keeps(own); });
    std::sort(list.edit().begin(), list.edit().end(), [](const Own& a, const Own& b) { return show_value(a) < show_value(b); });
  }

  const Column* column(ColumnRef ref) const { return draft_.object<Column>(ref.symbol); }

  /// The nearest that a partition or those above it say in one of their lists; null where that is left to the table.
  template <class Own, class IsIt>
  const Own* find(const Symbol* relation, Seldom<std::vector<Own>> Partition::*list, const IsIt& is_it) const {
    for (auto at = partitions_.find(relation); at != partitions_.end(); at = partitions_.find(at->second->of.symbol))
      for (const Own& own : *(at->second->*list))
        if (is_it(own)) return &own;
    return nullptr;
  }
  static auto is_of(ColumnRef column) {
    return [column](const auto& own) { return own.column.symbol == column.symbol; };
  }

  PartitionDefault default_of(const Symbol* relation, ColumnRef ref) const {
    if (const auto* own = find(relation, &Partition::defaults, is_of(ref))) return *own;
    const Column* of_table = column(ref);
    if (!of_table) return {};
    const bool serial = of_table->identity == Identity::serial;
    return {ref, serial ? ExpressionField() : of_table->default_value, serial};
  }

  bool is_not_null(const Symbol* relation, ColumnRef ref) const {
    return column(ref)->not_null || find(relation, &Partition::not_null, [&](ColumnRef own) { return own.symbol == ref.symbol; });
  }

  Text storage_of(const Symbol* relation, ColumnRef ref) const {
    const auto* own = find(relation, &Partition::storage, is_of(ref));
    return own ? own->storage : column(ref)->storage;
  }

  Firing firing_of(const Symbol* relation, MemberRef trigger) const {
    const auto* own =
        find(relation, &Partition::triggers, [&](const PartitionTrigger& said) { return said.trigger.symbol == trigger.symbol; });
    return own ? own->fires : draft_.object<Trigger>(trigger.symbol)->fires;
  }

  const Draft& draft_;
  std::unordered_map<const Symbol*, Partition*> partitions_;
};

}  // namespace

void leave_out_inherited(const std::vector<Draft::Item*>& items, const Draft& draft) {
  OwnParts(items, draft).leave_out_inherited();
}

}  // namespace pgplumb
