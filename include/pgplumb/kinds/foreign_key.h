#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// ON DELETE and ON UPDATE (pg_constraint.confdeltype, confupdtype: a r c n d).
enum class ReferentialAction : unsigned char { no_action, restrict, cascade, set_null, set_default };
std::string show_value(ReferentialAction value);  ///< "NO ACTION", "RESTRICT", …

/// A foreign key (pg_constraint.contype f).
struct ForeignKey {
  static constexpr std::string_view kind = "foreign key";
  std::vector<ColumnRef> columns;
  RelationRef target;
  std::vector<ColumnRef> target_columns;
  ReferentialAction on_delete = ReferentialAction::no_action;
  ReferentialAction on_update = ReferentialAction::no_action;
  /// Those that ON DELETE SET NULL or SET DEFAULT sets, empty for all (pg_constraint.confdelsetcols, PostgreSQL 15 and later).
  std::vector<ColumnRef> set_columns;
  bool match_full = false;
  bool deferrable = false;
  bool initially_deferred = false;
  bool validated = true;  ///< pg_constraint.convalidated

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"columns", &ForeignKey::columns}, Field{"target", &ForeignKey::target},
                 Field{"target_columns", &ForeignKey::target_columns}, Field{"on_delete", &ForeignKey::on_delete},
                 Field{"on_update", &ForeignKey::on_update}, Field{"set_columns", &ForeignKey::set_columns},
                 Field{"match_full", &ForeignKey::match_full}, Field{"deferrable", &ForeignKey::deferrable},
                 Field{"initially_deferred", &ForeignKey::initially_deferred}, Field{"validated", &ForeignKey::validated});
  }
  friend bool operator==(const ForeignKey&, const ForeignKey&) = default;
};

}  // namespace pgplumb
