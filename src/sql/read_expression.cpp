#include "sql/read_expression.h"

#include <fmt/format.h>
#include <pgplumb/sql/parse.h>

#include <algorithm>

#include "sql/canonical/literals/literals.h"
#include "sql/expression_reader.h"
#include "sql/grammar.h"
#include "sql/named_constant.h"
#include "sql/read_type.h"

namespace pgplumb {

using Kind = Expression::Kind;
using Args = ExpressionReader::Args;

std::string object_name(const List* names) {
  const QualifiedName name = qualified_name(names);
  if (name.schema.empty() || name.schema == "pg_catalog" || name.schema == "public" || name.schema == "extensions")
    return std::string(name.name);
  return fmt::format("{}.{}", name.schema, name.name);
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
  if (const auto* e = as<::ParamRef>(node)) return read_parameter(*e);
  if (const auto* e = as<::FuncCall>(node)) return read_call(*e);
  if (const auto* e = as<::TypeCast>(node)) return read_cast(*e);
  if (const auto* e = as<::A_Expr>(node)) return read_operator(*e);
  if (const auto* e = as<::BoolExpr>(node)) return read_boolean(*e);
  if (const auto* e = as<::CaseExpr>(node)) return read_case(*e);
  if (const auto* e = as<::A_Indirection>(node)) return read_indirection(*e);
  if (const auto* e = as<::SQLValueFunction>(node)) return read_session_value(*e);
  if (const auto* e = as<::A_ArrayExpr>(node)) return make(Kind::array, {}, read_all(e->elements));
  if (const auto* e = as<::RowExpr>(node)) return make(Kind::row, {}, read_members(e->args));
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
  if (const auto* e = as<::CollateClause>(node)) return read_collation(*e);
  if (as<::SetToDefault>(node)) return make(Kind::other, "default");
  if (const auto* e = as<::XmlExpr>(node)) return read_xml(*e);
  if (const auto* e = as<::XmlSerialize>(node)) return read_xml_serialize(*e);
  if (const auto* e = as<::NamedArgExpr>(node))
    return make(Kind::other, fmt::format("{} =>", view_of(e->name)), read(reinterpret_cast<Node*>(e->arg)));
  return opaque(node);
}

Expression ExpressionReader::read_collation(const ::CollateClause& clause) {
  Expression collated = make(Kind::other, "collate " + object_name(clause.collname), read(clause.arg));
  const auto [schema, name] = qualified_name(clause.collname);
  if (names_.collation) collated.routine = names_.collation(schema, name);
  return collated;
}

Args ExpressionReader::read_all(const List* nodes) {
  Args args;
  for (const Node* node : nodes_of(nodes)) args.push_back(read(node));
  return args;
}

/// `t.*` in a row stands for the columns of t, where a query tells them.
Args ExpressionReader::read_members(const List* nodes) {
  Args members;
  for (const Node* node : nodes_of(nodes)) {
    const auto* column = as<::ColumnRef>(node);
    const NodeRange fields = nodes_of(column ? column->fields : nullptr);
    const bool is_star = names_.reference && fields.size() > 1 && as<::A_Star>(fields.back());
    const auto all = is_star ? names_.reference({"", "row", text_of(fields[fields.size() - 2])}) : std::nullopt;
    if (all)
      members.insert(members.end(), all->args.begin(), all->args.end());
    else
      members.push_back(read(node));
  }
  return members;
}

Expression ExpressionReader::read_constant(const ::A_Const& constant) {
  if (constant.isnull) return make(Kind::null);
  const Node* value = &constant.val.node;
  if (const auto* integer = as<::Integer>(value)) return number(std::to_string(integer->ival));
  if (const auto* decimal = as<::Float>(value)) return number(decimal->fval);
  if (const auto* boolean = as<::Boolean>(value)) return make(Kind::boolean, boolean->boolval ? "true" : "false");
  if (const auto* bits = as<::BitString>(value))
    return cast_to({builtin_type("bit"), {}, false}, string(bit_literal(bits->bsval).value_or(bits->bsval)));
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

/// Of a function, which has it by its number, too.
Expression ExpressionReader::read_parameter(const ::ParamRef& parameter) {
  const std::string name = "$" + std::to_string(parameter.number);
  auto resolved = names_.reference ? names_.reference({name}) : std::nullopt;
  return resolved ? std::move(*resolved) : opaque_text(name);
}

Expression ExpressionReader::read_cast(const ::TypeCast& cast) {
  try {
    DataType type = read_type(cast.typeName, names_);
    Expression value = read(cast.arg);
    return constant_or_cast(std::move(type), std::move(value));
  } catch (const SyntaxError&) {
    return opaque(reinterpret_cast<const Node*>(&cast));
  }
}

Expression ExpressionReader::constant_or_cast(DataType type, Expression value) const {
  auto named = named_by(value, type, names_);
  return named ? std::move(*named) : cast_to(std::move(type), std::move(value));
}

namespace {

/// `t` and `t.*`, which may be a row that the query has; "" for other nodes.
std::string_view item_named(const Node* row) {
  const auto* column = as<::ColumnRef>(row);
  const NodeRange fields = nodes_of(column ? column->fields : nullptr);
  const bool is_item = fields.size() == 1 || (fields.size() == 2 && as<::A_Star>(fields.back()));
  return is_item && as<::String>(fields.front()) ? text_of(fields.front()) : std::string_view();
}

}  // namespace

/// `(t).a` of a row that the query has is its column, as `t.a` is.
Expression ExpressionReader::read_indirection(const ::A_Indirection& indirection) {
  const Node* step = nodes_of(indirection.indirection).front();
  const std::string_view item = item_named(indirection.arg);
  const bool may_be_item = !item.empty() && names_.reference && as<::String>(step);
  auto column = may_be_item ? names_.reference({"", "part", item, text_of(step)}) : std::nullopt;
  return column ? read_parts(std::move(*column), indirection.indirection, 1)
                : read_parts(read(indirection.arg), indirection.indirection);
}

/// A column of a row, or a function that takes such a row.
Expression ExpressionReader::read_field(Expression whole, std::string_view name) const {
  const Symbol* routine = names_.function_of_row ? names_.function_of_row(name, whole) : nullptr;
  if (!routine) return make(Kind::other, fmt::format("{}{}", of_field, name), std::move(whole));
  Expression call = make(Kind::call, std::string(name), std::move(whole));
  call.routine = routine;
  return call;
}

Expression ExpressionReader::read_parts(Expression whole, const List* list, std::size_t first) {
  const NodeRange steps = nodes_of(list);
  const auto is_slice = [](const Node* step) { return as<::A_Indices>(step) && as<::A_Indices>(step)->is_slice; };
  const bool slices = std::any_of(steps.begin(), steps.end(), is_slice);
  for (; first < steps.size(); ++first) {
    const Node* step = steps[first];
    if (const auto* indices = as<::A_Indices>(step))
      whole = read_subscript(std::move(whole), *indices, slices);
    else if (as<::A_Star>(step))
      whole = make(Kind::opaque, "*", std::move(whole));
    else
      whole = read_field(std::move(whole), text_of(step));
  }
  return whole;
}

/// A bound of a slice that is not given is a node without a word. Beside a slice, `[n]` is `[1:n]` (array_subscript_transform in
/// utils/adt/arraysubs.c).
Expression ExpressionReader::read_subscript(Expression whole, const ::A_Indices& indices, bool slices) {
  const auto bound = [&](const Node* node) { return node ? read(node) : make(Kind::other); };
  if (!indices.is_slice && slices) return make(Kind::other, "slice", {std::move(whole), number("1"), read(indices.uidx)});
  if (!indices.is_slice) return make(Kind::other, "subscript", {std::move(whole), read(indices.uidx)});
  return make(Kind::other, "slice", {std::move(whole), bound(indices.lidx), bound(indices.uidx)});
}

/// CURRENT_TIMESTAMP is now() by another name, CURRENT_ROLE and USER are CURRENT_USER (gram.y: the function's
/// number tells whether a precision follows).
Expression ExpressionReader::read_session_value(const ::SQLValueFunction& value) {
  constexpr int all_digits = 6;  // of more PostgreSQL warns
  const auto with_digits = [&](const char* name) {
    return make(Kind::other, fmt::format("{}({})", name, std::min(value.typmod, all_digits)));
  };
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

Expression read_expression(const Node* node, const NameResolver& names) {
  try {
    return ExpressionReader(names).read(node);
  } catch (const TooDeep&) {
    return make(Kind::opaque, unread_expression_text());
  }
}

Expression read_expression(const Node* node, const DataType& stored_as, const NameResolver& names) {
  Expression value = read_expression(node, names);
  auto named = named_by(value, stored_as, names);
  return named ? std::move(*named) : std::move(value);
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
