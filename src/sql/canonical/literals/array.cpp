// Array literals as array_out prints them (utils/adt/arrayfuncs.c).
#include <pgplumb/sql/identifier.h>

#include <vector>

#include "sql/canonical/literals/literals.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

constexpr int deepest_nesting = 6;  // MAXDIM

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string quote_member(std::string_view text) {
  const bool is_plain =
      !text.empty() && lower_case(text) != "null" && text.find_first_of("{}\",\\ \t\n\v\f\r") == std::string_view::npos;
  if (is_plain) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted += '"';
}

class ArrayReader {
 public:
  ArrayReader(std::string_view text, const DataType& element, const KnownTypes& types, const RenamedLabels* renamed)
      : text_(text), element_(element), types_(types), renamed_(renamed) {}

  LiteralText read() {
    LiteralText array = read_array(0);
    skip_spaces();
    return at_ == text_.size() ? array : std::nullopt;
  }

 private:
  bool take(char c) {
    skip_spaces();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  LiteralText read_array(int depth) {
    if (depth == deepest_nesting || !take('{')) return std::nullopt;
    std::string result = "{";
    if (take('}')) return result + "}";
    do {
      skip_spaces();
      const bool is_array = at_ < text_.size() && text_[at_] == '{';
      const LiteralText member = is_array ? read_array(depth + 1) : read_member();
      if (!member) return std::nullopt;
      result += (result.size() > 1 ? "," : "") + *member;
    } while (take(','));
    return take('}') ? LiteralText(result + "}") : std::nullopt;
  }

  LiteralText read_member() {
    std::string member;
    bool is_quoted = false;
    std::size_t kept = 0;  // trailing spaces outside of quotes do not count
    for (; at_ < text_.size() && text_[at_] != ',' && text_[at_] != '}'; ++at_) {
      if (text_[at_] == '{') return std::nullopt;
      if (text_[at_] == '"') {
        is_quoted = true;
        if (!read_quoted(member)) return std::nullopt;
        kept = member.size();
        continue;
      }
      const bool is_escaped = text_[at_] == '\\' && at_ + 1 < text_.size();
      if (is_escaped) ++at_;
      member += text_[at_];
      if (is_escaped || !is_space(text_[at_])) kept = member.size();
    }
    member.resize(kept);
    if (member.empty() && !is_quoted) return std::nullopt;
    if (!is_quoted && lower_case(member) == "null") return "NULL";
    const Expression literal = typed_literal(member, element_, types_, renamed_);
    if (is_unread(literal)) return std::nullopt;
    return quote_member(literal.kind == Expression::Kind::cast ? member : literal.text);
  }

  /// Leaves `at_` on the closing quote.
  bool read_quoted(std::string& member) {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\' && ++at_ == text_.size()) return false;
      member += text_[at_];
    }
    return at_ < text_.size();
  }

  std::string_view text_;
  const DataType& element_;
  const KnownTypes& types_;
  const RenamedLabels* renamed_;
  std::size_t at_ = 0;
};

}  // namespace

LiteralText array_literal(std::string_view text, const DataType& element, const KnownTypes& types, const RenamedLabels* renamed) {
  return ArrayReader(text, element, types, renamed).read();
}

}  // namespace pgplumb
