// PostgreSQL's own functions, operators and implicit casts, and those of the extension citext, as tests/pairs/ask_signatures
// finds them in its catalog.
#pragma once

#include <pgplumb/sql/expression.h>

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pgplumb {

/// "int4", "citext"; null where no signature has it.
const Symbol* type_in_signatures(std::string_view name);

/// `(text,_text,int4=) bool`, the last with a default; `(text,_text...) text`. None where `type_named` gives nothing for a type.
std::optional<Signature> read_signature(std::string_view signature,
                                        const std::function<const Symbol*(std::string_view)>& type_named);

/// Empty where PostgreSQL has none of that name.
std::span<const Signature> functions_named(std::string_view name);
std::span<const Signature> operators_named(std::string_view name);
/// Of all functions, each once.
const std::vector<std::string_view>& function_names();

/// Whether values of one built-in type become the other's where it is called for (pg_cast.castcontext i). Arrays are not looked
/// at.
bool is_implicit_cast(const Symbol* from, const Symbol* to);

}  // namespace pgplumb
