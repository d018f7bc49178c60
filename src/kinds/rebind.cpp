#include "kinds/rebind.h"

namespace pgplumb {

namespace {

template <class T>
void rebind_value(T&, const Rebinding&) {}

void rebind_value(ColumnRef& ref, const Rebinding& rebinding) { ref.symbol = rebinding(ref.symbol); }
void rebind_value(ExpressionField& field, const Rebinding& rebinding) { rebind(field, rebinding); }
void rebind_value(IndexKey& key, const Rebinding& rebinding) {
  rebind_value(key.column, rebinding);
  rebind_value(key.expression, rebinding);
}
void rebind_value(ExclusionKey& key, const Rebinding& rebinding) { rebind_value(key.key, rebinding); }
void rebind_value(PartitionDefault& own, const Rebinding& rebinding) { rebind_value(own.column, rebinding); }
void rebind_value(PartitionStorage& own, const Rebinding& rebinding) { rebind_value(own.column, rebinding); }
void rebind_value(PartitionComment& own, const Rebinding& rebinding) { rebind_value(own.column, rebinding); }
void rebind_value(PublishedTable& published, const Rebinding& rebinding) {
  for (ColumnRef& column : published.columns) rebind_value(column, rebinding);
  rebind_value(published.condition, rebinding);
}
template <class T>
void rebind_value(std::vector<T>& values, const Rebinding& rebinding) {
  for (T& value : values) rebind_value(value, rebinding);
}
template <class T>
void rebind_value(Seldom<T>& value, const Rebinding& rebinding) {
  if (value) rebind_value(value.edit(), rebinding);
}

}  // namespace

const Symbol* Rebinding::operator()(const Symbol* column) const {
  if (!column || column->parent != from) return column;
  const Symbol* same = draft.find(Namespace::column, to, column->text);
  return same ? same : column;
}

void rebind(Expression& tree, const Rebinding& rebinding) {
  tree.column.symbol = rebinding(tree.column.symbol);
  for (Expression& arg : tree.args) rebind(arg, rebinding);
}

void rebind(ExpressionField& field, const Rebinding& rebinding) {
  if (!field) return;
  Expression tree = *field.tree;
  rebind(tree, rebinding);
  field.tree = std::make_shared<const Expression>(std::move(tree));
}

void rebind(Object& object, const Rebinding& rebinding) {
  std::visit([&](auto& kind) { kind.fields([&](const auto&... field) { (rebind_value(kind.*field.member, rebinding), ...); }); },
             static_cast<AnyKind&>(object));
}

}  // namespace pgplumb
