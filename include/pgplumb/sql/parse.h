// PostgreSQL's grammar over a whole script, one bad statement costing one statement.
#pragma once

#include <pgplumb/position.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct RawStmt;  // PostgreSQL's node (nodes/parsenodes.h); read only through sql/nodes.h

namespace pgplumb {

/// SQL taken piece by piece out of a larger text; each piece knows where it stood there.
class Extract {
 public:
  /// `from` in bytes of the larger text, 0-based.
  void append(std::string_view sql, std::size_t from);
  /// SQL that does not stand there: all of it belongs to the byte at `place`.
  void append_made(std::string_view sql, std::size_t place);
  const std::string& text() const { return text_; }
  /// Where the byte of text() at `offset` stood.
  std::size_t origin_of(std::size_t offset) const;
  bool empty() const { return text_.empty(); }

 private:
  struct Piece {
    std::size_t begin;  ///< in text_
    std::size_t from;
    bool is_made = false;
  };
  std::string text_;
  std::vector<Piece> pieces_;
};

/// Text with a fast way from a byte offset to line and column. A UTF-8 byte order mark at its start is dropped.
class SourceText {
 public:
  SourceText(std::string_view file, std::string text);
  /// text() is `sql`, which was taken out of `whole`; positions are those of `whole`.
  SourceText(std::string_view file, std::string_view whole, Extract sql);
  /// `offset` in bytes, 0-based.
  Position at(std::size_t offset) const;
  const std::string& text() const { return extract_ ? extract_->text() : text_; }
  const std::string* file() const { return file_; }

 private:
  const std::string* file_;
  std::string text_;
  std::optional<Extract> extract_;
  /// The line and column of a byte: of each line's first, and of some within long lines.
  struct Mark {
    std::size_t offset;
    std::uint32_t line;
    std::uint32_t column;
  };
  std::vector<Mark> marks_;
};

/// One statement of a script. `node` lives only during the visit; `begin` is the byte offset of its first
/// token, comments before it left out; `text` is its own text.
struct ParsedStatement {
  const RawStmt* node;
  std::size_t begin;
  std::string_view text;
  /// Node locations are relative to this byte offset of the script: `script.at(location_base + node->location)`.
  std::size_t location_base;
};

/// A piece that PostgreSQL's grammar does not take.
struct SyntaxProblem {
  std::size_t at;         ///< byte offset of the error
  std::size_t begin;      ///< byte offset of the piece's first token
  std::string_view text;  ///< the piece
  std::string message;    ///< PostgreSQL's message, `syntax error at or near "x"`
};

/// Thrown by functions that read one expression or type name.
struct SyntaxError {
  std::string message;
};

struct ScriptVisitor {
  std::function<void(const ParsedStatement&)> statement;
  std::function<void(const SyntaxProblem&)> problem;
  /// COPY … FROM stdin data, psql `\` lines: what is no SQL, passed over; `what` names it. May be empty.
  std::function<void(std::size_t at, std::string_view what)> passed_over;
};

/// Parses in chunks of about 32 KB cut at statement borders and visits the statements in order. A chunk with an error is
/// split by the scanner and parsed piece by piece.
void parse_script(std::string_view text, const ScriptVisitor& visitor);

}  // namespace pgplumb
