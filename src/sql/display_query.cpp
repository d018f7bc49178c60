#include "sql/display_query.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

#include "sql/window_frame.h"

namespace pgplumb {
namespace {

using Args = std::vector<Expression>;

std::string joined(const Args& args, std::string_view separator, std::size_t from = 0) {
  std::string text;
  for (std::size_t i = from; i < args.size(); ++i)
    text += (i == from ? "" : std::string(separator)) + display_expression(args[i]);
  return text;
}

/// A node that is a word before its arguments, and one behind them: `WHERE` a, `EXISTS (` a `)`.
struct Words {
  std::string_view node, before, separator, after;
};
constexpr std::array words = {
    Words{"outputs", "SELECT ", ", ", ""},
    Words{"from", "FROM ", ", ", ""},
    Words{"where", "WHERE ", "", ""},
    Words{"group by", "GROUP BY ", ", ", ""},
    Words{"having", "HAVING ", "", ""},
    Words{"distinct", "DISTINCT ", ", ", ""},
    Words{"order by", "ORDER BY ", ", ", ""},
    Words{"limit", "LIMIT ", "", ""},
    Words{"limit with ties", "FETCH FIRST ", "", " ROWS WITH TIES"},
    Words{"offset", "OFFSET ", "", ""},
    Words{"with", "WITH ", ", ", ""},
    Words{"common table", "(", " ", ")"},
    Words{"materialized", "MATERIALIZED (", " ", ")"},
    Words{"query", "(", "", ")"},
    Words{"lateral query", "LATERAL (", "", ")"},
    Words{"scalar query", "(", "", ")"},
    Words{"array of query", "ARRAY(", "", ")"},
    Words{"exists", "EXISTS (", "", ")"},
    Words{"only", "ONLY ", "", ""},
    Words{"function", "", ", ", ""},
    Words{"select", "", " ", ""},
    Words{"statements", "", "; ", ""},
    Words{"return", "RETURN ", "", ""},
    Words{"call with", "", " ", ""},
    Words{"filter", "FILTER (WHERE ", "", ")"},
    Words{"over", "OVER (", " ", ")"},
    Words{"partition by", "PARTITION BY ", ", ", ""},
    Words{"within group", "WITHIN GROUP (ORDER BY ", ", ", ")"},
    Words{"asc nulls last", "", "", ""},
    Words{"asc nulls first", "", "", " NULLS FIRST"},
    Words{"desc nulls first", "", "", " DESC"},
    Words{"desc nulls last", "", "", " DESC NULLS LAST"},
    Words{"values", "", " ", ""},
    Words{"in", "IN (", ", ", ")"},
    Words{"bound", "", " ", ""},
    Words{"lower", "FROM (", ", ", ")"},
    Words{"upper", "TO (", ", ", ")"},
    Words{"default", "DEFAULT", "", ""},
    Words{"overriding user", "OVERRIDING USER VALUE", "", ""},
    Words{"overriding system", "OVERRIDING SYSTEM VALUE", "", ""},
    Words{"xmlparse document", "XMLPARSE(DOCUMENT ", " ", ")"},
    Words{"xmlparse content", "XMLPARSE(CONTENT ", " ", ")"},
    Words{"xmlserialize document", "XMLSERIALIZE(DOCUMENT ", "", " AS text)"},
    Words{"xmlserialize content", "XMLSERIALIZE(CONTENT ", "", " AS text)"},
    Words{"search depth first by", "SEARCH DEPTH FIRST BY ", ", ", ""},
    Words{"search breadth first by", "SEARCH BREADTH FIRST BY ", ", ", ""},
    Words{"cycle", "CYCLE ", ", ", ""},
    Words{"marked", "MARKED ", ", ", ""},
    Words{"path", "PATH ", "", ""},
    Words{"default value", "DEFAULT ", "", ""},
    Words{"insert", "INSERT INTO ", " ", ""},
    Words{"update", "UPDATE ", " ", ""},
    Words{"delete", "DELETE FROM ", " ", ""},
    Words{"into", "(", ", ", ")"},
    Words{"assignments", "SET ", ", ", ""},
    Words{"set", "", " = ", ""},
    Words{"using", "USING ", ", ", ""},
    Words{"returning", "RETURNING ", ", ", ""},
    Words{"default values", "DEFAULT VALUES", "", ""},
    Words{"conflict on", "(", ", ", ")"},
    Words{"on constraint", "ON CONSTRAINT ", "", ""},
    Words{"on conflict", "ON CONFLICT ", " ", ""},
    Words{"do nothing", "DO NOTHING", "", ""},
    Words{"do update", "DO UPDATE ", " ", ""},
};

std::optional<std::string> display_join(const Expression& node) {
  if (!node.text.ends_with("join") || node.args.size() != 3) return std::nullopt;
  std::string kind = node.text;
  std::transform(kind.begin(), kind.end(), kind.begin(), [](unsigned char letter) { return std::toupper(letter); });
  return display_expression(node.args[0]) + " " + kind + " " + display_expression(node.args[1]) + " ON " +
         display_expression(node.args[2]);
}

std::optional<std::string> display_union(const Expression& node) {
  constexpr std::array set_operations = {"union", "union all", "intersect", "intersect all", "except", "except all"};
  if (std::find(set_operations.begin(), set_operations.end(), node.text) == set_operations.end()) return std::nullopt;
  std::string word = node.text;
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char letter) { return std::toupper(letter); });
  std::string text = display_expression(node.args[0]) + " " + word + " " + display_expression(node.args[1]);
  return node.args.size() > 2 ? text + " " + joined(node.args, " ", 2) : text;
}

/// The n-th side of each assignment: the columns, or the values.
std::string sides(const Expression& assignments, std::size_t n) {
  std::string text;
  for (const Expression& assignment : assignments.args)
    text += (text.empty() ? "" : ", ") + display_expression(assignment.args[n]);
  return "(" + text + ")";
}

bool is_row(const Expression& part) { return part.text == "assignments"; }

/// Rows of VALUES stand among the parts of INSERT as assignments.
std::optional<std::string> display_insert(const Expression& node) {
  const auto first = std::find_if(node.args.begin(), node.args.end(), is_row);
  if (node.text != "insert" || first == node.args.end()) return std::nullopt;
  std::string text = "INSERT INTO " + display_expression(node.args.front()) + " " + sides(*first, 0);
  for (const Expression& part : std::span(node.args).subspan(1)) {
    const std::string_view before = !is_row(part) ? " " : &part == &*first ? " VALUES " : ", ";
    text += std::string(before) + (is_row(part) ? sides(part, 1) : display_expression(part));
  }
  return text;
}

}  // namespace

std::optional<std::string> display_query_part(const Expression& node) {
  if (node.text == "relation" && node.type.name) return display_name(*node.type.name);
  if (node.text.starts_with("of ")) {
    const std::string item = node.text.substr(3);
    const bool is_row = item == "old" || item == "new" || item == "excluded";
    return (is_row ? item + "." : std::string()) + display_expression(node.args.front());
  }
  if (node.text.starts_with("notify "))
    return "NOTIFY " + node.text.substr(7) + (node.args.empty() ? "" : ", ") + joined(node.args, "");
  if (is_window_frame(node)) return display_window_frame(node);
  if (auto join = display_join(node)) return join;
  if (auto set_operation = display_union(node)) return set_operation;
  if (auto insert = display_insert(node)) return insert;
  const auto row = std::find_if(words.begin(), words.end(), [&](const Words& one) { return one.node == node.text; });
  if (row == words.end()) return std::nullopt;
  return std::string(row->before) + joined(node.args, row->separator) + std::string(row->after);
}

}  // namespace pgplumb
