// What the extensions of a server have, of which files say no more than CREATE EXTENSION.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace pgplumb {

/// A function, an operator, or under the name "cast" an implicit cast.
struct ExtensionRoutine {
  std::string schema, name;
  std::string signature;  ///< `(geometry,_int4,float8=) geometry`
};
using ExtensionRoutines = std::vector<ExtensionRoutine>;

/// Gives those of the servers that are compared, and waits for it where need be.
using AskExtensions = std::function<std::shared_ptr<const ExtensionRoutines>()>;

}  // namespace pgplumb
