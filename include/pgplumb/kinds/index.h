#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// One key of an index: a column or an expression.
struct IndexKey {
  ColumnRef column;            ///< symbol null for an expression
  ExpressionField expression;  ///< null for a column
  /// Operator class with its options, "" for the type's default: "gin_trgm_ops", "jsonb_path_ops".
  Text operator_class;
  ObjectRef collation;  ///< none for the column's own
  bool descending = false;
  bool nulls_first = false;  ///< as stored: the default is first for DESC, last for ASC

  friend bool operator==(const IndexKey& a, const IndexKey& b);
};
std::string show_value(const IndexKey& value);
std::string show_value(const std::vector<IndexKey>& value);

/// An index (pg_index) that backs no constraint and is no plain unique index (see Unique).
struct Index {
  static constexpr std::string_view kind = "index";
  Text method = "btree";  ///< pg_am.amname
  std::vector<IndexKey> keys;
  std::vector<ColumnRef> include;
  bool unique = false;
  bool nulls_not_distinct = false;
  bool valid = true;  ///< pg_index.indisvalid; migrations always make valid ones
  ExpressionField predicate;
  Text options;  ///< storage parameters: "fastupdate=off, fillfactor=70"; sorted

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"method", &Index::method}, Field{"keys", &Index::keys}, Field{"include", &Index::include},
                 Field{"unique", &Index::unique}, Field{"nulls_not_distinct", &Index::nulls_not_distinct},
                 Field{"predicate", &Index::predicate}, Field{"options", &Index::options}, Field{"valid", &Index::valid});
  }
  friend bool operator==(const Index&, const Index&) = default;
};

}  // namespace pgplumb
