#include "kinds/collation/language_tag.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <vector>

namespace pgplumb {

namespace {

/// ICU's older keywords and values, and those of BCP 47 (CLDR's bcp47/collation.xml).
struct Renamed {
  std::string_view old_name, name;
};
constexpr std::array keywords = {Renamed{"colalternate", "ka"}, Renamed{"colbackwards", "kb"},
                                 Renamed{"colcaselevel", "kc"}, Renamed{"colcasefirst", "kf"},
                                 Renamed{"colnumeric", "kn"},   Renamed{"colnormalization", "kk"},
                                 Renamed{"colstrength", "ks"},  Renamed{"collation", "co"},
                                 Renamed{"colreorder", "kr"},   Renamed{"colhiraganaquaternary", "kh"}};
constexpr std::array values = {
    Renamed{"primary", "level1"},    Renamed{"secondary", "level2"},  Renamed{"tertiary", "level3"},
    Renamed{"quaternary", "level4"}, Renamed{"identical", "identic"}, Renamed{"non-ignorable", "noignore"},
    Renamed{"phonebook", "phonebk"}, Renamed{"traditional", "trad"},  Renamed{"dictionary", "dict"},
    Renamed{"no", "false"},          Renamed{"yes", "true"}};

template <class List>
std::string renamed(const List& list, const std::string& name) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Renamed& row) { return row.old_name == name; });
  return found == list.end() ? name : std::string(found->name);
}

std::vector<std::string> cut(std::string_view text, char sign) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(sign), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// A script has four letters and a capital, a region two of these.
std::string spelled(std::string part, bool is_language) {
  const auto raise = [](char& c) { c = static_cast<char>(std::toupper(static_cast<unsigned char>(c))); };
  if (!is_language && part.size() == 2) std::for_each(part.begin(), part.end(), raise);
  if (!is_language && part.size() == 4) raise(part.front());
  return part;
}

using Keywords = std::map<std::string, std::string>;

/// `ks-level2-kn`: a key has two letters, its values more.
Keywords read_extension(const std::vector<std::string>& parts) {
  Keywords found;
  std::string key;
  for (const std::string& part : parts) {
    if (part.size() == 2)
      found[key = part];
    else if (std::string& value = found[key]; part != "true")
      value += "-" + part;
  }
  return found;
}

void add_old_keywords(std::string_view text, Keywords& found) {
  for (const std::string& one : cut(text, ';')) {
    const auto sign = std::min(one.find('='), one.size());
    const std::string value = renamed(values, one.substr(std::min(sign + 1, one.size())));
    found[renamed(keywords, one.substr(0, sign))] = value == "true" ? "" : "-" + value;
  }
}

}  // namespace

std::string language_tag(std::string_view locale) {
  const std::string text = lower_case(locale);
  const auto at = std::min(text.find('@'), text.size());
  std::string plain = text.substr(0, at);
  std::replace(plain.begin(), plain.end(), '_', '-');
  std::vector<std::string> parts = cut(plain, '-');
  const auto extension = std::find(parts.begin(), parts.end(), "u");
  Keywords found;
  if (extension != parts.end()) found = read_extension({extension + 1, parts.end()});
  add_old_keywords(std::string_view(text).substr(std::min(at + 1, text.size())), found);
  parts.erase(extension, parts.end());
  if (parts.empty() || parts.front() == "root") parts = {"und"};
  std::string tag;
  for (const std::string& part : parts) tag += (tag.empty() ? "" : "-") + spelled(part, tag.empty());
  if (!found.empty()) tag += "-u";
  for (const auto& [key, value] : found) tag += "-" + key + value;
  return tag;
}

}  // namespace pgplumb
