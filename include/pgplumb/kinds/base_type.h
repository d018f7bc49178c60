#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A base type (pg_type.typtype b), or a shell that stands for one (p).
struct BaseType {
  static constexpr std::string_view kind = "base type";
  Text definition;  ///< "input = pair_in, output = pair_out": sorted, what it has by default left out; "" of a shell

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"definition", &BaseType::definition});
  }
  friend bool operator==(const BaseType&, const BaseType&) = default;
};

}  // namespace pgplumb
