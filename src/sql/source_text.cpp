#include <pgplumb/sql/parse.h>

#include <algorithm>
#include <cstring>

namespace pgplumb {
namespace {

/// Within a long line a mark stands every so many bytes, so that at() never counts further.
constexpr std::size_t mark_distance = 1024;

std::uint32_t code_points(const char* begin, const char* end) {
  return static_cast<std::uint32_t>(
      std::count_if(begin, end, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

SourceText::SourceText(std::string_view file, std::string text) : file_(remember_file(file)), text_(std::move(text)) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text_.starts_with(byte_order_mark)) text_.erase(0, byte_order_mark.size());

  const char* const start = text_.data();
  const char* const end = start + text_.size();
  Mark mark{0, 1, 1};
  marks_.push_back(mark);
  for (const char* here = start; here < end;) {
    const std::size_t reach = std::min(mark_distance, static_cast<std::size_t>(end - here));
    const auto* newline = static_cast<const char*>(std::memchr(here, '\n', reach));
    const char* next = newline ? newline + 1 : here + reach;
    mark = newline ? Mark{static_cast<std::size_t>(next - start), mark.line + 1, 1}
                   : Mark{static_cast<std::size_t>(next - start), mark.line, mark.column + code_points(here, next)};
    marks_.push_back(mark);
    here = next;
  }
}

Position SourceText::at(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), offset,
                                      [](std::size_t wanted, const Mark& mark) { return wanted < mark.offset; });
  const Mark& mark = *std::prev(after);
  return {file_, mark.line, mark.column + code_points(text_.data() + mark.offset, text_.data() + offset)};
}

}  // namespace pgplumb
