#include "catch.h"
#include "unit/sample.h"

using namespace pgplumb;
using sample::Sample;

TEST_CASE("catalog: a rename reaches everything that refers to the name") {
  Sample made(Role::migrations);
  Symbol* calls = made.table("calls");
  Symbol* id = made.column(calls, "id", "int4");
  Symbol* notes = made.table("notes");
  Symbol* call_id = made.column(notes, "call_id", "int4");
  made.foreign_key(notes, "notes_call_id_fkey", call_id, calls, id);
  REQUIRE(made.draft.rename(calls, "call_records"));
  REQUIRE(made.draft.rename(id, "key"));
  const Source source = made.source();
  const Entry* key = source.catalog.find({Namespace::constraint, "public", "notes", "notes_call_id_fkey"});
  REQUIRE(key);
  CHECK(describe(key->object) == "(call_id) → call_records (key) on delete NO ACTION on update NO ACTION");
  CHECK_FALSE(source.catalog.find({Namespace::relation, "public", "calls", ""}));
  CHECK(source.catalog.find({Namespace::column, "public", "call_records", "key"}));
}

TEST_CASE("catalog: a name is free again after a drop, and taken again after undoing it") {
  Sample made(Role::migrations);
  Symbol* calls = made.table("calls");
  made.column(calls, "id", "int4");
  const auto mark = made.draft.mark();
  made.draft.drop(calls);
  CHECK_FALSE(made.draft.find(Namespace::relation, made.schema(), "calls"));
  made.draft.rollback(mark);
  CHECK(made.draft.find(Namespace::relation, made.schema(), "calls") == calls);
  CHECK(made.draft.members(calls).size() == 1);
}

TEST_CASE("catalog: undoing takes back declarations, renames and changes in reverse") {
  Sample made(Role::migrations);
  Symbol* calls = made.table("calls");
  Symbol* id = made.column(calls, "id", "int4");
  const auto mark = made.draft.mark();
  made.draft.rename(calls, "records");
  made.draft.change(id, [](Draft::Item& item) { std::get<Column>(item.object).not_null = false; });
  made.column(calls, "note", "text");
  made.draft.rollback(mark);
  CHECK(calls->text == "calls");
  CHECK(made.draft.object<Column>(id)->not_null);
  CHECK(made.draft.members(calls).size() == 1);
}

TEST_CASE("catalog: an index name is a relation name") {
  Sample made(Role::migrations);
  Symbol* calls = made.table("calls");
  Symbol* id = made.column(calls, "id", "int4");
  Symbol* index = made.index(calls, "calls_id_idx", {id});
  CHECK(made.draft.find_index(made.schema(), "calls_id_idx") == index);
  CHECK(made.draft.relation_name_taken(made.schema(), "calls_id_idx"));
  CHECK_FALSE(made.draft.rename(calls, "calls_id_idx"));
}

TEST_CASE("catalog: dependents of a column are what stands on it, here and elsewhere") {
  Sample made(Role::migrations);
  Symbol* calls = made.table("calls");
  Symbol* id = made.column(calls, "id", "int4");
  Symbol* index = made.index(calls, "calls_id_idx", {id});
  Symbol* notes = made.table("notes");
  Symbol* call_id = made.column(notes, "call_id", "int4");
  Symbol* key = made.foreign_key(notes, "notes_call_id_fkey", call_id, calls, id);
  const auto of_column = made.draft.dependents(id);
  CHECK(std::set<const Symbol*>(of_column.begin(), of_column.end()) == std::set<const Symbol*>{index, key});
  CHECK(made.draft.dependents(calls) == std::vector<Symbol*>{key});
}

TEST_CASE("catalog: entries are sorted, a table before its members") {
  Sample made(Role::migrations);
  made.column(made.table("b"), "x", "int4");
  made.column(made.table("a"), "y", "int4");
  const Source source = made.source();
  std::vector<std::string> names;
  for (const Entry& entry : source.catalog.entries()) names.push_back(display_id(entry.id));
  CHECK(names == std::vector<std::string>{"public", "a", "a.y", "b", "b.x"});
  CHECK(std::is_sorted(source.catalog.entries().begin(), source.catalog.entries().end(), [](const Entry& a, const Entry& b) { return a.id < b.id; }));
}

TEST_CASE("catalog: silence has a kind, a field and a condition") {
  Sample made(Role::model);
  Source source = made.source();
  source.catalog.silences = {{"index", "", "predicate"}, {"unique", "form"}};
  Index plain, partial;
  Expression condition;
  condition.kind = Expression::Kind::boolean;
  condition.text = "true";
  partial.predicate.tree = std::make_shared<Expression>(condition);
  const ObjectId id{Namespace::index, "public", "calls", "i"};
  CHECK(source.catalog.speaks_of(id, plain));
  CHECK_FALSE(source.catalog.speaks_of(id, partial));
  CHECK_FALSE(source.catalog.speaks_of(id, Unique{}, "form"));
  CHECK(source.catalog.speaks_of(id, Unique{}, "columns"));
}
