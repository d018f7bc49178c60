// How a session finds what a statement is about, and chooses names.
#include <pgplumb/catalog/session.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "catalog/routines.h"
#include "catalog/uncertain_kinds.h"

namespace pgplumb {

namespace {

/// Whatever its name, a relation may be there that nothing read here made.
bool may_have_any_relation(const Session& session) {
  return may_find_others(session) || may_have_any(session.uncertain_names, Namespace::relation);
}

}  // namespace

Symbol* Session::temporary_schema() {
  if (Symbol* found = draft_.find(Namespace::schema, nullptr, "pg_temp")) return found;
  Symbol* made = draft_.declare(Namespace::schema, nullptr, "pg_temp", Schema{}, at());
  temporary_ = made;
  return made;
}

bool Session::is_temporary(const Symbol* symbol) const {
  if (!has_temporary()) return false;
  while (symbol->parent) symbol = symbol->parent;
  return symbol == temporary_;
}

const Symbol* Session::temporary_before_path() const {
  if (!has_temporary()) return nullptr;
  const bool is_listed = std::find(search_path().begin(), search_path().end(), "pg_temp") != search_path().end();
  return is_listed ? nullptr : temporary_;
}

Symbol* Session::schema_named(std::string_view name) {
  if (Symbol* found = draft_.find(Namespace::schema, nullptr, name)) return found;
  fail(sqlstate::invalid_schema_name, "schema " + quoted_name({}, name) + " does not exist");
}

Symbol* Session::creation_schema(std::string_view schema) {
  if (schema == "pg_temp") return temporary_schema();
  if (!schema.empty()) return schema_in_part(schema);
  for (const std::string& candidate : search_path())
    if (Symbol* found = candidate == "pg_temp" ? temporary_schema() : draft_.find(Namespace::schema, nullptr, candidate))
      return found;
  for (const std::string& candidate : search_path())
    if (state_in_part && !candidate.empty() && candidate != "$user" && candidate != pg_catalog()->text &&
        !existed_before({}, candidate))
      return schema_in_part(candidate);
  fail(sqlstate::invalid_schema_name, "no schema has been selected to create in");
}

FoundRelation Session::look_up_in(const Symbol* schema, std::string_view name) const {
  for (const Namespace space : {Namespace::relation, Namespace::partition})
    if (Symbol* relation = draft_.find(space, schema, name)) return {relation, schema};
  if (Symbol* index = draft_.find_index(schema, name)) return {index, schema};
  if (Symbol* sequence = draft_.find(Namespace::sequence, schema, name)) return {sequence, schema};
  return {nullptr, schema};
}

FoundRelation Session::look_up(std::string_view schema, std::string_view name) const {
  const auto in_schema = [&](std::string_view candidate) -> FoundRelation {
    const Symbol* found = draft_.find(Namespace::schema, nullptr, candidate);
    return found ? look_up_in(found, name) : FoundRelation{};
  };
  if (!schema.empty()) return in_schema(schema);
  if (const Symbol* temporary = temporary_before_path())
    if (const FoundRelation found = look_up_in(temporary, name)) return found;
  for (const std::string& candidate : search_path())
    if (FoundRelation found = in_schema(candidate)) return found;
  return {};
}

Symbol* Session::find_in_path(Namespace space, std::string_view schema, std::string_view name) const {
  const auto in_schema = [&](std::string_view candidate) -> Symbol* {
    const Symbol* found = draft_.find(Namespace::schema, nullptr, candidate);
    return found ? draft_.find(space, found, name) : nullptr;
  };
  if (!schema.empty()) return in_schema(schema);
  constexpr std::array of_relations = {Namespace::relation, Namespace::partition, Namespace::sequence, Namespace::type};
  if (std::find(of_relations.begin(), of_relations.end(), space) != of_relations.end())
    if (const Symbol* temporary = temporary_before_path())
      if (Symbol* found = draft_.find(space, temporary, name)) return found;
  for (const std::string& candidate : search_path())
    if (Symbol* found = in_schema(candidate)) return found;
  return nullptr;
}

Symbol* Session::find_relation(std::string_view schema, std::string_view name) const {
  return find_in_path(Namespace::relation, schema, name);
}

Symbol* Session::find_type(std::string_view schema, std::string_view name) const {
  return find_in_path(Namespace::type, schema, name);
}

const Symbol* Session::find_multirange(std::string_view schema, std::string_view name) const {
  std::vector<std::string> path = search_path();
  if (!schema.empty()) path = {std::string(schema)};
  for (const std::string& home : path)
    if (const Symbol* parent = draft_.find(Namespace::schema, nullptr, home))
      if (const Symbol* found = draft_.find_second_name(parent, name)) return found;
  return nullptr;
}

bool Session::existed_before(std::string_view schema, std::string_view name) const {
  return std::any_of(events.begin(), events.end(), [&](const Event& event) {
    const bool went = event.verb == Event::Verb::dropped || event.verb == Event::Verb::renamed;
    const bool is_part = event.space == Namespace::column || event.space == Namespace::enum_value;
    const std::string& own = event.member.empty() ? event.name : event.member;
    return went && !is_part && own == name && (schema.empty() || event.schema == schema);
  });
}

void Session::fail_undefined_table(std::string_view schema, std::string_view name) const {
  if (!schema.empty() && !draft_.find(Namespace::schema, nullptr, schema))
    fail(sqlstate::invalid_schema_name, "schema " + quoted_name({}, schema) + " does not exist");
  fail(sqlstate::undefined_table, "relation " + quoted_name(schema, name) + " does not exist");
}

/// The schema that a tool keeps its own in is there before the first migration.
Symbol* Session::schema_in_part(std::string_view schema) {
  if (!state_in_part || existed_before({}, schema) || draft_.find(Namespace::schema, nullptr, schema))
    return schema_named(schema);
  Symbol* made = draft_.declare(Namespace::schema, nullptr, schema, Schema{}, at());
  draft_.change(made, [](Draft::Item& item) { item.stated_in_part = true; });
  return made;
}

/// "an index", "a sequence"
std::string Session::described(const Symbol* symbol) const {
  if (draft_.object<Partition>(symbol)) return "a partition";
  return draft_.object<Sequence>(symbol) ? "a sequence" : "an index";
}

Symbol* Session::relation_to_alter(std::string_view schema, std::string_view name) {
  if (Symbol* found = find_relation(schema, name)) return found;
  if (const FoundRelation other = look_up(schema, name))
    fail(sqlstate::wrong_object_type, quoted_name(schema, name) + " is " + described(other.symbol) + ", not a table");
  if (!state_in_part || (existed_before(schema, name) && !is_uncertain(name))) fail_undefined_table(schema, name);
  const bool in_the_middle = begins_in_the_middle();
  Symbol* table = draft_.declare(Namespace::relation, creation_schema(schema), name, Table{}, at());
  draft_.change(table, [&](Draft::Item& item) {
    item.stated_in_part = true;
    // It may have been made by what could not be read, and taken away again.
    item.uncertain = is_uncertain(name) || (may_have_any_relation(*this) && !in_the_middle);
  });
  first_altered.emplace(table, at());
  return table;
}

bool Session::begins_in_the_middle() const {
  return std::any_of(first_altered.begin(), first_altered.end(), [&](const auto& table) {
    const Draft::Item* item = draft_.item(table.first);
    return item && !item->uncertain;
  });
}

bool Session::may_exist(std::string_view schema, std::string_view name) const {
  if (is_uncertain(name)) return true;
  const Draft::Item* known = schema.empty() ? nullptr : draft_.item(draft_.find(Namespace::schema, nullptr, schema));
  const bool others_schema = !schema.empty() && (!known || known->stated_in_part);
  const bool may_begin_before = others_schema || begins_in_the_middle() || may_have_any_relation(*this);
  return may_begin_before && state_in_part && !existed_before(schema, name);
}

bool Session::passes_over(std::string_view clause, std::string_view schema, std::string_view name) {
  if (!may_exist(schema, name)) return false;
  not_compared(std::string(clause), "nothing that could be read and applied makes it", -1, std::string(name));
  return true;
}

Symbol* Session::relation_to_refer_to(std::string_view schema, std::string_view name) {
  if (Symbol* found = find_relation(schema, name)) return found;
  if (draft_.object<Partition>(look_up(schema, name).symbol) || may_exist(schema, name)) return nullptr;
  fail_undefined_table(schema, name);
}

Symbol* Session::column_to_alter(Symbol* relation, std::string_view name) {
  Symbol* table = const_cast<Symbol*>(root_of(draft_, relation));
  if (Symbol* found = draft_.find(Namespace::column, table, name)) return found;
  const Draft::Item* item = draft_.item(table);
  if (!item->stated_in_part && !item->uncertain && !is_uncertain(name))
    fail(sqlstate::undefined_column,
         "column " + quoted_name({}, name) + " of relation " + quoted_name({}, table->text) + " does not exist");
  const bool may_be_absent = item->uncertain || !item->stated_in_part;
  if (may_be_absent)
    not_compared("column of an uncertain table", "nothing that could be read and applied makes it", -1,
                 table->text + "." + std::string(name));
  Column unknown;
  unknown.type.name = draft_.phantom({}, "unknown");
  Symbol* column = draft_.declare(Namespace::column, table, name, std::move(unknown), at());
  draft_.change(column, [&](Draft::Item& made) {
    made.stated_in_part = true;
    made.uncertain = may_be_absent;
  });
  return column;
}

void Session::require_free_relation_name(const Symbol* schema, std::string_view name) const {
  const FoundRelation found = look_up_in(schema, name);
  if (found.symbol)
    fail(sqlstate::duplicate_table, "relation " + quoted_name({}, name) + " already exists" + created_at(draft_, found.symbol));
}

void Session::require_free_constraint_name(const Symbol* table, std::string_view name) const {
  const Symbol* found = draft_.find(Namespace::constraint, table, name);
  if (found)
    fail(sqlstate::duplicate_object, "constraint " + quoted_name({}, name) + " for relation " + quoted_name({}, table->text) +
                                         " already exists" + created_at(draft_, found));
}

namespace {

template <class Taken>
std::string choose_name(std::string_view name1, std::string_view name2, std::string_view label, const Taken& taken) {
  std::string name = make_object_name(name1, name2, label);
  for (int count = 1; taken(name); ++count) name = make_object_name(name1, name2, std::string(label) + std::to_string(count));
  return name;
}

}  // namespace

std::string Session::choose_relation_name(const Symbol* schema, std::string_view name1, std::string_view name2,
                                          std::string_view label, bool backs_constraint) const {
  return choose_name(name1, name2, label, [&](const std::string& name) {
    return look_up_in(schema, name) || (backs_constraint && draft_.constraint_name_taken(schema, name));
  });
}

std::string Session::choose_free_name(Namespace space, const Symbol* schema, std::string_view name1, std::string_view name2,
                                      std::string_view label) const {
  return choose_name(name1, name2, label, [&](const std::string& name) { return draft_.find(space, schema, name) != nullptr; });
}

std::string Session::choose_constraint_name(const Symbol* table, std::string_view name1, std::string_view name2,
                                            std::string_view label) const {
  return choose_name(name1, name2, label,
                     [&](const std::string& name) { return draft_.constraint_name_taken(table->parent, name); });
}

}  // namespace pgplumb
