// The table of `pgplumb history`: a row a migration.
#include <algorithm>
#include <array>
#include <vector>

#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb {

using namespace reports;

namespace {

constexpr std::size_t gap = 2, widest_name = 44, most_alike = 6;

/// "2026-01-01" of an ISO 8601 time.
std::string date_of(const HistoryEntry& entry) { return entry.at.substr(0, entry.at.find('T')); }

std::string record_in_words(const HistoryEntry& entry) {
  if (entry.record.empty()) return "unknown";
  if (entry.record == "applied") return entry.at.empty() ? entry.record : date_of(entry);
  return entry.record == "rolled-back" ? "rolled back" : entry.record;
}

using Columns = std::array<std::string, 4>;  // file, record, effect, meaning

Columns columns_of(const HistoryEntry& entry) {
  return {entry.name, record_in_words(entry), entry.file.empty() ? "no file" : entry.effect, entry.meaning};
}

std::size_t width_of_column(const std::vector<Columns>& rows, std::size_t column, std::size_t most) {
  std::size_t width = 0;
  for (const Columns& row : rows)
    if (const std::size_t needed = width_of(neutralise(row[column])); needed <= most) width = std::max(width, needed);
  return width + gap;
}

void write_rows(Page& page, const std::vector<Columns>& rows) {
  const std::size_t record = width_of_column(rows, 0, widest_name);
  const std::size_t effect = record + width_of_column(rows, 1, widest_name);
  const std::size_t meaning = effect + width_of_column(rows, 2, widest_name);
  for (const Columns& row : rows) page.row(std::vector<Cell>{{0, row[0]}, {record, row[1]}, {effect, row[2]}, {meaning, row[3]}});
}

/// Of more rows one after the other that come to the same, the first and the last, and how many there are between them.
std::vector<Columns> without_repetition(const std::vector<Columns>& rows) {
  const auto are_alike = [](const Columns& a, const Columns& b) { return a[1] == b[1] && a[3] == b[3]; };
  std::vector<Columns> shown;
  for (auto first = rows.begin(); first != rows.end();) {
    const auto end = std::find_if_not(first, rows.end(), [&](const Columns& row) { return are_alike(row, *first); });
    const auto count = static_cast<std::size_t>(end - first);
    if (count > most_alike)
      shown.insert(shown.end(), {*first, {"… " + with_commas(count - 2) + " more: --verbose"}, *(end - 1)});
    else
      shown.insert(shown.end(), first, end);
    first = end;
  }
  return shown;
}

std::string history_in_words(const HistoryReport& history) {
  if (history.table.empty()) return "none: the database has no table of a migration tool that knows these files";
  const std::string table = history.table + " (" + history.tool + ")";
  return history.unreadable_because.empty() ? table : table + " cannot be read: " + history.unreadable_because;
}

/// Every command that mends something, once.
std::vector<Fix> fixes_of(const CheckResult& result) {
  std::vector<Fix> fixes;
  for (const Finding& finding : result.findings)
    for (const Fix& fix : finding.fixes)
      if (std::none_of(fixes.begin(), fixes.end(), [&](const Fix& other) { return other.text == fix.text; }))
        fixes.push_back(fix);
  return fixes;
}

void write_end(Page& page, const CheckResult& result, const ReportOptions& options) {
  const std::string of_all = " of " + counted(result.history ? result.history->entries.size() : 0, "migration");
  const std::string end = ". exit " + std::to_string(result.exit_code());
  const Paint paint(options.color);
  if (result.outcome() == Outcome::unchecked) return page.prose(paint(Style::error, "UNCHECKED") + "  ", "exit 2");
  const auto good = std::count_if(result.history->entries.begin(), result.history->entries.end(),
                                  [](const HistoryEntry& entry) { return !entry.severity; });
  if (result.findings.empty()) return page.prose(paint(Style::good, "IN ORDER") + "  ", "All" + of_all + end);
  const Style style = result.count(Severity::error) > 0 ? Style::error : Style::warning;
  page.prose(paint(style, "NOT IN ORDER") + "  ",
             with_commas(result.history->entries.size() - static_cast<std::size_t>(good)) + of_all + end);
}

}  // namespace

std::string render_history_as_text(const CheckResult& result, const ReportOptions& options) {
  Page page(options.width);
  if (!options.quiet) write_sources(page, result);
  if (result.history) {
    if (!options.quiet) Entries(page, "", 12).prose("history", history_in_words(*result.history));
    page.blank();
    std::vector<Columns> rows{{"file", "record", "effect", "what that means"}};
    for (const HistoryEntry& entry : result.history->entries)
      if (!options.quiet || entry.severity) rows.push_back(columns_of(entry));
    if (rows.size() > 1) write_rows(page, options.verbose ? rows : without_repetition(rows));
    page.blank();
  }
  Entries entries(page, "", 5);
  const std::vector<Fix> fixes = fixes_of(result);
  for (const Fix& fix : fixes) entries.lines(&fix == &fixes.front() ? "do" : "", fix.text);
  page.blank();
  write_errors(page, result);
  page.blank();
  write_end(page, result, options);
  return page.text();
}

}  // namespace pgplumb
