#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// What the type of a range type's multiranges is called (pg_range.rngmultitypid, PostgreSQL 14 and later): a second name of the
/// range type, which it is one object with. Equal when name and schema are, whatever the comparison takes the name for.
struct MultirangeName {
  const Symbol* symbol = nullptr;
  friend bool operator==(MultirangeName a, MultirangeName b) {
    if (a.symbol == b.symbol) return true;
    return a.symbol && b.symbol && a.symbol->text == b.symbol->text && same_name(a.symbol->parent, b.symbol->parent);
  }
};
std::string show_value(const MultirangeName& value);

/// A range type (pg_range).
struct RangeType {
  static constexpr std::string_view kind = "range type";
  DataType subtype;
  /// What CREATE TYPE says besides: "subtype_diff = float8mi"; sorted, defaults left out.
  Text options;
  MultirangeName multirange;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"subtype", &RangeType::subtype}, Field{"options", &RangeType::options},
                 Field{"multirange", &RangeType::multirange});
  }
  friend bool operator==(const RangeType&, const RangeType&) = default;
};

}  // namespace pgplumb
