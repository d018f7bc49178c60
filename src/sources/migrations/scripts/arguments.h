// What a call is given.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/migrations/scripts/value.h"

namespace pgplumb::scripts {

struct Argument {
  std::string keyword;  ///< "" for one by position, "**" for several that are not known
  Value value;
};
using Arguments = std::vector<Argument>;

const Argument* keyword(const Arguments& arguments, std::string_view name);
std::vector<Value> by_position(const Arguments& arguments);

/// A record: a mapping whose keys are names.
Value record(std::vector<std::pair<std::string_view, Value>> members);

bool is_none(const Value& value);
/// True and False; none of anything else.
std::optional<bool> truth_of(const Value& value);

}  // namespace pgplumb::scripts
