// Owners and privileges as statements leave them. What tests/privileges holds against a server is not repeated here.
#include <pgplumb/kinds/privileges.h>

#include "unit/statements_replayed.h"

using pgplumb::Catalog, pgplumb::Entry, pgplumb::Privileges, pgplumb::PrivilegeChange, pgplumb::Remarks, pgplumb::Rights;
using pgplumb::everybody, pgplumb::find_secured_objects, pgplumb::Text;

namespace {

Catalog replayed_with_stated(std::string_view sql, bool owners = true, bool privileges = true) {
  pgplumb::Draft draft;
  pgplumb::Replay replay(draft);
  replay.session().reads_owners = owners;
  replay.session().reads_privileges = privileges;
  replay.run(pgplumb::SourceText("a.sql", std::string(sql)));
  Catalog catalog = draft.settle();
  replay.report_to(catalog);
  return catalog;
}

/// "t of app: beta: select", "default privileges on tables: …"; only what has an owner or privileges.
Lines stated(const Catalog& catalog) {
  Lines lines;
  for (const Entry& entry : catalog.entries()) {
    const Remarks& remarks = entry.notes->remarks;
    if (entry.id.space == pgplumb::Namespace::schema || (remarks.owner.empty() && remarks.privileges.empty())) continue;
    lines.push_back(display_id(entry.id) + (remarks.owner.empty() ? "" : " of " + remarks.owner.str()) +
                    (remarks.privileges.empty() ? "" : ": " + remarks.privileges.str()));
  }
  return lines;
}
Lines stated(std::string_view sql) { return stated(replayed_with_stated(sql)); }

/// Whose privileges nothing can be said of.
Lines unsure(std::string_view sql) {
  const Catalog catalog = replayed_with_stated(sql);
  Lines lines;
  for (const Entry& entry : catalog.entries())
    for (const pgplumb::Acceptance& acceptance : entry.notes->accepts)
      if (acceptance.field == "privileges" && acceptance.any) lines.push_back(display_id(entry.id));
  return lines;
}

Lines named(std::string_view sql, bool owners, bool privileges) {
  Lines lines;
  for (const pgplumb::NotCompared& item : replayed_with_stated(sql, owners, privileges).not_compared)
    lines.push_back(item.what + ": " + item.why);
  return lines;
}

const pgplumb::SecuredObjects& tables() { return *find_secured_objects("tables"); }

}  // namespace

TEST_CASE("privileges: written as text and read again, whatever a role is called") {
  Privileges privileges;
  grant(privileges, "app", {"select", "insert"}, false);
  grant(privileges, "app", {"delete"}, true);
  grant(privileges, "O'Neil: \"x\"; y", {"update"}, false);
  grant(privileges, std::string(everybody), {"select"}, false);
  const Text text = show_privileges(privileges, tables());
  CHECK(text.str() == R"("O'Neil: ""x""; y": update; app: insert, select; app with grant option: delete; public: select)");
  CHECK(read_privileges(text, tables()) == privileges);
  CHECK(read_privileges({}, tables()).empty());
}

TEST_CASE("privileges: all of them are called so, with or without MAINTAIN") {
  Privileges privileges;
  grant(privileges, "app", {"select", "insert", "update", "delete", "truncate", "references", "trigger"}, false);
  CHECK(show_privileges(privileges, tables()).str() == "app: all");
  grant(privileges, "app", {"maintain"}, false);
  CHECK(show_privileges(privileges, tables()).str() == "app: all");
  revoke(privileges, "app", {"select"}, false);
  CHECK(show_privileges(privileges, tables()).str() == "app: delete, insert, maintain, references, trigger, truncate, update");
  CHECK(show_privileges(built_in_privileges(*find_secured_objects("functions")), *find_secured_objects("functions")).str() ==
        "public: execute");
}

TEST_CASE("privileges: what leads from some to others is one statement for each role and verb") {
  using Verb = PrivilegeChange::Verb;
  const auto of = [](const char* text) { return read_privileges(text, tables()); };
  const auto changes =
      privilege_changes(of("app: insert, select; b with grant option: select; c: delete"),
                        of("app: select, update; app with grant option: delete; b: select; c with grant option: delete"));
  REQUIRE(changes.size() == 5);
  CHECK((changes[0].role == "app" && changes[0].verb == Verb::grant && changes[0].rights == Rights{"update"}));
  CHECK((changes[1].role == "app" && changes[1].verb == Verb::grant_with_grant_option && changes[1].rights == Rights{"delete"}));
  CHECK((changes[2].role == "app" && changes[2].verb == Verb::revoke && changes[2].rights == Rights{"insert"}));
  CHECK((changes[3].role == "b" && changes[3].verb == Verb::revoke_grant_option));
  CHECK((changes[4].role == "c" && changes[4].verb == Verb::grant_with_grant_option));
}

TEST_CASE("statements: owners and privileges are read only where they are asked for") {
  constexpr std::string_view sql =
      "CREATE TABLE t (i int); GRANT SELECT ON t TO a; ALTER TABLE t OWNER TO b; ALTER TYPE x OWNER TO b; CREATE SCHEMA s "
      "AUTHORIZATION b; "
      "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO a; REVOKE ALL ON DATABASE d FROM PUBLIC";
  const Catalog without = replayed(sql);
  CHECK(stated(without).empty());
  CHECK_FALSE(without.states_privileges);
  CHECK(not_compared(sql) == Lines{"1:25 GRANT or REVOKE", "1:49 OWNER TO t", "1:75 OWNER TO", "1:100 AUTHORIZATION s",
                                   "1:133 ALTER DEFAULT PRIVILEGES", "1:187 GRANT or REVOKE"});
  CHECK(named("CREATE TABLE t (i int); GRANT SELECT ON t TO a; ALTER TABLE t OWNER TO b", true, false) ==
        Lines{"GRANT or REVOKE: privileges are compared with --privileges only"});
  CHECK(named("CREATE TABLE t (i int); GRANT SELECT ON t TO a; ALTER TABLE t OWNER TO b", false, true) ==
        Lines{"OWNER TO: owners are compared with --owners only"});
  CHECK(named("REVOKE ALL ON DATABASE d FROM PUBLIC; GRANT a TO b", true, true) ==
        Lines{"GRANT or REVOKE: privileges on databases, large objects, parameters and the like are not compared",
              "GRANT or REVOKE of a role: roles are not compared"});
}

TEST_CASE("statements: without a word of privileges a source is silent about them") {
  CHECK_FALSE(replayed_with_stated("CREATE TABLE t (i int); ALTER TABLE t OWNER TO a").states_privileges);
  CHECK_FALSE(replayed_with_stated("GRANT ALL ON DATABASE d TO a").states_privileges);
  CHECK(replayed_with_stated("CREATE TABLE t (i int); REVOKE SELECT ON t FROM a").states_privileges);
  CHECK(replayed_with_stated("ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM a").states_privileges);
}

TEST_CASE("statements: what a GRANT cannot apply to") {
  const auto failures = [](std::string_view sql) { return problems(replayed_with_stated(sql)); };
  CHECK(failures("GRANT SELECT ON nothing TO a") == Lines{"1:1 42P01 relation \"nothing\" does not exist"});
  CHECK(failures("CREATE TABLE t (i int); GRANT SELECT (j) ON t TO a") ==
        Lines{"1:25 42703 column \"j\" of relation \"t\" does not exist"});
  CHECK(failures("CREATE TABLE t (i int); GRANT USAGE ON t TO a") == Lines{"1:25 0LP01 invalid privilege type usage for tables"});
  CHECK(failures("CREATE TABLE t (i int); GRANT SELECT ON t TO PUBLIC WITH GRANT OPTION") ==
        Lines{"1:25 0LP01 grant options can only be granted to roles"});
  CHECK(failures("GRANT SELECT ON ALL TABLES IN SCHEMA nowhere TO a").size() == 1);
  CHECK(failures("CREATE SEQUENCE s; GRANT SELECT, INSERT ON TABLE s TO a").empty());
  CHECK(failures("CREATE TABLE t (i int); GRANT MAINTAIN, SELECT ON t TO a").empty());
  CHECK(named("GRANT EXECUTE ON FUNCTION f(int) TO a", true, true) ==
        Lines{"GRANT or REVOKE: nothing that could be read and applied makes it"});
}

TEST_CASE("statements: a role that only the server knows") {
  CHECK(stated("CREATE TABLE t (i int); GRANT SELECT ON t TO CURRENT_USER, a").front() == "t: a: select");
  constexpr std::string_view given_away =
      "CREATE TABLE t (i int); ALTER TABLE t OWNER TO b; GRANT SELECT ON t TO CURRENT_USER, a";
  CHECK(stated(given_away) == Lines{"t of b: a: select"});
  CHECK(unsure(given_away) == Lines{"t"});
  CHECK(stated("SET ROLE b; CREATE TABLE t (i int); GRANT SELECT ON t TO CURRENT_USER, a; RESET ROLE; CREATE TABLE u (i int)") ==
        Lines{"t of b: a: select"});
}

TEST_CASE("statements: default privileges of a role that may be the one that runs the statements") {
  constexpr std::string_view defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE b GRANT SELECT ON TABLES TO a; ";
  const std::string made = std::string(defaults) + "CREATE TABLE t (i int); CREATE SEQUENCE s;";
  CHECK(unsure(made) == Lines{"t"});
  CHECK(stated(made) == Lines{"for b on tables of b: a: select"});
  const std::string made_by_b = std::string(defaults) + "SET ROLE b; CREATE TABLE t (i int)";
  CHECK(unsure(made_by_b).empty());
  CHECK(stated(made_by_b) == Lines{"for b on tables of b: a: select", "t of b: a: select"});
}

TEST_CASE("statements: a GRANT that is put together at run time leaves privileges uncertain") {
  const auto catalog = replayed_with_stated(
      "CREATE TABLE t (i int); GRANT SELECT ON t TO a; DO $$ DECLARE r record; BEGIN FOR r IN SELECT relname FROM elsewhere LOOP "
      "EXECUTE format('GRANT SELECT ON %I TO a', r.relname); END LOOP; END $$");
  CHECK(catalog.privileges_uncertain);
  CHECK_FALSE(catalog.absences_uncertain);
}
