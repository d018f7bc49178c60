#include "bench/bare_parse.h"

#include "sql/grammar.h"
#include "sql/script_scanner.h"

namespace {

using namespace pgplumb;

class Chunks {
 public:
  explicit Chunks(const std::string& text) : text_(text) {}

  std::vector<std::string> cut() {
    ScriptScanner scanner(text_);
    while (const auto piece = scanner.next()) {
      const bool is_statement = piece->kind == Piece::Kind::statement;
      if (is_statement) pieces_.push_back(*piece);
      if (!is_statement || piece->end - pieces_.front().begin >= chunk_bytes) flush();
    }
    flush();
    return std::move(chunks_);
  }

 private:
  void flush() {
    if (pieces_.empty()) return;
    if (!add(pieces_.front().begin, pieces_.back().end))
      for (const Piece& piece : pieces_) add(piece.begin, piece.end);
    pieces_.clear();
  }
  bool add(std::size_t begin, std::size_t end) {
    std::string chunk = text_.substr(begin, end - begin);
    if (RawTree(chunk).error()) return false;
    chunks_.push_back(std::move(chunk));
    return true;
  }

  const std::string& text_;
  std::vector<Piece> pieces_;
  std::vector<std::string> chunks_;
};

}  // namespace

std::vector<std::string> chunks_of(const std::string& text) { return Chunks(text).cut(); }

std::size_t bare_parse(const std::vector<std::string>& chunks) {
  std::size_t statements = 0;
  for (const std::string& chunk : chunks) statements += pgplumb::RawTree(chunk).statements().size();
  return statements;
}
