// Which of two types holds more.
#pragma once

#include "findings/severity.h"

namespace pgplumb {

/// A column's type, and what its source knows of it.
struct JudgedType {
  const DataType& type;
  bool is_enum;
};

/// Whether the actual type takes fewer characters or digits; no modifier means no limit.
bool is_shorter(const DataType& expected, const DataType& actual);

/// What it means that a column is of the one type where the other is expected. `for_prisma`: as Prisma Client 7.10 meets it,
/// whose parameters have no types of their own; else as statements with typed values do.
Judgement judge_type(const JudgedType& expected, const JudgedType& actual, bool for_prisma);

}  // namespace pgplumb
