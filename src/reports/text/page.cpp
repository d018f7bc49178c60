#include "reports/text/page.h"

#include <pgplumb/reports/report.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "reports/code_points.h"

namespace pgplumb::reports {

namespace {

constexpr std::size_t least_gap = 2;    // spaces between neighbours on one line
constexpr std::size_t least_room = 15;  // with less for a text than this, wrapping it would hurt more than a long line

/// Cuts before the spaces that would cross `width`; a longer word stands alone.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines{""};
  while (!text.empty()) {
    const std::size_t word = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t end = std::min(text.find(' ', word), text.size());
    std::string& line = lines.back();
    if (line.empty() || width_of(line) + width_of(text.substr(0, end)) <= width) {
      line += text.substr(0, end);
    } else {
      lines.emplace_back(text.substr(word, end - word));
    }
    text.remove_prefix(end);
  }
  return lines;
}

}  // namespace

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const std::size_t colour = text.starts_with("\x1b[") ? text.find('m') + 1 : 0;  // 0 for none
    if (colour == 0) ++width;
    text.remove_prefix(colour > 0 ? colour : first_code_point(text).size);
  }
  return width;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string filled(text);
  const std::size_t taken = width_of(text);
  if (taken < width) filled.append(width - taken, ' ');
  return filled;
}

void Page::add(std::string_view line) {
  if (std::exchange(blank_is_due_, false)) text_ += '\n';
  const std::size_t last = line.find_last_not_of(' ');
  text_ += line.substr(0, last == std::string_view::npos ? 0 : last + 1);
  text_ += '\n';
}

void Page::blank() { blank_is_due_ = !text_.empty(); }

void Page::prose(std::string_view lead, std::string_view text, std::string_view right) {
  const std::size_t indent = width_of(lead);
  const std::size_t reserved = indent + (right.empty() ? 0 : width_of(right) + least_gap);
  const auto lines = wrapped(neutralise(text), width_ >= reserved + least_room ? width_ - reserved : std::string::npos);
  std::string first = std::string(lead) + lines.front();
  if (!right.empty()) {
    const std::size_t start = std::max(width_, width_of(right)) - width_of(right);
    first = padded(first, std::max(start, width_of(first) + least_gap)) + std::string(right);
  }
  add(first);
  for (std::size_t i = 1; i < lines.size(); ++i) add(std::string(indent, ' ') + lines[i]);
}

void Page::whole(std::string_view lead, std::string_view text) { add(std::string(lead) + neutralise(text)); }

void Page::lines(std::string_view lead, std::string_view text) {
  std::string margin(lead);
  while (true) {
    const std::size_t end = text.find('\n');
    whole(margin, text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
    margin.assign(width_of(lead), ' ');
  }
}

void Page::row(std::span<const Cell> cells) {
  std::string line;
  for (const Cell& cell : cells) {
    if (!line.empty() && width_of(line) + least_gap > cell.column) {
      add(line);
      line.clear();
    }
    line = padded(line, cell.column);
    if (&cell == &cells.back()) return prose(line, cell.text);
    line += neutralise(cell.text);
  }
}

}  // namespace pgplumb::reports
