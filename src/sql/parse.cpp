#include <fmt/format.h>
#include <pgplumb/sql/parse.h>

#include "sql/grammar.h"
#include "sql/script_scanner.h"

namespace pgplumb {
namespace {

/// The byte offset of the `characters`th (1-based) character of `text`; libpg_query counts errors so. 0 for 0, which stands for
/// "not known".
std::size_t byte_of_character(std::string_view text, int characters) {
  std::size_t at = 0;
  for (int left = characters - 1; left > 0 && at < text.size(); --left) {
    const auto c = static_cast<unsigned char>(text[at]);
    at += c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF8 ? 4 : 1;
  }
  return std::min(at, text.size());
}

std::string_view trim_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\n\v\f\r");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// Collects pieces to chunks, parses these, and falls back to single pieces where a chunk has an error.
class ScriptParser {
 public:
  ScriptParser(std::string_view text, const ScriptVisitor& visitor) : text_(text), visitor_(visitor) {}

  void run(ScriptScanner scanner) {
    while (const auto piece = scanner.next()) {
      if (piece->kind != Piece::Kind::statement) {
        flush();
        pass_over(*piece);
        continue;
      }
      chunk_.push_back(*piece);
      if (chunk_.back().end - chunk_.front().begin >= chunk_bytes) flush();
    }
    flush();
  }

 private:
  void flush() {
    if (chunk_.empty()) return;
    const std::vector<Piece> pieces = std::exchange(chunk_, {});
    if (parse(pieces.front().begin, pieces.back().end)) return;
    for (const Piece& piece : pieces) parse_alone(piece);
  }

  /// Visits the statements between two offsets; false, and nothing visited, where there is an error.
  bool parse(std::size_t begin, std::size_t end) {
    const std::string_view source = text_.substr(begin, end - begin);
    if (source.find('\0') != std::string_view::npos) return false;
    const RawTree tree{std::string(source)};
    if (tree.error()) return false;
    visit_statements(tree, text_, {begin, end}, visitor_);
    return true;
  }

  void parse_alone(const Piece& piece) {
    if (parse(piece.begin, piece.end)) return;
    if (piece.unclosed_body) return run(ScriptScanner(text_, piece.begin, ScriptScanner::Bodies::cut_anyway));
    if (visitor_.problem) visitor_.problem(problem_of(piece));
  }

  SyntaxProblem problem_of(const Piece& piece) const {
    const std::string_view source = trim_end(text_.substr(piece.begin, piece.end - piece.begin));
    const std::size_t nul = source.find('\0');
    if (nul != std::string_view::npos)
      return {piece.begin + nul, piece.begin, source, "a NUL byte is not allowed in SQL: the file is binary, or UTF-16"};
    const RawTree tree{std::string(source)};
    if (!tree.error()) return {piece.begin, piece.begin, source, "could not be read"};
    return {piece.begin + byte_of_character(source, tree.error()->cursorpos), piece.begin, source,
            view_of(tree.error()->message).data()};
  }

  void pass_over(const Piece& piece) const {
    if (!visitor_.passed_over) return;
    const std::string_view source = text_.substr(piece.begin, piece.end - piece.begin);
    const bool is_data = piece.kind == Piece::Kind::copy_data;
    visitor_.passed_over(piece.begin, is_data ? "COPY data" : source.substr(0, source.find_first_of(" \t\r\n")));
  }

  std::string_view text_;
  const ScriptVisitor& visitor_;
  std::vector<Piece> chunk_;
};

}  // namespace

void visit_statements(const RawTree& tree, std::string_view text, Chunk chunk, const ScriptVisitor& visitor) {
  for (const Node* node : tree.statements()) {
    const auto& statement = *as<::RawStmt>(node);
    const std::size_t location = chunk.begin + static_cast<std::size_t>(std::max(statement.stmt_location, 0));
    const std::size_t end = statement.stmt_len > 0 ? location + static_cast<std::size_t>(statement.stmt_len) : chunk.end;
    const std::size_t begin = skip_blank(text, location);
    if (visitor.statement) visitor.statement({&statement, begin, trim_end(text.substr(begin, end - begin)), chunk.begin});
  }
}

void parse_script(std::string_view text, const ScriptVisitor& visitor) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::size_t from = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  ScriptParser(text, visitor).run(ScriptScanner(text, from));
}

}  // namespace pgplumb
