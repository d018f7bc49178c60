#include "catalog/settle.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "catalog/expressions.h"

namespace pgplumb {

namespace {

using ColumnOf = std::function<const Column*(const Symbol*)>;

/// Normalises each distinct expression once: equal trees of many columns are one shared object after reading.
class Normaliser {
 public:
  explicit Normaliser(const ColumnOf& column)
      : types_([&column](ColumnRef ref) {
          const Column* found = ref.symbol ? column(ref.symbol) : nullptr;
          return found ? &found->type : nullptr;
        }) {}

  void apply(ExpressionField& field, const DataType* target) {
    if (!field) return;
    auto& done =
        done_[{field.tree, target ? target->name : nullptr, target && target->is_array, target ? target->modifiers.str() : ""}];
    if (!done) done = std::make_shared<const Expression>(normalise(*field.tree, target, types_));
    field.tree = done;
  }

 private:
  using Key = std::tuple<ExpressionPtr, const Symbol*, bool, std::string>;
  ColumnTypes types_;
  std::map<Key, ExpressionPtr> done_;
};

void normalise_column(Column& column, Normaliser& normaliser) {
  if (column.default_value && is_nextval(*column.default_value.tree)) {
    column.identity = Identity::serial;
    column.default_value = {};
  }
  normaliser.apply(column.default_value, &column.type);
  normaliser.apply(column.generated, &column.type);
  // PostgreSQL stores no default for DEFAULT NULL.
  if (column.default_value && column.default_value.tree->kind == Expression::Kind::null) column.default_value = {};
}

/// By the names that they have in the end, whatever they were called when they were published.
void order_by_name(Publication& publication) {
  const auto by_name = [](const auto& a, const auto& b) { return show_value(a) < show_value(b); };
  for (PublishedTable& published : publication.tables) std::sort(published.columns.begin(), published.columns.end(), by_name);
  std::sort(publication.tables.begin(), publication.tables.end(), by_name);
  std::sort(publication.schemas.begin(), publication.schemas.end(), by_name);
}

void settle_object(Object& object, Normaliser& normaliser) {
  if (auto* column = std::get_if<Column>(&object)) return normalise_column(*column, normaliser);
  for_each_expression(object, [&](ExpressionField& field, const DataType* target) { normaliser.apply(field, target); });
  if (auto* publication = std::get_if<Publication>(&object)) order_by_name(*publication);
}

/// A partition has nothing of its own where its table says the same.
void leave_out_inherited(Partition& partition, const ColumnOf& column, Normaliser& normaliser) {
  for (PartitionDefault& own : partition.defaults) {
    const Column* of_table = column(own.column.symbol);
    Column filled{.type = of_table ? of_table->type : DataType{}, .default_value = own.value};
    normalise_column(filled, normaliser);
    own.serial |= filled.identity == Identity::serial;
    own.value = filled.default_value;
  }
  std::erase_if(partition.defaults, [&](const PartitionDefault& own) {
    const Column* of_table = column(own.column.symbol);
    return !of_table || (own.serial == (of_table->identity == Identity::serial) && own.value == of_table->default_value);
  });
  std::erase_if(partition.not_null, [&](ColumnRef ref) {
    const Column* of_table = column(ref.symbol);
    return !of_table || of_table->not_null;
  });
  const auto by_name = [](const auto& a, const auto& b) { return show_value(a) < show_value(b); };
  std::sort(partition.defaults.begin(), partition.defaults.end(), by_name);
  std::sort(partition.not_null.begin(), partition.not_null.end(), by_name);
}

Entry entry_of(Draft::Item& item, std::string_view schema, std::string_view name, std::string_view member) {
  return {std::move(static_cast<Declaration&>(item)), {item.space, schema, name, member}};
}

void order_by_name(std::vector<Draft::Item*>& items) {
  std::sort(items.begin(), items.end(), [](const Draft::Item* a, const Draft::Item* b) {
    return std::tie(a->symbol->text, a->space) < std::tie(b->symbol->text, b->space);
  });
}

void order_members(std::vector<Draft::Item*>& items) {
  std::sort(items.begin(), items.end(), [](const Draft::Item* a, const Draft::Item* b) {
    return std::tie(a->space, a->symbol->text) < std::tie(b->space, b->symbol->text);
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
  entries.push_back(entry_of(owner, schema, name, {}));
  order_members(members);
  for (Draft::Item* member : members) entries.push_back(entry_of(*member, schema, name, member->symbol->text));
}

}  // namespace

void normalise_items(const std::vector<Draft::Item*>& items, const ColumnOf& column) {
  Normaliser normaliser(column);
  for (Draft::Item* item : items) settle_object(item->object, normaliser);
  for (Draft::Item* item : items)
    if (auto* partition = std::get_if<Partition>(&item->object)) leave_out_inherited(*partition, column, normaliser);
}

std::vector<Entry> sorted_entries(std::vector<Draft::Item*> globals, const MembersOf& members_of, std::size_t count) {
  order_by_name(globals);
  std::vector<Entry> entries;
  entries.reserve(count);
  for (Draft::Item* global : globals) entries.push_back(entry_of(*global, {}, global->symbol->text, {}));
  for (const Draft::Item* schema : globals) {
    auto owners = members_of(schema->symbol);
    order_by_name(owners);
    for (Draft::Item* owner : owners) append_owner(*owner, members_of(owner->symbol), entries);
  }
  return entries;
}

}  // namespace pgplumb
