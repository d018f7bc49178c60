// The types of PostgreSQL that Prisma has words for.
#pragma once

#include <span>
#include <string_view>

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// A native type, as in `@db.VarChar(32)`.
struct NativeType {
  enum class Takes { nothing, length, positive_length, precision, precision_and_scale };
  std::string_view name;      ///< "VarChar"
  Scalar scalar;              ///< the one it goes with
  std::string_view postgres;  ///< PostgreSQL's internal name: "varchar"
  Takes takes = Takes::nothing;
  /// What PostgreSQL makes of it without arguments: char is char(1).
  std::string_view bare_modifiers = "";
};

std::span<const NativeType> native_types();
const NativeType* find_native_type(std::string_view name);

/// What a scalar without `@db.…` is: the native type and its modifiers, as in numeric(65,30).
struct ScalarType {
  std::string_view postgres;
  std::string_view modifiers = "";
};
ScalarType type_of(Scalar scalar);

}  // namespace pgplumb::prisma
