#include "statements/table_elements.h"

#include <algorithm>

#include "kinds/column/ddl.h"
#include "kinds/spelling.h"
#include "statements/uncompared.h"

namespace pgplumb {

namespace {

int rank(const Constraint& constraint) {
  switch (constraint.contype) {
    case CONSTR_PRIMARY:
      return 0;
    case CONSTR_UNIQUE:
    case CONSTR_EXCLUSION:
      return 1;
    case CONSTR_FOREIGN:
      return 3;
    default:
      return 2;
  }
}

/// A key whose index this statement is to make.
bool is_key(const Constraint& constraint) {
  return (constraint.contype == CONSTR_PRIMARY || constraint.contype == CONSTR_UNIQUE) && !constraint.indexname;
}

/// All that the key's index follows from.
auto key_terms(const Symbol* column, const Constraint& constraint) {
  const auto columns = column ? std::vector<std::string_view>{column->text} : texts_of(constraint.keys);
  return std::tuple{columns, texts_of(constraint.including), constraint.nulls_not_distinct, constraint.deferrable,
                    constraint.initdeferred};
}

void read_constraint(Session& session, Symbol* table, Symbol* column, const Constraint* constraint) {
  if (!constrains_by_a_kind(session, table, column, reinterpret_cast<const Node*>(constraint)))
    pass_over_constraint(session, table, constraint);
}

}  // namespace

/// DEFERRABLE and INITIALLY DEFERRED in a column's definition belong to the constraint before them.
void TableElements::append_attribute(ConstrType attribute) {
  if (waiting_.empty()) return;
  Constraint& constraint = waiting_.back().constraint;
  if (attribute == CONSTR_ATTR_DEFERRABLE) constraint.deferrable = true;
  if (attribute == CONSTR_ATTR_DEFERRED) constraint.deferrable = constraint.initdeferred = true;
}

void TableElements::add_constraint(const Constraint* constraint, Symbol* column) {
  switch (constraint->contype) {
    case CONSTR_ATTR_DEFERRABLE:
    case CONSTR_ATTR_NOT_DEFERRABLE:
    case CONSTR_ATTR_DEFERRED:
    case CONSTR_ATTR_IMMEDIATE:
      return append_attribute(constraint->contype);
    default:
      waiting_.push_back({column, *constraint});
  }
}

void TableElements::add_column(const ColumnDef* definition) {
  Symbol* column = (definition->typeName ? define_column : read_column_options)(session_, table_, definition);
  incomplete_.emplace_back(column, definition);
  for (const Node* node : nodes_of(definition->constraints))
    if (const auto* constraint = as<Constraint>(node); constraint && !is_column_attribute(constraint))
      add_constraint(constraint, column);
}

/// `id int PRIMARY KEY UNIQUE` makes one index: of equal keys the first stays, and takes the name of the other if it has none
/// (transformIndexConstraints again).
void TableElements::merge_equal_keys() {
  std::vector<Waiting> kept;
  for (Waiting& element : waiting_) {
    const auto prior = std::find_if(kept.begin(), kept.end(), [&](const Waiting& other) {
      return is_key(element.constraint) && is_key(other.constraint) &&
             key_terms(element.column, element.constraint) == key_terms(other.column, other.constraint);
    });
    if (prior == kept.end())
      kept.push_back(element);
    else if (!prior->constraint.conname)
      prior->constraint.conname = element.constraint.conname;
  }
  waiting_ = std::move(kept);
}

void TableElements::complete_columns() {
  for (const auto& [column, definition] : incomplete_) complete_column(session_, table_, column, definition);
  incomplete_.clear();
}

void TableElements::finish() {
  finish_but_foreign_keys();
  finish_foreign_keys();
}

void TableElements::finish_but_foreign_keys() {
  complete_columns();
  std::stable_sort(waiting_.begin(), waiting_.end(),
                   [](const Waiting& a, const Waiting& b) { return rank(a.constraint) < rank(b.constraint); });
  merge_equal_keys();
  const auto first = std::find_if(waiting_.begin(), waiting_.end(),
                                  [](const Waiting& one) { return one.constraint.contype == CONSTR_FOREIGN; });
  for (auto element = waiting_.begin(); element != first; ++element)
    read_constraint(session_, table_, element->column, &element->constraint);
  waiting_.erase(waiting_.begin(), first);
}

void TableElements::finish_foreign_keys() {
  for (const Waiting& element : waiting_) read_constraint(session_, table_, element.column, &element.constraint);
  waiting_.clear();
}

}  // namespace pgplumb
