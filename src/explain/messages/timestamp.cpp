#include "explain/messages/timestamp.h"

#include <array>
#include <cctype>

namespace pgplumb {
namespace {

// 0 is a digit, A a letter, _ a digit or blank, ? any one character. The fuller ones first.
constexpr std::array<std::string_view, 4> shapes{"0000-00-00?00:00:00", "0000/00/00?00:00:00", "AAA _0 00:00:00", "00:00:00"};

bool fits(char c, char shape) {
  const auto byte = static_cast<unsigned char>(c);
  switch (shape) {
    case '0':
      return std::isdigit(byte);
    case 'A':
      return std::isalpha(byte);
    case '_':
      return c == ' ' || std::isdigit(byte);
    case '?':
      return c == ' ' || c == 'T';
    default:
      return c == shape;
  }
}

bool fits(std::string_view text, std::string_view shape) {
  if (text.size() < shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (!fits(text[i], shape[i])) return false;
  return true;
}

}  // namespace

std::string_view find_timestamp(std::string_view line) {
  // A collector's prefix (a pod's name) may stand before it; in JSON it is a member among the first.
  const std::string_view head = line.substr(0, line.find('{') < 64 ? 300 : 100);
  for (const auto shape : shapes)
    for (std::size_t at = 0; at + shape.size() <= head.size(); ++at)
      if (fits(head.substr(at), shape)) return head.substr(at, shape.size());
  return {};
}

}  // namespace pgplumb
