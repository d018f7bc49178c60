#include "sql/deparse.h"

#include <fmt/format.h>

#include <atomic>

#include "sql/grammar.h"

namespace pgplumb {
namespace {

/// raw_expression_tree_walker's callback: true ends the walk.
bool goes_deeper_than(Node* node, void* levels_left) {
  if (!node) return false;
  int left = *static_cast<int*>(levels_left) - 1;
  return left < 0 || walk_children(node, goes_deeper_than, &left);
}

/// A List of one, as libpg_query wants statements and outputs.
struct ListOfOne {
  ListCell cell;
  List list;

  explicit ListOfOne(const void* node) {
    cell.ptr_value = const_cast<void*>(node);
    list.type = T_List;
    list.length = list.max_length = 1;
    list.elements = &cell;
  }
  ListOfOne(const ListOfOne&) = delete;
  ListOfOne& operator=(const ListOfOne&) = delete;
};

PgQueryProtobuf serialise(const Node* node) {
  ::RawStmt statement{};
  statement.type = T_RawStmt;
  statement.stmt = const_cast<Node*>(node);
  ListOfOne statements(&statement);
  const ParseMemory memory;
  return pg_query_nodes_to_protobuf(&statements.list);
}

/// The tree of `SELECT expression`, serialised.
PgQueryProtobuf serialise_selected(const Node* expression) {
  ::ResTarget output{};
  output.type = T_ResTarget;
  output.val = const_cast<Node*>(expression);
  ListOfOne outputs(&output);
  ::SelectStmt select{};
  select.type = T_SelectStmt;
  select.targetList = &outputs.list;
  return serialise(reinterpret_cast<const Node*>(&select));
}

/// The tree of `SELECT FROM item`, serialised.
PgQueryProtobuf serialise_selected_from(const Node* item) {
  ListOfOne items(item);
  ::SelectStmt select{};
  select.type = T_SelectStmt;
  select.fromClause = &items.list;
  return serialise(reinterpret_cast<const Node*>(&select));
}

bool nests_too_deep(const Node* node) {
  int levels = deepest_nesting;
  return goes_deeper_than(const_cast<Node*>(node), &levels);
}

/// The text behind its first `skipped` bytes.
std::string print(const PgQueryProtobuf& tree, std::size_t skipped) {
  const PgQueryDeparseResult printed = pg_query_deparse_protobuf(tree);
  std::string text = printed.error ? unread_expression_text() : std::string(view_of(printed.query).substr(skipped));
  pg_query_free_deparse_result(printed);
  std::free(tree.data);
  return text;
}

}  // namespace

std::string unread_expression_text() {
  static std::atomic<unsigned> count = 0;
  return fmt::format("(expression {} not read)", ++count);
}

std::string deparse(const Node* expression) {
  constexpr std::string_view select = "SELECT ";
  return nests_too_deep(expression) ? unread_expression_text() : print(serialise_selected(expression), select.size());
}

std::string deparse_from_item(const Node* item) {
  constexpr std::string_view select = "SELECT FROM ";
  return nests_too_deep(item) ? unread_expression_text() : print(serialise_selected_from(item), select.size());
}

std::string deparse_statement(const Node* statement) {
  if (as<NotifyStmt>(statement)) return print(serialise(statement), 0);
  return changes_or_reads_rows(statement) && !nests_too_deep(statement) ? print(serialise(statement), 0)
                                                                        : unread_expression_text();
}

}  // namespace pgplumb
