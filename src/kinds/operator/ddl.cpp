#include "kinds/operator/ddl.h"

#include <pgplumb/kinds/routine.h>

#include <map>
#include <ranges>
#include <string>

#include "catalog/declared.h"
#include "catalog/listed.h"
#include "kinds/definition.h"
#include "kinds/named_object.h"
#include "sql/canonical/resolution/signatures.h"

namespace pgplumb {

namespace {

/// An operand's type; NONE where a prefix operator has none.
RoutineParameter operand(Session& session, const Definition& definition, std::string_view name) {
  RoutineParameter parameter;
  parameter.type = definition.type(session, name);
  if (!parameter.type.name) parameter.type.name = session.draft().phantom({}, "NONE");
  return parameter;
}

/// What the planner is told, by option, but for commutator and negator.
using Options = std::map<std::string, std::string>;

/// What the definition gives; NONE takes an option away.
void apply(const Definition& definition, Options& options) {
  for (const char* flag : {"hashes", "merges"})
    if (definition.flag(flag, false)) options[flag] = flag;
  for (const char* option : {"join", "restrict"}) {
    if (!definition.has(option)) continue;
    const std::string estimator = definition.text(option);
    if (estimator.empty())
      options.erase(option);
    else
      options[option] = option + (" = " + estimator);
  }
}

Text written(const Options& options) { return as_list(std::views::values(options)); }

Options split(Text text) {
  Options options;
  for (const std::string_view clause : listed(text.str())) options.emplace(clause.substr(0, clause.find(' ')), clause);
  return options;
}

bool is_of_server(std::string_view name, const std::string& signature) {
  const auto own = operators_named(name);
  return std::any_of(own.begin(), own.end(), [&](const Signature& one) {
    std::vector<RoutineParameter> operands(one.parameters.size());
    for (std::size_t i = 0; i < operands.size(); ++i) operands[i].type = one.parameters[i];
    return signature_of(name, operands) == signature;
  });
}

/// One that is there, PostgreSQL's own, or one that is yet to come.
const Symbol* other_operator(Session& session, QualifiedName named, const std::string& signature) {
  if (const Symbol* found = session.find_in_path(Namespace::operators, named.schema, signature)) return found;
  const bool may_be_servers = named.schema.empty() || named.schema == pg_catalog()->text;
  if (may_be_servers && is_of_server(named.name, signature)) return session.draft().phantom({}, signature);
  return session.draft().phantom(session.creation_schema(named.schema)->text, signature);
}

/// Where the other one names none so far, it has this one.
void link(Session& session, const Symbol* made, LinkedOperator Operator::*as, const Symbol* other) {
  edit<Operator>(session, made, [&](Operator& changed) { (changed.*as).symbol = other; });
  const auto* there = session.draft().object<Operator>(other);
  if (there && !(there->*as).symbol) edit<Operator>(session, other, [&](Operator& changed) { (changed.*as).symbol = made; });
}

/// Puts an operator, or none, where one is named that is not there: a shell, as PostgreSQL makes of it. How many that were.
template <class IsIt>
std::size_t replace_shell(Session& session, const IsIt& is_it, const Symbol* with) {
  std::vector<std::pair<const Symbol*, LinkedOperator Operator::*>> links;
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const auto* candidate = std::get_if<Operator>(&item.object);
    for (const auto as : {&Operator::commutator, &Operator::negator}) {
      const Symbol* other = candidate ? (candidate->*as).symbol : nullptr;
      if (other && other->number == 0 && other->parent && is_it(*other)) links.emplace_back(item.symbol, as);
    }
  });
  for (const auto& [symbol, as] : links)
    edit<Operator>(session, symbol, [&, as = as](Operator& changed) { (changed.*as).symbol = with; });
  return links.size();
}

}  // namespace

bool read_create_operator(Session& session, const Node* node) {
  const auto* statement = as<DefineStmt>(node);
  if (statement->kind != OBJECT_OPERATOR) return false;
  const Definition definition(statement->definition);
  std::vector<RoutineParameter> operands{operand(session, definition, "leftarg"), operand(session, definition, "rightarg")};
  const auto [schema_name, name] = qualified_name(statement->defnames);
  const Symbol* schema = session.creation_schema(schema_name);
  const std::string signature = signature_of(name, operands);
  const auto [function_schema, function] = definition.object(definition.has("function") ? "function" : "procedure");
  const std::vector<RoutineParameter> given(operands.begin() + !definition.has("leftarg"), operands.end());
  Options options;
  apply(definition, options);
  const Operator made{
      session.resolve_routine(function_schema, function, signature_of(function, given)), written(options), {}, {}};
  const Symbol* symbol = session.draft().declare(Namespace::operators, schema, signature, made, session.at());
  if (!symbol) fail(sqlstate::duplicate_function, "operator " + quoted_name({}, signature) + " already exists");
  replace_shell(
      session, [&](const Symbol& shell) { return same_name(&shell, symbol); }, symbol);
  const QualifiedName commutator = definition.object("commutator"), negator = definition.object("negator");
  if (!commutator.name.empty())
    link(session, symbol, &Operator::commutator,
         other_operator(session, commutator, signature_of(commutator.name, {operands.back(), operands.front()})));
  if (!negator.name.empty()) {
    const Symbol* other = other_operator(session, negator, signature_of(negator.name, operands));
    if (other == symbol) fail("42P13", "operator cannot be its own negator or sort operator");
    link(session, symbol, &Operator::negator, other);
  }
  if (session.place().statement)
    session.draft().change(symbol, [&](Draft::Item& item) { item.notes.edit().written = session.place().statement->text; });
  return true;
}

bool drop_shell(Session& session, std::string_view schema, std::string_view signature) {
  const auto is_it = [&](const Symbol& shell) {
    return shell.text == signature && (schema.empty() || shell.parent->text == schema);
  };
  return replace_shell(session, is_it, nullptr) > 0;
}

bool read_alter_operator(Session& session, const Node* node) {
  const auto* statement = as<AlterOperatorStmt>(node);
  const Definition definition(statement->options);
  const NamedObject found = find_named(session, OBJECT_OPERATOR, reinterpret_cast<const Node*>(statement->opername));
  if (!found.symbol) return session.not_compared("ALTER OPERATOR", std::string(came_along), -1, found.name), true;
  Options options = split(session.draft().object<Operator>(found.symbol)->options);
  apply(definition, options);
  edit<Operator>(session, found.symbol, [&](Operator& changed) { changed.options = written(options); });
  session.record(Event::Verb::altered, found.symbol, "options");
  return true;
}

}  // namespace pgplumb
