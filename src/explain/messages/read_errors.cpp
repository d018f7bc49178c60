#include <pgplumb/explain/incident.h>

#include <algorithm>

#include "explain/conditions.h"
#include "explain/messages/json_line.h"
#include "explain/messages/marks.h"
#include "explain/messages/tally.h"
#include "explain/messages/timestamp.h"

namespace pgplumb {
namespace {

// Bounds on looking around, so that a log of one endless line is still read in time that grows with its size.
constexpr std::size_t longest_line = 64 * 1024;
constexpr std::size_t longest_look_for_time = 16 * 1024;

class LogReader {
 public:
  explicit LogReader(std::string_view log) : log_(log) {}
  std::vector<ErrorReport> read();

 private:
  void go_to_line_of(std::size_t at);
  std::size_t line_begin() const { return static_cast<std::size_t>(line_.data() - log_.data()); }
  std::size_t line_end() const { return line_begin() + line_.size(); }
  std::string_view time_of_line();
  void read_record();

  std::string_view log_;
  std::string_view line_;
  bool line_is_json_ = false;
  std::size_t read_to_ = 0;
  std::string_view last_time_;  // the last timestamp before looked_to_
  std::size_t looked_to_ = 0;
  Tally tally_;
};

/// An endless line is taken in pieces.
void LogReader::go_to_line_of(std::size_t at) {
  if (line_.data() && at < line_end()) return;
  const std::size_t floor = std::max(line_.data() ? line_end() : 0, at > longest_line ? at - longest_line : 0);
  const auto line_break = log_.substr(floor, at - floor).rfind('\n');
  const std::size_t begin = line_break == std::string_view::npos ? floor : floor + line_break + 1;
  const auto ahead = log_.substr(begin, at - begin + longest_line);
  line_ = ahead.substr(0, ahead.find('\n', at - begin));
  line_is_json_ = is_json_line(line_);
}

/// The line's own timestamp, else that of the nearest line before it that has one: tracebacks have it in their first line only.
std::string_view LogReader::time_of_line() {
  const std::size_t floor = std::max(looked_to_, line_begin() > longest_look_for_time ? line_begin() - longest_look_for_time : 0);
  auto before = floor < line_end() ? log_.substr(floor, line_end() - floor) : std::string_view{};
  looked_to_ = line_end();
  while (!before.empty()) {
    before.remove_suffix(before.ends_with('\n') ? 1 : 0);
    const auto line_break = before.rfind('\n');
    const auto last_line = before.substr(line_break == std::string_view::npos ? 0 : line_break + 1);
    if (const auto found = find_timestamp(last_line); !found.empty()) return last_time_ = found;
    before.remove_suffix(last_line.size());
  }
  return last_time_;
}

/// All that is in a JSON line is one record, and tells of one error: the first in it.
void LogReader::read_record() {
  const std::string record = undo_json_escapes(line_);
  Marks marks(record);
  std::optional<Sighting> sighting;
  for (auto mark = marks.next(0); mark && !sighting; mark = marks.next(mark->at))
    sighting = mark->dialect->read({record, mark->at, true});
  if (!sighting) return;
  sighting->teller = "JSON";
  tally_.add(*sighting, time_of_line());
}

std::vector<ErrorReport> LogReader::read() {
  Marks marks(log_);
  for (auto mark = marks.next(0); mark; mark = marks.next(read_to_)) {
    go_to_line_of(mark->at);
    if (line_is_json_) {
      read_record();
      read_to_ = line_end();
    } else if (auto sighting = mark->dialect->read({log_, mark->at})) {
      read_to_ = std::max(sighting->end, mark->at + 1);
      tally_.add(*sighting, time_of_line());
    }
  }
  return std::move(tally_).reports();
}

}  // namespace

std::vector<ErrorReport> read_errors(std::string_view log) {
  auto reports = LogReader(log).read();
  for (auto& report : reports) report.error = condition_name(report.sqlstate);
  return reports;
}

}  // namespace pgplumb
