// Regular expressions, in the grammar that ECMAScript and PCRE2 have in common, of bytes: `\w` and letters of either case are
// those of ASCII, `^` and `$` the ends of the text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

class Pattern {
 public:
  enum class Letters { as_written, of_either_case };
  explicit Pattern(std::string_view expression, Letters letters = Letters::as_written);

  /// What was found, then what each group of the pattern holds of it: parts of the text, "" for a group that has none. Empty
  /// where nothing was found.
  using Groups = std::vector<std::string_view>;
  /// The text as a whole.
  Groups match(std::string_view text) const;
  /// The first place in the text.
  Groups find(std::string_view text) const;
  /// All places that do not overlap.
  std::vector<Groups> find_all(std::string_view text) const;

  bool matches(std::string_view text) const { return !match(text).empty(); }
  bool is_in(std::string_view text) const { return !find(text).empty(); }
  /// The text with something else in all these places.
  std::string replace(std::string_view text, std::string_view with) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace pgplumb
