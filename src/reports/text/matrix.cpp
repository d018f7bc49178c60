#include <algorithm>

#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

constexpr std::size_t shown_unless_verbose = 20;
constexpr std::size_t gap = 2, widest_label = 40, widest_cell = 24;

/// What the label tells already is not repeated.
std::string cell_of(const Matrix::Row& row, const Statement& statement) {
  const bool is_told = !statement.value.empty() && row.object.ends_with(" " + statement.value);
  if (statement.state == "value") return is_told ? "stated" : statement.value;
  if (statement.state == "absent") return "ABSENT";
  return statement.state == "silent" ? "-" : "?";
}

/// The column's width: of its longest text that is not longer than `most`.
std::size_t width_for(const std::vector<std::string>& texts, std::size_t most) {
  std::size_t width = 0;
  for (const std::string& text : texts)
    if (const std::size_t needed = width_of(neutralise(text)); needed <= most) width = std::max(width, needed);
  return width + gap;
}

std::vector<std::size_t> columns_of(const Matrix& matrix) {
  std::vector<std::string> labels;
  for (const Matrix::Row& row : matrix.rows) labels.push_back(row.object);
  std::vector<std::size_t> columns{0, width_for(labels, widest_label)};
  for (std::size_t i = 0; i + 1 < matrix.sources.size(); ++i) {
    std::vector<std::string> cells{matrix.sources[i]};
    for (const Matrix::Row& row : matrix.rows) cells.push_back(cell_of(row, row.says[i]));
    columns.push_back(columns.back() + width_for(cells, widest_cell));
  }
  return columns;
}

void write_row(Page& page, const std::vector<std::size_t>& columns, const std::string& label,
               const std::vector<std::string>& cells) {
  std::vector<Cell> row{{0, label}};
  for (std::size_t i = 0; i < cells.size(); ++i) row.push_back({columns[i + 1], cells[i]});
  page.row(row);
}

/// "option1: 2 errors, 1 warning"; of each model.
void write_sums(Page& page, const CheckResult& result) {
  for (const SourceSummary& source : result.sources) {
    if (source.role != "model" || source.state.starts_with("not")) continue;
    std::string sum;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
      const auto count = std::count_if(result.findings.begin(), result.findings.end(), [&](const Finding& finding) {
        return finding.model == source.id && finding.severity == severity;
      });
      if (count) sum += (sum.empty() ? "" : ", ") + counted(static_cast<std::size_t>(count), severity_name(severity));
    }
    page.prose(source.id + ": ", sum.empty() ? "nothing is in its way" : sum);
  }
}

}  // namespace

void write_matrix(Page& page, const CheckResult& result, bool verbose) {
  if (!result.matrix) return;
  const Matrix& matrix = *result.matrix;
  const std::size_t count = verbose ? matrix.rows.size() : std::min(matrix.rows.size(), shown_unless_verbose);
  const auto columns = columns_of(matrix);
  if (count) write_row(page, columns, "", matrix.sources);
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::string> cells;
    for (const Statement& statement : matrix.rows[i].says) cells.push_back(cell_of(matrix.rows[i], statement));
    write_row(page, columns, matrix.rows[i].object, cells);
  }
  if (count < matrix.rows.size()) page.whole("", "… " + with_commas(matrix.rows.size() - count) + " more: --verbose lists them");
  write_sums(page, result);
}

}  // namespace pgplumb::reports
