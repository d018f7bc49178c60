#include "kinds/named_object.h"

#include <algorithm>
#include <array>

#include "kinds/ddl.h"
#include "sql/read_type.h"

namespace pgplumb {

namespace {

struct Place {
  ObjectType type;
  Namespace space;
};
constexpr std::array places = {
    Place{OBJECT_TABLE, Namespace::relation},
    Place{OBJECT_VIEW, Namespace::relation},
    Place{OBJECT_MATVIEW, Namespace::relation},
    Place{OBJECT_FOREIGN_TABLE, Namespace::relation},
    Place{OBJECT_SEQUENCE, Namespace::sequence},
    Place{OBJECT_INDEX, Namespace::index},
    Place{OBJECT_COLUMN, Namespace::column},
    Place{OBJECT_TABCONSTRAINT, Namespace::constraint},
    Place{OBJECT_TRIGGER, Namespace::trigger},
    Place{OBJECT_POLICY, Namespace::policy},
    Place{OBJECT_RULE, Namespace::rule},
    Place{OBJECT_TYPE, Namespace::type},
    Place{OBJECT_DOMAIN, Namespace::type},
    Place{OBJECT_FUNCTION, Namespace::routine},
    Place{OBJECT_PROCEDURE, Namespace::routine},
    Place{OBJECT_ROUTINE, Namespace::routine},
    Place{OBJECT_AGGREGATE, Namespace::routine},
    Place{OBJECT_STATISTIC_EXT, Namespace::statistics},
    Place{OBJECT_OPERATOR, Namespace::operators},
    Place{OBJECT_SCHEMA, Namespace::schema},
    Place{OBJECT_EXTENSION, Namespace::extension},
    Place{OBJECT_EVENT_TRIGGER, Namespace::event_trigger},
    Place{OBJECT_PUBLICATION, Namespace::publication},
    Place{OBJECT_CAST, Namespace::cast},
};

/// The types of an ObjectWithArgs as parameters; a missing operand of an operator is no type.
std::vector<RoutineParameter> parameters_of(Session& session, const List* types) {
  std::vector<RoutineParameter> parameters;
  for (const Node* node : nodes_of(types)) {
    const auto* type = as<TypeName>(node);
    RoutineParameter& parameter = parameters.emplace_back();
    if (type)
      parameter.type = read_column_type(session, type);
    else
      parameter.type.name = session.draft().phantom({}, "NONE");
    parameter.type.modifiers = {};
  }
  return parameters;
}

NamedObject member_named(Session& session, Namespace space, const List* names) {
  const auto parts = texts_of(names);
  NamedObject found;
  if (parts.size() < 2) return found;
  found.name = parts.back();
  const std::string_view table = parts[parts.size() - 2];
  if (parts.size() > 2) found.schema = parts[parts.size() - 3];
  const FoundRelation relation = session.look_up(found.schema, table);
  found.of_bystander = relation.bystander;
  const bool is_partition = session.draft().object<Partition>(relation.symbol);
  found.owner = is_partition ? relation.symbol : session.find_relation(found.schema, table);
  if (found.owner) found.symbol = session.draft().find(space, found.owner, parts.back());
  return found;
}

NamedObject in_schema(Session& session, Namespace space, std::string_view schema, std::string_view name) {
  NamedObject found{nullptr, std::string(schema), std::string(name)};
  if (space == Namespace::index) {
    const FoundRelation relation = session.look_up(schema, name);
    found.symbol = relation.symbol && !session.draft().object<Table>(relation.symbol) ? relation.symbol : nullptr;
  } else {
    found.symbol = session.find_in_path(space, schema, name);
  }
  if (!found.symbol && space == Namespace::relation) found.symbol = session.find_in_path(Namespace::partition, schema, name);
  return found;
}

NamedObject global(Session& session, Namespace space, std::string_view name) {
  return {session.draft().find(space, nullptr, name), {}, std::string(name)};
}

QualifiedName plain_name(const Node* node) {
  if (const auto* type = as<TypeName>(node)) return qualified_name(type->names);
  return node && node->type == T_List ? qualified_name(reinterpret_cast<const List*>(node)) : QualifiedName{{}, text_of(node)};
}

}  // namespace

std::string cast_name(Session& session, const TypeName* source, const TypeName* target) {
  return "(" + display_type(read_column_type(session, source)) + " AS " + display_type(read_column_type(session, target)) + ")";
}

std::optional<Namespace> namespace_of(ObjectType type) {
  const auto found = std::find_if(places.begin(), places.end(), [&](const Place& place) { return place.type == type; });
  return found == places.end() ? std::nullopt : std::optional(found->space);
}

NamedObject find_routine(Session& session, const ObjectWithArgs* named) {
  const auto [schema, name] = qualified_name(named->objname);
  if (!named->args_unspecified)
    return in_schema(session, Namespace::routine, schema, signature_of(name, parameters_of(session, named->objargs)));
  NamedObject found{nullptr, std::string(schema), std::string(name)};
  std::vector<std::string> path = session.search_path();
  if (!schema.empty()) path = {std::string(schema)};
  for (const std::string& candidate : path) {
    const Symbol* home = session.draft().find(Namespace::schema, nullptr, candidate);
    for (Symbol* routine : home ? session.draft().members(home, Namespace::routine) : std::vector<Symbol*>())
      if (routine->text.starts_with(found.name + "(")) found.symbol = routine;
    if (found.symbol) break;
  }
  return found;
}

NamedObject find_named(Session& session, ObjectType type, const Node* node) {
  const Namespace space = namespace_of(type).value_or(Namespace::relation);
  if (space == Namespace::routine) return find_routine(session, as<ObjectWithArgs>(node));
  if (space == Namespace::operators) {
    const auto* named = as<ObjectWithArgs>(node);
    const auto [schema, name] = qualified_name(named->objname);
    return in_schema(session, space, schema, signature_of(name, parameters_of(session, named->objargs)));
  }
  if (space == Namespace::cast) {
    const NodeRange types = nodes_of(as<List>(node));
    return global(session, space, cast_name(session, as<TypeName>(types.front()), as<TypeName>(types.back())));
  }
  if (is_member(space) && space != Namespace::index) return member_named(session, space, as<List>(node));
  const QualifiedName name = plain_name(node);
  return is_global(space) ? global(session, space, name.name) : in_schema(session, space, name.schema, name.name);
}

}  // namespace pgplumb
