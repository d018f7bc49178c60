// Conditions of PL/pgSQL, asked of the draft instead of a server.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <string>
#include <string_view>

namespace pgplumb {

/// What the condition is at this point of the replay; nothing where that depends on rows, settings or what is not modelled.
std::optional<bool> evaluate_condition(Session& session, std::string_view condition);

/// The text that an expression gives, such as EXECUTE's; nothing where it is not constant.
std::optional<std::string> evaluate_text(Session& session, std::string_view expression);

}  // namespace pgplumb
