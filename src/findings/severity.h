// How bad a case is, and what breaks at run time because of it.
#pragma once

#include "findings/case.h"

namespace pgplumb {

/// What a client meets, and how bad that is. docs/rules/ tells the reasons, a page a rule.
struct Judgement {
  Severity severity;
  std::optional<Consequence> consequence;
};
Judgement judge_case(const Case& one);

/// Whether statements, subscribers and the like name such objects, as against those that do their work by whatever name.
bool is_called_by_name(const Case& one);

}  // namespace pgplumb
