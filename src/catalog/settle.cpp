#include "catalog/settle.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "catalog/expressions.h"
#include "catalog/own_parts.h"
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

/// Of a partition, over the column of its table.
void normalise_default(PartitionDefault& own, const Draft& draft, Normaliser& normaliser) {
  const auto* of_table = draft.object<Column>(own.column.symbol);
  Column filled{.type = of_table ? of_table->type : DataType{}, .default_value = own.value};
  normalise_column(filled, false, normaliser);
  own.serial |= filled.identity == Identity::serial;
  own.value = filled.default_value;
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

void settle_partition(Partition& partition, const Draft& draft, Normaliser& normaliser) {
  settle_partition_key(partition.partition_key, normaliser);
  if (!partition.defaults) return;
  for (PartitionDefault& own : partition.defaults.edit()) normalise_default(own, draft, normaliser);
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
  if (auto* partition = std::get_if<Partition>(&object)) settle_partition(*partition, draft, normaliser);
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

}  // namespace

void normalise_items(const std::vector<Draft::Item*>& items, const Draft& draft) {
  Normaliser normaliser(draft);
  for (Draft::Item* item : items) {
    if (item->notes->lacks_partitions) mark_as_invalid(*item);
    settle_object(*item, draft, normaliser);
  }
  leave_out_inherited(items, draft);
}

}  // namespace pgplumb
