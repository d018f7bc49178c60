// The command line, without the library that takes it apart: that one is known to command_line.cpp alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pgplumb {

/// What one command takes, in the order in which its --help lists it. A value that the command line does not give stays as it is.
class CommandLine {
 public:
  explicit CommandLine(CLI::App& app) : app_(app) {}

  // Bare words, by the order in which they are declared.
  void required_word(const std::string& name, std::string& value, const std::string& help);
  void word(const std::string& name, std::string& value, const std::string& help);
  void words(const std::string& name, std::vector<std::string>& values, const std::string& help);

  void flag(const std::string& name, bool& value, const std::string& help);

  // `type` is what --help calls the value.
  void option(const std::string& name, const std::string& type, std::string& value, const std::string& help);
  void option(const std::string& name, const std::string& type, std::optional<std::string>& value, const std::string& help);
  /// May be given more than once, with one value each time.
  void repeatable(const std::string& name, const std::string& type, std::vector<std::string>& values, const std::string& help);
  /// One of these values.
  void choice(const std::string& name, const std::vector<std::string>& of, std::string& value, const std::string& help);
  /// Some of these values, with commas between them.
  void choices(const std::string& name, const std::string& type, const std::vector<std::string>& of,
               std::vector<std::string>& values, const std::string& help);

 private:
  CLI::App& app_;
};

}  // namespace pgplumb
