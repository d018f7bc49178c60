#include "catalog/settle.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "catalog/expressions.h"
#include "catalog/references.h"
#include "catalog/row_types.h"
#include "sql/canonical/collation.h"
#include "sql/canonical/type_of.h"

namespace pgplumb {

namespace {

/// Normalises each distinct expression once: equal trees of many columns are one shared object after reading.
class Normaliser {
 public:
  explicit Normaliser(const Draft& draft) : draft_(draft), types_(draft.types()) {}

  /// "" for the default one; none where that is not known.
  std::optional<std::string> collation(const Expression& expression) const {
    return collation_of(expression, types_, [this](ColumnRef of) {
      const auto* column = draft_.object<Column>(of.symbol);
      return column && column->collation ? name_of_collation(*column->collation.symbol) : std::string();
    });
  }

  void apply(ExpressionField& field, const DataType* target) {
    if (!field) return;
    const std::string_view modifiers = target ? std::string_view(target->modifiers.str()) : std::string_view();
    auto& done = done_[{field.tree, target ? target->name : nullptr, target && target->is_array, modifiers}];
    if (!done) {
      Expression tree = *field.tree;
      tell_types_of_rows(draft_, tree, target);
      done = std::make_shared<const Expression>(normalise(std::move(tree), target, types_));
    }
    field.tree = done;
  }

 private:
  using Key = std::tuple<ExpressionPtr, const Symbol*, bool, std::string_view>;
  const Draft& draft_;
  KnownTypes types_;
  std::map<Key, ExpressionPtr> done_;
};

/// PostgreSQL stores no default for DEFAULT NULL.
void leave_out_null(ExpressionField& value) {
  if (value && value.tree->kind == Expression::Kind::null) value = {};
}

/// `counts_by_another`: than the sequence that the column owns, which goes without saying.
void normalise_column(Column& column, bool counts_by_another, Normaliser& normaliser) {
  if (column.default_value && is_nextval(*column.default_value.tree)) {
    column.identity = Identity::serial;
    if (!counts_by_another) column.default_value = {};
  }
  normaliser.apply(column.default_value, &column.type);
  normaliser.apply(column.generated, &column.type);
  leave_out_null(column.default_value);
}

/// By the names that they have in the end, whatever they were called when they were published.
void order_by_name(Publication& publication) {
  const auto by_name = [](const auto& a, const auto& b) { return show_value(a) < show_value(b); };
  for (PublishedTable& published : publication.tables) std::sort(published.columns.begin(), published.columns.end(), by_name);
  std::sort(publication.tables.begin(), publication.tables.end(), by_name);
  std::sort(publication.schemas.begin(), publication.schemas.end(), by_name);
}

/// Columns by the names that they have in the end, then expressions.
void order_by_name(Statistics& statistics) {
  Expression keys = *statistics.keys.tree;
  const auto is_column = [](const Expression& key) { return key.kind == Expression::Kind::column; };
  const auto expressions = std::stable_partition(keys.args.begin(), keys.args.end(), is_column);
  std::sort(keys.args.begin(), expressions,
            [](const Expression& a, const Expression& b) { return display_expression(a) < display_expression(b); });
  statistics.keys.tree = std::make_shared<const Expression>(std::move(keys));
}

/// An index over all rows has no predicate (make_ands_implicit in nodes/makefuncs.c).
void leave_out_true(ExpressionField& predicate) {
  if (predicate && predicate.tree->kind == Expression::Kind::boolean && predicate.tree->text == "true") predicate = {};
}

/// What a key is once its casts are told: `(a::text)` of a text is the column, `((a COLLATE "C")::varchar)` has that collation.
void settle_expression(IndexKey& key, Normaliser& normaliser) {
  if (!key.expression) return;
  const Expression tree = *key.expression.tree;
  if (tree.kind == Expression::Kind::other && tree.text.starts_with("collate ") && tree.routine) {
    if (!key.collation) key.collation.symbol = tree.routine;
    key.expression = {std::make_shared<const Expression>(tree.args.front())};
    normaliser.apply(key.expression, nullptr);
    return settle_expression(key, normaliser);
  }
  if (tree.kind != Expression::Kind::column || !tree.column.symbol) return;
  key.column = tree.column;
  key.expression = {};
}

/// The collation that the key has anyway goes.
void settle_key(IndexKey& key, Normaliser& normaliser) {
  settle_expression(key, normaliser);
  if (!key.collation) return;
  Expression column;
  column.kind = Expression::Kind::column;
  column.column = key.column;
  const auto own = normaliser.collation(key.expression ? *key.expression.tree : column);
  if (own == name_of_collation(*key.collation.symbol)) key.collation = {};
}

/// The same of the keys of a partitioned table, which may name an operator class around the collation.
void settle_partition_key(ExpressionField& key, Normaliser& normaliser) {
  if (!key) return;
  Expression tree = *key.tree;
  for (Expression& part : tree.args) {
    const bool has_class = part.kind == Expression::Kind::other && part.text.starts_with("operator class ");
    Expression& ordered = has_class ? part.args.front() : part;
    if (!is_collation(ordered) || !ordered.routine) continue;
    if (normaliser.collation(ordered.args.front()) != name_of_collation(*ordered.routine)) continue;
    Expression value = std::move(ordered.args.front());
    ordered = std::move(value);
  }
  key.tree = std::make_shared<const Expression>(std::move(tree));
}

bool counts_by_another(const Symbol* symbol, const Column& column, const Draft& draft) {
  const auto* sequence = draft.object<Sequence>(sequence_counted_by(column.default_value));
  return sequence && sequence->owned_by.symbol != symbol;
}

void settle_object(Draft::Item& item, const Draft& draft, Normaliser& normaliser) {
  Object& object = item.object;
  if (auto* column = std::get_if<Column>(&object))
    return normalise_column(*column, counts_by_another(item.symbol, *column, draft), normaliser);
  for_each_expression(object, [&](ExpressionField& field, const DataType* target) { normaliser.apply(field, target); });
  if (auto* domain = std::get_if<Domain>(&object)) leave_out_null(domain->default_value);
  if (auto* index = std::get_if<Index>(&object)) {
    leave_out_true(index->predicate);
    for (IndexKey& key : index->keys) settle_key(key, normaliser);
  }
  if (auto* table = std::get_if<Table>(&object)) settle_partition_key(table->partition_key, normaliser);
  if (auto* partition = std::get_if<Partition>(&object)) settle_partition_key(partition->partition_key, normaliser);
  if (auto* exclusion = std::get_if<Exclusion>(&object)) leave_out_true(exclusion->predicate);
  if (auto* publication = std::get_if<Publication>(&object)) order_by_name(*publication);
  if (auto* statistics = std::get_if<Statistics>(&object)) order_by_name(*statistics);
}

/// As pg_index has it: invalid, so that nobody can count on its uniqueness.
void mark_as_invalid(Draft::Item& item) {
  if (const auto* unique = std::get_if<Unique>(&item.object)) {
    Index index;
    for (const ColumnRef column : unique->columns) index.keys.emplace_back().column = column;
    index.unique = true;
    index.nulls_not_distinct = unique->nulls_not_distinct;
    item.object = std::move(index);
    item.space = Namespace::index;
  }
  if (auto* index = std::get_if<Index>(&item.object)) index->valid = false;
}

/// Where partitions say something of columns and triggers by themselves.
class OwnParts {
 public:
  OwnParts(const std::vector<Draft::Item*>& items, const Draft& draft, Normaliser& normaliser) : draft_(draft) {
    for (Draft::Item* item : items)
      if (auto* partition = std::get_if<Partition>(&item->object)) partitions_.emplace(item->symbol, partition);
    for (auto& [symbol, partition] : partitions_)
      if (partition->defaults)
        for (PartitionDefault& own : partition->defaults.edit()) normalise(own, normaliser);
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

  void normalise(PartitionDefault& own, Normaliser& normaliser) const {
    const Column* of_table = column(own.column);
    Column filled{.type = of_table ? of_table->type : DataType{}, .default_value = own.value};
    normalise_column(filled, false, normaliser);
    own.serial |= filled.identity == Identity::serial;
    own.value = filled.default_value;
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

void append(Draft::Item& item, std::string_view schema, std::string_view name, std::string_view member,
            std::vector<Entry>& entries) {
  entries.emplace_back(std::move(static_cast<Declaration&>(item)), ObjectId{item.space, schema, name, member});
}

void order_by_name(std::vector<Draft::Item*>& items) {
  std::sort(items.begin(), items.end(), [](const Draft::Item* a, const Draft::Item* b) {
    return std::tie(a->symbol->text, a->space) < std::tie(b->symbol->text, b->space);
  });
}

void order_members(std::vector<Draft::Item*>& items) {
  std::sort(items.begin(), items.end(), [](const Draft::Item* a, const Draft::Item* b) {
    return a->space != b->space ? a->space < b->space : a->symbol->text < b->symbol->text;
  });
}

void number_values(std::vector<Draft::Item*>& values) {
  const auto position = [](Draft::Item* item) -> float& { return std::get<EnumValue>(item->object).position; };
  std::stable_sort(values.begin(), values.end(), [&](auto* a, auto* b) { return position(a) < position(b); });
  for (std::size_t i = 0; i < values.size(); ++i) position(values[i]) = static_cast<float>(i);
}

/// Of what is in a schema.
void append_owner(Draft::Item& owner, std::vector<Draft::Item*> members, std::vector<Entry>& entries) {
  const std::string_view schema = owner.symbol->parent->text;
  const std::string_view name = owner.symbol->text;
  if (std::holds_alternative<Enum>(owner.object)) number_values(members);
  append(owner, schema, name, {}, entries);
  order_members(members);
  for (Draft::Item* member : members) append(*member, schema, name, member->symbol->text, entries);
}

}  // namespace

void normalise_items(const std::vector<Draft::Item*>& items, const Draft& draft) {
  Normaliser normaliser(draft);
  for (Draft::Item* item : items) {
    if (item->notes->lacks_partitions) mark_as_invalid(*item);
    settle_object(*item, draft, normaliser);
  }
  OwnParts(items, draft, normaliser).leave_out_inherited();
}

std::vector<Entry> sorted_entries(std::vector<Draft::Item*> globals, const MembersOf& members_of, std::size_t count) {
  order_by_name(globals);
  std::vector<Entry> entries;
  entries.reserve(count);
  for (Draft::Item* global : globals) append(*global, {}, global->symbol->text, {}, entries);
  for (const Draft::Item* schema : globals) {
    auto owners = members_of(schema->symbol);
    order_by_name(owners);
    for (Draft::Item* owner : owners) append_owner(*owner, members_of(owner->symbol), entries);
  }
  return entries;
}

}  // namespace pgplumb
