// Calls of functions, and queries in expressions.
#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "sql/canonical/functions.h"
#include "sql/canonical/resolution/signatures.h"
#include "sql/expression_reader.h"
#include "sql/named_constant.h"
#include "sql/window_frame.h"

namespace pgplumb {

using Kind = Expression::Kind;
using Args = ExpressionReader::Args;

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

namespace {

/// EXTRACT('Year' FROM …): the field in whatever case is the same (interval_part in utils/adt/timestamp.c).
void lower_field(Args& args) {
  if (!args.empty() && is_string(args.front())) args.front().text = lower_case(args.front().text);
}

/// `regclass`, the second parameter of `counted(integer, regclass)`; "" where it has fewer.
std::string_view parameter_of(std::string_view signature, std::size_t position) {
  constexpr std::string_view between = ", ";
  const std::size_t bracket = signature.find('(');
  if (bracket == signature.npos) return {};
  signature.remove_prefix(bracket + 1);
  for (; position > 0; --position) {
    const std::size_t end = signature.find(between);
    if (end == signature.npos) return {};
    signature.remove_prefix(end + between.size());
  }
  return signature.substr(0, std::min(signature.find(between), signature.find(')')));
}

/// `counted('orders')` of a regclass, as the server reads it.
void name_objects(Expression& call, const NameResolver& names) {
  for (std::size_t i = 0; i < call.args.size(); ++i) {
    if (!is_string(call.args[i])) continue;
    const std::string_view kind = call.routine ? parameter_of(call.routine->text, i) : kind_of_object_named(call, i, {});
    const Symbol* type = kind.starts_with("reg") ? builtin_type(kind) : nullptr;
    auto named = type ? named_by(call.args[i], {type, {}, false}, names) : std::nullopt;
    if (named) call.args[i] = std::move(*named);
  }
}

}  // namespace

/// `state('open')`, `date('2024-01-01')`: by the name of a type, a cast. None where it calls a function.
std::optional<DataType> ExpressionReader::type_called(const QualifiedName& name, const Expression& call) const {
  const bool may_be_builtin = name.schema.empty() || name.schema == "pg_catalog";
  const Symbol* builtin =
      may_be_builtin && call.args.size() == 1 && is_string(call.args.front()) ? builtin_type(name.name) : nullptr;
  const Symbol* type = builtin || !names_.cast_called ? builtin : names_.cast_called(name.schema, name.name, call);
  return type ? std::optional(DataType{type, {}, false}) : std::nullopt;
}

Expression ExpressionReader::read_call(const ::FuncCall& call) {
  Args args = read_all(call.args);
  if (qualified_name(call.funcname).name == "extract") lower_field(args);
  if (call.agg_star) args.push_back(make(Kind::other, "*"));
  if (call.func_variadic) args.back() = make(Kind::other, "variadic", std::move(args.back()));
  Expression plain = make(Kind::call, function_name(call.funcname), std::move(args));
  const QualifiedName name = qualified_name(call.funcname);
  if (names_.routine) plain.routine = names_.routine(name.schema, name.name, plain);
  name_objects(plain, names_);
  Args clauses = read_call_clauses(call);
  if (const auto type = clauses.empty() ? type_called(name, plain) : std::nullopt)
    return constant_or_cast(*type, std::move(plain.args.front()));
  if (clauses.empty()) return plain;
  clauses.insert(clauses.begin(), std::move(plain));
  return make(Kind::other, "call with", std::move(clauses));
}

/// DISTINCT, ORDER BY, WITHIN GROUP, FILTER, OVER: what a call has besides its arguments.
Args ExpressionReader::read_call_clauses(const ::FuncCall& call) {
  Args clauses;
  if (call.agg_distinct) clauses.push_back(make(Kind::other, "distinct"));
  if (call.agg_order)
    clauses.push_back(call.agg_within_group ? make(Kind::other, "within group", read_all(call.agg_order))
                                            : make(Kind::other, "order by", read_keys(call.agg_order)));
  if (call.agg_filter) clauses.push_back(make(Kind::other, "filter", read(call.agg_filter)));
  if (call.over) clauses.push_back(read_window(*call.over));
  return clauses;
}

Expression ExpressionReader::read_sort(const ::SortBy& sort) {
  const std::string used = sort.sortby_dir == SORTBY_USING ? object_name(sort.useOp) : std::string();
  const bool descending = sort.sortby_dir == SORTBY_DESC || used == ">";
  const bool is_reverse = descending || used == "~>~";  // by "greater than" of whatever operator class
  const bool nulls_first = sort.sortby_nulls == SORTBY_NULLS_FIRST || (sort.sortby_nulls == SORTBY_NULLS_DEFAULT && is_reverse);
  const bool is_other = !used.empty() && used != "<" && used != ">";
  const std::string op = is_other ? "using " + used : descending ? "desc" : "asc";
  return make(Kind::other, op + (nulls_first ? " nulls first" : " nulls last"), read(sort.node));
}

/// A window by its name is the business of the query that defines it; one that builds on it has its PARTITION BY, and its ORDER
/// BY where it has one (transformWindowDefinitions in parser/parse_clause.c).
Expression ExpressionReader::read_window(const ::WindowDef& window) {
  Args parts;
  if (window.name || window.refname) {
    const std::string_view name = view_of(window.name ? window.name : window.refname);
    auto defined = names_.reference ? names_.reference({"", "window", name}) : std::nullopt;
    if (!defined) return opaque_text(unread_expression_text());
    if (window.name) return std::move(*defined);
    parts = std::move(defined->args);
  }
  if (window.partitionClause) parts.push_back(make(Kind::other, "partition by", read_keys(window.partitionClause)));
  if (window.orderClause) parts.push_back(make(Kind::other, "order by", read_keys(window.orderClause)));
  if (window.frameOptions != FRAMEOPTION_DEFAULTS) {
    Args bounds;
    for (const Node* bound : {window.startOffset, window.endOffset})
      if (bound) bounds.push_back(read(bound));
    // That a frame was written at all, and whether with BETWEEN, says nothing of which it is.
    constexpr int spelling = FRAMEOPTION_NONDEFAULT | FRAMEOPTION_BETWEEN;
    const bool is_usual = (window.frameOptions & ~spelling) == (FRAMEOPTION_DEFAULTS & ~spelling);
    if (!is_usual || !bounds.empty()) parts.push_back(window_frame(window, std::move(bounds)));
  }
  return make(Kind::other, "over", std::move(parts));
}

/// EXISTS, IN, ANY and ALL over a query, a scalar query, ARRAY(query).
Expression ExpressionReader::read_subquery(const ::SubLink& link) {
  auto query = names_.query ? names_.query(link.subselect) : std::nullopt;
  if (!query) return opaque(reinterpret_cast<const Node*>(&link));
  const std::string op = link.operName ? object_name(link.operName) : "=";
  const auto compare = [&](const char* with) {
    Expression made = operation(op, read(link.testexpr), make(Kind::other, with, std::move(*query)));
    find_operator(made, link.operName ? qualified_name(link.operName).schema : std::string_view());
    return made;
  };
  switch (link.subLinkType) {
    case EXISTS_SUBLINK:
      return make(Kind::other, "exists", std::move(*query));
    case ANY_SUBLINK:
      return compare("any");
    case ALL_SUBLINK:
      return compare("all");
    case EXPR_SUBLINK:
      return make(Kind::other, "scalar query", std::move(*query));
    case ARRAY_SUBLINK:
      return make(Kind::other, "array of query", std::move(*query));
    default:
      return opaque(reinterpret_cast<const Node*>(&link));
  }
}

}  // namespace pgplumb
