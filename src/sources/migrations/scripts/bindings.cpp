// knex.raw('ALTER TABLE ?? ADD COLUMN ?? text DEFAULT ?', [table, column, value]), and the same with :table: and :value of a
// record.
#include "sources/migrations/scripts/bindings.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace pgplumb::scripts {

namespace {

struct Gap {
  std::size_t length;
  bool is_identifier;
  std::string name = {};  ///< of one that is not told by its position
};

bool is_letter(char letter) { return std::isalnum(static_cast<unsigned char>(letter)) || letter == '_'; }

std::optional<Gap> named_gap_at(std::string_view text, std::size_t at) {
  if (text[at] != ':' || (at > 0 && (text[at - 1] == ':' || is_letter(text[at - 1])))) return std::nullopt;
  std::size_t end = at + 1;
  while (end < text.size() && is_letter(text[end])) ++end;
  if (end == at + 1) return std::nullopt;
  const bool is_identifier = end < text.size() && text[end] == ':' && !text.substr(end).starts_with("::");
  return Gap{end + is_identifier - at, is_identifier, std::string(text.substr(at + 1, end - at - 1))};
}

std::optional<Gap> gap_at(std::string_view text, std::size_t at, bool by_name) {
  if (by_name) return named_gap_at(text, at);
  if (text[at] != '?') return std::nullopt;
  const bool is_identifier = text.substr(at).starts_with("??");
  return Gap{is_identifier ? std::size_t{2} : std::size_t{1}, is_identifier};
}

/// `"schema"."table"` of schema.table.
std::string quoted_parts(const std::string& name) {
  std::string quoted;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    quoted += (begin > 0 ? "." : "") + quote_identifier(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return quoted;
}

/// What is bound, as SQL; unknown where it is not known.
Value spelled(const Value& bound, const Gap& gap) {
  const std::size_t from = bound.runs.empty() ? 0 : bound.runs.front().from;
  if (bound.kind == Value::Kind::constant) return text_value(bound.plain(), from);
  if (!bound.is_wholly_known()) return {};
  if (gap.is_identifier) return text_value(quoted_parts(bound.plain()), from);
  return text_value(bound.is_sql ? bound.plain() : quote_literal(bound.plain()), from);
}

/// The bindings of one call, taken one behind the other or by their names.
class Bindings {
 public:
  explicit Bindings(const Value* given) : has_values_(given), by_name_(given && given->kind == Value::Kind::mapping) {
    if (given) given_ = given->is_collection() ? *given : list_value({*given});
  }

  std::optional<Gap> gap_at(std::string_view text, std::size_t at) const {
    const auto gap = scripts::gap_at(text, at, by_name_);
    const bool is_given = gap && (!by_name_ || member_of(given_, gap->name).kind != Value::Kind::unknown);
    return is_given ? gap : std::nullopt;
  }
  Value take(const Gap& gap) {
    if (!has_values_) return text_value("$" + std::to_string(++next_), 0);
    return spelled(by_name_ ? member_of(given_, gap.name) : member_of(given_, std::to_string(next_++)), gap);
  }

 private:
  bool has_values_, by_name_;
  Value given_;
  std::size_t next_ = 0;
};

/// What stands behind a backslash is no gap. The script's own escapes cut a text, so it may end the run before.
bool drop_backslash(Value& filled) {
  if (filled.runs.empty() || !filled.runs.back().is_known || !filled.runs.back().text.ends_with('\\')) return false;
  filled.runs.back().text.pop_back();
  return true;
}

void fill(Value& filled, const Run& run, Bindings& bindings) {
  std::size_t begin = 0;
  const auto take_until = [&](std::size_t end) {
    if (end > begin) filled.runs.push_back({run.text.substr(begin, end - begin), run.from + begin});
    begin = end;
  };
  for (std::size_t at = 0; at < run.text.size(); ++at) {
    const auto gap = bindings.gap_at(run.text, at);
    if (!gap) continue;
    take_until(at);
    if (drop_backslash(filled)) continue;
    append_text(filled, bindings.take(*gap), "{" + run.text.substr(at, gap->length) + "}", run.from + at);
    begin = at + gap->length;
    at = begin - 1;
  }
  take_until(run.text.size());
}

}  // namespace

Value with_bindings(const Value& sql, const Value* given) {
  Value filled{Value::Kind::text};
  Bindings bindings(given);
  for (const Run& run : sql.runs) {
    if (run.is_known)
      fill(filled, run, bindings);
    else
      filled.runs.push_back(run);
  }
  return filled;
}

}  // namespace pgplumb::scripts
