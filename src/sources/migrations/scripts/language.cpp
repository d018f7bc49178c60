#include "sources/migrations/scripts/language.h"

#include <algorithm>
#include <array>

namespace pgplumb::scripts {

namespace {

constexpr std::array<std::string_view, 1> python_extensions{".py"};
constexpr std::array<std::string_view, 6> javascript_extensions{".js", ".ts", ".mjs", ".cjs", ".mts", ".cts"};
constexpr std::array<std::string_view, 1> go_extensions{".go"};

constexpr std::array rows = {
    Language{"python", python_extensions, "#", false, true, "\"'", "", false, true, "python"},
    Language{"javascript", javascript_extensions, "//", true, false, "\"'`", "", true, false, "npx tsx"},
    Language{"go", go_extensions, "//", true, false, "\"`'", "`", false, false, ""},
};

}  // namespace

std::span<const Language> languages() { return rows; }

const Language* language_of(std::string_view extension) {
  for (const Language& language : rows)
    if (std::find(language.extensions.begin(), language.extensions.end(), extension) != language.extensions.end())
      return &language;
  return nullptr;
}

}  // namespace pgplumb::scripts
