// The edit of a Prisma schema that makes the model say what the others say.
#pragma once

#include <string>

#include "findings/case.h"

namespace pgplumb {

/// An attribute to write (`@@map("calls")`, `@@index([title], type: Gin)`) or what to change in a few words; "" where one
/// attribute cannot say it.
std::string model_edit(const Case& one);

}  // namespace pgplumb
