#include "statements/query_scope.h"

#include <map>

#include "sql/canonical/type_of.h"
#include "sql/read_expression.h"
#include "sql/read_type.h"

namespace pgplumb {

namespace {

using MaybeType = std::optional<DataType>;

MaybeType type_in(const ScopeItem* item, std::string_view name) {
  if (!item) return std::nullopt;
  const auto found =
      std::find_if(item->columns.begin(), item->columns.end(), [&](const ResultColumn& column) { return column.name == name; });
  return found == item->columns.end() ? std::nullopt : found->type;
}

/// A name that several items have, with other types, says nothing.
MaybeType type_of_name(const Scope& scope, std::string_view name) {
  MaybeType type;
  for (const ScopeItem& item : scope.items) {
    const MaybeType found = type_in(&item, name);
    if (type && found && !(*type == *found)) return std::nullopt;
    if (found) type = found;
  }
  return scope.complete ? type : std::nullopt;
}

MaybeType type_of_reference(const Scope& scope, const ::ColumnRef* reference) {
  const auto fields = nodes_of(reference->fields);
  const std::string_view name = text_of(fields.back());
  return fields.size() > 1 ? type_in(scope.item(text_of(fields[fields.size() - 2])), name) : type_of_name(scope, name);
}

MaybeType type_of_cast(Session& session, const TypeCast* cast) {
  try {
    return read_type(cast->typeName, session.names());
  } catch (const SyntaxError&) {
    return std::nullopt;
  }
}

/// Stand-ins for the scope's columns, which are no objects, while an expression over them is looked at.
class StandIns {
 public:
  explicit StandIns(const Scope& scope) : scope_(scope) {}

  const Symbol* named(std::string_view name) {
    const MaybeType type = type_of_name(scope_, name);
    if (!type) return nullptr;
    const Symbol* symbol = symbols_.make(name);
    types_.emplace(symbol, *type);
    return symbol;
  }
  const DataType* type(ColumnRef column) const {
    const auto found = types_.find(column.symbol);
    return found == types_.end() ? nullptr : &found->second;
  }

 private:
  const Scope& scope_;
  Symbols symbols_;
  std::map<const Symbol*, DataType> types_;
};

/// What a function makes of varchar(32) or numeric(10,2), whether it keeps the limit or gives text, differs from one to the
/// other.
bool is_plain(const MaybeType& type) {
  return type && type->modifiers.empty() && !is_type(type, "varchar") && !is_type(type, "bpchar");
}

MaybeType type_of_expression(Session& session, const Node* output, const Scope& scope) {
  StandIns columns(scope);
  NameResolver names = session.names();
  names.column = [&](std::string_view name) { return columns.named(name); };
  const Expression tree = read_expression(output, names);
  if ((tree.kind == Expression::Kind::literal && tree.is_string) || tree.kind == Expression::Kind::null)
    return builtin_data_type("text");
  const MaybeType type = type_of(tree, [&](ColumnRef column) { return columns.type(column); });
  return is_plain(type) ? type : std::nullopt;
}

MaybeType array_of(MaybeType element) {
  if (element) element->is_array = true;
  return element;
}

/// max(varchar) is that of text; no aggregate keeps a limit.
MaybeType without_limit(MaybeType type) {
  if (is_type(type, "varchar")) return builtin_data_type("text");
  if (type) type->modifiers.clear();
  return type;
}

MaybeType sum_of(const MaybeType& type) {
  if (is_type(type, "int2") || is_type(type, "int4")) return builtin_data_type("int8");
  return is_type(type, "int8") ? builtin_data_type("numeric") : without_limit(type);
}

MaybeType average_of(const MaybeType& type) {
  if (is_type(type, "float4") || is_type(type, "float8")) return builtin_data_type("float8");
  return family_of(type) == TypeFamily::number ? MaybeType(builtin_data_type("numeric")) : without_limit(type);
}

/// Aggregates and window functions, which no stored expression can have (pg_aggregate.aggfnoid).
struct Aggregate {
  std::string_view name;
  std::string_view result;  ///< "" where it depends on the argument
  MaybeType (*of_argument)(const MaybeType& type) = nullptr;
};
constexpr Aggregate aggregates[] = {{"count", "int8"},
                                    {"row_number", "int8"},
                                    {"rank", "int8"},
                                    {"dense_rank", "int8"},
                                    {"ntile", "int4"},
                                    {"cume_dist", "float8"},
                                    {"percent_rank", "float8"},
                                    {"bool_and", "bool"},
                                    {"bool_or", "bool"},
                                    {"every", "bool"},
                                    {"json_agg", "json"},
                                    {"jsonb_agg", "jsonb"},
                                    {"json_object_agg", "json"},
                                    {"jsonb_object_agg", "jsonb"},
                                    {"max", "", [](const MaybeType& type) { return without_limit(type); }},
                                    {"min", "", [](const MaybeType& type) { return without_limit(type); }},
                                    {"string_agg", "", [](const MaybeType& type) { return without_limit(type); }},
                                    {"array_agg", "", [](const MaybeType& type) { return array_of(type); }},
                                    {"sum", "", sum_of},
                                    {"avg", "", average_of}};

MaybeType type_of_aggregate(Session& session, const FuncCall* call, const Scope& scope) {
  const std::string_view name = qualified_name(call->funcname).name;
  const auto* found =
      std::find_if(std::begin(aggregates), std::end(aggregates), [&](const Aggregate& row) { return row.name == name; });
  if (found == std::end(aggregates)) return type_of_expression(session, reinterpret_cast<const Node*>(call), scope);
  if (!found->of_argument) return builtin_data_type(found->result);
  return call->args ? found->of_argument(type_in_scope(session, nodes_of(call->args).front(), scope)) : std::nullopt;
}

}  // namespace

std::optional<DataType> type_in_scope(Session& session, const Node* output, const Scope& scope) {
  if (const auto* reference = as<::ColumnRef>(output)) return type_of_reference(scope, reference);
  if (const auto* cast = as<TypeCast>(output)) return type_of_cast(session, cast);
  if (const auto* call = as<FuncCall>(output)) return type_of_aggregate(session, call, scope);
  if (const auto* query = as<SubLink>(output); query && query->subLinkType == EXISTS_SUBLINK) return builtin_data_type("bool");
  return type_of_expression(session, output, scope);
}

}  // namespace pgplumb
