#include "sources/migrations/layouts/sqitch_project.h"

#include <pgplumb/sql/identifier.h>

#include <map>
#include <string>

#include "sources/migrations/lines.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// The values by "section.key", of `[engine "pg"]` by "engine.pg.key"; sections and keys in lower case.
using Settings = std::map<std::string, std::string>;

std::string section_in(std::string_view header) {
  const std::string_view inside = header.substr(1, header.find(']') - 1);
  const std::size_t quote = inside.find('"');
  const std::string name = lower_case(trimmed(inside.substr(0, quote)));
  if (quote == std::string_view::npos) return name;
  const std::string_view of = inside.substr(quote + 1);
  return name + "." + std::string(of.substr(0, of.find('"')));
}

std::string value_in(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('"')) return std::string(text.substr(1, text.find('"', 1) - 1));
  return std::string(trimmed(text.substr(0, text.find_first_of("#;"))));
}

Settings read_settings(const fs::path& file) {
  Settings settings;
  std::string section;
  if (!fs::is_regular_file(file)) return settings;
  for_each_line(read_sql_file(file), [&](std::string_view line, std::size_t) {
    line = trimmed(line);
    if (line.starts_with('[')) section = section_in(line);
    const std::size_t equals = line.find('=');
    const bool is_setting = !line.empty() && std::string_view("#;[").find(line.front()) == std::string_view::npos;
    if (is_setting && equals != std::string_view::npos)
      settings[section + "." + lower_case(trimmed(line.substr(0, equals)))] = value_in(line.substr(equals + 1));
  });
  return settings;
}

/// The engine's own setting comes before the project's.
fs::path path_set(const Settings& settings, const std::string& key, const fs::path& folder, const fs::path& otherwise) {
  for (const std::string section : {"engine.pg.", "core."})
    if (const auto found = settings.find(section + key); found != settings.end()) return folder / found->second;
  return otherwise;
}

}  // namespace

SqitchProject sqitch_project(const fs::path& folder) {
  const fs::path above = folder.parent_path();
  if (folder.filename() == "deploy" && !fs::exists(folder / "sqitch.plan") && fs::exists(above / "sqitch.plan"))
    return {above / "sqitch.plan", folder};
  const Settings settings = read_settings(folder / "sqitch.conf");
  const fs::path top = path_set(settings, "top_dir", folder, folder).lexically_normal();
  return {path_set(settings, "plan_file", folder, top / "sqitch.plan").lexically_normal(),
          path_set(settings, "deploy_dir", folder, top / "deploy").lexically_normal()};
}

}  // namespace pgplumb
