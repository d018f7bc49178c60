#include "kinds/partition/ddl.h"

#include "sql/expression_forms.h"
#include "sql/read_expression.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

Expression read_key_part(Session& session, const Symbol* root, const PartitionElem* element) {
  if (element->expr) return read_expression(element->expr, session.names(root));
  Expression column = make(Kind::column, element->name);
  column.column.symbol = session.draft().find(Namespace::column, root, element->name);
  if (column.column.symbol) column.text.clear();
  return column;
}

/// A literal that bounds a key column is of that column's type.
Expression read_datum(Session& session, const Expression* part, const Node* node) {
  Expression datum = read_expression(node, session.names());
  const auto* column = part ? session.draft().object<Column>(part->column.symbol) : nullptr;
  if (!column || datum.kind != Kind::literal) return datum;
  DataType type = column->type;
  type.modifiers = {};
  if (!datum.is_string) datum.is_string = true;
  return cast_to(type, std::move(datum));
}

/// `parts[i]` bounds the i-th of the data, or the first all of them (LIST).
Expression read_data(Session& session, const char* words, const Args& parts, const List* data, bool one_key) {
  Args all;
  for (const Node* node : nodes_of(data)) {
    const std::size_t i = one_key ? 0 : all.size();
    all.push_back(read_datum(session, i < parts.size() ? &parts[i] : nullptr, node));
  }
  return make(Kind::other, words, std::move(all));
}

}  // namespace

std::string_view partition_strategy(const PartitionSpec* spec) {
#if PG_VERSION_NUM >= 160000
  return spec->strategy == PARTITION_STRATEGY_LIST ? "list" : spec->strategy == PARTITION_STRATEGY_HASH ? "hash" : "range";
#else
  return view_of(spec->strategy);
#endif
}

ExpressionField read_partition_key(Session& session, const Symbol* root, const PartitionSpec* spec) {
  if (!spec) return {};
  Args parts;
  for (const Node* element : nodes_of(spec->partParams))
    parts.push_back(read_key_part(session, root, as<PartitionElem>(element)));
  return {std::make_shared<const Expression>(make(Kind::other, std::string(partition_strategy(spec)), std::move(parts)))};
}

ExpressionField read_partition_bound(Session& session, const Symbol*, const ExpressionField& key,
                                     const PartitionBoundSpec* bound) {
  const Args parts = key ? key.tree->args : Args();
  Args terms;
  if (bound->is_default) {
    terms.push_back(make(Kind::other, "default"));
  } else if (bound->strategy == 'l') {
    terms.push_back(read_data(session, "in", parts, bound->listdatums, true));
  } else if (bound->strategy == 'r') {
    terms.push_back(read_data(session, "lower", parts, bound->lowerdatums, false));
    terms.push_back(read_data(session, "upper", parts, bound->upperdatums, false));
  } else {
    terms.push_back(
        make(Kind::other, "modulus " + std::to_string(bound->modulus) + " remainder " + std::to_string(bound->remainder)));
  }
  return {std::make_shared<const Expression>(make(Kind::other, "values", std::move(terms)))};
}

PartitionParent find_partition_parent(Session& session, const RangeVar* relation) {
  const auto [schema, name] = qualified_name(relation);
  const FoundRelation found = session.look_up(schema, name);
  if (!found.bystander) {
    const Symbol* table = session.relation_to_alter(schema, name);
    const auto* stated = session.draft().object<Table>(table);
    return {table, table, stated->partition_key};
  }
  // A partition that is partitioned itself.
  for (const Symbol* partition : found.bystander->lives_with)
    if (const auto* stated = session.draft().object<Partition>(partition))
      return {partition->parent, session.draft().phantom(found.schema ? found.schema->text : "", name), stated->partition_key};
  return {};
}

void declare_partition(Session& session, const PartitionParent& parent, const Symbol* schema, std::string_view name,
                       const PartitionBoundSpec* bound, const PartitionSpec* own_key) {
  Bystander taken{"partition", session.at()};
  if (parent.root) {
    Partition partition;
    partition.of = {parent.relation};
    partition.bound = read_partition_bound(session, parent.root, parent.key, bound);
    partition.partition_key = read_partition_key(session, parent.root, own_key);
    const Symbol* made = session.draft().declare(Namespace::partition, parent.root, name, std::move(partition), session.at());
    if (made) taken.lives_with.push_back(made);
    if (made && session.place().statement)
      session.draft().change(made, [&](Draft::Item& item) { item.notes.edit().written = session.place().statement->text; });
  }
  session.bystanders().add(Namespace::relation, schema, name, std::move(taken));
}

Symbol* find_partition(Session& session, const Symbol* root, std::string_view name) {
  return session.draft().find(Namespace::partition, root, name);
}

}  // namespace pgplumb
