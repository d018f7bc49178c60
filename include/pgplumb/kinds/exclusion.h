#pragma once

#include <pgplumb/kinds/index.h>

namespace pgplumb {

/// One key of an exclusion constraint, with the operator that no two rows may satisfy.
struct ExclusionKey {
  IndexKey key;
  Text op;  ///< "&&", "=", "extensions.<>"

  friend bool operator==(const ExclusionKey&, const ExclusionKey&) = default;
};
std::string show_value(const ExclusionKey& value);
std::string show_value(const std::vector<ExclusionKey>& value);

/// An exclusion constraint (pg_constraint.contype x) with its index.
struct Exclusion {
  static constexpr std::string_view kind = "exclusion";
  Text method;  ///< pg_am.amname
  std::vector<ExclusionKey> keys;
  std::vector<ColumnRef> include;
  ExpressionField predicate;
  bool deferrable = false;
  bool initially_deferred = false;
  Text options;  ///< storage parameters, as of Index

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"method", &Exclusion::method}, Field{"keys", &Exclusion::keys}, Field{"include", &Exclusion::include},
                 Field{"predicate", &Exclusion::predicate}, Field{"deferrable", &Exclusion::deferrable},
                 Field{"initially_deferred", &Exclusion::initially_deferred}, Field{"options", &Exclusion::options});
  }
  friend bool operator==(const Exclusion&, const Exclusion&) = default;
};

}  // namespace pgplumb
