#include "kinds/enum/ddl.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "kinds/enum/rename_label.h"

namespace pgplumb {

namespace {

std::vector<Symbol*> values_of(Session& session, const Symbol* type) {
  auto values = session.draft().members(type, Namespace::enum_value);
  const auto position = [&](const Symbol* value) { return session.draft().object<EnumValue>(value)->position; };
  std::stable_sort(values.begin(), values.end(), [&](Symbol* a, Symbol* b) { return position(a) < position(b); });
  return values;
}

void require_label(std::string_view label) {
  if (label.size() <= max_identifier_bytes) return;
  fail("42602", "invalid enum label \"" + std::string(label) + "\"");
}

void add_value(Session& session, const Symbol* type, std::string_view label, float position) {
  require_label(label);
  if (!session.draft().declare(Namespace::enum_value, type, label, EnumValue{position}, session.at()))
    fail(sqlstate::unique_violation, "enum label " + quoted_name({}, label) + " is given twice");
}

Symbol* type_to_alter(Session& session, const List* names) {
  const auto [schema, name] = qualified_name(names);
  if (Symbol* found = session.find_type(schema, name)) return found;
  const bool was_dropped = std::any_of(session.events.begin(), session.events.end(), [name = name](const Event& event) {
    return event.space == Namespace::type && event.name == name && event.verb != Event::Verb::altered;
  });
  if (was_dropped || !session.state_in_part)
    fail(sqlstate::undefined_object, "type " + quoted_name(schema, name) + " does not exist");
  Symbol* type = session.draft().declare(Namespace::type, session.creation_schema(schema), name, Enum{}, session.at());
  session.draft().change(type, [](Draft::Item& item) { item.stated_in_part = true; });
  return type;
}

Symbol* value_named(Session& session, Symbol* type, std::string_view label) {
  if (Symbol* found = session.draft().find(Namespace::enum_value, type, label)) return found;
  if (session.draft().item(type)->stated_in_part)
    return session.draft().declare(Namespace::enum_value, type, label, EnumValue{}, session.at());
  fail(sqlstate::invalid_parameter_value, "\"" + std::string(label) + "\" is not an existing enum label");
}

/// Values keep the numbers 0, 1, 2 …, so that a new one always has its place.
void insert_value(Session& session, Symbol* type, std::string_view label, std::size_t place, const std::vector<Symbol*>& values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const auto number = static_cast<float>(i < place ? i : i + 1);
        session.draft().object<EnumValue>(values[i])->position != number)
      edit<EnumValue>(session, values[i], [&](EnumValue& value) { value.position = number; });
  add_value(session, type, label, static_cast<float>(place));
}

void read_add_value(Session& session, const AlterEnumStmt* statement, Symbol* type) {
  const std::string_view label = view_of(statement->newVal);
  if (const Symbol* existing = session.draft().find(Namespace::enum_value, type, label)) {
    if (statement->skipIfNewValExists) return;
    fail(sqlstate::duplicate_object,
         "enum label " + quoted_name({}, label) + " already exists" + created_at(session.draft(), existing));
  }
  const Symbol* neighbour = statement->newValNeighbor ? value_named(session, type, statement->newValNeighbor) : nullptr;
  const auto values = values_of(session, type);
  const auto found = std::find(values.begin(), values.end(), neighbour);
  const std::size_t place = static_cast<std::size_t>(found - values.begin()) + (neighbour && statement->newValIsAfter ? 1 : 0);
  insert_value(session, type, label, place, values);
}

void read_rename_value(Session& session, const AlterEnumStmt* statement, Symbol* type) {
  Symbol* value = value_named(session, type, view_of(statement->oldVal));
  const std::string_view label = view_of(statement->newVal);
  require_label(label);
  session.record(Event::Verb::renamed, value, std::string(label));
  if (!session.draft().rename(value, label))
    fail(sqlstate::duplicate_object, "enum label " + quoted_name({}, label) + " already exists");
  rename_label_in_expressions(session, type, view_of(statement->oldVal), label);
}

}  // namespace

void require_free_type_name(Session& session, const Symbol* schema, std::string_view name) {
  const Symbol* found = session.draft().find(Namespace::type, schema, name);
  if (!found) found = session.draft().find(Namespace::relation, schema, name);
  if (!found) found = session.draft().find_second_name(schema, name);
  if (found)
    fail(sqlstate::duplicate_object, "type " + quoted_name({}, name) + " already exists" + created_at(session.draft(), found));
}

bool read_create_enum(Session& session, const Node* node) {
  const auto* statement = as<CreateEnumStmt>(node);
  const auto [schema_name, name] = qualified_name(statement->typeName);
  const Symbol* schema = session.creation_schema(schema_name);
  require_free_type_name(session, schema, name);
  const Symbol* type = session.draft().declare(Namespace::type, schema, name, Enum{}, session.at());
  float position = 0;
  for (const Node* value : nodes_of(statement->vals)) add_value(session, type, text_of(value), position++);
  return true;
}

bool read_alter_enum(Session& session, const Node* node) {
  const auto* statement = as<AlterEnumStmt>(node);
  Symbol* type = type_to_alter(session, statement->typeName);
  if (!session.draft().object<Enum>(type)) fail(sqlstate::wrong_object_type, "\"" + type->text + "\" is not an enum");
  if (statement->oldVal)
    read_rename_value(session, statement, type);
  else
    read_add_value(session, statement, type);
  return true;
}

}  // namespace pgplumb
