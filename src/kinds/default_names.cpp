#include "kinds/default_names.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "sql/canonical/functions.h"

namespace pgplumb {

std::string join_column_names(const std::vector<std::string_view>& names) {
  std::string joined;
  for (std::string_view name : names) {
    if (!joined.empty()) joined += '_';
    joined.append(name);
    if (joined.size() > max_identifier_bytes) break;
  }
  return joined;
}

namespace {

/// How well a name describes an expression: a type's name gives way to anything better.
enum class Strength { none, weak, strong };
struct Figured {
  std::string_view name;
  Strength strength = Strength::none;
};

Figured strong(std::string_view name) { return {name, name.empty() ? Strength::none : Strength::strong}; }

std::string_view xml_function_name(XmlExprOp op) {
  switch (op) {
    case IS_XMLCONCAT:
      return "xmlconcat";
    case IS_XMLELEMENT:
      return "xmlelement";
    case IS_XMLFOREST:
      return "xmlforest";
    case IS_XMLPARSE:
      return "xmlparse";
    case IS_XMLPI:
      return "xmlpi";
    case IS_XMLROOT:
      return "xmlroot";
    default:
      return {};
  }
}

Figured figure(const Node* node);

std::string_view last_field(const List* fields) {
  std::string_view last;
  for (const Node* field : nodes_of(fields))
    if (as<String>(field)) last = text_of(field);
  return last;
}

/// An operand's own name where it is strong, else the weak `name`.
Figured figure_or(const Node* operand, std::string_view name) {
  const Figured found = figure(operand);
  return found.strength == Strength::strong ? found : Figured{name, Strength::weak};
}

std::string_view value_function_name(SQLValueFunctionOp op) {
  switch (op) {
    case SVFOP_CURRENT_DATE:
      return "current_date";
    case SVFOP_CURRENT_TIME:
    case SVFOP_CURRENT_TIME_N:
      return "current_time";
    case SVFOP_CURRENT_TIMESTAMP:
    case SVFOP_CURRENT_TIMESTAMP_N:
      return "current_timestamp";
    case SVFOP_LOCALTIME:
    case SVFOP_LOCALTIME_N:
      return "localtime";
    case SVFOP_LOCALTIMESTAMP:
    case SVFOP_LOCALTIMESTAMP_N:
      return "localtimestamp";
    case SVFOP_CURRENT_ROLE:
      return "current_role";
    case SVFOP_CURRENT_USER:
      return "current_user";
    case SVFOP_USER:
      return "user";
    case SVFOP_SESSION_USER:
      return "session_user";
    case SVFOP_CURRENT_CATALOG:
      return "current_catalog";
    case SVFOP_CURRENT_SCHEMA:
      return "current_schema";
  }
  return {};
}

Figured figure(const Node* node);

/// What the only column of a query is called.
std::string_view name_of_output(const SelectStmt* query) {
  while (query && query->larg) query = query->larg;
  if (!query || query->valuesLists) return query ? "column1" : "";
  const auto targets = nodes_of(query->targetList);
  const auto* target = targets.begin() == targets.end() ? nullptr : as<ResTarget>(targets.front());
  if (!target) return {};
  const std::string_view name = target->name ? view_of(target->name) : figure(target->val).name;
  return name.empty() ? "?column?" : name;
}

Figured figure(const Node* node) {
  if (!node) return {};
  if (const auto* column = as<::ColumnRef>(node)) return strong(last_field(column->fields));
  if (const auto* call = as<FuncCall>(node)) return strong(last_field(call->funcname));
  if (const auto* cast = as<TypeCast>(node)) return figure_or(cast->arg, last_field(cast->typeName->names));
  if (const auto* collate = as<CollateClause>(node)) return figure(collate->arg);
  if (const auto* choice = as<CaseExpr>(node)) return figure_or(reinterpret_cast<const Node*>(choice->defresult), "case");
  if (const auto* value = as<SQLValueFunction>(node)) return strong(value_function_name(value->op));
  if (const auto* extreme = as<MinMaxExpr>(node)) return strong(extreme->op == IS_GREATEST ? "greatest" : "least");
  if (const auto* part = as<A_Indirection>(node)) {
    const std::string_view field = last_field(part->indirection);
    return field.empty() ? figure(part->arg) : strong(field);
  }
  if (as<GroupingFunc>(node)) return strong("grouping");
  if (const auto* operation = as<A_Expr>(node); operation && operation->kind == AEXPR_NULLIF) return strong("nullif");
  if (const auto* query = as<SubLink>(node)) {
    if (query->subLinkType == EXISTS_SUBLINK) return strong("exists");
    if (query->subLinkType == ARRAY_SUBLINK) return strong("array");
    if (query->subLinkType == EXPR_SUBLINK) return strong(name_of_output(as<SelectStmt>(query->subselect)));
  }
  if (as<CoalesceExpr>(node)) return strong("coalesce");
  if (as<A_ArrayExpr>(node)) return strong("array");
  if (as<RowExpr>(node)) return strong("row");
  if (const auto* xml = as<XmlExpr>(node)) return strong(xml_function_name(xml->op));
  if (as<XmlSerialize>(node)) return strong("xmlserialize");
  return {};
}

std::string_view element_name(const IndexElem* element) {
  if (element->indexcolname) return element->indexcolname;
  if (element->name) return element->name;
  const std::string_view figured = figure_column_name(element->expr);
  return figured.empty() ? std::string_view("expr") : figured;
}

std::string first_free(std::string_view name, const std::vector<std::string>& taken) {
  std::string candidate(name);
  for (int count = 1; std::find(taken.begin(), taken.end(), candidate) != taken.end(); ++count) {
    const std::string number = std::to_string(count);
    candidate = std::string(truncate_identifier(name, max_identifier_bytes - number.size())) + number;
  }
  return candidate;
}

}  // namespace

std::vector<std::string> told_apart(const std::vector<std::string>& names) {
  std::vector<std::string> apart;
  for (const std::string& name : names) apart.push_back(first_free(name, apart));
  return apart;
}

std::string_view figure_column_name(const Node* expression) { return figure(expression).name; }

std::vector<std::string> index_column_names(const List* elements, const List* including) {
  std::vector<std::string> names;
  for (const List* list : {elements, including})
    for (const Node* node : nodes_of(list))
      if (const auto* element = as<IndexElem>(node)) names.push_back(first_free(element_name(element), names));
  return names;
}

namespace {

/// A function's expression is called after the function.
std::string key_name(const IndexKey& key) {
  if (key.column.symbol) return key.column.symbol->text;
  const Expression& tree = *key.expression.tree;
  return tree.kind == Expression::Kind::call ? std::string(without_schema(tree.text)) : "expr";
}

}  // namespace

std::vector<std::string> names_of(const std::vector<ColumnRef>& columns) {
  std::vector<std::string> names;
  for (const ColumnRef column : columns) names.push_back(column.symbol->text);
  return names;
}

std::vector<std::string> column_names(const Draft::Item& item) {
  if (!item.notes->column_names.empty()) return item.notes->column_names;
  if (const auto* unique = std::get_if<Unique>(&item.object)) return names_of(unique->columns);
  std::vector<std::string> names;
  if (const auto* index = std::get_if<Index>(&item.object)) {
    for (const IndexKey& key : index->keys) names.push_back(key_name(key));
    for (const std::string& name : names_of(index->include)) names.push_back(name);
  }
  if (const auto* exclusion = std::get_if<Exclusion>(&item.object))
    for (const ExclusionKey& key : exclusion->keys) names.push_back(key_name(key.key));
  return names;
}

}  // namespace pgplumb
