// What columns a query gives, as far as it can be told without PostgreSQL's analyser: names nearly always, types mostly.
#include "kinds/default_names.h"
#include "statements/query_scope.h"
#include "statements/views.h"

namespace pgplumb {

namespace {

/// Queries and expressions within one another, beyond which nothing is looked at: no text may exhaust the stack.
constexpr int deepest = 500;

class QueryReader {
 public:
  explicit QueryReader(Session& session) : session_(session) {}

  std::optional<std::vector<ResultColumn>> read(const Node* query) {
    const auto* select = as<SelectStmt>(query);
    if (!select || depth_ >= deepest) return std::nullopt;
    ++depth_;
    auto columns = read_select(select);
    --depth_;
    return columns;
  }

 private:
  std::optional<std::vector<ResultColumn>> read_select(const SelectStmt* select) {
    if (select->withClause)
      for (const Node* node : nodes_of(select->withClause->ctes)) read_common_table(as<CommonTableExpr>(node));
    if (select->op != SETOP_NONE)
      return united(read(reinterpret_cast<const Node*>(select->larg)), read(reinterpret_cast<const Node*>(select->rarg)));
    if (select->valuesLists) return std::nullopt;
    Scope scope;
    for (const Node* from : nodes_of(select->fromClause)) enter(from, scope);
    return targets(select->targetList, scope);
  }

  /// The first branch of a UNION names the columns; where both have a type, it is the result's.
  static std::optional<std::vector<ResultColumn>> united(std::optional<std::vector<ResultColumn>> columns,
                                                         const std::optional<std::vector<ResultColumn>>& others) {
    if (!columns) return columns;
    for (std::size_t i = 0; i < columns->size(); ++i)
      if (!others || i >= others->size() || (*columns)[i].type != (*others)[i].type) (*columns)[i].type.reset();
    return columns;
  }

  void read_common_table(const CommonTableExpr* table) {
    auto columns = read(table->ctequery);
    const auto names = texts_of(table->aliascolnames);
    if (columns)
      for (std::size_t i = 0; i < names.size() && i < columns->size(); ++i) (*columns)[i].name = names[i];
    common_tables_.push_back({view_of(table->ctename), std::move(columns)});
  }

  void enter_item(Scope& scope, std::string_view alias, std::optional<std::vector<ResultColumn>> columns) {
    if (columns)
      scope.items.push_back({std::string(alias), std::move(*columns)});
    else
      scope.complete = false;
  }

  void enter(const Node* from, Scope& scope) {
    if (const auto* join = as<JoinExpr>(from)) {
      // USING and NATURAL merge columns, so that `*` is no plain list of them.
      if (join->usingClause || join->isNatural) scope.complete = false;
      enter(join->larg, scope);
      enter(join->rarg, scope);
    } else if (const auto* relation = as<RangeVar>(from)) {
      enter_item(scope, relation->alias ? relation->alias->aliasname : relation->relname, columns_of(relation));
    } else if (const auto* query = as<RangeSubselect>(from)) {
      enter_item(scope, query->alias ? query->alias->aliasname : "", read(query->subquery));
    } else {
      scope.complete = false;
    }
  }

  std::optional<std::vector<ResultColumn>> columns_of(const RangeVar* relation) {
    const auto [schema, name] = qualified_name(relation);
    if (schema.empty())
      for (const auto& [known, columns] : common_tables_)
        if (known == name) return columns;
    const Symbol* found = session_.find_relation(schema, name);
    if (!found || !session_.is_known(found)) return std::nullopt;
    std::vector<ResultColumn> columns;
    for (const Symbol* column : session_.draft().members(found, Namespace::column))
      columns.push_back({column->text, session_.is_known(column) ? std::optional(session_.draft().object<Column>(column)->type)
                                                                 : std::nullopt});
    return columns;
  }

  std::optional<std::vector<ResultColumn>> targets(const List* list, const Scope& scope) {
    std::vector<ResultColumn> columns;
    for (const Node* node : nodes_of(list)) {
      const auto* target = as<ResTarget>(node);
      const auto* reference = as<::ColumnRef>(target->val);
      if (reference && as<A_Star>(nodes_of(reference->fields).back())) {
        if (!append_star(columns, reference, scope)) return std::nullopt;
        continue;
      }
      const std::string_view figured = figure_column_name(target->val);
      columns.push_back({target->name ? target->name : std::string(figured.empty() ? "?column?" : figured),
                         type_in_scope(session_, target->val, scope)});
    }
    return columns;
  }

  static bool append_star(std::vector<ResultColumn>& columns, const ::ColumnRef* reference, const Scope& scope) {
    const auto fields = nodes_of(reference->fields);
    const ScopeItem* only = fields.size() > 1 ? scope.item(text_of(fields[fields.size() - 2])) : nullptr;
    if (fields.size() > 1 ? !only : !scope.complete) return false;
    for (const ScopeItem& item : scope.items)
      if (!only || only == &item) columns.insert(columns.end(), item.columns.begin(), item.columns.end());
    return true;
  }

  Session& session_;
  std::vector<std::pair<std::string_view, std::optional<std::vector<ResultColumn>>>> common_tables_;
  int depth_ = 0;
};

}  // namespace

std::optional<std::vector<ResultColumn>> result_columns(Session& session, const Node* query) {
  return QueryReader(session).read(query);
}

}  // namespace pgplumb
