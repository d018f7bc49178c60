// A plain folder of SQL files, and one file by itself.
#include <algorithm>
#include <cctype>

#include "sources/migrations/layouts.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) { return std::tolower(letter); });
  return text;
}

bool is_up_script(const fs::path& path) {
  const std::string name = lower_case(path.filename().string());
  return name.ends_with(".sql") && !name.ends_with(".down.sql") && name != "down.sql";
}

bool is_digit(char letter) { return std::isdigit(static_cast<unsigned char>(letter)); }

/// The digits at `at` without leading zeros; `at` moves behind them.
std::string_view take_number(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == '0') ++at;
  const std::size_t first = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return text.substr(first, at - first);
}

/// 2_b.sql before 10_a.sql: runs of digits count as numbers.
bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const auto left = take_number(a, i), right = take_number(b, j);
      if (left.size() != right.size()) return left.size() < right.size();
      if (left != right) return left < right;
    } else if (a[i] != b[j]) {
      return a[i] < b[j];
    } else {
      ++i, ++j;
    }
  }
  return a.size() - i < b.size() - j;
}

std::vector<fs::path> up_scripts(const fs::path& path) {
  std::vector<fs::path> scripts;
  for (const auto& entry : fs::directory_iterator(path))
    if (entry.is_regular_file() && is_up_script(entry.path())) scripts.push_back(entry.path());
  std::sort(scripts.begin(), scripts.end(),
            [](const fs::path& a, const fs::path& b) { return natural_less(a.filename().string(), b.filename().string()); });
  return scripts;
}

}  // namespace

bool is_sql_folder(const fs::path& path) { return fs::is_directory(path) && !up_scripts(path).empty(); }

MigrationList list_sql_folder(const fs::path& path) {
  MigrationList list;
  for (const fs::path& script : up_scripts(path)) list.files.push_back({script.filename().string(), script});
  return list;
}

bool is_single_file(const fs::path& path) { return fs::is_regular_file(path) || fs::is_fifo(path); }

MigrationList list_single_file(const fs::path& path) { return {{{path.filename().string(), path}}, {}}; }

}  // namespace pgplumb
