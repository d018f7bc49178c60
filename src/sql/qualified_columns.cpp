#include "sql/qualified_columns.h"

#include <pgplumb/sql/identifier.h>

#include <map>
#include <set>

#include "sql/expression_forms.h"
#include "sql/query_items.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

bool is_relation(const Expression& item) { return item.text == "relation" && item.type.name; }

class Qualifier {
 public:
  Expression qualify(const Expression& expression, int level) {
    if (is_statement(expression)) enter(expression, level);
    if (const auto name = names_.find(expression.text); expression.kind == Kind::other && name != names_.end())
      return make(Kind::opaque, name->second + "." + display_expression(expression.args.front()));
    Expression qualified = expression;
    for (std::size_t i = 0; i < expression.args.size(); ++i) {
      const Expression& argument = expression.args[i];
      qualified.args[i] = qualify(argument, level_of_argument(expression, argument, level));
    }
    const auto alias = aliases_.find(&expression);
    return alias == aliases_.end() ? qualified : make(Kind::opaque, display_expression(qualified) + " " + alias->second);
  }

 private:
  void enter(const Expression& statement, int level) {
    const auto items = items_of(statement);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::string own = is_relation(*items[i]) ? quote_where_needed(items[i]->type.name->meant().text) : "query";
      std::string name = own;
      for (int n = 1; !used_.insert(name).second; ++n) name = own + "_" + std::to_string(n);
      if (name != own || !is_relation(*items[i])) aliases_.emplace(items[i], name);
      names_[words_of_item(level, i + 1)] = name;
    }
  }

  std::map<std::string, std::string> names_;  ///< of items, by the words of their columns
  std::map<const Expression*, std::string> aliases_;
  std::set<std::string> used_;
};

}  // namespace

Expression with_qualified_columns(const Expression& expression) {
  return Qualifier().qualify(expression, level_of_root(expression));
}

}  // namespace pgplumb
