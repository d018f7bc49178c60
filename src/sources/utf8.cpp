#include "sources/utf8.h"

#include <cstdint>
#include <cstring>

namespace pgplumb {

namespace {

/// The length of the UTF-8 sequence at `i`; 0 where there is none.
std::size_t sequence_length(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t n) { return i + n < text.size() ? static_cast<unsigned char>(text[i + n]) : 0u; };
  const auto continues = [&](std::size_t n) { return (byte(n) & 0xC0) == 0x80; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F)) return 0;
    return continues(1) && continues(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if ((first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F)) return 0;
    return continues(1) && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

/// How many bytes at the beginning are ASCII, as most of a script is: eight at a time, up to seven of them left.
std::size_t ascii_length(std::string_view text) {
  std::size_t i = 0;
  for (std::uint64_t eight = 0; i + sizeof eight <= text.size(); i += sizeof eight) {
    std::memcpy(&eight, text.data() + i, sizeof eight);
    if (eight & 0x8080808080808080) break;
  }
  return i;
}

}  // namespace

bool is_ascii(std::string_view text) {
  for (std::size_t i = ascii_length(text); i < text.size(); ++i)
    if (static_cast<unsigned char>(text[i]) >= 0x80) return false;
  return true;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t i = ascii_length(text); i < text.size(); i += ascii_length(text.substr(i))) {
    const std::size_t length = sequence_length(text, i);
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

}  // namespace pgplumb
