#include "kinds/sequence/ddl.h"

#include <algorithm>
#include <array>

#include "kinds/sequence/options.h"

namespace pgplumb {

namespace {

void require_schema_of_owner(const Symbol* schema, const Sequence& sequence) {
  const Symbol* owner = sequence.owned_by.symbol;
  if (owner && owner->parent->parent != schema)
    fail(sqlstate::object_not_in_prerequisite_state, "sequence must be in same schema as table it is linked to");
}

/// The sequence of an identity column stays with it.
void require_free_to_be_owned(Session& session, const Sequence& before, const Sequence& after) {
  const auto* owner = session.draft().object<Column>(before.owned_by.symbol);
  if (owner && owner->identity != Identity::none && after.owned_by.symbol != before.owned_by.symbol)
    fail(sqlstate::feature_not_supported, "cannot change ownership of identity sequence");
}

}  // namespace

bool read_create_sequence(Session& session, const Node* node) {
  const auto* statement = as<CreateSeqStmt>(node);
  const std::string_view name = qualified_name(statement->sequence).name;
  const Symbol* schema = schema_to_create_in(session, statement->sequence);
  if (statement->if_not_exists && session.look_up(schema->text, name)) return true;
  session.require_free_relation_name(schema, name);
  Sequence sequence;
  apply_sequence_options(session, sequence, statement->options, true);
  require_schema_of_owner(schema, sequence);
  session.draft().declare(Namespace::sequence, schema, name, sequence, session.at());
  return true;
}

bool read_alter_sequence(Session& session, const Node* node) {
  const auto* statement = as<AlterSeqStmt>(node);
  const auto [schema, name] = qualified_name(statement->sequence);
  const FoundRelation found = session.look_up(schema, name);
  if (found.symbol && session.draft().object<Sequence>(found.symbol)) {
    change_sequence(session, found.symbol, statement->options);
    return true;
  }
  if (found.symbol) fail(sqlstate::wrong_object_type, quoted_name(schema, name) + " is not a sequence");
  if (statement->missing_ok || session.passes_over("ALTER SEQUENCE", schema, name)) return true;
  fail(sqlstate::undefined_table, "relation " + quoted_name(schema, name) + " does not exist");
}

void change_sequence(Session& session, const Symbol* sequence, const List* options) {
  Sequence changed = *session.draft().object<Sequence>(sequence);
  apply_sequence_options(session, changed, options, false);
  require_free_to_be_owned(session, *session.draft().object<Sequence>(sequence), changed);
  require_schema_of_owner(sequence->parent, changed);
  edit<Sequence>(session, sequence, [&](Sequence& now) { now = changed; });
  session.record(Event::Verb::altered, sequence, "sequence");
}

void require_countable(const DataType& type) {
  constexpr std::array<std::string_view, 3> countable = {"int2", "int4", "int8"};
  const bool is_builtin = type.name && type.name->parent == pg_catalog() && !type.is_array;
  if (!is_builtin || std::find(countable.begin(), countable.end(), type.name->text) == countable.end())
    fail(sqlstate::invalid_parameter_value, "identity column type must be smallint, integer, or bigint");
}

void change_type(Session& session, const Symbol* sequence, const DataType& type) {
  Sequence changed = *session.draft().object<Sequence>(sequence);
  change_data_type(changed, type.name->text);
  edit<Sequence>(session, sequence, [&](Sequence& now) { now = changed; });
}

const Symbol* make_sequence(Session& session, const Symbol* table, const Symbol* column, const List* options) {
  Sequence sequence;
  sequence.data_type = session.draft().object<Column>(column)->type.name->text;
  apply_sequence_options(session, sequence, options, true);
  sequence.owned_by = {column};
  std::string name;
  for (const Node* node : nodes_of(options))
    if (const auto* option = as<DefElem>(node); view_of(option->defname) == "sequence_name")
      name = qualified_name(as<List>(option->arg)).name;
  if (name.empty()) name = session.choose_relation_name(table->parent, table->text, column->text, "seq");
  return session.draft().declare(Namespace::sequence, table->parent, name, sequence, session.at());
}

Symbol* sequence_of(Session& session, const Symbol* column) {
  for (Symbol* dependent : session.draft().dependents(column)) {
    const auto* sequence = session.draft().object<Sequence>(dependent);
    if (sequence && sequence->owned_by.symbol == column) return dependent;
  }
  return nullptr;
}

}  // namespace pgplumb
