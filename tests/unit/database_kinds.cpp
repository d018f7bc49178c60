// Rows of the catalog queries, as PostgreSQL gives them, and the objects that they become.
#include <initializer_list>
#include <string>
#include <vector>

#include "catch.h"
#include "kinds/column/rows.h"
#include "kinds/enum/rows.h"
#include "kinds/foreign_key/rows.h"
#include "kinds/index/rows.h"
#include "kinds/primary_key/rows.h"
#include "kinds/schema/rows.h"
#include "kinds/table/rows.h"

using namespace pgplumb;

namespace {

constexpr const char* null = nullptr;

/// A database of one schema with the table call (id, channel, note, size) and the view calls_seen (id).
class ReadDatabase {
 public:
  ReadDatabase() {
    give(read_schema_row, {"2200", "public"});
    give(read_enum_row, {"600", "2200", "Channel", "PHONE"});
    give(read_enum_row, {"600", "2200", "Channel", "CHAT"});
    give(read_table_row, {"100", "2200", "call", "r", "f", "f", "f", "d", null, null});
    give(read_table_row, {"200", "2200", "calls_seen", "v", "f", "f", "f", "d", null, null});
    give(read_column_row, {"100", "1", "id", "integer", "t", "", "", "nextval('public.call_id_seq'::regclass)", null, null, null,
                           null, null, null, "f", null});
    give(read_column_row, {"100", "2", "channel", "public.\"Channel\"", "t", "", "", "'PHONE'::public.\"Channel\"", null, "e",
                           null, null, null, null, "f", null});
    give(read_column_row,
         {"100", "4", "note", "character varying(32)", "f", "", "", null, null, null, null, null, null, null, "f", null});
    give(read_column_row,
         {"100", "5", "size", "integer", "f", "", "s", "length((note)::text)", null, null, null, null, null, null, "f", null});
    give(read_column_row, {"200", "1", "id", "integer", "f", "", "", null, null, null, null, null, null, null, "f", null});
    give(read_operator_class_row, {"1978", "int4_ops", "t"});
    give(read_operator_class_row, {"4218", "varchar_pattern_ops", "f"});
  }

  void give(void (*read)(Introspection&, const Row&), std::initializer_list<const char*> values) {
    read(read_, Row(std::vector<const char*>(values)));
  }
  Catalog settle() { return draft_.settle(); }

 private:
  Draft draft_;
  Introspection read_{draft_};
};

/// The member of public.call or another relation, described; "absent" where it is not.
std::string described(const Catalog& catalog, Namespace space, std::string_view member, std::string_view relation = "call") {
  const Entry* entry = catalog.find({space, "public", relation, member});
  return entry ? std::string(kind_of(entry->object)) + ": " + describe(entry->object) : "absent";
}

}  // namespace

TEST_CASE("database: columns, their types and where their values come from") {
  ReadDatabase database;
  const Catalog catalog = database.settle();
  const auto column = [&](std::string_view name) { return described(catalog, Namespace::column, name); };
  CHECK(column("id") == "column: integer serial not null");
  CHECK(column("channel") == "column: Channel default 'PHONE' not null");
  CHECK(column("note") == "column: varchar(32)");
  CHECK(std::get<Column>(catalog.find({Namespace::column, "public", "call", "channel"})->object).storage ==
        Text("storage=external"));
  CHECK(column("size") == "column: integer generated as length(note)");
}

TEST_CASE("database: of a view's columns anything but name and type is accepted") {
  ReadDatabase database;
  const Catalog catalog = database.settle();
  const Entry* of_view = catalog.find({Namespace::column, "public", "calls_seen", "id"});
  const Entry* of_table = catalog.find({Namespace::column, "public", "call", "note"});
  REQUIRE(of_view);
  REQUIRE(of_table);
  CHECK(of_view->notes->accepts.size() == 7);
  CHECK(of_table->notes->accepts.empty());
}

TEST_CASE("database: values of an enum keep their order") {
  ReadDatabase database;
  const Catalog catalog = database.settle();
  CHECK(std::get<EnumValue>(catalog.find({Namespace::enum_value, "public", "Channel", "PHONE"})->object).position == 0);
  CHECK(std::get<EnumValue>(catalog.find({Namespace::enum_value, "public", "Channel", "CHAT"})->object).position == 1);
}

TEST_CASE("database: keys and indexes") {
  ReadDatabase database;
  database.give(read_primary_key_row, {"100", "call_pkey", "{1}", "t", "f", "1 4", null, "f"});
  database.give(read_index_row, {"100",   "plain", "btree",     "f",  "t",  "f",  "f",  "f",  "f", "2",
                                 "4 2 1", "3 0",   "4218 1978", null, null, null, null, null, "f", null});
  database.give(read_index_row, {"100",        "half", "btree", "t",   "t",         "f",  "f",  "f",
                                 "f",          "2",    "0 1",   "0 0", "1978 1978", null, null, "lower((note)::text)",
                                 "(size > 0)", null,   "t",     null});
  database.give(read_index_row, {"100", "note_key", "btree", "t",  "t",  "t",  "t",  "t",  "t", "1",
                                 "4",   "0",        "1978",  null, null, null, null, null, "f", null});
  database.give(read_index_row, {"100", "note_once", "btree", "t",  "t",  "f",  "f",  "f",  "f", "1",
                                 "4",   "0",         "1978",  null, null, null, null, null, "f", null});
  database.give(read_index_row, {"100", "failed", "btree", "t",  "f",  "f",  "f",  "f",  "f", "1",
                                 "4",   "0",      "1978",  null, null, null, null, null, "f", null});
  const Catalog catalog = database.settle();
  CHECK(described(catalog, Namespace::constraint, "call_pkey") == "primary key: primary key (id)");
  CHECK(described(catalog, Namespace::index, "plain") == "index: btree (note varchar_pattern_ops desc, channel) include (id)");
  CHECK(described(catalog, Namespace::index, "half") == "index: unique btree ((lower(note)), id) where size > 0");
  CHECK(described(catalog, Namespace::constraint, "note_key") ==
        "unique: unique constraint (note) nulls not distinct deferrable");
  CHECK(described(catalog, Namespace::index, "note_once") == "unique: unique index (note)");
  CHECK(described(catalog, Namespace::index, "failed") == "index: unique btree (note) invalid");
}

TEST_CASE("database: foreign keys, to what is read and to what is not") {
  ReadDatabase database;
  database.give(read_foreign_key_row,
                {"100", "call_size_fkey", "{5}", "100", "{1}", "c", "n", "f", "t", "f", "f", "{5}", "public", "call", null});
  database.give(read_foreign_key_row,
                {"100", "call_note_fkey", "{4}", "999", "{3}", "r", "a", "f", "f", "f", "t", null, "auth", "users", "{name}"});
  const Catalog catalog = database.settle();
  CHECK(described(catalog, Namespace::constraint, "call_size_fkey") ==
        "foreign key: (size) → call (id) on delete CASCADE on update SET NULL deferrable not valid");
  CHECK(described(catalog, Namespace::constraint, "call_note_fkey") ==
        "foreign key: (note) → auth.users (name) on delete RESTRICT on update NO ACTION");
}

TEST_CASE("database: members of what is not read are passed over, and so are expressions behind a lock") {
  ReadDatabase database;
  database.give(read_column_row, {"300", "1", "id", "integer", "t", "", "", null, null, null, null, null, null, null, "f", null});
  database.give(read_primary_key_row, {"300", "partition_pkey", "{1}", "f", "f", null, null, "f"});
  database.give(read_index_row, {"100", "behind", "btree", "t",  "t",  "f",  "f",  "f",  "f", "1",
                                 "0",   "0",      "1978",  null, null, null, null, null, "t", null});
  const Catalog catalog = database.settle();
  CHECK(described(catalog, Namespace::constraint, "partition_pkey", "partition") == "absent");
  const Entry* behind = catalog.find({Namespace::index, "public", "call", "behind"});
  REQUIRE(behind);
  CHECK(std::get<Index>(behind->object).predicate);
  CHECK(has_opaque_part(*std::get<Index>(behind->object).keys.front().expression.tree));
}

TEST_CASE("database: what only PostgreSQL 18 has, a virtual generated column and a key WITHOUT OVERLAPS") {
  ReadDatabase database;
  database.give(read_column_row,
                {"100", "6", "twice", "integer", "f", "", "v", "(size * 2)", null, null, null, null, null, null, "f", null});
  database.give(read_primary_key_row, {"100", "call_pkey", "{1,5}", "f", "f", null, null, "t"});
  const Catalog catalog = database.settle();
  const auto sql = [&](Namespace space, std::string_view member) {
    const Entry* entry = catalog.find({space, "public", "call", member});
    return spelling_of(kind_of(entry->object)).create_sql(*entry);
  };
  CHECK(sql(Namespace::column, "size").ends_with("GENERATED ALWAYS AS (length(note)) STORED"));
  CHECK(sql(Namespace::column, "twice").ends_with("GENERATED ALWAYS AS (size * 2) VIRTUAL"));
  CHECK(sql(Namespace::constraint, "call_pkey").ends_with("PRIMARY KEY (\"id\", \"size\" WITHOUT OVERLAPS)"));
}
