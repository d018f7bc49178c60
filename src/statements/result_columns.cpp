// What columns a query gives, as far as it can be told without PostgreSQL's analyser: names nearly always, types where a column,
// a cast or a well-known function is selected.
#include <algorithm>
#include <array>

#include "kinds/default_names.h"
#include "sql/read_type.h"
#include "statements/views.h"

namespace pgplumb {

namespace {

/// Queries and expressions within one another, beyond which nothing is looked at: no text may exhaust the stack.
constexpr int deepest = 500;

/// One FROM item: the name it goes by, and its columns.
struct ScopeItem {
  std::string alias;
  std::vector<ResultColumn> columns;
};

/// What the names in a query stand for.
struct Scope {
  std::vector<ScopeItem> items;
  bool complete = true;  ///< false when some FROM item's columns are not known

  const ScopeItem* item(std::string_view alias) const {
    const auto found = std::find_if(items.begin(), items.end(), [&](const ScopeItem& item) { return item.alias == alias; });
    return found == items.end() ? nullptr : &*found;
  }
};

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
    const Draft::Item* item = found ? session_.draft().item(found) : nullptr;
    if (!item || item->stated_in_part || item->uncertain) return std::nullopt;
    std::vector<ResultColumn> columns;
    for (const Symbol* column : session_.draft().members(found, Namespace::column))
      columns.push_back({column->text, session_.draft().item(column)->uncertain
                                           ? std::nullopt
                                           : std::optional(session_.draft().object<Column>(column)->type)});
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
      columns.push_back(
          {target->name ? target->name : std::string(figured.empty() ? "?column?" : figured), type_of(target->val, scope)});
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

  std::optional<DataType> type_of(const Node* expression, const Scope& scope) {
    if (const auto* cast = as<TypeCast>(expression)) return type_of_cast(cast);
    if (const auto* call = as<FuncCall>(expression)) return type_of_call(call);
    if (const auto number = integer_of(expression)) return DataType{builtin_type("int4"), {}, false};
    const auto* reference = as<::ColumnRef>(expression);
    if (!reference) return std::nullopt;
    const auto fields = nodes_of(reference->fields);
    const std::string_view name = text_of(fields.back());
    if (fields.size() > 1) return type_in(scope.item(text_of(fields[fields.size() - 2])), name);
    std::optional<DataType> found;
    for (const ScopeItem& item : scope.items)
      if (auto type = type_in(&item, name)) found = type;
    return scope.complete ? found : std::nullopt;
  }

  static std::optional<DataType> type_in(const ScopeItem* item, std::string_view name) {
    if (!item) return std::nullopt;
    for (const ResultColumn& column : item->columns)
      if (column.name == name) return column.type;
    return std::nullopt;
  }

  std::optional<DataType> type_of_cast(const TypeCast* cast) {
    try {
      return read_type(cast->typeName, session_.names());
    } catch (const SyntaxError&) {
      return std::nullopt;
    }
  }

  /// Functions whose result does not depend on their arguments' types.
  static std::optional<DataType> type_of_call(const FuncCall* call) {
    struct Result {
      std::string_view function, type;
    };
    constexpr std::array results = {
        Result{"count", "int8"},      Result{"now", "timestamptz"}, Result{"gen_random_uuid", "uuid"},
        Result{"lower", "text"},      Result{"upper", "text"},      Result{"concat", "text"},
        Result{"row_number", "int8"}, Result{"rank", "int8"},       Result{"dense_rank", "int8"},
        Result{"string_agg", "text"}, Result{"length", "int4"},     Result{"jsonb_build_object", "jsonb"},
        Result{"to_char", "text"},    Result{"md5", "text"},        Result{"jsonb_agg", "jsonb"}};
    const std::string_view name = qualified_name(call->funcname).name;
    const auto found = std::find_if(results.begin(), results.end(), [&](const Result& row) { return row.function == name; });
    if (found == results.end()) return std::nullopt;
    return DataType{builtin_type(found->type), {}, false};
  }

  Session& session_;
  std::vector<std::pair<std::string_view, std::optional<std::vector<ResultColumn>>>> common_tables_;
  int depth_ = 0;
};

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
    if (const auto* table = as<CommonTableExpr>(node)) return collect(table->ctequery);
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
    if (const Symbol* symbol = session_.find_relation(schema, name)) found.push_back(symbol);
  }

  Session& session_;
  int depth_ = 0;
};

}  // namespace

std::optional<std::vector<ResultColumn>> result_columns(Session& session, const Node* query) {
  return QueryReader(session).read(query);
}

std::vector<const Symbol*> relations_read(Session& session, const Node* query) {
  RelationCollector collector(session);
  collector.collect(query);
  return std::move(collector.found);
}

}  // namespace pgplumb
