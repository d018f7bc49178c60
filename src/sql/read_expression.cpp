#include "sql/read_expression.h"

#include <fmt/format.h>
#include <pgplumb/sql/parse.h>

#include <algorithm>
#include <charconv>

#include "sql/canonical/functions.h"
#include "sql/canonical/resolution/signatures.h"
#include "sql/deparse.h"
#include "sql/expression_forms.h"
#include "sql/grammar.h"
#include "sql/named_constant.h"
#include "sql/read_type.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

struct TooDeep {};

/// One method for each kind of node. IN, BETWEEN and the like become here what the server stores for them
/// (transformAExprIn, transformAExprBetween in parser/parse_expr.c).
class ExpressionReader {
 public:
  explicit ExpressionReader(const NameResolver& names) : names_(names) {}

  /// Throws TooDeep.
  Expression read(const Node* node);
  Expression read_parts(Expression whole, const List* steps);

 private:
  Args read_all(const List* nodes);
  Expression read_constant(const ::A_Const& constant);
  Expression read_column(const ::ColumnRef& column);
  Expression read_call(const ::FuncCall& call);
  Expression read_sort(const ::SortBy& sort);
  Expression read_window(const ::WindowDef& window);
  std::string function_name(const List* names) const;
  Args read_call_clauses(const ::FuncCall& call);
  Expression read_subquery(const ::SubLink& link);
  Expression read_cast(const ::TypeCast& cast);
  Expression read_operator(const ::A_Expr& expression);
  bool mentions_own_column(const Expression& expression) const;
  Expression read_distinct(const ::A_Expr& expression);
  Expression read_membership(const ::A_Expr& expression, std::string_view op);
  Expression read_range(const ::A_Expr& expression);
  Expression read_boolean(const ::BoolExpr& expression);
  Expression read_case(const ::CaseExpr& expression);
  Expression read_indirection(const ::A_Indirection& indirection);
  Expression read_subscript(Expression whole, const ::A_Indices& indices);
  Expression read_session_value(const ::SQLValueFunction& value);

  const NameResolver& names_;
  int depth_ = 0;
};

Expression opaque(const Node* node) { return make(Kind::opaque, deparse(node)); }

/// An operator or a collation: the name without pg_catalog, and without public, where a search_path finds it anyway; or
/// extensions, which Supabase has in its search_path and keeps what extensions make in.
std::string object_name(const List* names) {
  const QualifiedName name = qualified_name(names);
  if (name.schema.empty() || name.schema == "pg_catalog" || name.schema == "public" || name.schema == "extensions")
    return std::string(name.name);
  return fmt::format("{}.{}", name.schema, name.name);
}

/// x'1F' is B'00011111', as the server stores it. `text` begins with its letter.
std::string binary_digits(std::string_view text) {
  if (text.front() != 'x') return std::string(text.substr(1));
  std::string digits;
  for (const char c : text.substr(1)) {
    int nibble = 0;
    if (std::from_chars(&c, &c + 1, nibble, 16).ec != std::errc()) return std::string(text);
    digits += fmt::format("{:04b}", nibble);
  }
  return digits;
}

Expression opaque_text(std::string text) { return make(Kind::opaque, std::move(text)); }

/// `auth.uid`, `lower`: with the schema that is written, or that the search_path tells; without, it is PostgreSQL's own or not
/// known.
std::string ExpressionReader::function_name(const List* names) const {
  const QualifiedName name = qualified_name(names);
  const std::string own(name.name);
  if (name.schema == "pg_catalog") return own;
  if (!name.schema.empty()) return fmt::format("{}.{}", name.schema, own);
  const bool is_looked_for = names_.function_schema && functions_named(own).empty();
  const std::string schema = is_looked_for ? names_.function_schema(own) : std::string();
  return schema.empty() ? own : schema + "." + own;
}

Expression ExpressionReader::read(const Node* node) {
  struct Level {
    int& depth;
    explicit Level(int& d) : depth(d) {
      if (++depth > deepest_nesting) throw TooDeep{};
    }
    ~Level() { --depth; }
  } level(depth_);

  if (const auto* e = as<::A_Const>(node)) return read_constant(*e);
  if (const auto* e = as<::ColumnRef>(node)) return read_column(*e);
  if (const auto* e = as<::FuncCall>(node)) return read_call(*e);
  if (const auto* e = as<::TypeCast>(node)) return read_cast(*e);
  if (const auto* e = as<::A_Expr>(node)) return read_operator(*e);
  if (const auto* e = as<::BoolExpr>(node)) return read_boolean(*e);
  if (const auto* e = as<::CaseExpr>(node)) return read_case(*e);
  if (const auto* e = as<::A_Indirection>(node)) return read_indirection(*e);
  if (const auto* e = as<::SQLValueFunction>(node)) return read_session_value(*e);
  if (const auto* e = as<::A_ArrayExpr>(node)) return make(Kind::array, {}, read_all(e->elements));
  if (const auto* e = as<::RowExpr>(node)) return make(Kind::row, {}, read_all(e->args));
  if (const auto* e = as<::CoalesceExpr>(node)) return make(Kind::other, "coalesce", read_all(e->args));
  if (const auto* e = as<::MinMaxExpr>(node))
    return make(Kind::other, e->op == IS_GREATEST ? "greatest" : "least", read_all(e->args));
  if (const auto* e = as<::NullTest>(node))
    return make(Kind::other, e->nulltesttype == IS_NULL ? "is null" : "is not null", read(reinterpret_cast<Node*>(e->arg)));
  if (const auto* e = as<::BooleanTest>(node)) {
    constexpr const char* tests[] = {"is true", "is not true", "is false", "is not false", "is unknown", "is not unknown"};
    return make(Kind::other, tests[e->booltesttype], read(reinterpret_cast<Node*>(e->arg)));
  }
  if (const auto* e = as<::SubLink>(node)) return read_subquery(*e);
  if (const auto* e = as<::SortBy>(node)) return read_sort(*e);
  if (const auto* e = as<::WindowDef>(node)) return read_window(*e);
  if (const auto* e = as<::GroupingFunc>(node)) return make(Kind::call, "grouping", read_all(e->args));
  if (const auto* e = as<::CollateClause>(node)) return make(Kind::other, "collate " + object_name(e->collname), read(e->arg));
  if (as<::SetToDefault>(node)) return make(Kind::other, "default");
  if (const auto* e = as<::NamedArgExpr>(node))
    return make(Kind::other, fmt::format("{} =>", view_of(e->name)), read(reinterpret_cast<Node*>(e->arg)));
  return opaque(node);
}

Args ExpressionReader::read_all(const List* nodes) {
  Args args;
  for (const Node* node : nodes_of(nodes)) args.push_back(read(node));
  return args;
}

Expression ExpressionReader::read_constant(const ::A_Const& constant) {
  if (constant.isnull) return make(Kind::null);
  const Node* value = &constant.val.node;
  if (const auto* integer = as<::Integer>(value)) return number(std::to_string(integer->ival));
  if (const auto* decimal = as<::Float>(value)) return number(decimal->fval);
  if (const auto* boolean = as<::Boolean>(value)) return make(Kind::boolean, boolean->boolval ? "true" : "false");
  if (const auto* bits = as<::BitString>(value))
    return cast_to({builtin_type("bit"), {}, false}, string(binary_digits(bits->bsval)));
  return string(text_of(value));
}

Expression ExpressionReader::read_column(const ::ColumnRef& column) {
  const NodeRange fields = nodes_of(column.fields);
  if (names_.reference) {
    std::vector<std::string_view> parts;
    for (const Node* field : fields) parts.push_back(as<::A_Star>(field) ? std::string_view("*") : text_of(field));
    if (auto resolved = names_.reference(parts)) return std::move(*resolved);
  }
  if (as<::A_Star>(fields.back())) return make(Kind::other, "*");
  Expression result = make(Kind::column, std::string(text_of(fields.back())));
  if (names_.column) result.column.symbol = names_.column(result.text);
  if (result.column.symbol) result.text.clear();
  return result;
}

Expression ExpressionReader::read_call(const ::FuncCall& call) {
  Args args = read_all(call.args);
  if (call.agg_star) args.push_back(make(Kind::other, "*"));
  if (call.func_variadic) args.back() = make(Kind::other, "variadic", std::move(args.back()));
  Expression plain = make(Kind::call, function_name(call.funcname), std::move(args));
  const std::string_view kind = plain.args.empty() ? std::string_view() : kind_of_object_named(plain.text);
  if (!kind.empty() && is_string(plain.args.front()))
    if (auto named = named_constant(kind, plain.args.front().text, names_)) plain.args.front() = std::move(*named);
  const QualifiedName name = qualified_name(call.funcname);
  if (names_.routine) plain.routine = names_.routine(name.schema, name.name, plain.args.size());
  Args clauses = read_call_clauses(call);
  if (clauses.empty()) return plain;
  clauses.insert(clauses.begin(), std::move(plain));
  return make(Kind::other, "call with", std::move(clauses));
}

/// DISTINCT, ORDER BY, WITHIN GROUP, FILTER, OVER: what a call has besides its arguments.
Args ExpressionReader::read_call_clauses(const ::FuncCall& call) {
  Args clauses;
  if (call.agg_distinct) clauses.push_back(make(Kind::other, "distinct"));
  if (call.agg_order)
    clauses.push_back(make(Kind::other, call.agg_within_group ? "within group" : "order by", read_all(call.agg_order)));
  if (call.agg_filter) clauses.push_back(make(Kind::other, "filter", read(call.agg_filter)));
  if (call.over) clauses.push_back(read_window(*call.over));
  return clauses;
}

Expression ExpressionReader::read_sort(const ::SortBy& sort) {
  const std::string used = sort.sortby_dir == SORTBY_USING ? object_name(sort.useOp) : std::string();
  const bool descending = sort.sortby_dir == SORTBY_DESC || used == ">";
  const bool nulls_first = sort.sortby_nulls == SORTBY_NULLS_FIRST || (sort.sortby_nulls == SORTBY_NULLS_DEFAULT && descending);
  const bool is_other = !used.empty() && used != "<" && used != ">";
  const std::string op = is_other ? "using " + used : descending ? "desc" : "asc";
  return make(Kind::other, op + (nulls_first ? " nulls first" : " nulls last"), read(sort.node));
}

/// A window without a name; one with a name is the business of the query that defines it.
Expression ExpressionReader::read_window(const ::WindowDef& window) {
  if (window.name || window.refname) {
    const std::string_view name = view_of(window.name ? window.name : window.refname);
    const bool is_plain = window.name || (!window.orderClause && window.frameOptions == FRAMEOPTION_DEFAULTS);
    if (auto defined = is_plain && names_.reference ? names_.reference({"", "window", name}) : std::nullopt)
      return std::move(*defined);
    return opaque_text("over " + std::string(name));
  }
  Args parts;
  if (window.partitionClause) parts.push_back(make(Kind::other, "partition by", read_all(window.partitionClause)));
  if (window.orderClause) parts.push_back(make(Kind::other, "order by", read_all(window.orderClause)));
  if (window.frameOptions != FRAMEOPTION_DEFAULTS) {
    Args bounds;
    for (const Node* bound : {window.startOffset, window.endOffset})
      if (bound) bounds.push_back(read(bound));
    // That a frame was written at all, and whether with BETWEEN, says nothing of which it is.
    constexpr int spelling = FRAMEOPTION_NONDEFAULT | FRAMEOPTION_BETWEEN;
    const int frame = window.frameOptions & ~spelling;
    if (frame != (FRAMEOPTION_DEFAULTS & ~spelling) || !bounds.empty())
      parts.push_back(make(Kind::other, fmt::format("frame {}", frame), std::move(bounds)));
  }
  return make(Kind::other, "over", std::move(parts));
}

/// EXISTS, IN, ANY and ALL over a query, a scalar query, ARRAY(query).
Expression ExpressionReader::read_subquery(const ::SubLink& link) {
  auto query = names_.query ? names_.query(link.subselect) : std::nullopt;
  if (!query) return opaque(reinterpret_cast<const Node*>(&link));
  const std::string op = link.operName ? object_name(link.operName) : "=";
  switch (link.subLinkType) {
    case EXISTS_SUBLINK:
      return make(Kind::other, "exists", std::move(*query));
    case ANY_SUBLINK:
      return operation(op, read(link.testexpr), make(Kind::other, "any", std::move(*query)));
    case ALL_SUBLINK:
      return operation(op, read(link.testexpr), make(Kind::other, "all", std::move(*query)));
    case EXPR_SUBLINK:
      return make(Kind::other, "scalar query", std::move(*query));
    case ARRAY_SUBLINK:
      return make(Kind::other, "array of query", std::move(*query));
    default:
      return opaque(reinterpret_cast<const Node*>(&link));
  }
}

Expression ExpressionReader::read_cast(const ::TypeCast& cast) {
  try {
    DataType type = read_type(cast.typeName, names_);
    Expression value = read(cast.arg);
    const bool may_name = is_string(value) && type.name->parent == pg_catalog() && !type.is_array;
    if (auto named = may_name ? named_constant(type.name->text, value.text, names_) : std::nullopt) return std::move(*named);
    return cast_to(std::move(type), std::move(value));
  } catch (const SyntaxError&) {
    return opaque(reinterpret_cast<const Node*>(&cast));
  }
}

Expression ExpressionReader::read_operator(const ::A_Expr& expression) {
  const std::string op = expression.name ? object_name(expression.name) : std::string();
  const auto operand = [&](const Node* node) { return read(node); };
  switch (expression.kind) {
    case AEXPR_IN:
      return read_membership(expression, op);
    case AEXPR_BETWEEN:
    case AEXPR_NOT_BETWEEN:
    case AEXPR_BETWEEN_SYM:
    case AEXPR_NOT_BETWEEN_SYM:
      return read_range(expression);
    case AEXPR_OP_ANY:
      return operation(op, operand(expression.lexpr), make(Kind::other, "any", operand(expression.rexpr)));
    case AEXPR_OP_ALL:
      return operation(op, operand(expression.lexpr), make(Kind::other, "all", operand(expression.rexpr)));
    case AEXPR_NULLIF:
      return make(Kind::other, "nullif", {operand(expression.lexpr), operand(expression.rexpr)});
    case AEXPR_DISTINCT:
    case AEXPR_NOT_DISTINCT:
      return read_distinct(expression);
    case AEXPR_OP:
    case AEXPR_LIKE:
    case AEXPR_ILIKE:
    case AEXPR_SIMILAR:
      if (!expression.lexpr) return make(Kind::operation, op, operand(expression.rexpr));
      return compare_rows_or(op, operand(expression.lexpr), operand(expression.rexpr));
    default:
      return opaque(reinterpret_cast<const Node*>(&expression));
  }
}

/// `a IS DISTINCT FROM NULL` is a test for NULL (make_nulltest_from_distinct).
Expression ExpressionReader::read_distinct(const ::A_Expr& expression) {
  const bool is_negated = expression.kind == AEXPR_NOT_DISTINCT;
  Expression left = read(expression.lexpr), right = read(expression.rexpr);
  if (left.kind == Kind::null || right.kind == Kind::null)
    return make(Kind::other, is_negated ? "is null" : "is not null",
                right.kind == Kind::null ? std::move(left) : std::move(right));
  Expression distinct = compare_rows_or("is distinct from", std::move(left), std::move(right));
  return is_negated ? make(Kind::negation, {}, std::move(distinct)) : distinct;
}

/// Of the query itself; what it takes from around it is constant (contain_vars_of_level).
bool ExpressionReader::mentions_own_column(const Expression& expression) const {
  const bool is_of_item = expression.kind == Kind::other && expression.text.starts_with("of ");
  if (is_of_item || expression.kind == Kind::column) return !names_.is_outer || !names_.is_outer(expression);
  return std::any_of(expression.args.begin(), expression.args.end(),
                     [this](const Expression& arg) { return mentions_own_column(arg); });
}

/// `a IN (1, 2, b)` is `a = ANY (ARRAY[1, 2]) OR a = b`: what holds a column stands by itself, so does a lone constant.
Expression ExpressionReader::read_membership(const ::A_Expr& expression, std::string_view op) {
  const auto* list = as<::List>(expression.rexpr);
  if (!list) return opaque(reinterpret_cast<const Node*>(&expression));
  const bool is_in = op == "=";
  const Expression left = read(expression.lexpr);
  Args items = read_all(list);
  const auto joins_array = [&](const Expression& item) { return left.kind != Kind::row && !mentions_own_column(item); };
  Args terms;
  if (std::count_if(items.begin(), items.end(), joins_array) > 1) {
    const auto alone = std::stable_partition(items.begin(), items.end(), joins_array);
    Args together(std::make_move_iterator(items.begin()), std::make_move_iterator(alone));
    items.erase(items.begin(), alone);
    terms.push_back(operation(op, left, make(Kind::other, is_in ? "any" : "all", make(Kind::array, "in", std::move(together)))));
  }
  for (Expression& item : items) terms.push_back(compare_rows_or(std::string(op), left, std::move(item)));
  return junction(is_in ? Kind::any_of : Kind::all_of, std::move(terms));
}

Expression ExpressionReader::read_range(const ::A_Expr& expression) {
  const Expression value = read(expression.lexpr);
  const Args bounds = read_all(as<::List>(expression.rexpr));
  const bool is_negated = expression.kind == AEXPR_NOT_BETWEEN || expression.kind == AEXPR_NOT_BETWEEN_SYM;
  const bool is_symmetric = expression.kind == AEXPR_BETWEEN_SYM || expression.kind == AEXPR_NOT_BETWEEN_SYM;
  const Kind within = is_negated ? Kind::any_of : Kind::all_of;
  const Kind either_way = is_negated ? Kind::all_of : Kind::any_of;
  const auto compare = [&](const Expression& low, const Expression& high) {
    return junction(within, {operation(is_negated ? "<" : ">=", value, low), operation(is_negated ? ">" : "<=", value, high)});
  };
  if (!is_symmetric) return compare(bounds[0], bounds[1]);
  return junction(either_way, {compare(bounds[0], bounds[1]), compare(bounds[1], bounds[0])});
}

Expression ExpressionReader::read_boolean(const ::BoolExpr& expression) {
  Args args = read_all(expression.args);
  if (expression.boolop == NOT_EXPR) return make(Kind::negation, {}, std::move(args));
  return junction(expression.boolop == AND_EXPR ? Kind::all_of : Kind::any_of, std::move(args));
}

Expression ExpressionReader::read_case(const ::CaseExpr& expression) {
  Args args;
  if (expression.arg) args.push_back(read(reinterpret_cast<Node*>(expression.arg)));
  for (const Node* node : nodes_of(expression.args)) {
    const auto* when = as<::CaseWhen>(node);
    args.push_back(read(reinterpret_cast<Node*>(when->expr)));
    args.push_back(read(reinterpret_cast<Node*>(when->result)));
  }
  args.push_back(expression.defresult ? read(reinterpret_cast<Node*>(expression.defresult)) : make(Kind::null));
  return make(Kind::choice, expression.arg ? "simple" : "searched", std::move(args));
}

/// `(t).a` of a row that the query has is its column, as `t.a` is.
Expression ExpressionReader::read_indirection(const ::A_Indirection& indirection) {
  const auto* row = as<::ColumnRef>(indirection.arg);
  const Node* step = nodes_of(indirection.indirection).front();
  if (row && names_.reference && as<::String>(step) && list_length(row->fields) == 1 &&
      list_length(indirection.indirection) == 1) {
    const std::string_view name = text_of(nodes_of(row->fields).front());
    const auto whole = names_.reference({name, "*"});
    const auto itself = names_.reference({name});
    if (whole && itself && *whole == *itself)
      if (auto column = names_.reference({name, text_of(step)})) return std::move(*column);
  }
  return read_parts(read(indirection.arg), indirection.indirection);
}

Expression ExpressionReader::read_parts(Expression whole, const List* steps) {
  for (const Node* step : nodes_of(steps)) {
    if (const auto* indices = as<::A_Indices>(step))
      whole = read_subscript(std::move(whole), *indices);
    else if (as<::A_Star>(step))
      whole = make(Kind::opaque, "*", std::move(whole));
    else
      whole = make(Kind::other, fmt::format("field {}", text_of(step)), std::move(whole));
  }
  return whole;
}

/// A bound of a slice that is not given is a node without a word.
Expression ExpressionReader::read_subscript(Expression whole, const ::A_Indices& indices) {
  const auto bound = [&](const Node* node) { return node ? read(node) : make(Kind::other); };
  if (!indices.is_slice) return make(Kind::other, "subscript", {std::move(whole), read(indices.uidx)});
  return make(Kind::other, "slice", {std::move(whole), bound(indices.lidx), bound(indices.uidx)});
}

/// CURRENT_TIMESTAMP is now() by another name, CURRENT_ROLE and USER are CURRENT_USER (gram.y: the function's
/// number tells whether a precision follows).
Expression ExpressionReader::read_session_value(const ::SQLValueFunction& value) {
  const auto with_digits = [&](const char* name) { return make(Kind::other, fmt::format("{}({})", name, value.typmod)); };
  constexpr int all_digits = 6;
  switch (value.op) {
    case SVFOP_CURRENT_DATE:
      return make(Kind::other, "current_date");
    case SVFOP_CURRENT_TIME:
      return make(Kind::other, "current_time");
    case SVFOP_CURRENT_TIME_N:
      return with_digits("current_time");
    case SVFOP_CURRENT_TIMESTAMP:
      return make(Kind::call, "now");
    case SVFOP_CURRENT_TIMESTAMP_N:
      return value.typmod >= all_digits ? make(Kind::call, "now") : with_digits("current_timestamp");
    case SVFOP_LOCALTIME:
      return make(Kind::other, "localtime");
    case SVFOP_LOCALTIME_N:
      return with_digits("localtime");
    case SVFOP_LOCALTIMESTAMP:
      return make(Kind::other, "localtimestamp");
    case SVFOP_LOCALTIMESTAMP_N:
      return with_digits("localtimestamp");
    case SVFOP_CURRENT_ROLE:
    case SVFOP_CURRENT_USER:
    case SVFOP_USER:
      return make(Kind::other, "current_user");
    case SVFOP_SESSION_USER:
      return make(Kind::other, "session_user");
    case SVFOP_CURRENT_CATALOG:
      return make(Kind::other, "current_catalog");
    case SVFOP_CURRENT_SCHEMA:
      return make(Kind::other, "current_schema");
  }
  return opaque(reinterpret_cast<const Node*>(&value));
}

}  // namespace

Expression read_expression(const Node* node, const NameResolver& names) {
  try {
    return ExpressionReader(names).read(node);
  } catch (const TooDeep&) {
    return make(Kind::opaque, unread_expression_text());
  }
}

Expression read_parts(Expression whole, const List* steps, const NameResolver& names) {
  try {
    return ExpressionReader(names).read_parts(std::move(whole), steps);
  } catch (const TooDeep&) {
    return make(Kind::opaque, unread_expression_text());
  }
}

Expression parse_expression(std::string_view text, const NameResolver& names) {
  return read_expression(SelectedExpression("", text, "").node(), names);
}

}  // namespace pgplumb
