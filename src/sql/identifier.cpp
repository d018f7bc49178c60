#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <cctype>
#include <numeric>
#include <utility>
#include <vector>

#include "sql/keywords.h"

namespace pgplumb {
namespace {

/// `text` between quotes of one kind, those inside doubled.
std::string between(char quote, std::string_view text) {
  std::string quoted(1, quote);
  for (const char c : text) {
    if (c == quote) quoted += c;
    quoted += c;
  }
  return quoted += quote;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

}  // namespace

std::string quote_identifier(std::string_view name) {
  if (std::none_of(name.begin(), name.end(), is_control)) return between('"', name);
  std::string escaped;
  for (const char c : name) {
    if (is_control(c))
      escaped += fmt::format("\\{:04X}", static_cast<unsigned char>(c));
    else
      escaped.append(c == '\\' ? 2 : 1, c);
  }
  return "U&" + between('"', escaped);
}

std::string quote_where_needed(std::string_view name) {
  const auto may_begin = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto may_follow = [&](char c) { return may_begin(c) || (c >= '0' && c <= '9'); };
  const bool is_plain = !name.empty() && may_begin(name.front()) && std::all_of(name.begin(), name.end(), may_follow);
  return is_plain && !is_keyword_with_a_role(name) ? std::string(name) : quote_identifier(name);
}

std::string quote_qualified(const Symbol& name) {
  const Symbol* schema = name.parent;
  if (!schema || schema->text == "public") return quote_identifier(name.text);
  return quote_identifier(schema->text) + "." + quote_identifier(name.text);
}

std::string quote_literal(std::string_view text) {
  if (text.find('\\') == std::string_view::npos) return between('\'', text);
  std::string escaped;
  for (const char c : text) escaped.append(c == '\\' ? 2 : 1, c);
  return "E" + between('\'', escaped);
}

std::string lower_case(std::string_view text) {
  std::string folded(text);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

std::string upper_case(std::string_view text) {
  std::string raised(text);
  for (char& c : raised)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return raised;
}

std::string_view truncate_identifier(std::string_view name, std::size_t limit) {
  if (name.size() <= limit) return name;
  while (limit > 0 && continues_character(name[limit])) --limit;
  return name.substr(0, limit);
}

std::string make_object_name(std::string_view name1, std::string_view name2, std::string_view label) {
  const std::size_t overhead = (name2.empty() ? 0 : 1) + (label.empty() ? 0 : label.size() + 1);
  const std::size_t available = max_identifier_bytes > overhead ? max_identifier_bytes - overhead : 0;
  std::size_t length1 = name1.size();
  std::size_t length2 = name2.size();
  while (length1 + length2 > available) --(length1 > length2 ? length1 : length2);
  std::string name(truncate_identifier(name1, length1));
  if (!name2.empty()) name.append("_").append(truncate_identifier(name2, length2));
  if (!label.empty()) name.append("_").append(label);
  return name;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const auto same = [](char left, char right) { return lower(left) == lower(right); };
  using Row = std::vector<std::size_t>;  // distances of a prefix of a to every prefix of b
  Row before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = last[j] + (same(a[i], b[j]) ? 0 : 1);
      row[j + 1] = std::min({replaced, row[j] + 1, last[j + 1] + 1});
      const bool is_swapped = i > 0 && j > 0 && same(a[i], b[j - 1]) && same(a[i - 1], b[j]);
      if (is_swapped) row[j + 1] = std::min(row[j + 1], before_last[j - 1] + 1);
    }
  }
  return row.back();
}

bool near_enough(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t shorter = std::min(a.size(), b.size());
  if ((longer - shorter) * 3 > longer) return false;
  return edit_distance(a, b) * 3 <= longer;
}

}  // namespace pgplumb
