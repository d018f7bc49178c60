#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// How uniqueness was declared: ADD CONSTRAINT … UNIQUE, or CREATE UNIQUE INDEX.
enum class UniqueForm : unsigned char { constraint, index };
std::string show_value(UniqueForm value);

/// Uniqueness over plain columns: a unique constraint (contype u), or a unique btree index without predicate and expressions
/// (which enforces the same and satisfies ON CONFLICT). Other unique indexes are of kind Index.
struct Unique {
  static constexpr std::string_view kind = "unique";
  std::vector<ColumnRef> columns;  ///< in index order
  UniqueForm form = UniqueForm::index;
  bool nulls_not_distinct = false;  ///< pg_index.indnullsnotdistinct, PostgreSQL 15 and later
  bool deferrable = false;
  bool initially_deferred = false;
  /// What the index has beyond its columns, canonical: sort orders, operator classes, INCLUDE; "" for the usual index.
  Text options;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"columns", &Unique::columns}, Field{"form", &Unique::form},
                 Field{"nulls_not_distinct", &Unique::nulls_not_distinct}, Field{"deferrable", &Unique::deferrable},
                 Field{"initially_deferred", &Unique::initially_deferred}, Field{"options", &Unique::options});
  }
  friend bool operator==(const Unique&, const Unique&) = default;
};

}  // namespace pgplumb
