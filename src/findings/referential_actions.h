// What the actions of a foreign key do to the children of a row, in words.
#pragma once

#include <string>

#include "findings/case.h"

namespace pgplumb {

/// "deleting a Company is refused instead of blanking companyId": what happens, and what was stated.
std::string what_actions_do(const Case& one);

/// "onDelete: Restrict": the arguments of @relation that state the actions as they are.
std::string relation_arguments(const Case& one);

}  // namespace pgplumb
