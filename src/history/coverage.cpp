#include "history/coverage.h"

#include <algorithm>
#include <map>
#include <set>

#include "history/natural_order.h"
#include "history/tool.h"

namespace pgplumb {

namespace {

bool covers_earlier(const HistoryRecord& record) {
  return record.covers_earlier && record.state != HistoryRecord::State::rolled_back;
}

class Covering {
 public:
  explicit Covering(Timeline& timeline) : timeline_(timeline), tool_(*timeline.table->tool) {
    for (TimelineRow& row : timeline.rows) {
      by_key_[tool_.key_of(*row.migration)] = &row;
      knows_graph_ |= tool_.follows_graph && !row.migration->behind.empty();
    }
  }

  void cover_with(const HistoryRecord& record) {
    const auto own = by_key_.find(record.key);
    const bool has_file = own != by_key_.end();
    if (has_file && knows_graph_) return cover_what_leads_to(*own->second, record);
    if (!has_file && tool_.follows_graph) return doubt_rest();
    for (TimelineRow& row : timeline_.rows) {
      if (has_file && &row == own->second) break;
      if (has_file || natural_less(tool_.key_of(*row.migration), record.key)) cover(row, record);
    }
  }
  void settle_doubts() {
    for (TimelineRow& row : timeline_.rows) row.is_uncertain = has_unknown_version_ && !row.record;
  }

 private:
  void doubt_rest() { has_unknown_version_ = true; }

  void cover_what_leads_to(const TimelineRow& row, const HistoryRecord& record) {
    for (const std::string& version : row.migration->behind) {
      const auto found = by_key_.find(version);
      if (found == by_key_.end() || !seen_.insert(found->second).second) continue;
      cover(*found->second, record);
      cover_what_leads_to(*found->second, record);
    }
  }

  void cover(TimelineRow& row, const HistoryRecord& covering) {
    if (row.record) return;
    HistoryRecord& record = timeline_.derived.emplace_back();
    record.key = record.name = row.migration->name;
    record.only_marked = covering.only_marked;
    row.record = &record;
    row.is_record_derived = true;
  }

  Timeline& timeline_;
  const HistoryTool& tool_;
  std::map<std::string, TimelineRow*, std::less<>> by_key_;
  std::set<const TimelineRow*> seen_;
  bool knows_graph_ = false, has_unknown_version_ = false;
};

}  // namespace

void cover_earlier(Timeline& timeline) {
  Covering covering(timeline);
  for (const HistoryRecord& record : timeline.table->records)
    if (covers_earlier(record)) covering.cover_with(record);
  covering.settle_doubts();
}

}  // namespace pgplumb
