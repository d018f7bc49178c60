#include <algorithm>

#include "findings/case.h"
#include "findings/message.h"

namespace pgplumb {

namespace {

std::string object_of(const Case& one) {
  const Entry& entry = one.entry();
  const std::string owner = display_id(one.owner().id);
  if (entry.id.space == Namespace::enum_value) return owner + " " + std::string(entry.id.member);
  const bool is_column = entry.id.space == Namespace::column;
  std::string text = entry.id.member.empty() || is_column ? display_id(entry.id) : owner + " " + describe(entry.object);
  if (one.is_presence() || one.is_name() || one.first().field == "type") return text;
  std::string field = " " + one.first().field;
  std::replace(field.begin(), field.end(), '_', ' ');
  return text + field;
}

Matrix::Row row_of(const Disagreement& found, const SourceList& sources) {
  const Case one{{&found}, &sources, {}};
  Matrix::Row row{object_of(one), {}};
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Says& says = found.says[i];
    const Position at = says.entry ? says.entry->declared_at : Position{};
    row.says.push_back({sources[i]->id, std::string(state_name(says.state)), value_in(one, i), at, ""});
  }
  return row;
}

}  // namespace

Matrix matrix_of(const Comparison& comparison, const std::vector<const Source*>& sources) {
  Matrix matrix;
  for (const Source* source : sources) matrix.sources.push_back(source->id);
  for (const Disagreement& found : comparison.disagreements) matrix.rows.push_back(row_of(found, sources));
  return matrix;
}

}  // namespace pgplumb
