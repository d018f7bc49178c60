// Which of two types holds more.
#pragma once

#include "findings/severity.h"

namespace pgplumb {

/// What it means that the database's type is not the expected one: an error where values that fit the one do not fit the other,
/// or where the two cannot be compared at all; a warning otherwise.
Judgement judge_type(const DataType& expected, const DataType& actual);

}  // namespace pgplumb
