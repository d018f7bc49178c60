#include "unit/statements_replayed.h"

namespace {

const std::string made =
    "CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS ''; "
    "CREATE CONSTRAINT TRIGGER c AFTER INSERT ON a FROM b DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f(); ";

}  // namespace

TEST_CASE("statements: a constraint trigger follows the table that it is FROM, and goes with it") {
  CHECK(objects(made, "a.c") == Lines{"a.c: after insert from b for each row execute f()"});
  CHECK(objects(made + "ALTER TABLE b RENAME TO d", "a.c") == Lines{"a.c: after insert from d for each row execute f()"});
  CHECK(objects(made + "DROP TABLE b", "a.c").empty());
  CHECK(problems(made + "DROP TABLE b").empty());
  CHECK(not_compared(made).empty());
}

TEST_CASE("statements: the table that a constraint trigger is FROM must be there") {
  CHECK(problems(made + "CREATE CONSTRAINT TRIGGER d AFTER INSERT ON a FROM x FOR EACH ROW EXECUTE FUNCTION f()").size() == 1);
}

TEST_CASE("statements: of a trigger's tables the old one comes first, however they are written") {
  const auto tables = [](const std::string& written) {
    const pgplumb::Catalog catalog =
        replayed(made + "CREATE TRIGGER w AFTER UPDATE ON a REFERENCING " + written + " FOR EACH ROW EXECUTE FUNCTION f()");
    const pgplumb::Entry* trigger = catalog.find({pgplumb::Namespace::trigger, "public", "a", "w"});
    REQUIRE(trigger);
    return std::get<pgplumb::Trigger>(trigger->object).transition_tables.str();
  };
  CHECK(tables("NEW TABLE AS n OLD TABLE AS o") == tables("OLD TABLE AS o NEW TABLE AS n"));
  CHECK(tables("NEW TABLE AS n OLD TABLE AS o") != tables("OLD TABLE AS n NEW TABLE AS o"));
}

TEST_CASE("statements: rows behind a view, and those that a foreign key takes along, may fire triggers too") {
  const std::string tables =
      "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE q (p int REFERENCES p ON DELETE CASCADE); CREATE VIEW v AS SELECT id "
      "FROM p; "
      "CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE later (id int); RETURN OLD; END $$; "
      "CREATE TRIGGER t BEFORE DELETE ON q FOR EACH ROW EXECUTE FUNCTION g(); ";
  const auto may_make_it = [&](const std::string& sql) { return replayed(tables + sql).uncertain_names.contains("later"); };
  CHECK(may_make_it("DELETE FROM p"));
  CHECK(may_make_it("DELETE FROM v"));
  CHECK_FALSE(may_make_it("INSERT INTO p VALUES (1); UPDATE p SET id = 2"));
}
