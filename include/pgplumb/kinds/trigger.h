#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// When a trigger or rule fires (pg_trigger.tgenabled, pg_rewrite.ev_enabled, pg_event_trigger.evtenabled O, A, R, D).
enum class Firing : unsigned char { enabled, always, replica, disabled };
std::string show_value(Firing value);

/// A trigger of a table or view (pg_trigger).
struct Trigger {
  static constexpr std::string_view kind = "trigger";
  Text timing;                     ///< "before", "after", "instead of"
  Text events;                     ///< "insert or update", always in PostgreSQL's order: insert, delete, update, truncate
  std::vector<ColumnRef> columns;  ///< UPDATE OF
  ExpressionField condition;       ///< WHEN
  RelationRef function;            ///< by its signature
  Text arguments;                  ///< `'a', 'b'`
  Text transition_tables;          ///< REFERENCING: "old as o, new as n"
  bool for_each_row = false;
  bool constraint = false;
  RelationRef referenced;  ///< FROM: the table that a constraint trigger's condition also reads; none for most
  bool deferrable = false;
  bool initially_deferred = false;
  Firing fires = Firing::enabled;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"timing", &Trigger::timing}, Field{"events", &Trigger::events}, Field{"columns", &Trigger::columns},
                 Field{"for_each_row", &Trigger::for_each_row}, Field{"condition", &Trigger::condition},
                 Field{"function", &Trigger::function}, Field{"arguments", &Trigger::arguments},
                 Field{"transition_tables", &Trigger::transition_tables}, Field{"constraint", &Trigger::constraint},
                 Field{"referenced", &Trigger::referenced}, Field{"deferrable", &Trigger::deferrable},
                 Field{"initially_deferred", &Trigger::initially_deferred}, Field{"fires", &Trigger::fires});
  }
  friend bool operator==(const Trigger&, const Trigger&) = default;
};

}  // namespace pgplumb
