#include "history/tools/canonical_uri.h"

#include <fmt/format.h>
#include <pgplumb/pattern.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace pgplumb {

namespace {

bool is_letter_or_digit(char letter) { return std::isalnum(static_cast<unsigned char>(letter)); }
bool is_unreserved(char letter) {
  return is_letter_or_digit(letter) || std::string_view("-_.!~*'()").find(letter) != std::string_view::npos;
}
bool is_allowed(char letter) {
  return is_unreserved(letter) || std::string_view(";/?:@&=+$,[]%#").find(letter) != std::string_view::npos;
}

std::string escaped(char letter) { return fmt::format("%{:02X}", static_cast<unsigned char>(letter)); }

/// The letter that begins here, or that is escaped here; and how long that is.
std::pair<char, std::size_t> letter_at(std::string_view text) {
  unsigned char code = 0;
  const char* end = text.data() + std::min<std::size_t>(text.size(), 3);
  const bool is_escape = text.front() == '%' && text.size() > 2 && std::from_chars(text.data() + 1, end, code, 16).ptr == end;
  return is_escape ? std::pair(static_cast<char>(code), std::size_t{3}) : std::pair(text.front(), std::size_t{1});
}

std::string with_usual_escapes(std::string_view text) {
  std::string usual;
  while (!text.empty()) {
    const auto [letter, length] = letter_at(text);
    const bool stands = length == 1 ? is_allowed(letter) : is_unreserved(letter);
    usual += stands ? std::string(1, letter) : escaped(letter);
    text.remove_prefix(length);
  }
  return usual;
}

}  // namespace

std::string canonical_uri(std::string_view text) {
  const std::string escaped_text = with_usual_escapes(text);
  // scheme :// user@ host :port path rest
  static const Pattern parts(R"(([A-Za-z][A-Za-z0-9+.-]*:)(?://((?:[^/?#@]*@)?)(\[[^\]]*\]|[^/?#:@]*)(:[0-9]*)?)?([^?#]*)(.*))");
  const auto found = parts.match(escaped_text);
  if (found.empty()) return escaped_text;
  enum { whole, scheme, user, host, port, path, rest };
  const std::string kind = lower_case(found[scheme]);
  const bool has_authority = escaped_text.substr(found[scheme].size()).starts_with("//");
  const bool is_web = kind == "http:" || kind == "https:";
  if (!has_authority || !is_web) return kind + escaped_text.substr(kind.size());
  const std::string_view usual_port = kind == "http:" ? ":80" : ":443";
  const bool names_port = !found[port].empty() && found[port] != ":" && found[port] != usual_port;
  const bool lacks_path = found[path].empty() && !found[rest].starts_with('?');
  return kind + "//" + std::string(found[user]) + lower_case(found[host]) + std::string(names_port ? found[port] : "") +
         std::string(lacks_path ? "/" : found[path]) + std::string(found[rest]);
}

}  // namespace pgplumb
