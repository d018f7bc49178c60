#include "catalog/settle.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "catalog/expressions.h"

namespace pgplumb {

namespace {

using ColumnOf = std::function<const Column*(const Symbol*)>;

/// Normalises each distinct expression once: equal trees of many columns are one shared object after reading.
class Normaliser {
 public:
  explicit Normaliser(const Draft& draft) : types_(draft.types()) {}

  void apply(ExpressionField& field, const DataType* target) {
    if (!field) return;
    const std::string_view modifiers = target ? std::string_view(target->modifiers.str()) : std::string_view();
    auto& done = done_[{field.tree, target ? target->name : nullptr, target && target->is_array, modifiers}];
    if (!done) done = std::make_shared<const Expression>(normalise(*field.tree, target, types_));
    field.tree = done;
  }

 private:
  using Key = std::tuple<ExpressionPtr, const Symbol*, bool, std::string_view>;
  KnownTypes types_;
  std::map<Key, ExpressionPtr> done_;
};

/// PostgreSQL stores no default for DEFAULT NULL.
void leave_out_null(ExpressionField& value) {
  if (value && value.tree->kind == Expression::Kind::null) value = {};
}

void normalise_column(Column& column, Normaliser& normaliser) {
  if (column.default_value && is_nextval(*column.default_value.tree)) {
    column.identity = Identity::serial;
    column.default_value = {};
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
void settle_key(IndexKey& key, Normaliser& normaliser) {
  constexpr std::string_view collate = "collate ";
  if (!key.expression) return;
  const Expression tree = *key.expression.tree;
  if (tree.text.starts_with(collate) && tree.kind == Expression::Kind::other) {
    if (key.collation.empty()) key.collation = tree.text.substr(collate.size());
    key.expression = {std::make_shared<const Expression>(tree.args.front())};
    normaliser.apply(key.expression, nullptr);
    return settle_key(key, normaliser);
  }
  if (tree.kind != Expression::Kind::column || !tree.column.symbol) return;
  key.column = tree.column;
  key.expression = {};
}

void settle_object(Object& object, Normaliser& normaliser) {
  if (auto* column = std::get_if<Column>(&object)) return normalise_column(*column, normaliser);
  for_each_expression(object, [&](ExpressionField& field, const DataType* target) { normaliser.apply(field, target); });
  if (auto* domain = std::get_if<Domain>(&object)) leave_out_null(domain->default_value);
  if (auto* index = std::get_if<Index>(&object)) {
    leave_out_true(index->predicate);
    for (IndexKey& key : index->keys) settle_key(key, normaliser);
  }
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

/// Where partitions say something of columns by themselves.
class OwnColumns {
 public:
  OwnColumns(const std::vector<Draft::Item*>& items, const ColumnOf& column, Normaliser& normaliser) : column_(column) {
    for (Draft::Item* item : items)
      if (auto* partition = std::get_if<Partition>(&item->object)) partitions_.emplace(item->symbol, partition);
    for (auto& [symbol, partition] : partitions_)
      for (PartitionDefault& own : partition->defaults) normalise(own, normaliser);
  }

  /// It is nothing of their own where what they are attached to says the same.
  void leave_out_inherited() {
    for (auto& [symbol, partition] : partitions_) {
      const Symbol* above = partition->of.symbol;
      std::erase_if(partition->defaults, [&](const PartitionDefault& own) {
        const PartitionDefault theirs = default_of(above, own.column);
        return !column_(own.column.symbol) || (own.serial == theirs.serial && own.value == theirs.value);
      });
      std::erase_if(partition->not_null, [&](ColumnRef ref) { return !column_(ref.symbol) || is_not_null(above, ref); });
      const auto by_name = [](const auto& a, const auto& b) { return show_value(a) < show_value(b); };
      std::sort(partition->defaults.begin(), partition->defaults.end(), by_name);
      std::sort(partition->not_null.begin(), partition->not_null.end(), by_name);
    }
  }

 private:
  void normalise(PartitionDefault& own, Normaliser& normaliser) const {
    const Column* of_table = column_(own.column.symbol);
    Column filled{.type = of_table ? of_table->type : DataType{}, .default_value = own.value};
    normalise_column(filled, normaliser);
    own.serial |= filled.identity == Identity::serial;
    own.value = filled.default_value;
  }

  PartitionDefault default_of(const Symbol* relation, ColumnRef column) const {
    const auto partition = partitions_.find(relation);
    if (partition == partitions_.end()) {
      const Column* of_table = column_(column.symbol);
      return of_table ? PartitionDefault{column, of_table->default_value, of_table->identity == Identity::serial}
                      : PartitionDefault{};
    }
    for (const PartitionDefault& own : partition->second->defaults)
      if (own.column.symbol == column.symbol) return own;
    return default_of(partition->second->of.symbol, column);
  }

  bool is_not_null(const Symbol* relation, ColumnRef column) const {
    const auto partition = partitions_.find(relation);
    if (partition == partitions_.end()) return column_(column.symbol)->not_null;
    const auto& own = partition->second->not_null;
    const auto is_it = [&](ColumnRef ref) { return ref.symbol == column.symbol; };
    return std::any_of(own.begin(), own.end(), is_it) || is_not_null(partition->second->of.symbol, column);
  }

  const ColumnOf& column_;
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
    settle_object(item->object, normaliser);
  }
  const ColumnOf column = [&draft](const Symbol* symbol) { return draft.object<Column>(symbol); };
  OwnColumns(items, column, normaliser).leave_out_inherited();
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
