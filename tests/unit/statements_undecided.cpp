// What a block does of which the files do not tell whether it does it.
#include <algorithm>
#include <set>

#include "catalog/uncertain_kinds.h"
#include "unit/statements_replayed.h"

namespace {

const std::string start = "CREATE TABLE t (a int); CREATE TYPE e AS ENUM ('x');\n";

Lines after(const std::string& block, std::string_view prefix = {}) { return objects(start + block, prefix); }

using Names = std::set<std::string, std::less<>>;

/// The names that may be there or not after the statements, where a block may run them.
Names uncertain_after(const std::string& statements) {
  return replayed(start + "DO $$ BEGIN IF (SELECT count(*) FROM t) > 0 THEN " + statements + " END IF; END $$").uncertain_names;
}

}  // namespace

TEST_CASE("statements: what cannot be told makes what the block names uncertain") {
  const std::string block = "DO $$ BEGIN\n  IF (SELECT count(*) FROM t) > 0 THEN ALTER TABLE t ADD b int; END IF; END $$";
  CHECK(not_compared(start + block) == Lines{"3:3 DO block: DDL under a condition"});
  CHECK(replayed(start + block).uncertain_names.contains("t.b"));
  CHECK(
      not_compared(start + "DO $$ DECLARE r record; BEGIN FOR r IN SELECT a FROM t LOOP DROP TABLE t; END LOOP; END $$").size() ==
      1);
  CHECK(
      replayed("DO $$ BEGIN IF EXISTS (SELECT 1 FROM users) THEN EXECUTE 'CREATE TABLE ' || x; END IF; END $$").uncertain_names ==
      Names{pgplumb::any_name_in(pgplumb::Namespace::relation)});
}

TEST_CASE("statements: whether a guard holds of a name that may have been put together is not known") {
  const std::string made = "DO $$ BEGIN EXECUTE 'CREATE TABLE part_' || to_char(now(), 'YYYY') || ' (i int)'; END $$;";
  const auto guarded = [&](const std::string& name) {
    return after(made + "DO $$ BEGIN IF to_regclass('" + name + "') IS NULL THEN DROP TABLE t; END IF; END $$", "t");
  };
  CHECK(guarded("part_2026") == Lines{"t: table ?", "t.a: integer"});
  CHECK(guarded("other_2026").empty());
}

TEST_CASE("statements: what may be altered of a table is uncertain with it: what is named, or all where that is put together") {
  CHECK(after("DO $$ BEGIN IF (SELECT count(*) FROM t) > 0 THEN ALTER TABLE t DROP COLUMN a; END IF; END $$", "t") ==
        Lines{"t: table", "t.a: integer ?"});
  const std::string keyed = "CREATE TABLE k (a int UNIQUE, b int); DO $$ DECLARE n text; BEGIN n := current_setting('x'); ";
  CHECK(present(replayed(keyed + "EXECUTE format('ALTER TABLE k DROP CONSTRAINT %I', n); END $$")) ==
        Lines{"public", "k", "k.a", "k.b"});
  CHECK(objects(keyed + "IF n = 'y' THEN EXECUTE 'ALTER TABLE k ' || n; END IF; END $$", "k.b") == Lines{"k.b: integer ?"});
}

TEST_CASE("statements: a variable that rows decide is not known") {
  const std::string block =
      "DO $$ DECLARE n int; BEGIN SELECT count(*) INTO n FROM t; IF n = 0 THEN DROP TABLE t; END IF; END $$";
  CHECK(not_compared(start + block) == Lines{"2:59 DO block: DDL under a condition"});
  CHECK(after(block, "t:") == Lines{"t: table ?"});
}

namespace {

/// Of what kinds anything may be there, and the names that may, after a block has executed what it puts together.
Names may_be_there_after(const std::string& execute) {
  const auto catalog = replayed(
      "CREATE TABLE t (a int, b int); CREATE TABLE log_1 (a int); DO $$ DECLARE x text; BEGIN EXECUTE " + execute + "; END $$");
  return catalog.absences_uncertain ? Names{"all"} : catalog.uncertain_names;
}

}  // namespace

TEST_CASE("statements: a dynamic statement weakens what is absent only of the kinds that it may make") {
  CHECK(may_be_there_after("x") == Names{"all"});
  CHECK(may_be_there_after("'CREATE ' || x") == Names{"all"});
  CHECK(may_be_there_after("format('ALTER SCHEMA s RENAME TO %I', x)").contains("all"));
  CHECK(may_be_there_after("format('ALTER SCHEMA public RENAME TO %I', x)").contains(".any schema"));
  CHECK(may_be_there_after("format('DROP TABLE IF EXISTS u; CREATE EXTENSION %I', x)") == Names{".any extension", "u"});
  CHECK(may_be_there_after("'ALTER TABLE ' || x || ' ADD COLUMN owner text'") == Names{"owner"});
  CHECK(may_be_there_after("'ALTER TABLE log_' || x || ' ADD COLUMN owner text'") == Names{"log_", "log_.owner", "owner"});
  CHECK(may_be_there_after("format('CREATE TABLE t_%s (a int)', x)") == Names{".any relation", "t_"});
  CHECK(may_be_there_after("format('CREATE TABLE %I (a serial)', x)") == Names{".any relation", ".any sequence"});
  CHECK(may_be_there_after("format('CREATE INDEX %2$s ON %1$I (a)', x, x)") == Names{".any index"});
  CHECK(may_be_there_after("format('CREATE INDEX ON %I (a)', x)") == Names{".any index"});
  CHECK(may_be_there_after("format('CREATE TRIGGER g BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION f()', x)") == Names{"g"});
  CHECK(may_be_there_after("format('ALTER TABLE t ADD %I int', x)") == Names{".any column", ".any constraint"});
  CHECK(may_be_there_after("format('ALTER TABLE t ADD CONSTRAINT %I CHECK (a > 0)', x)") == Names{".any constraint"});
  CHECK(may_be_there_after("format('ALTER TABLE t RENAME COLUMN a TO %I', x)").contains(".any column"));
  CHECK(may_be_there_after("format('ALTER TABLE t %s', x)").contains(".any index"));
  CHECK_FALSE(may_be_there_after("format('ALTER TABLE t %s', x)").contains(".any value"));
  CHECK(may_be_there_after("format('ALTER TABLE t ADD c int, %s', x)").contains(".any constraint"));
  CHECK(may_be_there_after("format('ALTER TYPE e ADD VALUE %L', x)").contains(".any value"));
  CHECK(may_be_there_after("format('ALTER TABLE t ALTER COLUMN %I SET NOT NULL', x)").empty());
  // Where only values are put in, all is named.
  CHECK(may_be_there_after("format('DROP SEQUENCE IF EXISTS q; CREATE SEQUENCE q START %1$s MINVALUE %1$s', x)") == Names{"q"});
  CHECK(may_be_there_after("format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', x)").empty());
  CHECK(may_be_there_after("'GRANT SELECT ON ' || x || ' TO reader'").empty());
  CHECK(may_be_there_after("'SELECT count(*) FROM ' || x INTO x").empty());
}

TEST_CASE("statements: what a dynamic statement makes of what is there changes nothing of it") {
  const std::string made = "CREATE TABLE t (a int); CREATE INDEX i ON t (a);";
  const auto present_after = [&](const std::string& execute) {
    return present(replayed(made + "DO $$ DECLARE r record; BEGIN FOR r IN SELECT z FROM u LOOP EXECUTE format(" + execute +
                            ", r.z); END LOOP; END $$"));
  };
  const Lines all = present(replayed(made));
  CHECK(present_after("'CREATE INDEX i ON %I.t (a)'") == all);
  CHECK(present_after("'CREATE TABLE IF NOT EXISTS %I.t (a int)'") == all);
  CHECK(present_after("'DROP INDEX %I.i'") != all);
  // What is there only since is not known.
  CHECK(after("DO $$ BEGIN EXECUTE format('CREATE TABLE %I.u (a int)', current_setting('x')); END $$", "u:") ==
        Lines{"u: table ?"});
}

TEST_CASE("statements: of a column that is put in, what ALTER COLUMN sets is in doubt and no more") {
  const auto open = [](const std::string& clause, const std::string& column) {
    const auto catalog =
        replayed("CREATE TABLE t (a int, b int); CREATE TABLE w (a int); DO $$ BEGIN EXECUTE format('ALTER TABLE " + clause +
                 "', current_setting('x')); END $$;");
    CHECK(present(catalog) == Lines{"public", "t", "t.a", "t.b", "w", "w.a"});
    Names fields;
    const auto dot = column.find('.');
    const pgplumb::ObjectId id{pgplumb::Namespace::column, "public", std::string_view(column).substr(0, dot),
                               std::string_view(column).substr(dot + 1)};
    for (const auto& one : catalog.find(id)->notes->accepts) fields.emplace(one.field);
    return fields;
  };
  CHECK(open("t ALTER COLUMN %I SET NOT NULL", "t.a") == Names{"not_null"});
  CHECK(open("t ALTER %I DROP NOT NULL", "t.b") == Names{"not_null"});
  CHECK(open("t ALTER COLUMN %I SET NOT NULL", "w.a").empty());
  CHECK(open("%I ALTER COLUMN a DROP DEFAULT", "w.a") == Names{"default", "identity"});
  CHECK(open("%I ALTER COLUMN a DROP DEFAULT", "t.b").empty());
}

TEST_CASE("statements: whatever its kind, what a block may make is uncertain by its name") {
  CHECK(uncertain_after("CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();") == Names{"t.g"});
  CHECK(uncertain_after("CREATE POLICY p ON t; ALTER POLICY q ON t USING (true);") == Names{"t.p", "t.q"});
  CHECK(uncertain_after("CREATE RULE r AS ON INSERT TO t DO NOTHING; DROP TRIGGER IF EXISTS g ON public.t;") ==
        Names{"t.r", "t.g"});
  CHECK(uncertain_after("CREATE FUNCTION s.f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; DROP PROCEDURE h(int);") ==
        Names{"f", "h"});
  CHECK(uncertain_after("CREATE EXTENSION x; CREATE PUBLICATION y; CREATE STATISTICS z ON a, b FROM t; CREATE SCHEMA w;") ==
        Names{"x", "y", "z", "w"});
  CHECK(uncertain_after("CREATE SEQUENCE q; CREATE TYPE c AS (i int); ALTER DOMAIN d SET NOT NULL; CREATE OR REPLACE VIEW v AS "
                        "SELECT 1;") == Names{"q", "c", "d", "v"});
  CHECK(uncertain_after("COMMENT ON COLUMN t.a IS 'x'; ALTER FUNCTION f(int) IMMUTABLE; ALTER TYPE e SET SCHEMA s;") ==
        Names{"t.a", "f", "e"});
  CHECK(uncertain_after("EXECUTE 'CREATE TABLE u (i int)'; GRANT SELECT ON t TO public; CREATE TEMP TABLE v (i int);") ==
        Names{"u"});
  CHECK(after("CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; DO $$ BEGIN IF (SELECT 1 FROM t) = 1 THEN DROP "
              "FUNCTION f(int); END IF; END $$",
              "f(") == Lines{"f(integer): function returns integer language sql ?"});
}

TEST_CASE("statements: what stands behind a RETURN that may be reached is uncertain, what changes nothing runs") {
  const std::string block =
      "DO $$ DECLARE n int := 1; BEGIN IF (SELECT count(*) FROM t) > 0 THEN RETURN; END IF; n := 2; CREATE TABLE u (i int); "
      "RAISE EXCEPTION 'no'; END $$";
  CHECK(after(block, "u").empty());
  CHECK(problems(start + block).empty());
  CHECK(not_compared(start + block) == Lines{"2:94 DO block: DDL behind a RETURN"});
  CHECK(replayed(start + block).uncertain_names == Names{"u"});
  // A RETURN that is surely not reached ends nothing.
  CHECK(after("DO $$ BEGIN IF 1 = 2 THEN RETURN; END IF; CREATE TABLE u (i int); END $$", "u:").size() == 1);
}

TEST_CASE("statements: a block that is given up keeps the variables that it does not assign") {
  const auto made = [](const std::string& inside) {
    return after("DO $$ DECLARE n text := 'u'; m text; BEGIN IF (SELECT count(*) FROM t) > 0 THEN " + inside +
                     " END IF; EXECUTE format('CREATE TABLE %I (i int)', n); END $$",
                 "u:");
  };
  CHECK(made("RAISE EXCEPTION 'too many';").size() == 1);
  CHECK(made("m := 'v';").size() == 1);
  CHECK(made("n := 'v';").empty());
  CHECK(made("EXECUTE 'SELECT 1' INTO n;").empty());
  CHECK(made("INSERT INTO t VALUES (1) RETURNING a INTO n;").empty());
}

TEST_CASE("statements: a routine that may be called, and one that another calls") {
  const std::string routines =
      "CREATE FUNCTION inner_one() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE u (i int); END $$;\n"
      "CREATE FUNCTION outer_one() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM inner_one(); END $$;\n";
  CHECK(after(routines + "SELECT outer_one()", "u:") == Lines{"u: table"});
  CHECK(after(routines + "DO $$ BEGIN EXECUTE 'SELECT outer_one()'; END $$", "u:") == Lines{"u: table"});
  const std::string may_call = routines + "DO $$ BEGIN IF (SELECT count(*) FROM t) > 0 THEN PERFORM inner_one(); END IF; END $$";
  CHECK(after(may_call, "u:").empty());
  CHECK(not_compared(start + may_call) == Lines{"4:13 DO block: DDL under a condition", "4:1 call of inner_one()"});
}

TEST_CASE("statements: what may not be there keeps nothing from going") {
  const std::string referred =
      "CREATE TABLE a (i int CONSTRAINT k PRIMARY KEY); CREATE TABLE b (i int CONSTRAINT f REFERENCES a);\n"
      "DO $$ BEGIN IF (SELECT count(*) FROM t) > 0 THEN ALTER TABLE b DROP CONSTRAINT f; END IF; END $$;\n";
  CHECK(problems(start + referred + "ALTER TABLE a DROP CONSTRAINT k").empty());
  CHECK(after(referred + "ALTER TABLE a DROP CONSTRAINT k; ALTER TABLE a ADD PRIMARY KEY (i)", "a.a_pkey").size() == 1);
}

TEST_CASE("statements: what is altered behind a dynamic statement may be gone again") {
  const std::string made = "DO $$ BEGIN EXECUTE 'CREATE TABLE ' || current_user || ' (i int)'; END $$;\n";
  CHECK(after(made + "ALTER TABLE u ADD j int", "… u:") == Lines{"… u: table ?"});
  CHECK(after("ALTER TABLE v ADD j int;" + made + "ALTER TABLE u ADD j int", "… u:") == Lines{"… u: table"});
}

TEST_CASE("statements: an index ON ONLY what may have partitions is valid or not") {
  const std::string split = "CREATE TABLE p (k int) PARTITION BY LIST (k);\n";
  const std::string made = "DO $$ BEGIN EXECUTE 'CREATE TABLE ' || current_user || ' PARTITION OF p DEFAULT'; END $$;\n";
  CHECK(objects(split + made + "CREATE INDEX i ON ONLY p (k)", "p.i") == Lines{"p.i: btree (k) ?"});
  CHECK(objects(split + "CREATE INDEX i ON ONLY p (k)", "p.i") == Lines{"p.i: btree (k)"});
}

namespace {

Lines after_executing(const std::string& executed, std::string_view prefix = {}) {
  return objects("CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; DO $$ DECLARE s text; BEGIN " + executed + " END $$;",
                 prefix);
}

}  // namespace

TEST_CASE("statements: what is known of a text that is put together in a variable is in doubt") {
  const auto is_doubted = [](const std::string& executed) { return after_executing(executed, "v:").front().ends_with(" ?"); };
  CHECK(is_doubted("s := format('ALTER VIEW v RENAME TO %I', current_setting('x')); EXECUTE s;"));
  CHECK(is_doubted("s := 'DROP VIEW '; s := s || 'v ' || current_setting('x'); EXECUTE s;"));
  CHECK(is_doubted("SELECT concat('DROP VIEW v', current_setting('x'), NULL) INTO s; EXECUTE s;"));
  CHECK(is_doubted("IF (SELECT count(*) FROM t) > 0 THEN s := 'DROP VIEW v ' || current_user; EXECUTE s; END IF;"));
  CHECK_FALSE(is_doubted("s := 'DROP VIEW w ' || current_setting('x'); EXECUTE s;"));
  CHECK(problems("CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; DO $$ DECLARE s text; BEGIN s := "
                 "format('CREATE VIEW v AS %s', pg_get_viewdef('v')); DROP VIEW v; EXECUTE s; END $$; DROP VIEW v;")
            .empty());
}

TEST_CASE("statements: a text of which nothing, or not the beginning, is known is named") {
  const auto is_named = [](const std::string& expression) {
    return not_compared("DO $$ BEGIN EXECUTE " + expression + "; END $$").size() == 1;
  };
  CHECK(is_named("format('%s', current_setting('x'))"));
  CHECK(is_named("current_setting('x') || ' TABLE t'"));
  CHECK(is_named("format('SELECT 1; DROP TABLE %I', current_setting('x'))"));
  CHECK_FALSE(is_named("format('SELECT count(*) FROM %I', current_setting('x'))"));
  CHECK_FALSE(is_named("current_setting('x') || ' LIMIT 1' INTO n USING 1"));
}

TEST_CASE("statements: of a table that is put in, what ALTER TABLE sets is in doubt and no more") {
  const auto accepted = [](const std::string& clause, const std::string& then = "") {
    const auto catalog = replayed("CREATE TABLE t (a int); DO $$ BEGIN EXECUTE format('ALTER TABLE %I " + clause +
                                  "', current_setting('x')); END $$;" + then);
    const pgplumb::Entry& table = *catalog.find({pgplumb::Namespace::relation, "public", "t", {}});
    CHECK_FALSE(table.uncertain);
    Names fields;
    for (const auto& one : table.notes->accepts) fields.emplace(one.field);
    return fields;
  };
  CHECK(accepted("ENABLE ROW LEVEL SECURITY") == Names{"row_security", "force_row_security"});
  CHECK(accepted("REPLICA IDENTITY FULL") == Names{"replica_identity", "replica_index"});
  CHECK(accepted("SET UNLOGGED") == Names{"unlogged"});
  CHECK(accepted("SET (fillfactor = 70)") == Names{"options"});
  CHECK(accepted("RESET (fillfactor)") == Names{"options"});
  CHECK(accepted("OWNER TO app").empty());
  CHECK(accepted("ENABLE ROW LEVEL SECURITY", "ALTER TABLE t ENABLE ROW LEVEL SECURITY") == Names{"force_row_security"});
}

TEST_CASE("statements: the sequence that a doubted identity names is in doubt") {
  CHECK(uncertain_after("ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME s.q);") == Names{"t.a", "q"});
  CHECK(uncertain_after("ALTER TABLE t ADD b int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME q);") == Names{"t.b", "q"});
  CHECK(uncertain_after("CREATE TABLE u (i int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME q));") == Names{"u", "q"});
}

TEST_CASE("statements: whichever server runs them, what a block makes for one version is in doubt and named") {
  const std::string block =
      "DO $$ BEGIN IF current_setting('server_version_num')::int >= 150000 THEN CREATE TABLE u (i int); ELSE CREATE TABLE w (i "
      "int); END IF; END $$";
  CHECK(replayed(block).uncertain_names == Names{"u", "w"});
  CHECK(not_compared(block) == Lines{"1:13 DO block: DDL under a condition"});
}

namespace {

/// What may be gone after a block has executed the text.
Names may_be_gone_after(const std::string& executed) {
  const auto catalog = replayed(
      "CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE log_1 (a int CONSTRAINT f REFERENCES t, b int); CREATE VIEW v AS SELECT "
      "a "
      "FROM t; CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE TYPE e AS ENUM (); CREATE DOMAIN d AS int; CREATE SEQUENCE "
      "q; "
      "DO $$ BEGIN EXECUTE " +
      executed + "; END $$");
  CHECK_FALSE(catalog.absences_uncertain);
  Names names;
  for (const pgplumb::Entry& entry : catalog.entries()) {
    CHECK_FALSE(entry.uncertain);
    if (pgplumb::may_be_gone(entry)) names.emplace(entry.symbol->text);
  }
  return names;
}

}  // namespace

TEST_CASE("statements: what is dropped by a name that is put in may be gone, and is what it was where it is there") {
  CHECK(may_be_gone_after("format('DROP TABLE %I', current_user)") == Names{"t", "log_1"});
  CHECK(may_be_gone_after("'DROP TABLE IF EXISTS ' || current_schema || '.' || current_user") == Names{"t", "log_1"});
  CHECK(may_be_gone_after("'DROP TABLE \"' || current_user || '\" CASCADE'") == Names{"t", "log_1", "f", "v", "m"});
  CHECK(may_be_gone_after("'DROP TABLE public.log_' || current_user") == Names{"log_1"});
  CHECK(may_be_gone_after("'DROP VIEW ' || current_user") == Names{"v"});
  CHECK(may_be_gone_after("'DROP MATERIALIZED VIEW ' || current_user") == Names{"m"});
  CHECK(may_be_gone_after("'DROP TYPE ' || current_user") == Names{"e"});
  CHECK(may_be_gone_after("'DROP DOMAIN ' || current_user") == Names{"d"});
  CHECK(may_be_gone_after("'DROP SEQUENCE ' || current_user") == Names{"q"});
  CHECK(may_be_gone_after("'DROP SCHEMA ' || current_user") == Names{"public"});
}

TEST_CASE("statements: what may be gone may be made again") {
  const std::string dropped = "CREATE TABLE t (a int); DO $$ BEGIN EXECUTE format('DROP TABLE %I', current_user); END $$; ";
  CHECK(problems(dropped + "CREATE TABLE t (b int)").empty());
  CHECK(objects(dropped + "CREATE TABLE t (b int)") == Lines{"t: table", "t.b: integer"});
  CHECK(problems(dropped + "DROP TABLE t; CREATE TABLE t (b int)").empty());
}

TEST_CASE("statements: whether there is what a text put together at run time names is not known") {
  const std::string made =
      start +
      "CREATE TABLE u (i int); DO $$ BEGIN EXECUTE format('ALTER TABLE t ADD CONSTRAINT t_ck %s', current_setting('x')); "
      "END $$; ";
  const auto asked = [&](const std::string& name) {
    return made + "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = '" + name +
           "') THEN DROP TABLE u; END IF; END $$; ";
  };
  CHECK(objects(asked("t_ck"), "u:") == Lines{"u: table ?"});
  CHECK(problems(asked("t_ck") + "ALTER TABLE u ADD j int").empty());
  CHECK(objects(asked("t_other"), "u:").empty());
}

TEST_CASE("statements: of what is made with a value that is not known no part is claimed") {
  const auto claimed = [](const std::string& execute) {
    return present(replayed("CREATE TABLE t (a int); DO $$ DECLARE n int; BEGIN SELECT d.n INTO n FROM d; EXECUTE format(" +
                            execute + ", n); END $$;"));
  };
  const Lines before = {"public", "t", "t.a"};
  CHECK(claimed("'CREATE VIEW v AS SELECT %s AS c, a FROM t'") == before);
  CHECK(claimed("'CREATE VIEW v AS SELECT -1 AS aid, %s FROM t'") == before);
  CHECK(claimed("'CREATE VIEW v AS SELECT a AS %I FROM t'") == before);
  CHECK(claimed("'CREATE MATERIALIZED VIEW v AS SELECT %s AS c FROM t'") == before);
  CHECK(claimed("'CREATE TABLE v AS SELECT %s AS c FROM t'") == before);
  CHECK(claimed("'ALTER TABLE t ADD c int GENERATED ALWAYS AS IDENTITY (START WITH %s)'") == before);
  CHECK(claimed("'CREATE TABLE v (c %s)'") == before);
}

TEST_CASE("statements: what is made where something may be gone is what counts") {
  const std::string dropping = "DO $$ DECLARE r record; BEGIN FOR r IN SELECT z FROM u LOOP EXECUTE format(";
  const auto made_again = [&](const std::string& made, const std::string& dropped, const std::string& again) {
    const auto catalog = replayed(
        "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RETURN "
        "NEW; END $f$; " +
        made + ";" + dropping + dropped + ", r.z); END LOOP; END $$; " + again);
    CHECK(problems(catalog).empty());
    return objects(catalog);
  };
  const auto has = [](const Lines& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  CHECK(has(made_again("CREATE POLICY p ON t USING (true)", "'DROP POLICY %I ON t'", "CREATE POLICY p ON t USING (a > 1)"),
            "t.p: for all to public using (a > 1)"));
  CHECK(has(made_again("CREATE INDEX i ON t (a)", "'DROP INDEX %I'", "CREATE INDEX i ON t (a DESC)"), "t.i: btree (a desc)"));
  CHECK(has(made_again("CREATE VIEW v AS SELECT a FROM t", "'DROP VIEW %I'", "CREATE VIEW v AS SELECT 1 AS b"), "v.b: integer"));
  CHECK(has(made_again("CREATE TYPE e AS ENUM ('a')", "'DROP TYPE %I'", "CREATE TYPE e AS ENUM ('b')"), "e.b: value"));
  CHECK(has(made_again("ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)", "'ALTER TABLE t DROP CONSTRAINT %I'",
                       "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1)"),
            "t.c: check (a > 1)"));
  const std::string trigger = "CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()";
  CHECK(made_again(trigger, "'DROP TRIGGER %I ON t'", trigger) == made_again("", "'SELECT %s'", trigger));
  // What surely is there is in the way.
  CHECK(problems("CREATE TABLE t (a int); CREATE POLICY p ON t; " + dropping +
                 "'DROP POLICY %I ON u', r.z); END LOOP; END $$; CREATE POLICY p ON t")
            .size() == 1);
}

TEST_CASE("statements: what is put elsewhere under a name that is put in may be gone from where it was") {
  const auto present_after = [](const std::string& execute) {
    return present(
        replayed("CREATE SCHEMA s; CREATE TABLE s.a (i int); CREATE TYPE e AS ENUM ('x'); CREATE TABLE t (c e, d int); "
                 "CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE log_1 PARTITION OF p DEFAULT; CREATE TABLE "
                 "log_2 (k int); DO $$ BEGIN EXECUTE format(" +
                 execute + ", current_setting('x')); END $$;"));
  };
  const auto without = [&](const Lines& gone) {
    Lines left = present_after("'SELECT %s'");
    std::erase_if(left, [&](const std::string& line) { return std::find(gone.begin(), gone.end(), line) != gone.end(); });
    return left;
  };
  CHECK(present_after("'DROP SCHEMA s_%s CASCADE'") == without({}));
  CHECK(present_after("'DROP SCHEMA %I CASCADE'").empty());
  CHECK(present_after("'ALTER SCHEMA s RENAME TO %I'") == without({"s", "s.a", "s.a.i"}));
  CHECK(present_after("'ALTER TYPE e RENAME TO %I'") == without({"e", "e.x"}));
  CHECK(present_after("'ALTER TABLE p ATTACH PARTITION log_%s FOR VALUES IN (1)'") == without({"log_2"}));
  CHECK(present_after("'ALTER TABLE p DETACH PARTITION log_%s'") == without({"log_1"}));
}

TEST_CASE("statements: an event trigger whose function cannot be followed is named where it fires") {
  const std::string watch =
      "CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN EXECUTE (SELECT a FROM t); END';\n"
      "CREATE EVENT TRIGGER watched ON ddl_command_end WHEN TAG IN ('CREATE VIEW') EXECUTE FUNCTION watch();\n";
  const std::string view = "CREATE VIEW v AS SELECT a FROM t;";
  CHECK(not_compared(start + watch + view) == Lines{"4:1 event trigger watched: dynamic EXECUTE"});
  CHECK(not_compared(start + watch + "CREATE TABLE u (i int);").empty());
  CHECK(not_compared(start + watch + "ALTER EVENT TRIGGER watched DISABLE;" + view).empty());
}
