#include "sources/migrations/client_encoding.h"

#include <iconv.h>
#include <pgplumb/pattern.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>

#include "sources/utf8.h"
#include "sql/script_scanner.h"

namespace pgplumb {

namespace {

/// Behind the last word that may set an encoding; 0 where there is none.
std::size_t end_of_mentions(std::string_view text) {
  constexpr std::array words = {"client_encoding", "CLIENT_ENCODING", "\\encoding", "set names", "SET NAMES"};
  std::size_t end = 0;
  for (const std::string_view word : words)
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at)) end = std::max(end, at += word.size());
  return end;
}

/// What the piece sets the encoding to, "utf8" where it takes the setting back; none where it does not set it.
std::optional<std::string> encoding_set_in(std::string_view piece) {
  static const Pattern sets(
      R"(SET\s+(?:(?:SESSION|LOCAL)\s+)?(?:client_encoding\s*(?:=|TO\b)|NAMES\b)\s*['"]?([\w-]+)['"]?\s*|\\encoding\s+'?([\w-]+)'?\s*)",
      Pattern::Letters::of_either_case);
  static const Pattern resets(R"(RESET\s+(?:client_encoding|ALL)\s*)", Pattern::Letters::of_either_case);
  if (resets.matches(piece)) return "utf8";
  const auto groups = sets.match(piece);
  if (groups.empty()) return std::nullopt;
  return std::string(groups[1].empty() ? groups[2] : groups[1]);
}

/// PostgreSQL takes any case, and nothing but letters and digits count (clean_encoding_name in common/encnames.c).
std::string letters_and_digits(std::string_view name) {
  std::string cleaned;
  for (const unsigned char letter : name)
    if (std::isalnum(letter)) cleaned += static_cast<char>(std::tolower(letter));
  return cleaned;
}

/// As the C library calls it; "" for UTF-8, and for bytes that are in no encoding.
std::string name_in_library(std::string_view name) {
  const std::string cleaned = letters_and_digits(name);
  constexpr std::array unchanged = {"utf8", "unicode", "sqlascii", "default"};
  if (std::find(unchanged.begin(), unchanged.end(), cleaned) != unchanged.end()) return {};
  struct Prefix {
    std::string_view here, there;
  };
  constexpr std::array prefixes = {Prefix{"windows", "CP"}, Prefix{"win", "CP"},   Prefix{"iso8859", "ISO-8859-"},
                                   Prefix{"koi8", "KOI8-"}, Prefix{"euc", "EUC-"}, Prefix{"shiftjis", "SJIS"}};
  for (const auto& [here, there] : prefixes)
    if (cleaned.starts_with(here)) return std::string(there) + cleaned.substr(here.size());
  return cleaned;
}

/// None where the library has no such encoding, or the bytes are not in it.
std::optional<std::string> convert(std::string_view bytes, const std::string& from) {
  const iconv_t converter = iconv_open("UTF-8", from.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  constexpr std::size_t longest = 4;  // bytes in UTF-8 of one that was a byte
  std::string text(bytes.size() * longest, '\0');
  char* in = const_cast<char*>(bytes.data());  // iconv() does not write there
  char* out = text.data();
  std::size_t in_left = bytes.size(), out_left = text.size();
  const bool is_converted = iconv(converter, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1);
  iconv_close(converter);
  text.resize(text.size() - out_left);
  return is_converted ? std::optional(std::move(text)) : std::nullopt;
}

class Converted {
 public:
  explicit Converted(std::string_view text) : text_(text) {}

  /// What stands from here on is in another encoding.
  void change_at(std::size_t at, std::string encoding) {
    append_until(at);
    encoding_ = std::move(encoding);
  }
  std::string whole() && {
    append_until(text_.size());
    return std::move(done_);
  }

 private:
  void append_until(std::size_t end) {
    const std::string_view part = text_.substr(at_, end - at_);
    const auto converted = encoding_.empty() ? std::nullopt : convert(part, encoding_);
    done_ += converted ? *converted : part;
    at_ = end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string encoding_, done_;
};

}  // namespace

std::string in_utf8(std::string text) {
  const std::size_t end = is_ascii(text) ? 0 : end_of_mentions(text);
  if (end == 0) return text;
  Converted converted(text);
  ScriptScanner scanner(text);
  for (auto piece = scanner.next(); piece && piece->begin < end; piece = scanner.next())
    if (const auto encoding = encoding_set_in(std::string_view(text).substr(piece->begin, piece->end - piece->begin)))
      converted.change_at(piece->end, name_in_library(*encoding));
  return std::move(converted).whole();
}

}  // namespace pgplumb
