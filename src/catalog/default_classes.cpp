#include "catalog/default_classes.h"

#include <algorithm>

#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/type_of.h"

namespace pgplumb {

namespace {

class DefaultClass {
 public:
  DefaultClass(const Draft& draft, const Symbol* symbol, const OperatorClass& own)
      : draft_(draft), types_(draft.types()), type_(own.type), method_(symbol->text.substr(symbol->text.rfind(' ') + 1)) {}

  bool orders(const Object& object) const {
    if (const auto* index = std::get_if<Index>(&object)) return orders_any(index->method, index->keys);
    if (const auto* unique = std::get_if<Unique>(&object)) return orders_any(unique->columns);
    if (const auto* primary = std::get_if<PrimaryKey>(&object)) return orders_any(primary->columns);
    if (const auto* exclusion = std::get_if<Exclusion>(&object))
      return std::any_of(exclusion->keys.begin(), exclusion->keys.end(),
                         [&](const ExclusionKey& key) { return exclusion->method == method_ && is_ordered(key.key); });
    if (const auto* table = std::get_if<Table>(&object)) return orders_partitions(table->partition_key);
    if (const auto* partition = std::get_if<Partition>(&object)) return orders_partitions(partition->partition_key);
    const auto* range = std::get_if<RangeType>(&object);
    return range && is_btree() && is_type(range->subtype) && range->options.str().find("subtype_opclass") == std::string::npos;
  }

 private:
  bool is_btree() const { return method_ == "btree"; }
  bool is_type(const MaybeType& type) const {
    return type && (is_same_type(*type, type_) || is_same_type(base_type(*type, types_), type_));
  }
  bool is_type(const ColumnRef& column) const {
    const auto* of = draft_.object<Column>(column.symbol);
    return of && is_type(MaybeType(of->type));
  }
  bool is_ordered(const IndexKey& key) const {
    if (!key.operator_class.empty()) return false;
    return key.expression ? is_type(type_of(*key.expression.tree, types_)) : is_type(key.column);
  }
  bool orders_any(Text method, const std::vector<IndexKey>& keys) const {
    return method == method_ && std::any_of(keys.begin(), keys.end(), [&](const IndexKey& key) { return is_ordered(key); });
  }
  bool orders_any(const std::vector<ColumnRef>& columns) const {
    return is_btree() && std::any_of(columns.begin(), columns.end(), [&](ColumnRef column) { return is_type(column); });
  }
  bool orders_partitions(const ExpressionField& key) const {
    if (!key || (key.tree->text == "hash") != (method_ == "hash") || !(is_btree() || method_ == "hash")) return false;
    return std::any_of(key.tree->args.begin(), key.tree->args.end(),
                       [&](const Expression& part) { return is_type(type_of(part, types_)); });
  }

  const Draft& draft_;
  const KnownTypes types_;
  const DataType& type_;
  const std::string method_;
};

}  // namespace

void append_ordered_by_default(const Draft& draft, const Symbol* opclass, std::vector<Symbol*>& found) {
  const auto* own = draft.object<OperatorClass>(opclass);
  if (!own || !own->is_default) return;
  const DefaultClass by_default(draft, opclass, *own);
  // What is older is ordered by another.
  for (std::size_t n = opclass->number + 1; n <= draft.declared_count(); ++n)
    if (const Draft::Item* item = draft.declared(n); item && by_default.orders(item->object))
      found.push_back(const_cast<Symbol*>(item->symbol));
}

}  // namespace pgplumb
