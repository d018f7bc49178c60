// Names inside of literals: 'public.orders'::regclass.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pgplumb {

/// Of which the names of operators are (op_chars of scan.l).
inline constexpr std::string_view operator_characters = "+-*/<>=~!@#%^&|`?";

struct WrittenName {
  std::string schema;  ///< "" where it is not qualified
  std::string name;
};

/// A name as its text writes it (stringToQualifiedNameList in utils/adt/regproc.c); none where it is no name.
std::optional<WrittenName> read_name(std::string_view text);

/// The name as PostgreSQL prints it, without the schemas that a search_path finds anyway.
std::string printed_name(const WrittenName& name);

}  // namespace pgplumb
