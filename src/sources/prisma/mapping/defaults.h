#pragma once

#include <optional>
#include <string>

#include "sources/prisma/mapping/mapping.h"

namespace pgplumb::prisma {

/// What a field's @default asks of the database.
struct Default {
  enum class Kind {
    none,       ///< nothing, or a function of the client's: uuid(), cuid()
    numbering,  ///< autoincrement()
    unknown,    ///< dbgenerated() without an expression: some default
    expression
  };
  Kind kind = Kind::none;
  std::string sql;        ///< of an expression, as Prisma writes it into DDL
  std::string also = {};  ///< another spelling that Prisma reads as the same; "" for none
};
Default default_of(const Field& field, const DataType& type);

}  // namespace pgplumb::prisma
