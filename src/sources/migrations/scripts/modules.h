// Files that a script imports functions from: read where one of these is called, and never run by themselves.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "sources/migrations/scripts/language.h"

namespace pgplumb::scripts {

class Interpreter;

/// Its places stand behind those of the script and of the modules before it, so that each tells whose it is.
struct Module {
  std::string text;
  std::size_t begin;
  Program program;
  std::unique_ptr<Interpreter> interpreter;

  bool holds(std::size_t at) const { return at >= begin && at <= begin + text.size(); }
};

class Modules {
 public:
  /// `end` is that of the script's text.
  Modules(const Language& language, std::size_t end);
  Modules(const Modules&) = delete;
  Modules& operator=(const Modules&) = delete;
  ~Modules();

  /// What the file at `importing` calls by this name; null where there is no such file.
  Module* find(const std::filesystem::path& importing, const std::string& name);
  /// In Go the files of a folder share their functions. Null where none of the others defines it.
  Module* find_in_package(const std::filesystem::path& importing, const std::string& function);

 private:
  Module* load(const std::filesystem::path& file);

  const Language& language_;
  std::size_t end_;
  std::map<std::filesystem::path, Module> modules_;
  std::map<std::pair<std::filesystem::path, std::string>, Module*> found_;  // by the importing file's folder
};

/// Whether the name is one of the program's own files, not of a package.
bool is_relative(const Language& language, const std::string& name);

/// The file that is meant; "" where there is none. A name without dots before it is looked for below the folders that the
/// importing file is in, as nothing tells here which of them the program is started in.
std::filesystem::path file_of_module(const Language& language, const std::filesystem::path& importing, const std::string& name);

}  // namespace pgplumb::scripts
