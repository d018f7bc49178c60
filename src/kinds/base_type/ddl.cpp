#include "kinds/base_type/ddl.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "kinds/definition.h"
#include "kinds/enum/ddl.h"
#include "kinds/table/options.h"

namespace pgplumb {

namespace {

/// What CREATE TYPE takes an option for where it is not given (DefineType in commands/typecmds.c).
struct Usual {
  std::string_view option, value;
};
constexpr std::array usual_values = {Usual{"internallength", "variable"},
                                     Usual{"internallength", "-1"},
                                     Usual{"alignment", "int4"},
                                     Usual{"storage", "plain"},
                                     Usual{"category", "U"},
                                     Usual{"preferred", "false"},
                                     Usual{"delimiter", ","},
                                     Usual{"passedbyvalue", "false"},
                                     Usual{"collatable", "false"},
                                     Usual{"subscript", "array_subscript_handler"},
                                     Usual{"subscript", "raw_array_subscript_handler"}};

/// Other words for the same.
constexpr std::array aliases = {Usual{"integer", "int4"},  Usual{"int", "int4"},    Usual{"float8", "double"},
                                Usual{"smallint", "int2"}, Usual{"bpchar", "char"}, Usual{"analyse", "analyze"},
                                Usual{"on", "true"},       Usual{"off", "false"}};

std::string without_alias(const std::string& word) {
  const auto found = std::find_if(aliases.begin(), aliases.end(), [&](const Usual& row) { return row.option == word; });
  return found == aliases.end() ? word : std::string(found->value);
}

/// Names of functions and types are shown without their schema; a flag may stand alone.
std::string value_of(Session& session, const Definition& given, const DefElem* option) {
  const std::string_view name = view_of(option->defname);
  if (name == "default" || name == "delimiter" || name == "category") return given.text(name);
  const auto* type = as<TypeName>(option->arg);
  if (name == "element" && type) return display_type(read_column_type(session, type));
  return option->arg ? without_alias(lower_case(given.text(name))) : "true";
}

void apply(Session& session, Options& options, const List* changes) {
  const Definition given(changes);
  for (const Node* node : nodes_of(changes)) {
    const auto* option = as<DefElem>(node);
    options[without_alias(std::string(view_of(option->defname)))] = value_of(session, given, option);
  }
  for (const auto& [option, value] : usual_values)
    if (const auto found = options.find(std::string(option)); found != options.end() && found->second == value)
      options.erase(found);
  std::erase_if(options, [](const auto& option) { return option.second.empty() || option.second == "none"; });
}

/// LIKE takes length, alignment and storage from a type whose own are not known here.
void leave_open_where_like(Session& session, const Symbol* type, const Options& options) {
  if (!options.contains("like")) return;
  session.make_uncertain(type);
  session.not_compared("LIKE of a base type", "how that type is stored is not known", -1, type->text);
}

void define(Session& session, const Symbol* type, const Options& options) {
  edit<BaseType>(session, type, [&](BaseType& changed) { changed.definition = joined_options(options); });
  leave_open_where_like(session, type, options);
}

}  // namespace

bool read_create_base_type(Session& session, const Node* node) {
  const auto* statement = as<DefineStmt>(node);
  if (statement->kind != OBJECT_TYPE) return false;
  const auto [schema_name, name] = qualified_name(statement->defnames);
  const Symbol* schema = session.creation_schema(schema_name);
  Options options;
  apply(session, options, statement->definition);
  const Symbol* existing = session.draft().find(Namespace::type, schema, name);
  const auto* shell = session.draft().object<BaseType>(existing);
  if (!shell || !shell->definition.empty()) require_free_type_name(session, schema, name);
  if (!existing) existing = session.draft().declare(Namespace::type, schema, name, BaseType{}, session.at());
  define(session, existing, options);
  return true;
}

bool read_alter_base_type(Session& session, const Node* node) {
  const auto* statement = as<AlterTypeStmt>(node);
  const auto [schema, name] = qualified_name(statement->typeName);
  const Symbol* type = session.find_type(schema, name);
  const auto* base = session.draft().object<BaseType>(type);
  if (!base) return false;
  Options options = split_options(base->definition);
  apply(session, options, statement->options);
  define(session, type, options);
  session.record(Event::Verb::altered, type, "definition");
  return true;
}

}  // namespace pgplumb
