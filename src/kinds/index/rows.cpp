#include "kinds/index/rows.h"

#include <pgplumb/sql/parse.h>

#include <optional>

#include "kinds/default_names.h"
#include "kinds/index/keys.h"
#include "kinds/table/options.h"
#include "kinds/unique/options.h"

namespace pgplumb {

namespace {

enum {
  relation,
  name,
  method,
  is_unique,
  valid,
  nulls_not_distinct,
  is_constraint,
  deferrable,
  initially_deferred,
  key_count,
  key_columns,
  key_options,
  key_operator_classes,
  collations,
  operator_class_options,
  expressions,
  predicate,
  definition,
  has_predicate,
  options
};

// Bits of pg_index.indoption (catalog/pg_index.h).
constexpr unsigned option_desc = 1, option_nulls_first = 2;

/// An expression that the server did not give: its relation is locked, or was dropped meanwhile.
ExpressionField not_given() {
  Expression opaque;
  opaque.kind = Expression::Kind::opaque;
  return {std::make_shared<const Expression>(std::move(opaque))};
}

/// The expressions of pg_index.indexprs come as one list, which is a row when put in ROW(…).
std::vector<Expression> key_expressions(Introspection& read, const Row& row, const Symbol* table) {
  if (row.is_null(expressions)) return {};
  return read.expression("ROW(" + std::string(row.text(expressions)) + ")", table)->args;
}

std::string operator_class(const Introspection& read, unsigned oid, const std::string& options) {
  const auto& [class_name, is_default] = read.operator_classes.at(oid);
  if (options.empty()) return is_default ? std::string() : class_name;
  return class_name + " (" + options + ")";
}

/// Of each key, as CREATE INDEX has it.
std::vector<ObjectRef> written_collations(Session& session, std::string_view definition) {
  std::vector<ObjectRef> collations;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) {
    if (const auto* index = as<IndexStmt>(parsed.node->stmt))
      for (const Node* key : nodes_of(index->indexParams)) collations.push_back(read_collation(session, as<IndexElem>(key)));
  };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script(definition, visitor);
  return collations;
}

/// Of each key, from pairs of a schema's oid and a name.
std::vector<ObjectRef> stored_collations(const Introspection& read, const std::vector<std::string>& pairs) {
  std::vector<ObjectRef> collations;
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) collations.push_back(read.collation(oid_of(pairs[i]), pairs[i + 1]));
  return collations;
}

std::vector<IndexKey> read_keys(Introspection& read, const Row& row, const Symbol* table) {
  const auto numbers = row.integers(key_columns), sorts = row.integers(key_options), classes = row.integers(key_operator_classes);
  const auto class_options = row.texts(operator_class_options);
  const auto at = []<class T>(const std::vector<T>& list, std::size_t i) { return i < list.size() ? list[i] : T(); };
  const auto of_columns = stored_collations(read, row.texts(collations));
  const auto of_expressions = written_collations(read.session, row.text(definition));
  const auto given = key_expressions(read, row, table);
  auto next_expression = given.begin();
  std::vector<IndexKey> keys(row.oid(key_count));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    keys[i].column = {read.column(row.oid(relation), numbers[i])};
    if (!keys[i].column.symbol)
      keys[i].expression =
          next_expression == given.end() ? not_given() : ExpressionField{std::make_shared<const Expression>(*next_expression++)};
    keys[i].operator_class = operator_class(read, classes[i], at(class_options, i));
    keys[i].collation = at(keys[i].column.symbol ? of_columns : of_expressions, i);
    keys[i].descending = sorts[i] & option_desc;
    keys[i].nulls_first = sorts[i] & option_nulls_first;
  }
  return keys;
}

Index read_index(Introspection& read, const Row& row, const Symbol* table) {
  Index index;
  index.method = row.text(method);
  index.keys = read_keys(read, row, table);
  auto columns = row.integers(key_columns);
  columns.erase(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(index.keys.size()));
  index.include = read.columns_of(row.oid(relation), columns);
  index.unique = row.flag(is_unique);
  index.nulls_not_distinct = row.flag(nulls_not_distinct);
  if (row.flag(has_predicate)) index.predicate = {read.expression_of(row, predicate, table)};
  index.options = options_text(row.texts(options));
  index.valid = row.flag(valid);
  return index;
}

/// An index of what is partitioned is invalid as long as partitions do not have it.
bool is_partitioned(const Draft& draft, const Symbol* table) {
  return draft.object<Table>(table)->relation_kind == RelationKind::partitioned_table;
}

Symbol* declare_index(Introspection& read, const Row& row, const Symbol* table, Index index) {
  std::optional<Unique> unique = plain_unique(index);
  if (!unique) return read.draft.declare(Namespace::index, table, row.text(name), std::move(index), {});
  if (row.text(method) == "gist") unique->options = with_overlaps_excluded(unique->options, unique->columns.size());
  unique->deferrable = row.flag(deferrable);
  unique->initially_deferred = row.flag(initially_deferred);
  unique->form = row.flag(is_constraint) ? UniqueForm::constraint : UniqueForm::index;
  const auto space = row.flag(is_constraint) ? Namespace::constraint : Namespace::index;
  std::vector<std::string> names = names_of(unique->columns);
  Symbol* made = read.draft.declare(space, table, row.text(name), std::move(*unique), {});
  if (index.include.empty()) return made;
  // Partitions' copies are called after all columns.
  for (std::string& included : names_of(index.include)) names.push_back(std::move(included));
  read.draft.change(made, [&](Draft::Item& item) { item.notes.edit().column_names = std::move(names); });
  return made;
}

}  // namespace

void read_operator_class_row(Introspection& read, const Row& row) {
  enum { oid, class_name, is_default };
  read.operator_classes[row.oid(oid)] = {std::string(row.text(class_name)), row.flag(is_default)};
}

void read_index_row(Introspection& read, const Row& row) {
  const Symbol* table = read.relation(row.oid(relation));
  if (!table) return;
  Index index = read_index(read, row, table);
  const bool lacks_partitions = !index.valid && is_partitioned(read.draft, table);
  index.valid |= lacks_partitions;
  const Symbol* made = declare_index(read, row, table, std::move(index));
  if (lacks_partitions) read.draft.change(made, [](Draft::Item& item) { item.notes.edit().lacks_partitions = true; });
}

}  // namespace pgplumb
