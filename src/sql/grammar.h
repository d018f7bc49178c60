// One call of PostgreSQL's parser and the life of what it gives.
#pragma once

#include <pgplumb/sql/parse.h>

#include <string>
#include <string_view>

#include "sql/nodes.h"

namespace pgplumb {

/// The memory that trees of one parse, or other work of libpg_query, live in. Threads have their own; nesting is fine.
class ParseMemory {
 public:
  ParseMemory() : context_(pg_query_enter_memory_context()) {}
  ~ParseMemory() { pg_query_exit_memory_context(context_); }
  ParseMemory(const ParseMemory&) = delete;
  ParseMemory& operator=(const ParseMemory&) = delete;

 private:
  ::MemoryContext context_;
};

/// How much of a script is parsed by one call: all of it takes twice the time and five times the memory, and the more is in one
/// call, the more is parsed again where there is an error in it.
inline constexpr std::size_t chunk_bytes = 32 * 1024;

/// The raw trees of a text's statements, or the error that stopped the grammar.
class RawTree {
 public:
  /// `text` holds no NUL byte.
  explicit RawTree(const std::string& text);
  ~RawTree();
  RawTree(const RawTree&) = delete;
  RawTree& operator=(const RawTree&) = delete;

  NodeRange statements() const { return nodes_of(parsed_.tree); }
  /// Null when all of it was read.
  const PgQueryError* error() const { return parsed_.error; }

 private:
  ParseMemory memory_;
  PgQueryInternalParsetreeAndError parsed_;
};

/// A stretch of a text, in bytes.
struct Chunk {
  std::size_t begin, end;
};
/// Calls `visitor.statement` for each statement of a tree that the chunk of the text was parsed into.
void visit_statements(const RawTree& tree, std::string_view text, Chunk chunk, const ScriptVisitor& visitor);

/// Parses `prefix + text + suffix`, a SELECT of one column, and gives that column's expression. Throws SyntaxError (see parse.h)
/// where the text is not exactly one, or ends the statement and begins another.
class SelectedExpression {
 public:
  SelectedExpression(std::string_view prefix, std::string_view text, std::string_view suffix);
  const Node* node() const { return node_; }

 private:
  RawTree tree_;
  const Node* node_ = nullptr;
};

}  // namespace pgplumb
