#include "sources/migrations/placeholders.h"

#include <algorithm>

#include "sql/script_scanner.h"

namespace pgplumb {

namespace {

/// Byte by byte, which append() joins again: each may have an origin of its own.
void copy(const Extract& sql, std::size_t begin, std::size_t end, Extract& to) {
  const std::string_view text = sql.text();
  for (std::size_t at = begin; at < end; ++at) to.append(text.substr(at, 1), sql.origin_of(at));
}

/// Without what a pattern had to look at before it.
std::string written(std::string_view found) { return std::string(found.substr(found.find_first_not_of(" \t\r\n(,"))); }

/// Where a byte goes when texts before it change their length.
struct Move {
  std::size_t from, to;
};

std::size_t moved(std::size_t offset, const std::vector<Move>& moves) {
  const auto after = std::upper_bound(moves.begin(), moves.end(), offset,
                                      [](std::size_t wanted, const Move& move) { return wanted < move.from; });
  return after == moves.begin() ? offset : std::prev(after)->to + (offset - std::prev(after)->from);
}

}  // namespace

void put_in_values(UpPart& part, const PlaceholderForm& form, const PlaceholderValues& values) {
  const Extract sql = std::move(part.sql);
  const std::string_view text = sql.text();
  Extract replaced;
  std::vector<Move> moves;
  std::size_t at = 0;
  for (const auto& found : form.pattern.find_all(text)) {
    const auto value = values.find(found[1]);
    if (value == values.end()) continue;
    const auto begin = static_cast<std::size_t>(found[0].data() - text.data());
    copy(sql, at, begin, replaced);
    replaced.append_made(value->second, sql.origin_of(begin));
    at = begin + found[0].size();
    moves.push_back({at, replaced.text().size()});
  }
  copy(sql, at, text.size(), replaced);
  part.sql = std::move(replaced);
  for (Remark& remark : part.remarks) remark.begin = moved(remark.begin, moves), remark.end = moved(remark.end, moves);
}

const PlaceholderForm& dollar_braces() {
  static const PlaceholderForm form{"${", Pattern(R"(\$\{\s*([^}\s]*)\s*\})")};
  return form;
}

const PlaceholderForm& double_braces() {
  static const PlaceholderForm form{"{{", Pattern(R"(\{\{-?\s*([^}]*?)\s*-?\}\})")};
  return form;
}

void resolve_placeholders(UpPart& part, const PlaceholderForm& form, const PlaceholderValues& values) {
  if (part.sql.text().find(form.begins_with) == std::string::npos) return;
  if (!values.empty()) put_in_values(part, form, values);
  const std::string_view text = part.sql.text();
  ScriptScanner scanner(text);
  while (const auto piece = scanner.next()) {
    if (piece->kind != Piece::Kind::statement) continue;
    if (const auto found = form.pattern.find(text.substr(piece->begin, piece->end - piece->begin)); !found.empty())
      part.remarks.push_back({Remark::Kind::unresolved, piece->begin, piece->end, "statement with " + written(found[0]),
                              "its tool puts in a value that is not known here"});
  }
}

}  // namespace pgplumb
