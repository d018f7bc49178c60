#include "sql/window_frame.h"

#include <pgplumb/sql/identifier.h>

#include <array>

#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

constexpr std::string_view frame = "frame ";
constexpr char offset = '?';

/// FRAMEOPTION_… of nodes/parsenodes.h.
struct FrameWord {
  int option;
  std::string_view word;
};
constexpr std::array units = {FrameWord{FRAMEOPTION_RANGE, "range"}, FrameWord{FRAMEOPTION_ROWS, "rows"},
                              FrameWord{FRAMEOPTION_GROUPS, "groups"}};
constexpr std::array starts = {FrameWord{FRAMEOPTION_START_UNBOUNDED_PRECEDING, "unbounded preceding"},
                               FrameWord{FRAMEOPTION_START_UNBOUNDED_FOLLOWING, "unbounded following"},
                               FrameWord{FRAMEOPTION_START_CURRENT_ROW, "current row"},
                               FrameWord{FRAMEOPTION_START_OFFSET_PRECEDING, "? preceding"},
                               FrameWord{FRAMEOPTION_START_OFFSET_FOLLOWING, "? following"}};
constexpr std::array ends = {
    FrameWord{FRAMEOPTION_END_UNBOUNDED_PRECEDING, "unbounded preceding"},
    FrameWord{FRAMEOPTION_END_UNBOUNDED_FOLLOWING, "unbounded following"}, FrameWord{FRAMEOPTION_END_CURRENT_ROW, "current row"},
    FrameWord{FRAMEOPTION_END_OFFSET_PRECEDING, "? preceding"}, FrameWord{FRAMEOPTION_END_OFFSET_FOLLOWING, "? following"}};
constexpr std::array exclusions = {FrameWord{FRAMEOPTION_EXCLUDE_CURRENT_ROW, " exclude current row"},
                                   FrameWord{FRAMEOPTION_EXCLUDE_GROUP, " exclude group"},
                                   FrameWord{FRAMEOPTION_EXCLUDE_TIES, " exclude ties"}};

template <class List>
std::string word_among(const List& list, int options) {
  for (const FrameWord& row : list)
    if (options & row.option) return std::string(row.word);
  return {};
}

}  // namespace

Expression window_frame(const ::WindowDef& window, std::vector<Expression> offsets) {
  const int options = window.frameOptions;
  return make(Expression::Kind::other,
              std::string(frame) + word_among(units, options) + " between " + word_among(starts, options) + " and " +
                  word_among(ends, options) + word_among(exclusions, options),
              std::move(offsets));
}

bool is_window_frame(const Expression& expression) {
  return expression.kind == Expression::Kind::other && expression.text.starts_with(frame);
}

bool is_range_frame(const Expression& expression) {
  return is_window_frame(expression) && expression.text.substr(frame.size()).starts_with(units.front().word);
}

std::string display_window_frame(const Expression& expression) {
  std::string text;
  std::size_t next = 0;
  for (const char letter : upper_case(expression.text.substr(frame.size())))
    text += letter == offset ? display_expression(expression.args[next++]) : std::string(1, letter);
  return text;
}

}  // namespace pgplumb
