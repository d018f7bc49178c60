#include "sources/prisma_config.h"

#include <pgplumb/pattern.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace pgplumb {

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  if (stream) text << stream.rdbuf();
  return text.str();
}

/// Lines that are comments altogether.
std::string without_comments(std::string_view text) {
  static const Pattern comment(R"((^|\n)[ \t]*(//|/?\*)[^\n]*)");
  return comment.replace(text, "\n");
}

/// The first group of the pattern, "" where it does not match.
std::string find(const std::string& text, const std::string& pattern) {
  const auto found = Pattern(pattern).find(text);
  return found.empty() ? std::string() : std::string(found[1]);
}

/// The path in `"prisma/schema.prisma"`, or in the strings of `path.join("prisma", "schema.prisma")`.
std::string path_of(const std::string& value) {
  static const Pattern literal(R"(["'`]([^"'`\n]+)["'`])");
  fs::path path;
  for (const auto& found : literal.find_all(value)) path /= found[1];
  return path.lexically_normal().string();
}

/// The value of a property that is a string literal, or a call with some.
std::string path_property(const std::string& code, const std::string& name) {
  return path_of(find(code, "\\b" + name + R"(\s*:\s*((?:[\w.]+\([^()]*\))|(?:["'`][^"'`\n]*["'`])))"));
}

std::string schema_of_package(const fs::path& file) {
  const auto package = nlohmann::json::parse(read_file(file), nullptr, false);
  const auto schema = nlohmann::json::json_pointer("/prisma/schema");
  return package.is_object() && package.contains(schema) && package[schema].is_string() ? package[schema].get<std::string>() : "";
}

}  // namespace

PrismaConfig read_prisma_config(std::string_view text) {
  const std::string code = without_comments(text);
  const std::string migrations = find(code, R"(\bmigrations\s*:\s*\{([^{}]*))");
  return {path_property(code, "schema"), path_property(migrations, "path"),
          find(code, R"(\burl\s*:\s*(?:env(?:<\w+>)?\(|process\.env[.\[])\s*["'`]?(\w+))")};
}

PrismaConfig find_prisma_config(const fs::path& folder) {
  for (const char* name : {"prisma.config.ts", "prisma.config.mts", "prisma.config.js", "prisma.config.mjs", "prisma.config.cjs"})
    if (fs::exists(folder / name)) return read_prisma_config(read_file(folder / name));
  return {schema_of_package(folder / "package.json"), {}, {}};
}

}  // namespace pgplumb
