// The one sentence that says what is wrong.
#pragma once

#include "findings/case.h"

namespace pgplumb {

std::string message_of(const Case& one);

/// What one source says in the case's fields: "varchar(32)", "ON DELETE SET NULL, ON UPDATE CASCADE"; the object described for
/// presence.
std::string value_in(const Case& one, std::size_t source);

}  // namespace pgplumb
