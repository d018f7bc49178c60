#include "bench/bare_parse.h"

#include <map>
#include <set>

#include "sql/grammar.h"
#include "sql/script_scanner.h"
#include "statements/do_block/call_finder.h"
#include "statements/do_block/own_queries.h"
#include "statements/do_block/plpgsql.h"
#include "statements/words.h"

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

/// What an option of DO or CREATE FUNCTION says; "" where it is not given.
std::string option_of(const List* options, std::string_view name) {
  for (const Node* node : nodes_of(options)) {
    const auto* option = as<DefElem>(node);
    if (view_of(option->defname) != name) continue;
    const auto* texts = as<List>(option->arg);
    return std::string(text_of(texts ? nodes_of(texts).front() : option->arg));
  }
  return {};
}

/// Of EXECUTE what it executes, where that is one literal.
void append_statements(const std::string& body, std::vector<std::string>& statements) try {
  const PlStatement block = read_plpgsql(body);
  for_each_in(block, [&](const PlStatement& one) {
    if (one.kind == PlStatement::Kind::sql) statements.emplace_back(one.text.of(body));
    if (one.kind == PlStatement::Kind::query) statements.push_back(select_of(one, body));
    const auto words = one.kind == PlStatement::Kind::execute ? cut_into_words(one.text.of(body)) : std::vector<Word>();
    if (words.size() == 1 && words.front().kind == Word::Kind::string) statements.push_back(words.front().text);
  });
} catch (const SyntaxError&) {  // nobody runs it
}

}  // namespace

std::vector<std::string> statements_in_bodies(const std::string& text) {
  std::vector<std::string> statements;
  std::map<std::string, std::string> functions;  // by name, the last of it
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) {
    const Node* node = parsed.node->stmt;
    if (const auto* block = as<DoStmt>(node)) append_statements(option_of(block->args, "as"), statements);
    if (const auto* made = as<CreateFunctionStmt>(node); made && option_of(made->options, "language") == "plpgsql")
      functions[std::string(qualified_name(made->funcname).name)] = option_of(made->options, "as");
    for_each_call(node, [&](const FuncCall* call, bool) {
      const auto called = functions.extract(std::string(qualified_name(call->funcname).name));
      if (!called.empty()) append_statements(called.mapped(), statements);
    });
  };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script(text, visitor);
  return statements;
}

std::vector<std::string> chunks_of(const std::string& text) { return Chunks(text).cut(); }

std::size_t bare_parse(const std::vector<std::string>& chunks) {
  std::size_t statements = 0;
  for (const std::string& chunk : chunks) statements += pgplumb::RawTree(chunk).statements().size();
  return statements;
}
