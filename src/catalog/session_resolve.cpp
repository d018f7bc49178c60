// What names stand for in definitions and expressions; one that nothing here bears is a phantom.
#include <pgplumb/catalog/session.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "catalog/named_in_constants.h"
#include "catalog/row_types.h"

namespace pgplumb {

const Symbol* Session::resolve_type(std::string_view schema, std::string_view name) {
  if (const Symbol* found = find_type(schema, name)) return found;
  if (const Symbol* row_type = find_relation(schema, name)) return row_type;
  if (const Symbol* multirange = find_multirange(schema, name)) return multirange;
  return draft_.phantom(schema, name);
}

namespace {

bool is_servers_relation(std::string_view schema, std::string_view name) {
  return schema == "pg_catalog" || schema == "information_schema" || (schema.empty() && name.starts_with("pg_"));
}

}  // namespace

void Session::require_type(std::string_view schema, std::string_view name) const {
  // A relation's rows are a type too.
  if (find_type(schema, name) || find_relation(schema, name) || find_multirange(schema, name)) return;
  if (extension_owned.contains(name) || is_servers_relation(schema, name)) return;
  if (is_uncertain(name) || (state_in_part && !existed_before(schema, name))) return;
  fail(sqlstate::undefined_object, "type " + quoted_name(schema, name) + " does not exist");
}

const Symbol* Session::resolve(Namespace space, std::string_view schema, std::string_view name) {
  if (is_global(space)) {
    const Symbol* found = draft_.find(space, nullptr, name);
    return found ? found : draft_.phantom({}, name);
  }
  if (const Symbol* found = find_in_path(space, schema, name)) return found;
  return draft_.phantom(schema == pg_catalog()->text ? std::string_view() : schema, name);
}

RoutineRef Session::resolve_routine(std::string_view schema, std::string_view name) {
  if (name.empty()) return {};
  std::vector<std::string> path = search_path();
  if (!schema.empty()) path = {std::string(schema)};
  for (const std::string& home : path) {
    std::vector<Symbol*> candidates = draft_.overloads(Namespace::routine, name);
    std::erase_if(candidates, [&](const Symbol* routine) { return routine->parent->text != home; });
    if (!candidates.empty()) return {candidates.size() == 1 ? candidates.front() : draft_.phantom(home, name)};
  }
  return {draft_.phantom(schema == pg_catalog()->text ? std::string_view() : schema, name)};
}

RoutineRef Session::resolve_routine(std::string_view schema, std::string_view name, const std::string& signature) {
  const Symbol* found = name.empty() ? nullptr : find_in_path(Namespace::routine, schema, signature);
  return found ? RoutineRef{found} : resolve_routine(schema, name);
}

NameResolver Session::names(const Symbol* table) {
  NameResolver resolver;
  resolver.type = [this](std::string_view schema, std::string_view name) { return resolve_type(schema, name); };
  resolver.function_schema = [this](std::string_view name) { return schema_of_function(name); };
  resolver.routine = [this](std::string_view schema, std::string_view name, const Expression& call) {
    return routine_called(schema, name, call);
  };
  resolver.cast_called = [this](std::string_view schema, std::string_view name, const Expression& call) {
    return cast_called(schema, name, call);
  };
  resolver.function_of_row = [this](std::string_view name, const Expression& row) { return function_of_row(name, row); };
  resolver.operators = [this](std::string_view schema, std::string_view name, const Expression& operation) {
    return operator_meant(schema, name, operation);
  };
  resolver.collation = [this](std::string_view schema, std::string_view name) {
    return resolve(Namespace::collation, schema, name);
  };
  resolver.object = [this](std::string_view type, std::string_view schema, std::string_view name) {
    return type == "regclass" ? relation_in_expression(schema, name)
                              : named_in_constant(draft_, search_path(), type, schema, name);
  };
  if (table)
    resolver.reference = [this, table, finds = NameResolver{.function_of_row = resolver.function_of_row}](const auto& parts) {
      return row_in_expression(draft_, table, parts, finds);
    };
  if (table) resolver.column = [this, table](std::string_view name) { return column_in_expression(table, name); };
  return resolver;
}

/// Null for what stands for no column of the table's own: a system column, the whole row.
const Symbol* Session::column_in_expression(const Symbol* relation, std::string_view name) {
  constexpr std::array others = {"ctid", "tableoid", "xmin", "xmax", "cmin", "cmax"};
  const Symbol* table = root_of(draft_, relation);
  if (const Symbol* found = draft_.find(Namespace::column, table, name)) return found;
  if (name == relation->text || std::find(others.begin(), others.end(), name) != others.end()) return nullptr;
  const Draft::Item* item = draft_.item(table);
  if (item->stated_in_part || item->uncertain || is_uncertain(name)) return column_to_alter(const_cast<Symbol*>(table), name);
  fail(sqlstate::undefined_column, "column " + quoted_name({}, name) + " does not exist");
}

const Symbol* Session::relation_in_expression(std::string_view schema, std::string_view name) {
  if (const Symbol* found = look_up(schema, name).symbol) return found;
  const bool may_be_there =
      is_servers_relation(schema, name) || search_path().empty() || extension_owned.contains(name) || may_exist(schema, name);
  if (!may_be_there && !look_up(schema, name)) fail_undefined_table(schema, name);
  return draft_.phantom(schema == "pg_catalog" ? std::string_view() : schema, name);
}

}  // namespace pgplumb
