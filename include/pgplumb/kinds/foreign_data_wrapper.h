#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A foreign-data wrapper (pg_foreign_data_wrapper).
struct ForeignDataWrapper {
  static constexpr std::string_view kind = "foreign data wrapper";
  RoutineRef handler;
  RoutineRef validator;
  Text options;  ///< "debug=true"; what may be a secret is hidden

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"handler", &ForeignDataWrapper::handler}, Field{"validator", &ForeignDataWrapper::validator},
                 Field{"options", &ForeignDataWrapper::options});
  }
  friend bool operator==(const ForeignDataWrapper&, const ForeignDataWrapper&) = default;
};

}  // namespace pgplumb
