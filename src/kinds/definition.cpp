#include "kinds/definition.h"

#include <algorithm>

#include "kinds/named_object.h"

namespace pgplumb {

const DefElem* Definition::find(std::string_view name) const {
  const NodeRange options = nodes_of(options_);
  const auto found =
      std::find_if(options.begin(), options.end(), [&](const Node* node) { return view_of(as<DefElem>(node)->defname) == name; });
  return found == options.end() ? nullptr : as<DefElem>(*found);
}

std::string Definition::text(std::string_view name) const {
  const DefElem* option = find(name);
  if (!option) return {};
  if (const auto number = integer_of(option->arg)) return std::to_string(*number);
  if (const auto* decimal = as<Float>(option->arg)) return decimal->fval;
  return std::string(object(name).name);
}

bool Definition::flag(std::string_view name, bool usual) const {
  if (!has(name)) return usual;
  const std::string value = text(name);
  return value.empty() || value == "true" || value == "on" || value == "1";
}

QualifiedName Definition::object(std::string_view name) const {
  const DefElem* option = find(name);
  if (!option) return {};
  if (const auto* type = as<TypeName>(option->arg)) return qualified_name(type->names);
  if (const auto* names = as<List>(option->arg)) return qualified_name(names);
  return {{}, text_of(option->arg)};
}

DataType Definition::type(Session& session, std::string_view name) const {
  const DefElem* option = find(name);
  const auto* type = option ? as<TypeName>(option->arg) : nullptr;
  return type ? read_bare_type(session, type) : DataType();
}

RoutineRef Definition::routine(Session& session, std::string_view name) const {
  const QualifiedName function = object(name);
  return session.resolve_routine(function.schema, function.name);
}

}  // namespace pgplumb
