#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// Where a column's numbers come from: `serial` is a default of nextval() of any sequence (pg_attrdef), the two
/// others are pg_attribute.attidentity a and d.
enum class Identity : unsigned char { none, serial, always, by_default };
std::string show_value(Identity value);

/// A column (pg_attribute).
struct Column {
  static constexpr std::string_view kind = "column";
  DataType type;
  bool not_null = false;
  Identity identity = Identity::none;
  /// Canonical, null for none; also null for `serial`, whose nextval() is the identity field's business, and for generated
  /// columns.
  ExpressionField default_value;
  /// GENERATED ALWAYS AS (…); null for an ordinary column.
  ExpressionField generated;
  ObjectRef collation;  ///< none for the type's own
  /// What SET STORAGE, SET COMPRESSION, SET STATISTICS and SET (…) made unusual, sorted: "compression=pglz, n_distinct=5,
  /// statistics=500, storage=external" (pg_attribute.attcompression, attoptions, attstattarget, attstorage).
  Text storage;
  /// Of a foreign table's column: "column_name=n" (pg_attribute.attfdwoptions).
  Text foreign_options;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"type", &Column::type}, Field{"not_null", &Column::not_null}, Field{"default", &Column::default_value},
                 Field{"identity", &Column::identity}, Field{"generated", &Column::generated},
                 Field{"collation", &Column::collation}, Field{"storage", &Column::storage},
                 Field{"foreign_options", &Column::foreign_options});
  }
  friend bool operator==(const Column&, const Column&) = default;
};

}  // namespace pgplumb
