// Addresses of networks and devices (utils/adt/inet_cidr_ntop.c, inet_net_pton.c, mac.c).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "sql/canonical/literals/literals.h"

namespace pgplumb {
namespace {

std::optional<int> number_in(std::string_view text, int base, int largest) {
  int number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  const bool is_read = !text.empty() && problem == std::errc() && end == text.data() + text.size();
  return is_read && number >= 0 && number <= largest ? std::optional(number) : std::nullopt;
}

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at; (at = text.find(separator)) != text.npos; text.remove_prefix(at + 1)) parts.push_back(text.substr(0, at));
  parts.push_back(text);
  return parts;
}

using Bytes = std::vector<int>;

/// One to four numbers.
std::optional<Bytes> read_v4(std::string_view text) {
  Bytes bytes;
  for (const std::string_view part : parts_of(text, '.')) {
    const auto byte = number_in(part, 10, 255);
    if (!byte || bytes.size() == 4) return std::nullopt;
    bytes.push_back(*byte);
  }
  return bytes;
}

/// Groups of 16 bits on one side of `::`; the last may be an address of version 4.
std::optional<Bytes> read_groups(std::string_view text) {
  Bytes groups;
  if (text.empty()) return groups;
  for (const std::string_view part : parts_of(text, ':')) {
    if (part.find('.') != part.npos) {
      const auto bytes = read_v4(part);
      if (!bytes || bytes->size() != 4) return std::nullopt;
      groups.push_back((*bytes)[0] * 256 + (*bytes)[1]);
      groups.push_back((*bytes)[2] * 256 + (*bytes)[3]);
      continue;
    }
    const auto group = number_in(part, 16, 0xffff);
    if (!group) return std::nullopt;
    groups.push_back(*group);
  }
  return groups;
}

std::optional<Bytes> read_v6(std::string_view text) {
  constexpr std::size_t count = 8;
  const std::size_t gap = text.find("::");
  auto groups = read_groups(text.substr(0, gap));
  if (!groups) return std::nullopt;
  if (gap != text.npos) {
    const auto behind = read_groups(text.substr(gap + 2));
    if (!behind || groups->size() + behind->size() >= count) return std::nullopt;
    groups->resize(count - behind->size());
    groups->insert(groups->end(), behind->begin(), behind->end());
  }
  return groups->size() == count ? groups : std::nullopt;
}

/// The longest run of at least two zeros is `::`.
std::string print_v6(const Bytes& groups) {
  std::size_t best = 0, best_length = 1;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::size_t length = 0;
    while (i + length < groups.size() && groups[i + length] == 0) ++length;
    if (length > best_length) best = i, best_length = length;
  }
  const bool has_gap = best_length > 1;
  const bool is_mapped = has_gap && best == 0 && (best_length == 6 || (best_length == 5 && groups[5] == 0xffff));
  std::string text;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (has_gap && i == best) {
      text += "::";
      i += best_length - 1;
      continue;
    }
    if (!text.empty() && text.back() != ':') text += ':';
    if (is_mapped && i == 6)
      return text + fmt::format("{}.{}.{}.{}", groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255);
    text += fmt::format("{:x}", groups[i]);
  }
  return text;
}

/// The class of a network that is written without a mask; never fewer bits than are written.
int class_bits(const Bytes& bytes) {
  const int first = bytes.front();
  const int bits = first >= 240 ? 32 : first >= 224 ? 8 : first >= 192 ? 24 : first >= 128 ? 16 : 8;
  return std::max(bits, static_cast<int>(bytes.size()) * 8);
}

LiteralText network(std::string_view text, bool always_with_mask) {
  const std::size_t slash = text.find('/');
  const std::string_view address = text.substr(0, slash);
  const bool is_v6 = address.find(':') != address.npos;
  const int all_bits = is_v6 ? 128 : 32;
  auto bytes = is_v6 ? read_v6(address) : read_v4(address);
  if (!bytes || (!is_v6 && !always_with_mask && bytes->size() < 4)) return std::nullopt;
  const auto written = slash == text.npos ? std::nullopt : number_in(text.substr(slash + 1), 10, all_bits);
  if (slash != text.npos && !written) return std::nullopt;
  const int bits = written ? *written : is_v6 || bytes->size() == 4 ? all_bits : class_bits(*bytes);
  if (!is_v6) bytes->resize(4);
  std::string result = is_v6 ? print_v6(*bytes) : fmt::format("{}", fmt::join(*bytes, "."));
  if (always_with_mask || bits != all_bits) result += fmt::format("/{}", bits);
  return result;
}

/// The digits in pairs; none where there are other signs among them, or another number of them.
std::optional<std::vector<std::string>> pairs_of_digits(std::string_view text, std::size_t count) {
  std::string digits;
  for (const char c : text) {
    if (c == ':' || c == '-' || c == '.') continue;
    const char lower = static_cast<char>(c >= 'A' && c <= 'F' ? c | 0x20 : c);
    if (!number_in(std::string_view(&lower, 1), 16, 15)) return std::nullopt;
    digits += lower;
  }
  if (digits.size() != 2 * count) return std::nullopt;
  std::vector<std::string> pairs;
  for (std::size_t i = 0; i < digits.size(); i += 2) pairs.push_back(digits.substr(i, 2));
  return pairs;
}

}  // namespace

LiteralText inet_literal(std::string_view text) { return network(text, false); }

LiteralText cidr_literal(std::string_view text) { return network(text, true); }

LiteralText macaddr_literal(std::string_view text) {
  const auto pairs = pairs_of_digits(text, 6);
  return pairs ? LiteralText(fmt::format("{}", fmt::join(*pairs, ":"))) : std::nullopt;
}

LiteralText macaddr8_literal(std::string_view text) {
  auto pairs = pairs_of_digits(text, 8);
  if (!pairs && (pairs = pairs_of_digits(text, 6))) pairs->insert(pairs->begin() + 3, {"ff", "fe"});
  return pairs ? LiteralText(fmt::format("{}", fmt::join(*pairs, ":"))) : std::nullopt;
}

}  // namespace pgplumb
