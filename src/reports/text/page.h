// Lines of limited width, and the columns they keep.
//
// Every text that comes from files or databases passes through here and is neutralised here; a `lead` is composed by the reports
// themselves and may hold colours.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace pgplumb::reports {

/// In code points, colours not counted.
std::size_t width_of(std::string_view text);
/// Filled up with spaces to `width`.
std::string padded(std::string_view text, std::size_t width);

/// A text that starts at a column of its line, counted from 0.
struct Cell {
  std::size_t column;
  std::string text;
};

class Page {
 public:
  explicit Page(std::size_t width) : width_(width) {}

  /// One empty line between what is above and below; never two, none at the top or the end.
  void blank();
  /// Wrapped at spaces, below the first line indented as wide as `lead`; `right` ends the first line at the right edge.
  void prose(std::string_view lead, std::string_view text, std::string_view right = {});
  /// On one line, however long: a path, a name.
  void whole(std::string_view lead, std::string_view text);
  /// SQL, commands and edits: never wrapped, one line for each of theirs.
  void lines(std::string_view lead, std::string_view text);
  /// A row of a table. A cell whose column is taken already goes to the next line, the last one is wrapped.
  void row(std::span<const Cell> cells);

  std::size_t width() const { return width_; }
  const std::string& text() const { return text_; }

 private:
  void add(std::string_view line);

  std::size_t width_;
  std::string text_;
  bool blank_is_due_ = false;
};

/// Labels on the left, what they label on the right.
class Entries {
 public:
  Entries(Page& page, std::string margin, std::size_t label_width)
      : page_(page), margin_(std::move(margin)), label_width_(label_width) {}

  // As Page's functions; an empty label continues the entry above.
  void prose(std::string_view label, std::string_view text) { page_.prose(lead(label), text); }
  void whole(std::string_view label, std::string_view text) { page_.whole(lead(label), text); }
  void lines(std::string_view label, std::string_view text) { page_.lines(lead(label), text); }
  /// Where the right side starts.
  std::size_t column() const { return width_of(margin_) + label_width_; }
  std::size_t room() const { return page_.width() > column() ? page_.width() - column() : 0; }

 private:
  std::string lead(std::string_view label) const { return margin_ + padded(label, label_width_); }

  Page& page_;
  std::string margin_;
  std::size_t label_width_;
};

}  // namespace pgplumb::reports
