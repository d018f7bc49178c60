#include <algorithm>

#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

constexpr std::size_t longest_aligned_place = 40;
constexpr std::size_t gap = 5;

/// "chat at localhost, schema public".
std::string place_of(const SourceSummary& source) {
  const bool detail_belongs_to_place = source.role == "database" && !source.detail.empty();
  return detail_belongs_to_place ? source.place + ", " + source.detail : source.place;
}

/// "9 files (prisma)", "13 tables, PostgreSQL 15.8".
std::string contents_of(const SourceSummary& source) {
  const bool has_detail = source.role != "database" && !source.detail.empty();
  std::string text = has_detail ? source.detail : counted(source.tables, "table");
  if (!source.server.empty()) text += ", " + source.server;
  if (source.state == "in-part") text += ", read in part";
  return text;
}

/// "NOT LOOKED AT: DATABASE_URL is not set", "NOT READ: chat at db: connection refused".
std::string why_not_read(const SourceSummary& source) {
  std::string text = source.state == "not-read" ? "NOT READ" : "NOT LOOKED AT";
  for (const std::string& part : {source.place, source.detail}) {
    if (!part.empty()) text += ": " + part;
  }
  return text;
}

bool was_read(const SourceSummary& source) { return source.state == "read" || source.state == "in-part"; }

std::size_t label_width(const CheckResult& result) {
  std::size_t width = width_of("migrations");
  for (const SourceSummary& source : result.sources) width = std::max(width, width_of(neutralise(source.id)));
  return width + 2;
}

std::size_t place_width(const CheckResult& result) {
  std::size_t width = 0;
  for (const SourceSummary& source : result.sources) {
    const std::size_t place = width_of(neutralise(place_of(source)));
    if (was_read(source) && place <= longest_aligned_place) width = std::max(width, place);
  }
  return width + gap;
}

void write_missing(Page& page, const SourceSummary& source, std::size_t label_width) {
  page.prose(padded(neutralise(source.id), label_width), why_not_read(source));
}

}  // namespace

void write_sources(Page& page, const CheckResult& result) {
  const std::size_t label = label_width(result);
  const std::size_t contents = label + place_width(result);
  for (const SourceSummary& source : result.sources) {
    if (was_read(source)) {
      page.row(std::vector<Cell>{{0, source.id}, {label, place_of(source)}, {contents, contents_of(source)}});
    } else {
      write_missing(page, source, label);
    }
  }
}

void write_missing_sources(Page& page, const CheckResult& result) {
  const std::size_t label = label_width(result);
  for (const SourceSummary& source : result.sources) {
    if (!was_read(source)) write_missing(page, source, label);
  }
}

}  // namespace pgplumb::reports
