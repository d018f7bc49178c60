#include <pgplumb/pattern.h>

#include <iterator>
#include <regex>

namespace pgplumb {

namespace {

Pattern::Groups groups_of(const std::cmatch& found) {
  Pattern::Groups groups;
  for (const std::csub_match& group : found)
    groups.push_back(group.matched ? std::string_view(group.first, static_cast<std::size_t>(group.length()))
                                   : std::string_view());
  return groups;
}

}  // namespace

struct Pattern::Compiled {
  std::regex regex;
};

Pattern::Pattern(std::string_view expression, Letters letters)
    : compiled_(std::make_shared<const Compiled>(Compiled{std::regex(
          expression.begin(), expression.end(),
          letters == Letters::of_either_case ? std::regex::ECMAScript | std::regex::icase : std::regex::ECMAScript)})) {}

Pattern::Groups Pattern::match(std::string_view text) const {
  std::cmatch found;
  return std::regex_match(text.data(), text.data() + text.size(), found, compiled_->regex) ? groups_of(found) : Groups();
}

Pattern::Groups Pattern::find(std::string_view text) const {
  std::cmatch found;
  return std::regex_search(text.data(), text.data() + text.size(), found, compiled_->regex) ? groups_of(found) : Groups();
}

std::vector<Pattern::Groups> Pattern::find_all(std::string_view text) const {
  std::vector<Groups> all;
  for (std::cregex_iterator found(text.data(), text.data() + text.size(), compiled_->regex), end; found != end; ++found)
    all.push_back(groups_of(*found));
  return all;
}

std::string Pattern::replace(std::string_view text, const char* with) const {
  std::string replaced;
  std::regex_replace(std::back_inserter(replaced), text.begin(), text.end(), compiled_->regex, with);
  return replaced;
}

}  // namespace pgplumb
