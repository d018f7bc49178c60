// Errors that do not name their object: which objects they can be about.
#pragma once

#include <string>
#include <vector>

#include "explain/causes/evidence.h"

namespace pgplumb {

/// The error once for each object that it can be about, filled in; the error itself where it names its object.
struct Candidates {
  std::vector<ErrorReport> errors;
  std::vector<std::string> checked;  ///< "12 models: the other 11 have their tables"; empty where nothing had to be looked for
};
Candidates name_object(const ErrorReport& error, const Evidence& evidence);

}  // namespace pgplumb
