#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// What a relation with columns is (pg_class.relkind r, p, v, m, f). One namespace, so a model over a view finds the view.
enum class RelationKind : unsigned char { table, partitioned_table, view, materialized_view, foreign_table };
std::string show_value(RelationKind value);

/// A relation with columns. Its columns, keys and indexes are objects of their own, its members.
struct Table {
  static constexpr std::string_view kind = "table";
  RelationKind relation_kind = RelationKind::table;

  static constexpr auto fields() { return std::tuple{Field{"relation_kind", &Table::relation_kind}}; }
  friend bool operator==(const Table&, const Table&) = default;
};
static_assert(lists_every_member<Table>());

}  // namespace pgplumb
