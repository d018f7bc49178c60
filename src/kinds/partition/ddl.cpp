#include "kinds/partition/ddl.h"

#include <algorithm>
#include <array>

#include "kinds/index/keys.h"
#include "kinds/partition/bounds.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"
#include "sql/read_expression.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

/// Begins the text of the node around what a key orders otherwise than its type usually is.
constexpr std::string_view before_operator_class = "operator class ";

/// As the key of an index is, with its collation and operator class where they are not the usual ones (ComputePartitionAttrs in
/// commands/tablecmds.c).
Expression read_key_part(Session& session, const Symbol* root, std::string_view method, const PartitionElem* element) {
  if (element->name && session.is_known(root) && !session.draft().find(Namespace::column, root, element->name))
    fail(sqlstate::undefined_column, "column " + quoted_name({}, element->name) + " named in partition key does not exist");
  IndexElem as_of_index{};
  as_of_index.type = T_IndexElem;
  as_of_index.name = element->name;
  as_of_index.expr = element->expr;
  as_of_index.collation = element->collation;
  as_of_index.opclass = element->opclass;
  const IndexKey key = read_index_key(session, const_cast<Symbol*>(root), method, &as_of_index);
  Expression part = key.expression ? *key.expression.tree : make(Kind::column);
  if (key.column.symbol) part.column = key.column;
  if (key.collation) {
    part = make(Kind::other, "collate " + key.collation.symbol->text, std::move(part));
    part.routine = key.collation.symbol;
  }
  return key.operator_class.empty()
             ? part
             : make(Kind::other, std::string(before_operator_class) + key.operator_class.str(), std::move(part));
}

/// What the part of a key is of, without its operator class and collation.
const Expression& value_of(const Expression& part) {
  const Expression& ordered = operator_class_of(part).empty() ? part : part.args.front();
  return is_collation(ordered) ? ordered.args.front() : ordered;
}

/// A value, MINVALUE or MAXVALUE, rather than what the server computes a value of.
bool is_plain(const Expression& datum) {
  constexpr std::array plain = {Kind::literal, Kind::boolean, Kind::null, Kind::column};
  if (datum.kind == Kind::cast) return is_plain(datum.args.front());
  return std::find(plain.begin(), plain.end(), datum.kind) != plain.end();
}

/// A literal that bounds a key column is of that column's type.
Expression read_datum(Session& session, const Expression* part, const Node* node) {
  Expression datum = normalise(read_expression(node, session.names()), nullptr, session.draft().types());
  if (!is_plain(datum)) return make(Kind::opaque, display_expression(datum));
  const auto* column = part ? session.draft().object<Column>(part->column.symbol) : nullptr;
  if (!column || datum.kind != Kind::literal) return datum;
  DataType type = column->type;
  type.modifiers = {};
  if (!datum.is_string) datum.is_string = true;
  return normalise(cast_to(type, std::move(datum)), nullptr, session.draft().types());
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
  const std::string strategy(partition_strategy(spec));
  Args parts;
  for (const Node* element : nodes_of(spec->partParams))
    parts.push_back(read_key_part(session, root, strategy == "hash" ? "hash" : "btree", as<PartitionElem>(element)));
  return {std::make_shared<const Expression>(make(Kind::other, strategy, std::move(parts)))};
}

Args values_of_key(const Expression& key) {
  Args values;
  for (const Expression& part : key.args) values.push_back(value_of(part));
  return values;
}

std::string_view operator_class_of(const Expression& part) {
  const bool names_one = part.kind == Kind::other && part.text.starts_with(before_operator_class);
  return names_one ? std::string_view(part.text).substr(before_operator_class.size()) : std::string_view();
}

bool has_operator_classes(const Expression& key) {
  return std::any_of(key.args.begin(), key.args.end(), [](const Expression& part) { return !operator_class_of(part).empty(); });
}

ExpressionField read_partition_bound(Session& session, const ExpressionField& key, const PartitionBoundSpec* bound) {
  const Args parts = key ? values_of_key(*key.tree) : Args();
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
  return {std::make_shared<const Expression>(make(Kind::other, "bound", std::move(terms)))};
}

bool is_attached_to(const Draft& draft, const Symbol* partition, const Symbol* relation) {
  return draft.object<Partition>(partition)->of.symbol == relation;
}

ExpressionField key_of(const Draft& draft, const Symbol* relation) {
  if (const auto* partition = draft.object<Partition>(relation)) return partition->partition_key;
  const auto* table = draft.object<Table>(relation);
  return table ? table->partition_key : ExpressionField();
}

PartitionParent find_partition_parent(Session& session, const RangeVar* named) {
  const auto [schema, name] = qualified_name(named);
  const FoundRelation found = session.look_up(schema, name);
  const bool is_partition = session.draft().object<Partition>(found.symbol);
  const Symbol* relation = is_partition ? found.symbol : session.relation_to_alter(schema, name);
  return {relation, key_of(session.draft(), relation)};
}

Symbol* declare_partition(Session& session, const PartitionParent& parent, const Symbol* schema, std::string_view name,
                          const PartitionBoundSpec* bound, const PartitionSpec* own_key) {
  const Symbol* root = root_of(session.draft(), parent.relation);
  Partition partition;
  partition.of = {parent.relation};
  require_bound_of_key(parent.key, bound);
  partition.bound = read_partition_bound(session, parent.key, bound);
  partition.partition_key = read_partition_key(session, root, own_key);
  Symbol* made = session.draft().declare(Namespace::partition, schema, name, std::move(partition), session.at());
  if (made && session.place().statement)
    session.draft().change(made, [&](Draft::Item& item) { item.notes.edit().written = session.place().statement->text; });
  return made;
}

}  // namespace pgplumb
