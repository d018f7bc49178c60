#include "unit/statements_replayed.h"

namespace {

const std::string made =
    "CREATE TABLE t (id int PRIMARY KEY, a text, b text); CREATE TABLE u (id int); CREATE SCHEMA app; "
    "CREATE PUBLICATION p FOR TABLE u, t (b, id) WHERE (id > 1); "
    "CREATE PUBLICATION s FOR TABLES IN SCHEMA app; ";

Lines publications(const std::string& sql) {
  Lines lines = objects(made + sql);
  std::erase_if(lines, [](const std::string& line) { return line.find(": publication") == std::string::npos; });
  return lines;
}

}  // namespace

TEST_CASE("statements: what a publication takes of a table follows renames, and stands in the order of the names") {
  CHECK(publications("") ==
        Lines{"p: publication for (t (b, id) where (id > 1), u)", "s: publication for tables in schema (app)"});
  CHECK(publications("ALTER TABLE t RENAME TO z; ALTER TABLE z RENAME COLUMN b TO j; ALTER TABLE z RENAME COLUMN id TO a2; "
                     "ALTER SCHEMA app RENAME TO main;") ==
        Lines{"p: publication for (u, z (a2, j) where (a2 > 1))", "s: publication for tables in schema (main)"});
}

TEST_CASE("statements: ALTER PUBLICATION adds, sets and drops tables and schemas") {
  CHECK(publications("ALTER PUBLICATION p DROP TABLE t; ALTER PUBLICATION s ADD TABLES IN SCHEMA public;") ==
        Lines{"p: publication for (u)", "s: publication for tables in schema (app, public)"});
  CHECK(publications("ALTER PUBLICATION p SET TABLE t (id); ALTER PUBLICATION s SET TABLES IN SCHEMA CURRENT_SCHEMA") ==
        Lines{"p: publication for (t (id))", "s: publication for tables in schema (public)"});
}

TEST_CASE("statements: a publication loses the tables and schemas that go, a column of its lists only by CASCADE") {
  CHECK(publications("DROP TABLE t; DROP SCHEMA app;") == Lines{"p: publication for (u)", "s: publication for ()"});
  CHECK(problems(made + "ALTER TABLE t DROP COLUMN a").empty());
  CHECK(problems(made + "ALTER TABLE t DROP COLUMN b")
            .front()
            .find("2BP01 cannot drop column b of table t because other objects depend on it: publication p") !=
        std::string::npos);
  CHECK(publications("ALTER TABLE t DROP COLUMN id CASCADE").front() == "p: publication for (u)");
}

TEST_CASE("statements: a publication names what is there") {
  CHECK(problems(made + "CREATE PUBLICATION q FOR TABLE t (x)").front().find("42703") != std::string::npos);
  CHECK(problems(made + "CREATE PUBLICATION q FOR TABLE t WHERE (x > 1)").front().find("42703") != std::string::npos);
  CHECK(problems(made + "CREATE PUBLICATION q FOR TABLE x").front().find("42P01") != std::string::npos);
  CHECK(not_compared(made + "CREATE PUBLICATION q WITH (publish_later = true)").size() == 1);
}

using namespace pgplumb;

TEST_CASE("statements: publish_generated_columns of PostgreSQL 18 is read, though the grammar does not know its words") {
  const auto generated = [](const std::string& options) {
    Draft draft;
    Replay(draft).run(
        SourceText("made.sql", "CREATE PUBLICATION p WITH (publish = 'insert'); ALTER PUBLICATION p SET (" + options + ")"));
    return field_value(draft.settle().find({Namespace::publication, "", "p", ""})->object, "generated_columns");
  };
  CHECK(generated("publish_generated_columns = stored") == "stored");
  CHECK(generated("publish_generated_columns = 'Stored'") == "stored");
  CHECK(generated("publish_generated_columns = 'none'") == "none");
  CHECK(generated("publish_generated_columns = none") == "none");
  CHECK(generated("publish_via_partition_root") == "none");
  CHECK(problems("CREATE PUBLICATION p WITH (publish_generated_columns)").front().find("42601 invalid value") !=
        std::string::npos);
}
