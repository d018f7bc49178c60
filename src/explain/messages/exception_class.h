// What drivers share that name an exception class after the server's condition.
#pragma once

#include <optional>
#include <string_view>

#include "explain/messages/dialect.h"

namespace pgplumb {

/// Reads `UndefinedColumn: message`, `UndefinedColumn) message` or `UndefinedColumnError'>: message` at the beginning of `line`,
/// a view into the passage behind its mark. Null where neither the class nor the message is one of the server's. The teller is
/// the caller's business.
std::optional<Sighting> read_exception(const Passage& passage, std::string_view line);

}  // namespace pgplumb
