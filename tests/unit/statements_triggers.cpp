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
