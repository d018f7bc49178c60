#include <pgplumb/compare/disagreement.h>

#include "catch.h"
#include "unit/sample.h"

using namespace pgplumb;
using sample::Sample;

namespace {

Comparison compare_all(std::vector<const Source*> sources) { return compare(sources, {}); }

/// "table calls", "column calls.id type": what disagrees, in order.
std::vector<std::string> headlines(const Comparison& comparison) {
  std::vector<std::string> lines;
  for (const Disagreement& found : comparison.disagreements)
    lines.push_back(std::string(found.kind) + " " + display_id(found.id) + (found.field.empty() ? "" : " " + found.field));
  return lines;
}
using Headlines = std::vector<std::string>;

Symbol* calls_table(Sample& made, const std::string& name) {
  Symbol* calls = made.table(name, "Call");
  for (const char* column : {"id", "from", "to", "note"}) made.column(calls, column, "text");
  return calls;
}

}  // namespace

TEST_CASE("compare: equal sources agree, and every object counts once") {
  Sample model(Role::model), database(Role::database);
  calls_table(model, "calls");
  calls_table(database, "calls");
  const Source a = model.source(), b = database.source();
  const Comparison found = compare_all({&a, &b});
  CHECK(headlines(found).empty());
  CHECK(found.compared == 6);  // the schema, the table, four columns
}

TEST_CASE("compare: a table under another name is one disagreement, its members are still compared") {
  Sample model(Role::model), database(Role::database);
  Symbol* expected = calls_table(model, "call_records");
  model.column(expected, "extra", "text");
  calls_table(database, "calls");
  const Source a = model.source(), b = database.source();
  const Comparison found = compare_all({&a, &b});
  CHECK(headlines(found) == Headlines{"table call_records name", "column call_records.extra"});
  CHECK(found.disagreements[0].columns_alike == 4);
}

TEST_CASE("compare: what refers to a table under another name does not disagree again") {
  Sample model(Role::model), database(Role::database);
  for (auto [made, name] : {std::pair{&model, "call_records"}, std::pair{&database, "calls"}}) {
    Symbol* calls = calls_table(*made, name);
    Symbol* notes = made->table("notes");
    Symbol* call = made->column(notes, "call", "text");
    made->foreign_key(notes, "notes_call_fkey", call, calls, made->draft.find(Namespace::column, calls, "id"));
  }
  const Source a = model.source(), b = database.source();
  CHECK(headlines(compare_all({&a, &b})) == Headlines{"table call_records name"});
}

TEST_CASE("compare: an index is matched by definition before name, and then differs in its name only") {
  Sample model(Role::model), database(Role::database);
  for (auto [made, name] : {std::pair{&model, "calls_from_idx"}, std::pair{&database, "by_from"}}) {
    Symbol* calls = calls_table(*made, "calls");
    made->index(calls, name, {made->draft.find(Namespace::column, calls, "from")});
  }
  const Source a = model.source(), b = database.source();
  CHECK(headlines(compare_all({&a, &b})) == Headlines{"index calls.calls_from_idx name"});
}

TEST_CASE("compare: an index is not satisfied by a partial one, of which a model has no words, unless migrations state it") {
  Sample model(Role::model), migrations(Role::migrations), database(Role::database);
  for (auto made : {&model, &migrations, &database}) {
    Symbol* calls = calls_table(*made, "calls");
    Symbol* index = made->index(calls, "calls_from_idx", {made->draft.find(Namespace::column, calls, "from")});
    if (made == &model) continue;
    const auto condition = std::make_shared<const Expression>();
    made->draft.change(index, [&](Draft::Item& item) { std::get<Index>(item.object).predicate = {condition}; });
  }
  Source a = model.source();
  const Source b = migrations.source(), c = database.source();
  a.catalog.silences.push_back({"index", "", "predicate"});
  CHECK(headlines(compare_all({&a, &c})) == Headlines{"index calls.calls_from_idx predicate"});
  CHECK(headlines(compare_all({&a, &b, &c})).empty());
}

TEST_CASE("compare: enums of the same two values are one under two names") {
  Sample model(Role::model), database(Role::database);
  model.enumeration("plan", {"free", "pro"});
  database.enumeration("tariff", {"free", "pro"});
  const Source a = model.source(), b = database.source();
  CHECK(headlines(compare_all({&a, &b})) == Headlines{"enum plan name"});
}

TEST_CASE("compare: a missing column takes its index with it") {
  Sample model(Role::model), database(Role::database);
  Symbol* expected = calls_table(model, "calls");
  Symbol* lost = model.column(expected, "lost", "text");
  model.index(expected, "calls_lost_idx", {lost});
  calls_table(database, "calls");
  const Source a = model.source(), b = database.source();
  CHECK(headlines(compare_all({&a, &b})) == Headlines{"column calls.lost"});
}

TEST_CASE("compare: a unique constraint satisfies a model that is silent about the form") {
  Sample model(Role::model), database(Role::database);
  for (auto [made, form] : {std::pair{&model, UniqueForm::index}, std::pair{&database, UniqueForm::constraint}}) {
    Symbol* calls = calls_table(*made, "calls");
    made->unique(calls, "calls_from_key", {made->draft.find(Namespace::column, calls, "from")}, form);
  }
  Source a = model.source();
  const Source b = database.source();
  CHECK(headlines(compare_all({&a, &b})) == Headlines{"unique calls.calls_from_key form"});
  a.catalog.silences = {{"unique", "form"}};
  CHECK(headlines(compare_all({&a, &b})).empty());
}

TEST_CASE("compare: enum values pair by their letters; order counts among shared values") {
  Sample model(Role::model), database(Role::database);
  model.enumeration("Channel", {"WHATSAPP", "EMAIL", "SMS"});
  database.enumeration("Channel", {"whatsapp", "SMS", "EMAIL"});
  const Source a = model.source(), b = database.source();
  CHECK(headlines(compare_all({&a, &b})) == Headlines{"enum value Channel.WHATSAPP name", "enum Channel order"});
}

TEST_CASE("compare: what is uncertain, or stated in part, is no drift") {
  Sample migrations(Role::migrations), database(Role::database);
  calls_table(database, "calls");
  calls_table(database, "notes");
  Symbol* altered = migrations.table("calls");
  migrations.column(altered, "from", "text");
  migrations.draft.change(altered, [](Draft::Item& item) { item.stated_in_part = true; });
  migrations.table("whole");
  Source a = migrations.source();
  const Source b = database.source();
  CHECK(headlines(compare_all({&a, &b})) == Headlines{"table notes", "table whole"});
  a.catalog.uncertain_names = {"notes"};
  CHECK(headlines(compare_all({&a, &b})) == Headlines{"table whole"});
}

TEST_CASE("compare: three sources, the database alone at odds") {
  Sample model(Role::model), migrations(Role::migrations), database(Role::database);
  for (Sample* made : {&model, &migrations, &database}) {
    Symbol* calls = calls_table(*made, "calls");
    made->column(calls, "mode", made == &database ? "int4" : "text");
  }
  const Source a = model.source(), b = migrations.source(), c = database.source();
  const Comparison found = compare_all({&a, &b, &c});
  REQUIRE(headlines(found) == Headlines{"column calls.mode type"});
  const auto& says = found.disagreements[0].says;
  CHECK(says[0].cluster == says[1].cluster);
  CHECK(says[0].cluster != says[2].cluster);
  CHECK(says[2].value == "integer");
}

TEST_CASE("compare: a field that takes any value agrees with all of them") {
  Sample model(Role::model), database(Role::database);
  Symbol* id = model.column(calls_table(model, "calls"), "number", "int4");
  model.draft.change(id, [](Draft::Item& item) {
    std::get<Column>(item.object).identity = Identity::serial;
    item.notes.edit().accepts = {{"identity", false, {"serial", "identity always", "identity by default"}}};
  });
  Symbol* actual = database.column(calls_table(database, "calls"), "number", "int4");
  database.draft.change(actual, [](Draft::Item& item) { std::get<Column>(item.object).identity = Identity::by_default; });
  const Source a = model.source(), b = database.source();
  CHECK(headlines(compare_all({&a, &b})).empty());
}
