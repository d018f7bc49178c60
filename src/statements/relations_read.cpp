#include <algorithm>

#include "statements/views.h"

namespace pgplumb {

namespace {

/// Queries and expressions within one another, beyond which nothing is looked at: no text may exhaust the stack.
constexpr int deepest = 500;

/// Everything in FROM, WITH, and in subqueries of WHERE and of the select list.
class RelationCollector {
 public:
  explicit RelationCollector(Session& session) : session_(session) {}

  void collect(const Node* node) {
    if (depth_ >= deepest) return;
    ++depth_;
    collect_node(node);
    --depth_;
  }
  std::vector<const Symbol*> found;

 private:
  void collect_node(const Node* node) {
    if (const auto* relation = as<RangeVar>(node)) return take(relation);
    if (const auto* select = as<SelectStmt>(node)) return collect(select);
    if (const auto* join = as<JoinExpr>(node)) return collect_all({join->larg, join->rarg});
    if (const auto* query = as<RangeSubselect>(node)) return collect(query->subquery);
    if (const auto* table = as<CommonTableExpr>(node)) {
      common_tables_.push_back(view_of(table->ctename));
      return collect(table->ctequery);
    }
    if (const auto* query = as<SubLink>(node)) return collect_all({query->testexpr, query->subselect});
    if (const auto* logic = as<BoolExpr>(node)) return collect(logic->args);
    if (const auto* operation = as<A_Expr>(node)) return collect_all({operation->lexpr, operation->rexpr});
    if (const auto* target = as<ResTarget>(node)) return collect(target->val);
    if (const auto* call = as<FuncCall>(node)) return collect(call->args);
    if (const auto* coalesce = as<CoalesceExpr>(node)) return collect(coalesce->args);
  }
  void collect(const List* list) {
    for (const Node* node : nodes_of(list)) collect(node);
  }
  void collect_all(std::initializer_list<const Node*> nodes) {
    for (const Node* node : nodes) collect(node);
  }
  void collect(const SelectStmt* select) {
    if (select->withClause) collect(select->withClause->ctes);
    collect_all({reinterpret_cast<const Node*>(select->larg), reinterpret_cast<const Node*>(select->rarg), select->whereClause});
    collect(select->fromClause);
    collect(select->targetList);
  }
  void take(const RangeVar* relation) {
    const auto [schema, name] = qualified_name(relation);
    if (schema.empty() && std::find(common_tables_.begin(), common_tables_.end(), name) != common_tables_.end()) return;
    if (is_the_servers(schema, name) || session_.extension_owned.contains(name)) return;
    if (const Symbol* symbol = session_.relation_to_refer_to(schema, name)) found.push_back(symbol);
  }
  static bool is_the_servers(std::string_view schema, std::string_view name) {
    return schema == "pg_catalog" || schema == "information_schema" || (schema.empty() && name.starts_with("pg_"));
  }

  Session& session_;
  std::vector<std::string_view> common_tables_;  // of any WITH: where they are visible is not followed
  int depth_ = 0;
};

}  // namespace

std::vector<const Symbol*> relations_read(Session& session, const Node* query) {
  RelationCollector collector(session);
  collector.collect(query);
  return std::move(collector.found);
}

}  // namespace pgplumb
