#include "kinds/index/keys.h"

#include <algorithm>

#include "kinds/named_object.h"
#include "sql/builtin_types.h"

namespace pgplumb {

namespace {

/// `(siglen=32)`: the options of an operator class in a definition's spelling.
std::string read_options(const List* options) {
  std::string text;
  for (const Node* node : nodes_of(options)) {
    const auto* option = as<DefElem>(node);
    const auto number = integer_of(option->arg);
    const std::string value = number ? std::to_string(*number) : std::string(text_of(option->arg));
    text += (text.empty() ? "" : ", ") + std::string(option->defname) + "=" + value;
  }
  return text.empty() ? text : " (" + text + ")";
}

bool is_default(Session& session, QualifiedName name, std::string_view method) {
  const Symbol* made = session.find_in_path(Namespace::operator_class, name.schema, name_of_method(name.name, method));
  const auto* found = session.draft().object<OperatorClass>(made);
  return found ? found->is_default : is_default_operator_class(method, name.name);
}

std::string read_operator_class(Session& session, const IndexElem* element, std::string_view method) {
  const std::string options = read_options(element->opclassopts);
  const QualifiedName name = qualified_name(element->opclass);
  if (options.empty() && is_default(session, name, method)) return {};
  return std::string(name.name) + options;
}

/// `(name COLLATE "C")` is the column with a collation, as if there were no parentheses (ComputeIndexAttrs in
/// commands/indexcmds.c): the collation that stands outermost, and what is inside.
struct Collated {
  const List* collation;
  const Node* inside;
};
Collated without_collation(const IndexElem* element) {
  Collated found{element->collation, element->expr};
  while (const auto* clause = as<CollateClause>(found.inside)) {
    if (!found.collation) found.collation = clause->collname;
    found.inside = clause->arg;
  }
  return found;
}

/// The column's, or that of its type.
bool is_own(Session& session, const Column& column, ObjectRef collation) {
  const auto* domain = session.draft().object<Domain>(column.type.name);
  if (column.collation || domain) return collation == (column.collation ? column.collation : domain->collation);
  return column.type.name == builtin_type("name") && collation.symbol->text == "C";
}

std::string_view column_name(const IndexElem* element, const Node* expression) {
  const auto* column = as<::ColumnRef>(expression);
  return element->name ? view_of(element->name) : column ? text_of(nodes_of(column->fields).back()) : std::string_view();
}

}  // namespace

ObjectRef read_collation(Session& session, const IndexElem* element) {
  return find_collation(session, without_collation(element).collation);
}

IndexKey read_index_key(Session& session, Symbol* table, std::string_view method, const IndexElem* element) {
  IndexKey key;
  const Node* expression = without_collation(element).inside;
  const std::string_view name = column_name(element, expression);
  const Symbol* root = root_of(session.draft(), table);
  const bool is_row = expression && name == table->text && !session.draft().find(Namespace::column, root, name);
  if (!name.empty() && !is_row)
    key.column.symbol = session.column_to_alter(table, name);
  else
    key.expression = read_field(session, table, expression);
  key.operator_class = read_operator_class(session, element, method);
  key.collation = read_collation(session, element);
  const auto* column = session.draft().object<Column>(key.column.symbol);
  if (column && key.collation && is_own(session, *column, key.collation)) key.collation = {};
  key.descending = element->ordering == SORTBY_DESC;
  key.nulls_first =
      element->nulls_ordering == SORTBY_NULLS_FIRST || (element->nulls_ordering == SORTBY_NULLS_DEFAULT && key.descending);
  return key;
}

std::vector<IndexKey> read_index_keys(Session& session, Symbol* table, std::string_view method, const List* elements) {
  std::vector<IndexKey> keys;
  for (const Node* node : nodes_of(elements))
    if (const auto* element = as<IndexElem>(node)) keys.push_back(read_index_key(session, table, method, element));
  return keys;
}

std::vector<ColumnRef> read_included(Session& session, Symbol* table, const List* elements) {
  std::vector<ColumnRef> columns;
  for (const Node* node : nodes_of(elements))
    if (const auto* element = as<IndexElem>(node); element && element->name)
      columns.push_back({session.column_to_alter(table, element->name)});
  return columns;
}

}  // namespace pgplumb
