#include "sources/migrations/scripts/modules.h"

#include <pgplumb/pattern.h>

#include <algorithm>

#include "sources/migrations/folder.h"
#include "sources/migrations/read_text.h"
#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

namespace fs = std::filesystem;

namespace {

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

/// With one of the language's extensions, or the file that stands for a folder.
fs::path file_at(const Language& language, const fs::path& path) {
  if (language_of(path.extension().string()) == &language && is_file(path)) return path;
  const std::string of_folder = language.name == "python" ? "/__init__" : "/index";
  const std::string whole = path.string(), without_extension = fs::path(path).replace_extension().string();
  for (const std::string& stem : {whole, without_extension, whole + of_folder})  // './a.js' is a.ts before it is compiled
    for (const std::string_view extension : language.extensions)
      if (const fs::path file = stem + std::string(extension); is_file(file)) return file;
  return {};
}

/// ".lib.columns" is ./lib/columns, "..lib" ../lib, "app.columns" app/columns.
fs::path path_of(const Language& language, const std::string& name) {
  if (language.name != "python") return name.starts_with("@/") || name.starts_with("~/") ? name.substr(2) : name;
  const std::size_t dots = std::min(name.find_first_not_of('.'), name.size());
  fs::path path = dots > 0 ? "." : "";
  for (std::size_t i = 1; i < dots; ++i) path /= "..";
  std::string below = name.substr(dots);
  std::replace(below.begin(), below.end(), '.', '/');
  return path / below;
}

bool is_there(const Language& language, const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored) || !file_at(language, path).empty();
}

/// Names of one word are of packages; nothing else tells them from the program's own ones.
bool is_of_package(const Language& language, const std::string& name) {
  return language.name == "go" || (language.name == "javascript" && name.find('/') == std::string::npos);
}

}  // namespace

bool is_relative(const Language& language, const std::string& name) {
  return name.starts_with('.') || (language.name == "javascript" && (name.starts_with("@/") || name.starts_with("~/")));
}

fs::path file_of_module(const Language& language, const fs::path& importing, const std::string& name) {
  const fs::path path = path_of(language, name);
  fs::path folder = fs::absolute(importing).parent_path();
  if (name.starts_with('.')) return file_at(language, (folder / path).lexically_normal());
  if (is_of_package(language, name)) return {};
  for (; folder.has_relative_path(); folder = folder.parent_path())
    for (const fs::path& root : {folder, folder / "src"})
      if (is_there(language, root / *path.begin()))
        if (fs::path file = file_at(language, root / path); !file.empty()) return file;
  return {};
}

Modules::Modules(const Language& language, std::size_t end) : language_(language), end_(end) {}
Modules::~Modules() = default;

Module* Modules::find(const fs::path& importing, const std::string& name) {
  const auto [place, is_new] = found_.try_emplace({importing.parent_path(), name}, nullptr);
  if (!is_new) return place->second;
  const fs::path file = file_of_module(language_, importing, name);
  return place->second = file.empty() ? nullptr : load(file);
}

Module* Modules::find_in_package(const fs::path& importing, const std::string& function) {
  const auto [place, is_new] = found_.try_emplace({importing.parent_path(), "func " + function}, nullptr);
  if (!is_new) return place->second;
  const Pattern defines("(?:^|\n)func " + function + "\\(");
  for (const fs::path& file : files_in(importing.parent_path())) {
    const bool may_define = file.extension() == ".go" && file != importing && !file.string().ends_with("_test.go");
    if (may_define && defines.is_in(read_sql_file(file))) return place->second = load(file);
  }
  return nullptr;
}

Module* Modules::load(const fs::path& file) {
  const auto [place, is_new] = modules_.try_emplace(file);
  Module& module = place->second;
  if (!is_new) return &module;
  module.text = read_sql_file(file);
  module.begin = end_ + 1;
  end_ = module.begin + module.text.size();
  module.program = read_program(language_, module.text, module.begin);
  module.interpreter = std::make_unique<Interpreter>(language_, ProgramText{file, module.text, module.begin}, *this);
  module.interpreter->load(module.program);
  return &module;
}

}  // namespace pgplumb::scripts
