// Rules: what they do and when, held on to by symbols like views.
#include "unit/statements_replayed.h"

namespace {

const std::string tables =
    "CREATE TABLE t (id int PRIMARY KEY, a text); CREATE TABLE log (id int CONSTRAINT log_key UNIQUE, note text, \"order\" "
    "int); ";

/// The only rule, as it is described after `sql`.
std::string rule(const std::string& sql) {
  const Lines lines = objects(tables + sql);
  std::string found;
  for (const std::string& line : lines)
    if (line.find(".r: ") != std::string::npos) found += line;
  return found;
}

}  // namespace

TEST_CASE("statements: a rename reaches what a rule does and when") {
  const std::string made =
      "CREATE RULE r AS ON UPDATE TO t WHERE old.a <> new.a DO ALSO INSERT INTO log (id, note) VALUES (new.id, old.a); ";
  CHECK(rule(made) == "t.r: on update where old.a <> new.a do also INSERT INTO log (id, note) VALUES (new.id, old.a)");
  CHECK(rule(made + "ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME a TO b; ALTER TABLE log RENAME TO notes; "
                    "ALTER TABLE notes RENAME note TO line;") ==
        "u.r: on update where old.b <> new.b do also INSERT INTO notes (id, line) VALUES (new.id, old.b)");
}

TEST_CASE("statements: a rule that makes a view of a table leaves it open") {
  const Lines made = objects(
      "CREATE TABLE t (id int); CREATE TABLE v (id int); "
      "CREATE RULE \"_RETURN\" AS ON SELECT TO v DO INSTEAD SELECT id FROM t");
  CHECK(made == Lines{"t: table", "t.id: integer", "v: table ?", "v.id: integer ?"});
}

TEST_CASE("statements: new.* in a rule is the columns that the table has then") {
  const std::string made = "CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (new.*); ";
  const std::string two = "t.r: on insert do also INSERT INTO log (id, note) VALUES (new.id, new.a)";
  CHECK(rule(made) == two);
  CHECK(rule(made + "ALTER TABLE t ADD b int") == two);
}

TEST_CASE("statements: ON CONFLICT ON CONSTRAINT is the constraint by any name, and holds it") {
  const std::string made =
      "CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log (id) VALUES (new.id) ON CONFLICT ON CONSTRAINT log_key DO "
      "NOTHING; ";
  CHECK(rule(made).ends_with("ON CONFLICT ON CONSTRAINT log_key DO NOTHING"));
  CHECK(rule(made + "ALTER TABLE log RENAME CONSTRAINT log_key TO \"one Each\"")
            .ends_with("ON CONSTRAINT \"one Each\" DO NOTHING"));
  CHECK(problems(tables + made + "ALTER TABLE log DROP CONSTRAINT log_key").front().find("2BP01") != std::string::npos);
  CHECK(rule(made + "ALTER TABLE log DROP CONSTRAINT log_key CASCADE").empty());
  CHECK(problems(tables +
                 "CREATE RULE r AS ON INSERT TO t DO INSERT INTO log (id) VALUES (1) ON CONFLICT ON CONSTRAINT x DO NOTHING")
            .front()
            .find("42704 constraint \"x\" for table \"log\" does not exist") != std::string::npos);
}

TEST_CASE("statements: a rule holds the columns that it names") {
  const std::string made =
      "CREATE RULE r AS ON DELETE TO t DO ALSO UPDATE log SET (note, \"order\") = (old.a, 1) WHERE id = old.id; ";
  CHECK(rule(made) == "t.r: on delete do also UPDATE log SET note = old.a, \"order\" = 1 WHERE id = old.id");
  CHECK(problems(tables + made + "ALTER TABLE log DROP note").front().find("2BP01") != std::string::npos);
  CHECK(problems(tables + "CREATE RULE r AS ON DELETE TO t DO ALSO UPDATE log SET missing = 1").front().find("42703") !=
        std::string::npos);
}

TEST_CASE("statements: what a rule notifies of is read") {
  CHECK(rule("CREATE RULE r AS ON DELETE TO t DO ALSO (NOTIFY gone; DELETE FROM log)") ==
        "t.r: on delete do also NOTIFY gone; DELETE FROM log");
  CHECK(rule("CREATE RULE r AS ON DELETE TO t DO ALSO NOTIFY gone, 'a'") == "t.r: on delete do also NOTIFY gone, 'a'");
}

TEST_CASE("statements: a body that holds no query is equal to none, and ends nothing") {
  const pgplumb::Catalog catalog = replayed(
      "CREATE FUNCTION f() RETURNS void LANGUAGE sql BEGIN ATOMIC CREATE TABLE x (a int); END; CREATE TABLE later (id int)");
  CHECK(catalog.find({pgplumb::Namespace::relation, "public", "later", ""}));
  const auto& body =
      std::get<pgplumb::Routine>(catalog.find({pgplumb::Namespace::routine, "public", "f()", ""})->object).definition;
  CHECK(has_opaque_part(*body.tree));
}

TEST_CASE("statements: what was written of a policy is forgotten when its table is renamed or moved") {
  const std::string made = "CREATE SCHEMA s; CREATE TABLE t (id int); CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM t)); ";
  const auto written = [&](const std::string& sql, std::string_view schema, std::string_view table) {
    return replayed(made + sql).find({pgplumb::Namespace::policy, schema, table, "p"})->notes->written.str();
  };
  CHECK(written("", "public", "t").starts_with("CREATE POLICY p ON t"));
  CHECK(written("ALTER TABLE t RENAME TO u", "public", "u").empty());
  CHECK(written("ALTER TABLE t SET SCHEMA s", "s", "t").empty());
}
