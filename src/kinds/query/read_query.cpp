#include "kinds/query/read_query.h"

#include <algorithm>

#include "catalog/row_types.h"
#include "kinds/ddl.h"
#include "kinds/query/reader.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/deparse.h"
#include "sql/expression_forms.h"
#include "sql/read_expression.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

/// Queries within one another, and parts of one UNION, beyond which nothing is looked at: no text may exhaust the stack.
constexpr int deepest = 100;
constexpr std::size_t longest = 1000;

Query not_understood(std::string text) { return {make(Kind::opaque, std::move(text)), {}, false}; }

std::string set_operation_words(const SelectStmt* select) {
  const char* word = select->op == SETOP_UNION ? "union" : select->op == SETOP_INTERSECT ? "intersect" : "except";
  return select->all ? word + std::string(" all") : word;
}

}  // namespace

/// What `ROW(t.*)` holds; nothing where the columns of t are not known.
std::optional<Expression> QueryReader::columns_as_row(const Scope& scope, std::string_view alias) const {
  for (const Scope* around = &scope; around; around = around->outer)
    for (const ScopeItem& item : around->items) {
      if (item.alias != alias || item.is_hidden) continue;
      Expression row = make(Kind::row);
      for (std::size_t i = 0; i < item.columns.size(); ++i)
        if (item.columns[i].in_star) row.args.push_back(item.column(i));
      return item.known ? std::optional(std::move(row)) : std::nullopt;
    }
  return std::nullopt;
}

/// `t.f` of a function that takes a row of `t`, which has no column of that name (ParseFuncOrColumn in parser/parse_func.c).
std::optional<Expression> QueryReader::call_on_row(const Scope& scope, const std::vector<std::string_view>& parts) const {
  if (parts.size() != 2) return std::nullopt;
  for (const Scope* around = &scope; around; around = around->outer)
    for (const ScopeItem& item : around->items) {
      if (item.alias != parts[0]) continue;
      if (!item.known || !item.row_type || item.find(parts[1])) return std::nullopt;
      RoutineParameter row;
      row.type.name = root_of(session_.draft(), item.row_type);
      const Symbol* routine = session_.find_in_path(Namespace::routine, {}, signature_of(parts[1], {row}));
      if (!routine) return std::nullopt;
      Expression call = make(Kind::call, std::string(parts[1]), item.whole_row());
      call.routine = routine;
      return call;
    }
  return std::nullopt;
}

NameResolver QueryReader::names_in(const Scope& scope) {
  NameResolver names = session_.names(table_);
  names.reference = [this, &scope](const std::vector<std::string_view>& parts) -> std::optional<Expression> {
    if (parts.size() == 3 && parts[0].empty() && parts[1] == "row") return columns_as_row(scope, parts[2]);  // ROW(t.*)
    if (parts.size() == 4 && parts[0].empty()) {                                                             // (t).a
      const auto whole = scope.find(parts[2]);
      const bool is_column = whole && whole->kind == Kind::column;
      auto call = is_column ? std::nullopt : call_on_row(scope, {parts[2], parts[3]});
      return call ? call : part_of_item(scope, parts[2], parts[3]);
    }
    if (parts.size() == 3 && parts[0].empty()) {  // a window by name
      const auto window = scope.windows.find(parts[2]);
      if (window == scope.windows.end()) return std::nullopt;
      ::WindowDef unnamed = *window->second;
      unnamed.name = nullptr;
      return read_in(scope, reinterpret_cast<const Node*>(&unnamed));
    }
    if (auto call = call_on_row(scope, parts)) return call;
    return resolve(scope, parts, session_.draft(), table_);
  };
  names.is_outer = [&scope](const Expression& column) { return !scope.has(column); };
  names.query = [this, &scope](const Node* query) { return std::optional(read(query, &scope).tree); };
  return names;
}

Expression QueryReader::read_in(const Scope& scope, const Node* expression) {
  Expression read = read_expression(expression, names_in(scope));
  tell_types_of_rows(session_.draft(), read);  // for the types of outputs
  return read;
}

Query QueryReader::read(const Node* node, const Scope* outer) {
  if (depth_ >= deepest) return not_understood(unread_expression_text());
  ++depth_;
  const std::size_t common_tables = common_tables_.size();
  const auto* select = as<SelectStmt>(node);
  Query query = select ? read_query(select, outer) : read_modification(node, outer);
  common_tables_.resize(common_tables);
  --depth_;
  return query;
}

Query QueryReader::read_query(const SelectStmt* select, const Scope* outer) {
  Args with = select->withClause ? read_with(select->withClause, outer) : Args();
  Query query = select->op != SETOP_NONE ? read_set_operation(select, outer)
                : select->valuesLists    ? read_values(select, outer)
                                         : read_simple(select, outer);
  if (!with.empty()) query.tree.args.push_back(make(Kind::other, "with", std::move(with)));
  return query;
}

Query QueryReader::read_simple(const SelectStmt* select, const Scope* outer) {
  Scope scope{outer};
  Query query{make(Kind::other, "select"), {}, true};
  Args from;
  for (const Node* item : nodes_of(select->fromClause)) from.push_back(read_from(item, scope));
  for (const Node* node : nodes_of(select->windowClause)) {
    const auto* window = as<::WindowDef>(node);
    const bool builds_on_none = window->refname && !scope.windows.contains(view_of(window->refname));  // or on itself
    if (!builds_on_none) scope.windows.emplace(view_of(window->name), window);
  }
  Args& parts = query.tree.args;
  parts.push_back(make(Kind::other, "outputs", read_outputs(select->targetList, scope, query)));
  if (!from.empty()) parts.push_back(make(Kind::other, "from", std::move(from)));
  if (select->whereClause) parts.push_back(make(Kind::other, "where", read_in(scope, select->whereClause)));
  if (select->groupClause) {
    const char* words = select->groupDistinct ? "group by distinct" : "group by";
    parts.push_back(make(Kind::other, words, read_groups(select->groupClause, scope, query)));
  }
  if (select->havingClause) parts.push_back(make(Kind::other, "having", read_in(scope, select->havingClause)));
  if (select->distinctClause) parts.push_back(make(Kind::other, "distinct", read_distinct(select, scope, query)));
  append_tail(select, scope, query);
  return query;
}

/// A UNION of many parts nests to the left: it is walked rather than descended into.
Query QueryReader::read_set_operation(const SelectStmt* select, const Scope* outer) {
  std::vector<const SelectStmt*> operations{select};
  while (operations.back()->larg->op != SETOP_NONE && !operations.back()->larg->withClause)
    operations.push_back(operations.back()->larg);
  if (operations.size() > longest) return not_understood(unread_expression_text());
  Query query = read(reinterpret_cast<const Node*>(operations.back()->larg), outer);
  for (auto operation = operations.rbegin(); operation != operations.rend(); ++operation)
    query = combine(*operation, std::move(query), outer);
  return query;
}

namespace {

/// The type of what comes from two rows (select_common_type and select_common_typmod in parser/parse_coerce.c). Of text and
/// another it cannot be told: what is written as a literal becomes the other's.
MaybeType meeting_type(const MaybeType& one, const MaybeType& other, const KnownTypes& types) {
  if (!one || !other || one == other) return one == other ? one : std::nullopt;
  const bool may_be_literal = is_type(one, "text") || is_type(other, "text");
  return may_be_literal ? std::nullopt : common_type_of({one, other}, types);
}

}  // namespace

Query QueryReader::combine(const SelectStmt* select, Query left, const Scope* outer) {
  Query right = read(reinterpret_cast<const Node*>(select->rarg), outer);
  Query query{make(Kind::other, set_operation_words(select)), std::move(left.columns), left.columns_known};
  for (std::size_t i = 0; i < query.columns.size(); ++i) {
    auto& type = query.columns[i].type;
    type = i < right.columns.size() ? meeting_type(type, right.columns[i].type, session_.draft().types()) : std::nullopt;
  }
  query.tree.args.push_back(std::move(left.tree));
  query.tree.args.push_back(std::move(right.tree));
  append_tail(select, Scope{outer}, query);
  return query;
}

namespace {

/// The server sorts VALUES by "*VALUES*".column1, be it written as a number.
Scope scope_of_values(const Query& query, const Scope* outer) {
  ScopeItem rows{"*VALUES*"};
  for (std::size_t i = 0; i < query.columns.size(); ++i)
    rows.columns.push_back(
        {query.columns[i].name, nullptr, {}, {}, true, true, make(Kind::other, "output " + std::to_string(i + 1))});
  return {outer, {std::move(rows)}};
}

/// Of these the server makes another query, SELECT … FROM (VALUES …) "*VALUES*" (transformValuesClause in parser/analyze.c).
void doubt_sorts_by_more_than_columns(Args& sorts) {
  for (Expression& sort : sorts)
    if (!sorted_value(sort).text.starts_with("output ")) sort = make(Kind::opaque, "sorted rows", std::move(sort));
}

}  // namespace

Query QueryReader::read_values(const SelectStmt* select, const Scope* outer) {
  const Scope scope{outer};
  Query query{make(Kind::other, "values"), {}, true};
  for (const Node* node : nodes_of(select->valuesLists)) {
    Args items;
    Query of_stars;
    for (const Node* item : nodes_of(reinterpret_cast<const List*>(node)))
      if (!append_star(item, scope, of_stars, items)) items.push_back(read_in(scope, item));
    if (query.columns.empty())
      for (std::size_t i = 0; i < items.size(); ++i)
        query.columns.push_back({"column" + std::to_string(i + 1), type_of_output(items[i])});
    for (std::size_t i = 0; i < std::min(items.size(), query.columns.size()); ++i)
      if (auto& type = query.columns[i].type; !is_untyped(items[i]))
        type = meeting_type(type, type_of_output(items[i]), session_.draft().types());
    query.tree.args.push_back(make(Kind::row, {}, std::move(items)));
  }
  append_tail(select, scope_of_values(query, outer), query);
  for (Expression& part : query.tree.args)
    if (part.text == "order by") doubt_sorts_by_more_than_columns(part.args);
  return query;
}

void QueryReader::append_tail(const SelectStmt* select, const Scope& scope, Query& query) {
  Args& parts = query.tree.args;
  if (select->sortClause) parts.push_back(make(Kind::other, "order by", read_sorts(select->sortClause, scope, query)));
  constexpr int with_ties = 2;  // libpg_query numbers LimitOption in an order of its own
  const char* limit = static_cast<int>(select->limitOption) == with_ties ? "limit with ties" : "limit";
  if (select->limitCount) {
    Expression count = read_in(scope, select->limitCount);
    if (count.kind != Kind::null) parts.push_back(make(Kind::other, limit, std::move(count)));
  }
  if (select->limitOffset) parts.push_back(make(Kind::other, "offset", read_in(scope, select->limitOffset)));
  append_locks(select, scope, parts);
}

Query read_query(Session& session, const Node* statement) { return QueryReader(session, nullptr).read(statement); }

NameResolver names_with_queries(Session& session, const Symbol* table) {
  NameResolver names = session.names(table);
  names.query = [&session, table](const Node* query) {
    return std::optional(QueryReader(session, root_of(session.draft(), table)).read(query).tree);
  };
  return names;
}

ExpressionField read_field_with_queries(Session& session, const Symbol* table, const Node* expression) {
  if (!expression) return {};
  return {std::make_shared<const Expression>(read_expression(expression, names_with_queries(session, table)))};
}

}  // namespace pgplumb
