#include "sql/grammar.h"

#include <fmt/format.h>
#include <pgplumb/sql/parse.h>

namespace pgplumb {
namespace {

PgQueryInternalParsetreeAndError raw_parse(const char* text) {
#if PG_VERSION_NUM >= 160000
  return pg_query_raw_parse(text, PG_QUERY_PARSE_DEFAULT);
#else
  return pg_query_raw_parse(text);
#endif
}

std::string without_nul(std::string text) {
  if (text.find('\0') != std::string::npos) throw SyntaxError{"a NUL byte is not allowed in SQL"};
  return text;
}

/// The only output of a plain `SELECT expression`, else null.
const Node* only_output(const RawTree& tree) {
  if (tree.statements().size() != 1) return nullptr;
  const auto* statement = as<::RawStmt>(tree.statements().front());
  const auto* select = as<::SelectStmt>(statement->stmt);
  if (!select || select->op != SETOP_NONE || select->targetList == nullptr || nodes_of(select->targetList).size() != 1)
    return nullptr;
  if (select->fromClause || select->whereClause || select->distinctClause || select->intoClause || select->groupClause ||
      select->havingClause || select->sortClause || select->limitCount || select->limitOffset || select->lockingClause)
    return nullptr;
  const auto* output = as<::ResTarget>(nodes_of(select->targetList).front());
  return output->name ? nullptr : output->val;
}

}  // namespace

RawTree::RawTree(const std::string& text) : parsed_(raw_parse(text.c_str())) {}

RawTree::~RawTree() {
  if (parsed_.error) pg_query_free_error(parsed_.error);
  std::free(parsed_.stderr_buffer);
}

SelectedExpression::SelectedExpression(std::string_view prefix, std::string_view text, std::string_view suffix)
    : tree_(without_nul(fmt::format("SELECT {}{}{}", prefix, text, suffix))) {
  if (tree_.error()) throw SyntaxError{tree_.error()->message};
  node_ = only_output(tree_);
  if (!node_) throw SyntaxError{fmt::format("\"{}\" is not one expression", text)};
}

}  // namespace pgplumb
