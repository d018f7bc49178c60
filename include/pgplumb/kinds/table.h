#pragma once

#include <pgplumb/kinds/field.h>
#include <pgplumb/kinds/seldom.h>

namespace pgplumb {

/// What a relation with columns is (pg_class.relkind r, p, v, m, f). One namespace, so a model over a view finds the view.
enum class RelationKind : unsigned char { table, partitioned_table, view, materialized_view, foreign_table };
std::string show_value(RelationKind value);

/// What of a row is logged for replication (pg_class.relreplident d, n, f, i).
enum class ReplicaIdentity : unsigned char { primary_key, nothing, full, index };
std::string show_value(ReplicaIdentity value);

/// A relation with columns. Its columns, constraints, indexes, triggers, policies and rules are objects of their own, its
/// members.
struct Table {
  static constexpr std::string_view kind = "table";
  RelationKind relation_kind = RelationKind::table;
  bool unlogged = false;  ///< pg_class.relpersistence u
  bool row_security = false;
  bool force_row_security = false;
  ReplicaIdentity replica_identity = ReplicaIdentity::primary_key;
  MemberRef replica_index;  ///< the one that `ReplicaIdentity::index` means (pg_index.indisreplident)
  /// Storage parameters, and options of views: "autovacuum_enabled=false, fillfactor=70"; sorted.
  Text options;
  /// Of a foreign table.
  ObjectRef server;
  Text foreign_options;  ///< "schema_name=public, table_name=t"; what may be a secret is hidden
  /// PARTITION BY: "range", "list" or "hash" over its keys.
  ExpressionField partition_key;
  /// A view's query.
  ExpressionField definition;
  /// INHERITS, in order.
  Seldom<std::vector<RelationRef>> parents;
  /// OF: the composite type whose attributes are its columns (pg_class.reloftype); no type for most tables.
  DataType composite_type;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"relation_kind", &Table::relation_kind}, Field{"unlogged", &Table::unlogged},
                 Field{"row_security", &Table::row_security}, Field{"force_row_security", &Table::force_row_security},
                 Field{"replica_identity", &Table::replica_identity}, Field{"replica_index", &Table::replica_index},
                 Field{"options", &Table::options}, Field{"server", &Table::server},
                 Field{"foreign_options", &Table::foreign_options}, Field{"partition_key", &Table::partition_key},
                 Field{"definition", &Table::definition}, Field{"parents", &Table::parents},
                 Field{"composite_type", &Table::composite_type});
  }
  friend bool operator==(const Table&, const Table&) = default;
};

inline bool is_view(const Table& table) {
  return table.relation_kind == RelationKind::view || table.relation_kind == RelationKind::materialized_view;
}

}  // namespace pgplumb
