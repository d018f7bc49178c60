#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A collation (pg_collation).
struct Collation {
  static constexpr std::string_view kind = "collation";
  Text provider;  ///< "libc", "icu", "builtin"
  Text locale;    ///< of libc LC_COLLATE; of icu a language tag
  Text lc_ctype;  ///< of libc, where it is not `locale`
  bool deterministic = true;
  Text rules;  ///< of icu (PostgreSQL 16 and later)

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"provider", &Collation::provider}, Field{"locale", &Collation::locale},
                 Field{"lc_ctype", &Collation::lc_ctype}, Field{"deterministic", &Collation::deterministic},
                 Field{"rules", &Collation::rules});
  }
  friend bool operator==(const Collation&, const Collation&) = default;
};

}  // namespace pgplumb
