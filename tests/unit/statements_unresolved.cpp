// Statements into which something is put before they run: what they hide.
#include <set>

#include "catalog/uncertain_kinds.h"
#include "unit/statements_replayed.h"

using pgplumb::any_name_in;
using pgplumb::Catalog;
using pgplumb::Namespace;

namespace {

using Names = std::set<std::string, std::less<>>;

const std::string start = "CREATE TYPE e AS ENUM ('x'); CREATE TABLE t (i int, s text); CREATE INDEX old ON t (s);\n";

Catalog after(const std::string& statement) {
  const Catalog catalog = replayed(start + statement);
  CHECK(catalog.not_compared.size() == 1);
  CHECK(catalog.problems.empty());
  return catalog;
}

/// Whatever the statement may have made is of these names.
Names hidden_by(const std::string& statement) {
  const Catalog catalog = after(statement);
  CHECK(!catalog.absences_uncertain);
  return Names(catalog.uncertain_names.begin(), catalog.uncertain_names.end());
}

}  // namespace

TEST_CASE("statements: a value put into what makes nothing that is compared hides nothing") {
  for (const char* statement :
       {"ALTER USER app WITH PASSWORD :'pw'", "CREATE ROLE app LOGIN PASSWORD :'pw'", "DROP ROLE :\"app\"",
        "ALTER ROLE :app SET search_path = x", "ALTER DATABASE :\"name\" SET work_mem = '4MB'", "ALTER TABLE t OWNER TO :\"app\"",
        "ALTER TYPE e OWNER TO :\"app\"", "ALTER DEFAULT PRIVILEGES FOR ROLE :\"app\" GRANT SELECT ON TABLES TO PUBLIC",
        "GRANT SELECT ON t TO :\"app\"", "ALTER TABLE t SET TABLESPACE :\"fast\""}) {
    CAPTURE(statement);
    CHECK(hidden_by(statement).empty());
    CHECK(present(after(statement)).size() == 7);
  }
}

TEST_CASE("statements: a value put into what names what it makes hides no more than that") {
  CHECK(hidden_by("CREATE POLICY p ON t TO :\"app\" USING (true)") == Names{"t.p"});
  CHECK(hidden_by("CREATE INDEX fresh ON t (i) TABLESPACE :\"fast\"") == Names{"fresh"});
  CHECK(hidden_by("CREATE TABLE u (i int) TABLESPACE :\"fast\"") == Names{"u"});
  CHECK(hidden_by("CREATE VIEW v AS SELECT * FROM :\"app\".t") == Names{"v"});
  CHECK(hidden_by("CREATE VIEW v AS SELECT * FROM :\"app\"") == Names{"v"});
  CHECK(hidden_by("ALTER TABLE t ADD COLUMN q int DEFAULT :n") == Names{"t.q"});
  CHECK(hidden_by("CREATE OR REPLACE FUNCTION g() RETURNS text LANGUAGE sql AS :'body'") == Names{"g"});
  CHECK(hidden_by("CREATE SERVER far FOREIGN DATA WRAPPER w OPTIONS (host :'host')") == Names{"far"});
  CHECK(hidden_by("CREATE USER MAPPING FOR app SERVER far OPTIONS (password :'pw')") == Names{"app on server far"});
  CHECK(hidden_by("CREATE SCHEMA app AUTHORIZATION :\"app\"") == Names{"app"});
  CHECK(hidden_by("ALTER TABLE t ALTER COLUMN i SET DEFAULT :n").empty());
}

TEST_CASE("statements: a name or a type that is put in hides what may have it") {
  CHECK(hidden_by("ALTER TABLE t ADD COLUMN :\"c\" int").contains(any_name_in(Namespace::column)));
  CHECK(hidden_by("CREATE TABLE :\"u\" (i int)").contains(any_name_in(Namespace::relation)));
  CHECK(hidden_by("CREATE TABLE u (i :type)").contains(any_name_in(Namespace::sequence)));
  for (const char* statement :
       {":anything", "CREATE :anything", "SELECT f(:'x')", "CALL p(:'x')", "IMPORT FOREIGN SCHEMA :s FROM SERVER f INTO x",
        "CREATE CAST (e AS int) WITH FUNCTION :s.f(e)"}) {
    CAPTURE(statement);
    CHECK(after(statement).absences_uncertain);
  }
}

TEST_CASE("statements: what is made with something put in may be there for what names it later") {
  const Catalog catalog =
      replayed(start +
               "CREATE POLICY p ON t TO :\"app\" USING (true); DROP POLICY p ON t;\n"
               "ALTER TABLE t ADD CONSTRAINT c CHECK (i > :n) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT c;\n"
               "ALTER TABLE t DROP CONSTRAINT c; DROP POLICY other ON t;");
  REQUIRE(catalog.problems.size() == 1);
  CHECK(catalog.problems.front().reason == "policy \"other\" does not exist");
  CHECK(catalog.not_compared.size() == 5);
}
