// The columns and constraints of CREATE TABLE and ALTER TABLE, in the order in which PostgreSQL makes them.
#pragma once

#include <pgplumb/catalog/session.h>

#include <utility>
#include <vector>

#include "sql/nodes.h"

namespace pgplumb {

/// Columns are made at once, but for what they are generated as: it may name those that follow. Constraints wait for finish():
/// the primary key, then uniques, then checks, foreign keys last, whatever the order in which they were written
/// (transformIndexConstraints in parser/parse_utilcmd.c): a foreign key may need the key, and names are counted in this order.
class TableElements {
 public:
  TableElements(Session& session, Symbol* table) : session_(session), table_(table) {}

  void add_column(const ColumnDef* definition);
  void add_constraint(const Constraint* constraint, Symbol* column = nullptr);
  /// ADD COLUMN knows no columns but those before it; CREATE TABLE knows all.
  void complete_columns();
  void finish();
  /// The same in two steps: what LIKE copies is made between them.
  void finish_but_foreign_keys();
  void finish_foreign_keys();

 private:
  struct Waiting {
    Symbol* column;
    Constraint constraint;  ///< a copy: [NOT] DEFERRABLE may follow as a node of its own
  };
  void append_attribute(ConstrType attribute);
  void merge_equal_keys();

  Session& session_;
  Symbol* table_;
  std::vector<std::pair<const Symbol*, const ColumnDef*>> incomplete_;
  std::vector<Waiting> waiting_;
};

}  // namespace pgplumb
