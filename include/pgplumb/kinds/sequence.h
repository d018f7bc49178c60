#pragma once

#include <pgplumb/kinds/field.h>

#include <cstdint>

namespace pgplumb {

/// A sequence (pg_sequence). One that a column owns goes and comes with that column.
struct Sequence {
  static constexpr std::string_view kind = "sequence";
  Text data_type = "int8";  ///< PostgreSQL's internal name
  std::int64_t start = 1;
  std::int64_t increment = 1;
  std::int64_t minimum = 1;
  std::int64_t maximum = 0;  ///< as stored: the type's highest where nothing was said
  std::int64_t cache = 1;
  bool cycle = false;
  MemberRef owned_by;  ///< OWNED BY, SERIAL, IDENTITY; none for a sequence by itself

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"data_type", &Sequence::data_type}, Field{"start", &Sequence::start},
                 Field{"increment", &Sequence::increment}, Field{"minimum", &Sequence::minimum},
                 Field{"maximum", &Sequence::maximum}, Field{"cache", &Sequence::cache}, Field{"cycle", &Sequence::cycle},
                 Field{"owned_by", &Sequence::owned_by});
  }
  friend bool operator==(const Sequence&, const Sequence&) = default;
};

}  // namespace pgplumb
