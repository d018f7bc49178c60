#include "sources/dotenv.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace pgplumb {

namespace {

using Variables = std::map<std::string, std::string>;

bool is_name_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.' || c == '-'; }

/// Walks over the text of a .env file.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  Variables read() {
    while (!rest_.empty()) {
      read_line();
      skip_line();
    }
    return std::move(variables_);
  }

 private:
  void read_line() {
    skip_blanks();
    constexpr std::string_view exported = "export ";
    if (rest_.starts_with(exported)) rest_.remove_prefix(exported.size());
    skip_blanks();
    const std::string name = take_name();
    skip_blanks();
    if (name.empty() || !rest_.starts_with('=')) return;
    rest_.remove_prefix(1);
    skip_blanks();
    variables_[name] = take_value();
  }

  void skip_blanks() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) rest_.remove_prefix(1);
  }
  void skip_line() { rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size() - 1) + 1); }

  std::string take_name() {
    std::size_t length = 0;
    while (length < rest_.size() && is_name_character(rest_[length])) ++length;
    return take(length);
  }

  std::string take_value() {
    const char quote = rest_.empty() ? '\0' : rest_.front();
    const auto end = quote == '"' || quote == '\'' || quote == '`' ? closing_quote(quote) : std::string_view::npos;
    if (end == std::string_view::npos) return take_bare();
    rest_.remove_prefix(1);
    std::string value = take(end - 1);
    if (quote == '\'') return value;
    return expanded(quote == '"' ? unescaped(value) : value);
  }

  std::size_t closing_quote(char quote) const {
    std::size_t at = 1;
    while (at < rest_.size() && rest_[at] != quote) at += quote == '"' && rest_[at] == '\\' ? 2 : 1;
    return at < rest_.size() ? at : std::string_view::npos;
  }

  /// Up to the end of the line or a comment, which a blank comes before: the # of a password is none.
  std::string take_bare() {
    std::string value = take(std::min(rest_.find_first_of("\r\n"), rest_.size()));
    if (value.starts_with('#')) value.clear();
    value.resize(std::min({value.find(" #"), value.find("\t#"), value.size()}));
    value.erase(value.find_last_not_of(" \t") + 1);
    return expanded(value);
  }

  static std::string unescaped(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\\' || i + 1 == text.size()) {
        result += text[i];
        continue;
      }
      const char next = text[++i];
      result += next == 'n' ? '\n' : next == 'r' ? '\r' : next;
    }
    return result;
  }

  std::string expanded(const std::string& text) const {
    std::string result;
    std::size_t done = 0;
    for (auto at = text.find("${"); at != text.npos; at = text.find("${", done)) {
      const auto end = text.find('}', at);
      if (end == text.npos) break;
      result += text.substr(done, at - done) + value_of(text.substr(at + 2, end - at - 2));
      done = end + 1;
    }
    return result + text.substr(done);
  }

  std::string value_of(const std::string& name) const {
    const auto found = variables_.find(name);
    if (found != variables_.end()) return found->second;
    const char* value = std::getenv(name.c_str());
    return value ? value : "";
  }

  std::string take(std::size_t length) {
    std::string taken(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return taken;
  }

  std::string_view rest_;
  Variables variables_;
};

}  // namespace

std::map<std::string, std::string> read_dotenv(std::string_view text) { return Reader(text).read(); }

std::map<std::string, std::string> read_dotenv_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  if (stream) text << stream.rdbuf();
  return read_dotenv(text.str());
}

}  // namespace pgplumb
