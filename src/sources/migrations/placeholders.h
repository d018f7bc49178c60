// What a tool replaces in a text before it runs it.
#pragma once

#include <pgplumb/pattern.h>

#include <map>
#include <string>
#include <string_view>

#include "sources/migrations/up_part.h"

namespace pgplumb {

using PlaceholderValues = std::map<std::string, std::string, std::less<>>;

struct PlaceholderForm {
  std::string_view begins_with;  ///< what every one begins with: most texts have none
  Pattern pattern;               ///< one of them; its first group is the name
};
const PlaceholderForm& dollar_braces();  ///< ${name}
const PlaceholderForm& double_braces();  ///< {{ name }}

/// Puts in the values that are known. The others stay.
void put_in_values(UpPart& part, const PlaceholderForm& form, const PlaceholderValues& values);

/// The same. A statement in which others remain is unresolved.
void resolve_placeholders(UpPart& part, const PlaceholderForm& form, const PlaceholderValues& values = {});

}  // namespace pgplumb
