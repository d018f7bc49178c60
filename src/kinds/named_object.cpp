#include "kinds/named_object.h"

#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "kinds/ddl.h"
#include "kinds/routine/percent_type.h"
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
    Place{OBJECT_COLLATION, Namespace::collation},
    Place{OBJECT_FDW, Namespace::foreign_data_wrapper},
    Place{OBJECT_FOREIGN_SERVER, Namespace::foreign_server},
    Place{OBJECT_TSPARSER, Namespace::text_search_parser},
    Place{OBJECT_TSTEMPLATE, Namespace::text_search_template},
    Place{OBJECT_TSDICTIONARY, Namespace::text_search_dictionary},
    Place{OBJECT_TSCONFIGURATION, Namespace::text_search_configuration},
    Place{OBJECT_OPFAMILY, Namespace::operator_family},
    Place{OBJECT_OPCLASS, Namespace::operator_class},
    Place{OBJECT_CONVERSION, Namespace::conversion},
    Place{OBJECT_LANGUAGE, Namespace::language},
    Place{OBJECT_ACCESS_METHOD, Namespace::access_method},
    Place{OBJECT_TRANSFORM, Namespace::transform},
    Place{OBJECT_SCHEMA, Namespace::schema},
    Place{OBJECT_EXTENSION, Namespace::extension},
    Place{OBJECT_EVENT_TRIGGER, Namespace::event_trigger},
    Place{OBJECT_PUBLICATION, Namespace::publication},
    Place{OBJECT_CAST, Namespace::cast},
};

/// The types of an ObjectWithArgs as parameters; a missing operand of an operator is no type. SETOF says nothing here.
std::vector<RoutineParameter> parameters_of(Session& session, const List* types) {
  std::vector<RoutineParameter> parameters;
  for (const Node* node : nodes_of(types)) {
    const auto* type = as<TypeName>(node);
    RoutineParameter& parameter = parameters.emplace_back();
    if (type && type->pct_type) {
      const auto of_column = percent_type(session, type);
      if (!of_column) fail(sqlstate::undefined_column, "the column of a %TYPE is not known");
      parameter.type = *of_column;
      parameter.type.modifiers = {};
    } else if (type) {
      ::TypeName single = *type;
      single.setof = false;
      parameter.type = read_bare_type(session, &single);
    } else {
      parameter.type.name = session.draft().phantom({}, "NONE");
    }
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

/// The method stands first, then the name.
NamedObject of_method(Session& session, Namespace space, const List* names) {
  const auto parts = texts_of(names);
  const std::string_view schema = parts.size() > 2 ? parts[parts.size() - 2] : std::string_view();
  return in_schema(session, space, schema, name_of_method(parts.back(), parts.front()));
}

NamedObject global(Session& session, Namespace space, std::string_view name) {
  return {session.draft().find(space, nullptr, name), {}, std::string(name)};
}

QualifiedName plain_name(const Node* node) {
  if (const auto* type = as<TypeName>(node)) return qualified_name(type->names);
  return node && node->type == T_List ? qualified_name(reinterpret_cast<const List*>(node)) : QualifiedName{{}, text_of(node)};
}

}  // namespace

DataType read_bare_type(Session& session, const TypeName* type) {
  DataType read = read_column_type(session, type);
  read.modifiers = {};
  return read;
}

std::string cast_name(Session& session, const TypeName* source, const TypeName* target) {
  return "(" + display_type(read_bare_type(session, source)) + " AS " + display_type(read_bare_type(session, target)) + ")";
}

std::string transform_name(Session& session, const TypeName* type, std::string_view language) {
  return "for " + display_type(read_column_type(session, type)) + " language " + std::string(language);
}

std::string name_of_method(std::string_view name, std::string_view method) {
  return std::string(name) + " USING " + std::string(method);
}

std::optional<Namespace> namespace_of(ObjectType type) {
  const auto found = std::find_if(places.begin(), places.end(), [&](const Place& place) { return place.type == type; });
  return found == places.end() ? std::nullopt : std::optional(found->space);
}

const Symbol* declare_new(Session& session, Namespace space, QualifiedName name, Object object, bool if_not_exists) {
  const Symbol* schema = is_global(space) ? nullptr : session.creation_schema(name.schema);
  const std::string kind(kind_of(object));
  const Symbol* made = session.draft().declare(space, schema, name.name, std::move(object), session.at());
  if (!made && !if_not_exists) fail(sqlstate::duplicate_object, kind + " " + quoted_name({}, name.name) + " already exists");
  return made;
}

bool drops_what_was_before(Session& session, std::string_view what, std::string_view name) {
  bool may_be = std::none_of(session.events.begin(), session.events.end(),
                             [&](const Event& event) { return event.verb == Event::Verb::dropped && event.name == name; });
  for_each_declared(session.draft(), [&](const Draft::Item& item) { may_be &= item.stated_in_part || !item.declared_at; });
  if (may_be) session.not_compared(std::string(what), "it goes before anything is made", -1, std::string(name));
  return may_be;
}

bool may_have_come_along(Namespace space) {
  constexpr std::array of_others = {Namespace::collation,
                                    Namespace::text_search_parser,
                                    Namespace::text_search_template,
                                    Namespace::text_search_dictionary,
                                    Namespace::text_search_configuration,
                                    Namespace::operator_family,
                                    Namespace::operator_class,
                                    Namespace::conversion,
                                    Namespace::foreign_data_wrapper,
                                    Namespace::language,
                                    Namespace::access_method,
                                    Namespace::transform};
  return std::find(of_others.begin(), of_others.end(), space) != of_others.end();
}

const Symbol* find_to_alter(Session& session, Namespace space, QualifiedName name, std::string_view kind) {
  const Symbol* found =
      is_global(space) ? session.draft().find(space, nullptr, name.name) : session.find_in_path(space, name.schema, name.name);
  const std::string what = "ALTER of a " + std::string(kind);
  if (found || session.passes_over(what, name.schema, name.name)) return found;
  if (may_have_come_along(space)) {
    session.not_compared(what, std::string(came_along), -1, std::string(name.name));
    return nullptr;
  }
  fail(sqlstate::undefined_object, std::string(kind) + " " + quoted_name(name.schema, name.name) + " does not exist");
}

namespace {

/// The last routine of this name in the first schema that has one which `is_meant`; null for none.
template <class IsMeant>
Symbol* overload_in_path(Session& session, QualifiedName named, const IsMeant& is_meant) {
  std::vector<std::string> path = session.search_path();
  if (!named.schema.empty()) path = {std::string(named.schema)};
  const std::vector<Symbol*> overloads = session.draft().overloads(Namespace::routine, named.name);
  Symbol* found = nullptr;
  for (auto at = path.begin(); at != path.end() && !found; ++at) {
    const Symbol* home = session.draft().find(Namespace::schema, nullptr, *at);
    for (Symbol* routine : overloads)
      if (routine->parent == home && is_meant(*session.draft().object<Routine>(routine))) found = routine;
  }
  return found;
}

/// A procedure may be named by the types of all its parameters, those that come out among them, where no modes are given
/// (LookupFuncWithArgs in parser/parse_func.c).
Symbol* procedure_by_all_parameters(Session& session, QualifiedName name, const ObjectWithArgs* named) {
  for (const Node* parameter : nodes_of(named->objfuncargs))
    if (as<FunctionParameter>(parameter)->mode != FUNC_PARAM_DEFAULT) return nullptr;
  const auto types = parameters_of(session, named->objargs);
  return overload_in_path(session, name, [&](const Routine& routine) {
    const auto& own = routine.parameters;
    return routine.routine_kind == RoutineKind::procedure &&
           std::equal(own.begin(), own.end(), types.begin(), types.end(),
                      [](const RoutineParameter& a, const RoutineParameter& b) { return a.type == b.type; });
  });
}

}  // namespace

NamedObject find_routine(Session& session, const ObjectWithArgs* named, ObjectType type) {
  const QualifiedName name = qualified_name(named->objname);
  if (named->args_unspecified) {
    Symbol* any = overload_in_path(session, name, [](const Routine&) { return true; });
    return {any, std::string(name.schema), std::string(name.name)};
  }
  const std::string signature = signature_of(name.name, parameters_of(session, named->objargs));
  NamedObject found = in_schema(session, Namespace::routine, name.schema, signature);
  const bool may_be_procedure = type == OBJECT_PROCEDURE || type == OBJECT_ROUTINE;
  if (!found.symbol && may_be_procedure) found.symbol = procedure_by_all_parameters(session, name, named);
  return found;
}

NamedObject find_named(Session& session, ObjectType type, const Node* node) {
  const Namespace space = namespace_of(type).value_or(Namespace::relation);
  if (space == Namespace::routine) return find_routine(session, as<ObjectWithArgs>(node), type);
  if (space == Namespace::operators) {
    const auto* named = as<ObjectWithArgs>(node);
    const auto [schema, name] = qualified_name(named->objname);
    return in_schema(session, space, schema, signature_of(name, parameters_of(session, named->objargs)));
  }
  if (space == Namespace::cast) {
    const NodeRange types = nodes_of(as<List>(node));
    return global(session, space, cast_name(session, as<TypeName>(types.front()), as<TypeName>(types.back())));
  }
  if (space == Namespace::transform) {
    const NodeRange parts = nodes_of(as<List>(node));
    return global(session, space, transform_name(session, as<TypeName>(parts.front()), text_of(parts.back())));
  }
  if (space == Namespace::operator_class || space == Namespace::operator_family) return of_method(session, space, as<List>(node));
  if (is_member(space) && space != Namespace::index) return member_named(session, space, as<List>(node));
  const QualifiedName name = plain_name(node);
  return is_global(space) ? global(session, space, name.name) : in_schema(session, space, name.schema, name.name);
}

}  // namespace pgplumb
