// psql's variables, and the arguments of its commands.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace pgplumb {

/// `:name`, `:'name'`, `:"name"`, `:{?name}` in a text.
struct PsqlReference {
  std::string_view name;
  char form;         ///< what stands behind the colon; ' ' for the first of them
  std::size_t size;  ///< of all of it, in bytes
};
/// The one at `at`, where a colon stands.
std::optional<PsqlReference> psql_reference_at(std::string_view text, std::size_t at);

/// Where the next one of a text of SQL begins, from `begin` to before `end`: in no quotes and no comment, and no `::`; `end`
/// where there is none.
std::size_t next_psql_reference(std::string_view sql, std::size_t begin, std::size_t end);

class PsqlVariables {
 public:
  /// nullopt: it is set to what is not known.
  void set(std::string name, std::optional<std::string> value) { values_[std::move(name)] = std::move(value); }
  void unset(std::string_view name);
  bool has(std::string_view name) const { return values_.contains(name); }
  /// What psql puts in for it; nullopt where that is not known. The variable must be set, but for `:{?name}`.
  std::optional<std::string> value_of(const PsqlReference& reference) const;

 private:
  std::map<std::string, std::optional<std::string>, std::less<>> values_;
};

/// The rest of a command's line, argument by argument (psqlscanslash.l).
class PsqlArguments {
 public:
  struct Argument {
    std::string text = {};
    bool is_known = true;   ///< no `command` and no unknown variable in it
    std::string asks = {};  ///< the variable of `:{?name}` that is not set here
  };

  PsqlArguments(std::string_view line, const PsqlVariables& variables) : line_(line), variables_(variables) {}

  std::optional<Argument> next();
  /// All that are left, with this between them; `is_known` where each is.
  Argument rest(std::string_view between);
  /// From where the last argument ended: another command, which begins with a backslash; "" at the end of the line.
  std::string_view behind() const { return line_.substr(at_); }

 private:
  void take_piece(Argument& argument);
  void take_single_quoted(Argument& argument);
  void take_reference(Argument& argument, const PsqlReference& reference);

  std::string_view line_;
  std::size_t at_ = 0;
  const PsqlVariables& variables_;
};

}  // namespace pgplumb
