#include "reports/code_points.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace pgplumb::reports {

namespace {

struct Range {
  char32_t first, last;
};

// Of Unicode 15: general categories Cc, Cf, Zs, Zl and Zp, the variation selectors and the letters that are drawn empty.
constexpr Range deceptive[] = {
    {0x00, 0x1F},     {0x7F, 0xA0},     {0xAD, 0xAD},       {0x34F, 0x34F},     {0x600, 0x605},
    {0x61C, 0x61C},   {0x6DD, 0x6DD},   {0x70F, 0x70F},     {0x115F, 0x1160},   {0x1680, 0x1680},
    {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x2000, 0x200F},   {0x2028, 0x202F},   {0x205F, 0x206F},
    {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// How many bytes a code point with this first byte has; 0 for a byte that begins none.
std::size_t size_after(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool is_scalar_value(char32_t value, std::size_t size) {
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  return value >= smallest[size] && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const CodePoint invalid{lead, 1, false};
  const std::size_t size = size_after(lead);
  if (size == 0 || text.size() < size) return invalid;
  if (!std::all_of(text.begin() + 1, text.begin() + size, is_continuation)) return invalid;
  constexpr std::array<unsigned char, 5> lead_bits{0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t value = lead & lead_bits[size];
  for (std::size_t i = 1; i < size; ++i) value = value << 6 | (static_cast<unsigned char>(text[i]) & 0x3F);
  return is_scalar_value(value, size) ? CodePoint{value, size, true} : invalid;
}

bool is_deceptive(char32_t code_point) {
  const auto range = std::find_if(std::begin(deceptive), std::end(deceptive), [&](Range r) { return code_point <= r.last; });
  return range != std::end(deceptive) && code_point >= range->first;
}

}  // namespace pgplumb::reports
