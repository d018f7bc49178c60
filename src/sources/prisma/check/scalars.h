#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

inline constexpr std::array<std::string_view, 9> scalar_names = {"String",  "Boolean",  "Int",  "BigInt", "Float",
                                                                 "Decimal", "DateTime", "Json", "Bytes"};

inline std::string_view name_of(Scalar scalar) { return scalar_names[static_cast<std::size_t>(scalar)]; }

inline std::optional<Scalar> find_scalar(std::string_view name) {
  for (std::size_t i = 0; i < scalar_names.size(); ++i)
    if (scalar_names[i] == name) return static_cast<Scalar>(i);
  return std::nullopt;
}

}  // namespace pgplumb::prisma
