#include <pgplumb/sql/parse.h>

#include <algorithm>
#include <cstring>

namespace pgplumb {
namespace {

/// Within a long line a mark stands every so many bytes, so that at() never counts further.
constexpr std::size_t mark_distance = 1024;

/// Bytes that do not continue another's character, eight at a time: those without the bits 10 in front.
std::uint32_t code_points(const char* begin, const char* end) {
  std::uint32_t count = 0;
  for (std::uint64_t eight = 0; end - begin >= 8; begin += sizeof eight) {
    std::memcpy(&eight, begin, sizeof eight);
    constexpr std::uint64_t ones = 0x0101010101010101;
    count += static_cast<std::uint32_t>((((~(eight >> 7) | (eight >> 6)) & ones) * ones) >> 56);  // their sum is the highest byte
  }
  for (; begin < end; ++begin) count += (static_cast<unsigned char>(*begin) & 0xC0) != 0x80;
  return count;
}

/// The last mark that does not lie behind the offset. Places are mostly asked for in their order, so it is looked for near the
/// last one first.
template <class Marks>
std::size_t mark_before(const Marks& marks, std::size_t offset) {
  constexpr std::size_t near = 8;
  thread_local std::size_t last = 0;
  std::size_t first = 0, end = marks.size();
  if (last < end && marks[last].offset <= offset && (last + near >= end || offset < marks[last + near].offset)) {
    first = last;
    end = std::min(last + near, end);
  }
  const auto lies_behind = [](std::size_t wanted, const auto& mark) { return wanted < mark.offset; };
  const auto at = [&](std::size_t i) { return marks.begin() + static_cast<std::ptrdiff_t>(i); };
  return last = static_cast<std::size_t>(std::upper_bound(at(first), at(end), offset, lies_behind) - marks.begin()) - 1;
}

}  // namespace

void Extract::append(std::string_view sql, std::size_t from) {
  if (sql.empty()) return;
  const bool goes_on =
      !pieces_.empty() && !pieces_.back().is_made && pieces_.back().from + (text_.size() - pieces_.back().begin) == from;
  if (!goes_on) pieces_.push_back({text_.size(), from});
  text_ += sql;
}

void Extract::append_made(std::string_view sql, std::size_t place) {
  if (sql.empty()) return;
  pieces_.push_back({text_.size(), place, true});
  text_ += sql;
}

std::size_t Extract::origin_of(std::size_t offset) const {
  if (pieces_.empty()) return 0;
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](std::size_t wanted, const Piece& piece) { return wanted < piece.begin; });
  const Piece& piece = after == pieces_.begin() ? *after : *std::prev(after);
  return piece.is_made ? piece.from : piece.from + (offset - piece.begin);
}

SourceText::SourceText(std::string_view file, std::string_view whole, Extract sql) : SourceText(file, std::string(whole)) {
  extract_ = std::move(sql);
}

SourceText::SourceText(std::string_view file, std::string text) : file_(remember_file(file)), text_(std::move(text)) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text_.starts_with(byte_order_mark)) text_.erase(0, byte_order_mark.size());

  const char* const start = text_.data();
  const char* const end = start + text_.size();
  Mark mark{0, 1, 1};
  constexpr std::size_t usual_line = 32;  // bytes
  marks_.reserve(text_.size() / usual_line);
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
  offset = std::min(extract_ ? extract_->origin_of(offset) : offset, text_.size());
  const Mark& mark = marks_[mark_before(marks_, offset)];
  return {file_, mark.line, mark.column + code_points(text_.data() + mark.offset, text_.data() + offset)};
}

}  // namespace pgplumb
