#include "catalog/uncertain_kinds.h"
#include "unit/statements_replayed.h"

namespace {

const std::string start = "CREATE TABLE t (a int); CREATE TYPE e AS ENUM ('x');\n";

Lines after(const std::string& block, std::string_view prefix = {}) { return objects(start + block, prefix); }

/// Whether PostgreSQL's `condition` holds after the start.
bool holds(const std::string& condition) {
  return !after("DO $$ BEGIN IF " + condition + " THEN CREATE TABLE yes (i int); END IF; END $$", "yes:").empty();
}

}  // namespace

TEST_CASE("statements: a handler swallows the failure that it names, and what came before it") {
  CHECK(problems(start + "DO $$ BEGIN CREATE TYPE e AS ENUM ('y'); EXCEPTION WHEN duplicate_object THEN null; END $$").empty());
  CHECK(after("DO $$ BEGIN ALTER TABLE t ADD b int; ALTER TABLE t ADD a int; EXCEPTION WHEN duplicate_table OR duplicate_column "
              "THEN NULL; END $$",
              "t.") == Lines{"t.a: integer"});
  CHECK(problems(start + "DO $$ BEGIN\n  CREATE TABLE t (i int); EXCEPTION WHEN duplicate_object THEN null; END $$") ==
        Lines{"3:3 42P07 relation \"t\" already exists (created at a.sql:1:1)"});
  CHECK(after("DO $$ BEGIN CREATE TABLE t (i int); EXCEPTION WHEN OTHERS THEN CREATE TABLE u (i int); END $$", "u") ==
        Lines{"u: table", "u.i: integer"});
  CHECK(after("DO $$ BEGIN BEGIN CREATE TABLE t (i int); EXCEPTION WHEN SQLSTATE '42P07' THEN NULL; END; CREATE TABLE u (i int); "
              "END $$",
              "u:") == Lines{"u: table"});
}

TEST_CASE("statements: conditions on the catalogs are asked of the draft") {
  CHECK(holds("EXISTS (SELECT 1 FROM pg_type WHERE typname = 'e')"));
  CHECK_FALSE(
      holds("NOT EXISTS (SELECT 1 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = 'e' AND "
            "n.nspname = 'public')"));
  CHECK_FALSE(
      holds("EXISTS (SELECT 1 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = 'e' AND n.nspname = "
            "'other')"));
  CHECK(holds(
      "NOT EXISTS (SELECT 1 FROM pg_enum WHERE enumlabel = 'y' AND enumtypid = (SELECT oid FROM pg_type WHERE typname = 'e'))"));
  CHECK(
      holds("EXISTS (SELECT FROM information_schema.columns WHERE table_name = 't' AND column_name = 'a' AND data_type = "
            "'integer' AND is_nullable = 'YES')"));
  CHECK(holds("NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'c' AND conrelid = '\"t\"'::regclass)"));
  CHECK(holds("to_regclass('public.t') IS NOT NULL AND to_regclass('u') IS NULL"));
  CHECK(holds("(SELECT count(*) FROM pg_indexes WHERE tablename IN ('t', 'u')) = 0"));
  CHECK(holds("'e' IN (SELECT typname FROM pg_type) AND NOT 'f' IN (SELECT typname FROM pg_type)"));
  CHECK(holds("EXISTS (SELECT 1 FROM pg_class WHERE oid::regclass::text = 't' AND oid = 't'::regclass)"));
  CHECK(holds("EXISTS (SELECT 1 FROM pg_type WHERE typname LIKE '_' AND typname NOT LIKE '%x%' AND typname = ANY (ARRAY['e']))"));
  CHECK(holds("EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = 't'::regclass AND attgenerated = '' AND NOT atthasdef)"));
  CHECK_FALSE(holds("'a_b' LIKE 'a\\_c' OR 'abc' LIKE 'a%d' OR NOT 'aXbXc' LIKE 'a%b%c'"));
  CHECK_FALSE(holds("EXISTS (SELECT 1 FROM pg_class WHERE relname = 'u') OR current_schema() <> 'public'"));
  CHECK(holds("split_part('a.b.c', '.', 2) = 'b' AND split_part('a.b', '.', 3) = '' AND split_part('a.b.c', '.', -1) = 'c'"));
}

TEST_CASE("statements: what stands beside tables is asked of the draft as well") {
  const std::string made =
      "CREATE SEQUENCE s; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $f$BEGIN RETURN NEW; END$f$; CREATE TRIGGER g "
      "BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE t DISABLE TRIGGER g; CREATE POLICY \"Own rows\" ON t AS "
      "RESTRICTIVE FOR UPDATE USING (true); CREATE PUBLICATION p FOR TABLE t;";
  const auto is_true = [&](const std::string& condition) {
    return !objects(start + made + "DO $$ BEGIN IF " + condition + " THEN CREATE TABLE yes (i int); END IF; END $$", "yes:")
                .empty();
  };
  const auto is_false = [&](const std::string& condition) { return is_true("NOT " + condition); };
  CHECK(is_true(
      "EXISTS (SELECT 1 FROM pg_policies WHERE policyname = 'Own rows' AND tablename = 't' AND schemaname = 'public' AND cmd = "
      "'UPDATE' AND permissive = 'RESTRICTIVE')"));
  CHECK(is_true("EXISTS (SELECT 1 FROM pg_policy WHERE polname = 'Own rows' AND polrelid = 't'::regclass AND polcmd = 'w')"));
  CHECK(is_false("EXISTS (SELECT 1 FROM pg_policies WHERE policyname = 'Own rows' AND tablename = 'u')"));
  CHECK(is_true(
      "EXISTS (SELECT FROM pg_trigger WHERE tgname = 'g' AND tgrelid = 't'::regclass AND NOT tgisinternal AND tgenabled = 'D')"));
  CHECK(is_false("EXISTS (SELECT FROM information_schema.triggers WHERE trigger_name = 'h' AND event_object_table = 't')"));
  CHECK(is_true(
      "EXISTS (SELECT 1 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.proname = 'f' AND n.nspname = "
      "'public')"));
  CHECK(is_true("EXISTS (SELECT 1 FROM pg_proc WHERE proname = 'gen_random_uuid')"));
  CHECK(
      is_false("EXISTS (SELECT 1 FROM information_schema.routines WHERE routine_schema = 'public' AND routine_name = 'lower')"));
  CHECK(is_true("EXISTS (SELECT 1 FROM information_schema.sequences WHERE sequence_name = 's')"));
  CHECK(is_true("EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'plpgsql')"));
  CHECK(is_false("EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citext')"));
  CHECK(
      is_true("EXISTS (SELECT 1 FROM pg_publication_tables WHERE pubname = 'p' AND schemaname = 'public' AND tablename = 't')"));
  CHECK(is_false("EXISTS (SELECT 1 FROM pg_publication WHERE pubname = 'q' OR puballtables)"));
  // An extension may have functions of any name.
  const std::string asks = "EXISTS (SELECT 1 FROM pg_proc WHERE proname = 'similarity')";
  CHECK_FALSE(is_true(asks));
  CHECK(is_false(asks));
  const std::string block = "DO $$ BEGIN IF NOT " + asks + " THEN CREATE TABLE yes (i int); END IF; END $$";
  CHECK(replayed("CREATE EXTENSION pg_trgm;" + block).uncertain_names.contains("yes"));
}

TEST_CASE("statements: a constraint is found by its definition, as PostgreSQL prints it") {
  const auto prints = [](const std::string& constraint, const std::string& definition) {
    const std::string tables =
        "CREATE SCHEMA other; CREATE TABLE t (id int, \"oneTwo\" int, UNIQUE (id, \"oneTwo\")); CREATE TABLE other.o (id int "
        "PRIMARY KEY); "
        "CREATE TABLE u (a int, b int);";
    const std::string block =
        "DO $$ BEGIN IF EXISTS (SELECT FROM pg_constraint WHERE conname = 'c' AND pg_get_constraintdef(oid) = '" + definition +
        "') THEN CREATE TABLE yes (i int); END IF; END $$";
    return !objects(tables + "ALTER TABLE u ADD CONSTRAINT c " + constraint + ";" + block, "yes:").empty();
  };
  CHECK(prints("PRIMARY KEY (b, a)", "PRIMARY KEY (b, a)"));
  CHECK(prints("UNIQUE NULLS NOT DISTINCT (b) DEFERRABLE INITIALLY DEFERRED",
               "UNIQUE NULLS NOT DISTINCT (b) DEFERRABLE INITIALLY DEFERRED"));
  CHECK(prints(
      "FOREIGN KEY (a, b) REFERENCES t (id, \"oneTwo\") MATCH FULL ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE NOT VALID",
      "FOREIGN KEY (a, b) REFERENCES t(id, \"oneTwo\") MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE NOT VALID"));
  CHECK(prints("FOREIGN KEY (a, b) REFERENCES t (id, \"oneTwo\") ON DELETE SET DEFAULT (b)",
               "FOREIGN KEY (a, b) REFERENCES t(id, \"oneTwo\") ON DELETE SET DEFAULT (b)"));
  CHECK(prints("FOREIGN KEY (a) REFERENCES other.o", "FOREIGN KEY (a) REFERENCES other.o(id)"));
  CHECK_FALSE(prints("UNIQUE (a)", "UNIQUE (b)"));
  // Its expression is printed in a way of PostgreSQL's own.
  CHECK_FALSE(prints("CHECK (a > 0)", "CHECK ((a > 0))"));
}

TEST_CASE("statements: IF, ELSIF and ELSE take one branch") {
  const std::string choice =
      "DO $$ BEGIN IF to_regclass('x') IS NOT NULL THEN DROP TABLE t; ELSIF 1 = 2 THEN DROP TYPE e; ELSE CREATE TABLE u (i int); "
      "END IF; END $$";
  CHECK(after(choice) == Lines{"e: enum", "e.x: value", "t: table", "t.a: integer", "u: table", "u.i: integer"});
}

TEST_CASE("statements: an extension whose absence a handler takes may be there or not") {
  const auto made = [](const std::string& conditions) {
    return objects("DO $$ BEGIN CREATE EXTENSION pg_cron; EXCEPTION WHEN " + conditions + " THEN NULL; END $$");
  };
  CHECK(made("undefined_file OR insufficient_privilege") == Lines{"pg_cron: extension ?"});
  CHECK(made("OTHERS") == Lines{"pg_cron: extension ?"});
  CHECK(made("duplicate_object") == Lines{"pg_cron: extension"});
}

TEST_CASE("statements: variables and loops over the catalogs are followed") {
  const std::string drop_uniques = R"(
    CREATE TABLE c (x int CHECK (x > 0) CHECK (x < 9), y int UNIQUE);
    DO $$ DECLARE r record; BEGIN
      FOR r IN SELECT conname, conrelid::regclass AS on_table FROM pg_constraint WHERE contype = 'u' LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', r.on_table, r.conname);
      END LOOP;
    END $$)";
  CHECK(after(drop_uniques, "c") ==
        Lines{"c: table", "c.x: integer", "c.y: integer", "c.c_x_check: check (x > 0)", "c.c_x_check1: check (x < 9)"});
  CHECK(after(R"(DO $$ DECLARE n text; found_it boolean := false; BEGIN
      SELECT column_name INTO n FROM information_schema.columns WHERE table_name = 't';
      SELECT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'e') INTO found_it;
      IF found_it AND n IS NOT NULL THEN EXECUTE 'ALTER TABLE t RENAME COLUMN ' || quote_ident(n) || ' TO b'; END IF;
      PERFORM 1 FROM pg_class WHERE relname = 'missing'; IF NOT FOUND THEN CREATE TABLE missing (i int); END IF;
    END $$)",
              "") == Lines{"e: enum", "e.x: value", "missing: table", "missing.i: integer", "t: table", "t.b: integer"});
}

TEST_CASE("statements: DECLARE may stand before each variable") {
  CHECK(after("DO $$ DECLARE a text := 'x'; DECLARE b text := a || 'y'; BEGIN EXECUTE format('CREATE TABLE %I ()', b); END $$",
              "xy") == Lines{"xy: table"});
}

TEST_CASE("statements: what an unknown text may have made is not said to be missing") {
  const std::string start =
      "CREATE TABLE t (a int); CREATE TABLE q (s text); CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS "
      "'BEGIN RETURN NEW; END'; ";
  const std::string unknown = "DO $$ DECLARE r record; BEGIN FOR r IN SELECT s FROM q LOOP EXECUTE r.s; END LOOP; END $$; ";
  for (const char* statement :
       {"ALTER TABLE t DISABLE TRIGGER x", "ALTER POLICY x ON t USING (true)", "ALTER TABLE t ALTER x SET NOT NULL",
        "ALTER TABLE t VALIDATE CONSTRAINT x", "ALTER TABLE t ADD UNIQUE USING INDEX x", "ALTER TABLE t DISABLE RULE x"}) {
    INFO(statement);
    CHECK(problems(start + statement).size() == 1);
    CHECK(problems(start + unknown + statement).empty());
    CHECK(replayed(start + unknown + statement).not_compared.size() == 2);
  }
}

TEST_CASE("statements: what refers to a table that only an unknown text may have made follows its new name") {
  const auto catalog = replayed(
      "CREATE TABLE q (s text); DO $$ DECLARE r record; BEGIN FOR r IN SELECT s FROM q LOOP EXECUTE r.s; END LOOP; END $$; "
      "CREATE FUNCTION f(b) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE t (x b); ALTER TABLE b RENAME TO c");
  CHECK(problems(catalog).empty());
  CHECK(objects(catalog) ==
        Lines{"… c: table ?", "f(c): function returns integer language sql", "q: table", "q.s: text", "t: table", "t.x: c"});
}

TEST_CASE("statements: FOREACH and FOR over numbers are followed") {
  CHECK(after(R"(DO $$ DECLARE n text; names text[] := ARRAY['a', 'B']; BEGIN
      FOREACH n IN ARRAY names LOOP EXECUTE format('CREATE TABLE %I (i int)', 'x_' || n); END LOOP;
      FOR i IN 1..2 LOOP EXECUTE 'CREATE TABLE y' || i || ' (i int)'; END LOOP;
    END $$)",
              "") == Lines{"e: enum", "e.x: value", "t: table", "t.a: integer", "x_B: table", "x_B.i: integer", "x_a: table",
                           "x_a.i: integer", "y1: table", "y1.i: integer", "y2: table", "y2.i: integer"});
}

TEST_CASE("statements: names are quoted only where they need it, so that more of a name may follow") {
  CHECK(after(R"(DO $$ DECLARE n text := 't'; BEGIN
      EXECUTE format('CREATE INDEX %I_on_%I ON %I (a)', n, 'a', n);
      EXECUTE 'CREATE TABLE ' || quote_ident(n) || '_x (i int)';
      EXECUTE format('CREATE TABLE %I (%I int)', 'order', 'Of');
    END $$)",
              "") == Lines{"e: enum", "e.x: value", "order: table", "order.Of: integer", "t: table", "t.a: integer",
                           "t.t_on_a: btree (a)", "t_x: table", "t_x.i: integer"});
}

TEST_CASE("statements: the end of a name that is put together may be cut off with it") {
  const std::string made =
      "DO $$ DECLARE n text; BEGIN SELECT name INTO n FROM tenants; EXECUTE format('CREATE INDEX %I_of_night ON t (a)', n); END "
      "$$; ";
  const std::string of_63_bytes(63, 'x');
  CHECK(problems("CREATE TABLE t (a int); " + made + "ALTER INDEX " + of_63_bytes + " RENAME TO i").empty());
  CHECK(problems("CREATE TABLE t (a int); " + made + "ALTER INDEX x_of_night RENAME TO i").empty());
  CHECK(problems("CREATE TABLE t (a int); " + made + "ALTER INDEX x_of_day RENAME TO i").size() == 1);
}

TEST_CASE("statements: elements of arrays are taken by their number, and counted") {
  CHECK(after(R"(DO $$ DECLARE old text[] := ARRAY['a', 'b']; new text[] := ARRAY['x', 'y']; BEGIN
      ALTER TABLE t ADD b int;
      FOR i IN 1 .. array_length(old, 1) LOOP EXECUTE format('ALTER TABLE t RENAME %I TO %I', old[i], new[i]); END LOOP;
      IF cardinality(new) = 2 AND new[3] IS NULL THEN DROP TYPE e; END IF;
    END $$)",
              "") == Lines{"t: table", "t.x: integer", "t.y: integer"});
}

TEST_CASE("statements: a loop goes once through what is DISTINCT or grouped") {
  const auto loop = [](const std::string& query) {
    return after("CREATE TABLE u (a int); DO $$ DECLARE n text; BEGIN FOR n IN " + query +
                     " LOOP EXECUTE format('CREATE TABLE %I (i int)', 'of_' || n); END LOOP; END $$",
                 "of_");
  };
  const Lines once = {"of_a: table", "of_a.i: integer"};
  CHECK(loop("SELECT DISTINCT column_name FROM information_schema.columns") == once);
  CHECK(loop("SELECT column_name FROM information_schema.columns GROUP BY column_name") == once);
  CHECK(loop("SELECT column_name FROM information_schema.columns GROUP BY column_name, table_name").empty());
}

TEST_CASE("statements: what is dropped by a name that cannot be told may be any of its kind") {
  const auto left = [](const std::string& executed) {
    return present(
        replayed("CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE POLICY p ON t; CREATE FUNCTION f() RETURNS int "
                 "LANGUAGE sql AS 'SELECT 1'; DO $$ DECLARE s text; BEGIN SELECT name INTO s FROM tenants; EXECUTE " +
                 executed + "; END $$"));
  };
  const Lines all = left("'SELECT 1'");
  CHECK(left("format('DROP POLICY IF EXISTS %I ON t', s)") != all);
  CHECK(left("format('DROP POLICY IF EXISTS %I ON other', s)") == all);
  CHECK(left("format('DROP POLICY IF EXISTS %I ON %I', s, s)") != all);
  CHECK(left("'DROP INDEX CONCURRENTLY ' || quote_ident(s)") != all);
  CHECK(left("format('DROP FUNCTION %I.f()', s)") != all);
  CHECK(left("'DROP FUNCTION IF EXISTS ' || quote_ident(s) || '.f()'") != all);
  CHECK(left("format('DROP FUNCTION %I.g()', s)") == all);
  CHECK(left("format('DROP POLICY q ON %I', s)") == all);
}

TEST_CASE("statements: EXECUTE of a constant text is run, of any other named") {
  CHECK(
      after("DO $$ BEGIN EXECUTE 'CREATE TABLE u (i int)'; EXECUTE format('CREATE TABLE %I (%s text)', 'V', 'j'); END $$", "") ==
      Lines{"V: table", "V.j: text", "e: enum", "e.x: value", "t: table", "t.a: integer", "u: table", "u.i: integer"});
  const auto catalog = replayed("DO $$ DECLARE n text; BEGIN EXECUTE 'CREATE TABLE ' || n; END $$");
  CHECK(catalog.uncertain_names.contains(pgplumb::any_name_in(pgplumb::Namespace::relation)));
  REQUIRE(catalog.not_compared.size() == 1);
  CHECK(catalog.not_compared.front().what == "DO block: dynamic EXECUTE");
}

TEST_CASE("statements: a block without DDL has no effect on the schema") {
  const auto catalog = replayed(
      "DO $$ DECLARE n int := 1; BEGIN SELECT 2 INTO n; n := n + 1; PERFORM 1; UPDATE t SET a = n; RAISE NOTICE '%', n; END $$");
  CHECK(catalog.statements_without_effect == 1);
  CHECK(catalog.not_compared.empty());
  CHECK(objects(catalog).empty());
}

TEST_CASE("statements: a block that raises, or returns, ends there") {
  CHECK(problems("DO $$ BEGIN CREATE TABLE u (i int); RAISE EXCEPTION 'not %', 'here'; END $$") == Lines{"1:1 P0001 not %"});
  CHECK(after("DO $$ BEGIN RETURN; CREATE TABLE u (i int); END $$", "u").empty());
}

TEST_CASE("statements: a handler takes what a function raises that changes nothing") {
  const std::string function =
      "CREATE FUNCTION must(ok bool) RETURNS void LANGUAGE plpgsql AS $$ BEGIN IF NOT ok THEN RAISE 'no'; END IF; END $$; ";
  const auto made = [&](const std::string& ok) {
    return objects(start + function + "DO $$ BEGIN PERFORM must(" + ok +
                       "); CREATE TABLE done (i int); EXCEPTION WHEN raise_exception THEN CREATE TABLE done_not (i int); END $$",
                   "done");
  };
  CHECK(made("true") == Lines{"done: table", "done.i: integer"});
  CHECK(made("false") == Lines{"done_not: table", "done_not.i: integer"});
}

TEST_CASE("statements: a block in another language, or not understood, is named") {
  CHECK(not_compared("DO LANGUAGE plperl $$ 1; $$") == Lines{"1:1 DO block"});
  const auto catalog = replayed("DO $$ BEGIN CREATE TABLE u (i int); $$");
  CHECK(catalog.not_compared.size() == 1);
  CHECK(catalog.uncertain_names.contains("u"));
}

namespace {

const std::string watched =
    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';\n"
    "CREATE FUNCTION watch(watched regclass, suffix text DEFAULT 'now') RETURNS void LANGUAGE plpgsql AS $$ BEGIN\n"
    "  EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION touch()', 'touch_' || suffix, "
    "watched);\n"
    "END $$;\n"
    "CREATE PROCEDURE stamp(watched regclass) LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('ALTER TABLE %s ADD at date', $1); END "
    "$$;\n"
    "CREATE TABLE \"table\" (i int);\n";

Lines after_watching(const std::string& calls, std::string_view prefix) { return objects(start + watched + calls, prefix); }

}  // namespace

TEST_CASE("statements: a routine that is called does what its body says, with what it is called with") {
  CHECK(after_watching("SELECT watch('t')", "t.touch_now:").size() == 1);
  CHECK(after_watching("SELECT watch('t', suffix => 'soon')", "t.touch_soon:").size() == 1);
  CHECK(after_watching("SELECT * FROM watch('public.t', 'then')", "t.touch_then:").size() == 1);
  CHECK(after_watching("CALL stamp('\"table\"')", "table.at:") == Lines{"table.at: date"});
  CHECK(after_watching(
            "DO $$ DECLARE n text; BEGIN FOREACH n IN ARRAY ARRAY['t', '\"table\"'] LOOP PERFORM watch(n); END LOOP; END $$",
            "table.touch_now:")
            .size() == 1);
  CHECK(problems(start + watched + "SELECT watch('u')") == Lines{"8:1 42P01 relation \"u\" does not exist"});
}

TEST_CASE("statements: a call whose effect cannot be told is named as not compared") {
  CHECK(not_compared(start + watched + "SELECT watch(relname::regclass) FROM pg_stat_user_tables") ==
        Lines{"8:1 call of watch()"});
  CHECK(not_compared(start + watched + "SELECT watch('t', version())") == Lines{"8:1 call of watch(): dynamic EXECUTE"});
  // As deep as PostgreSQL's stack is, it fails.
  CHECK(problems(start +
                 "CREATE FUNCTION again() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM again(); CREATE TABLE u (i int); "
                 "END $$; SELECT again()")
            .size() == 1);
}

TEST_CASE("statements: loops over computed numbers are run") {
  CHECK(after("DO $$ DECLARE n int := 3; BEGIN FOR i IN 0..n - 2 LOOP EXECUTE format('CREATE TABLE part_%s (i int)', i); END "
              "LOOP; END $$",
              "part_")
            .size() == 4);
}

TEST_CASE("statements: what a block puts together of what it found is run") {
  CHECK(problems("CREATE TABLE t (id int CONSTRAINT by_id PRIMARY KEY, uid int);\n"
                 "DO $$ DECLARE statement text; BEGIN "
                 "SELECT concat('ALTER TABLE t DROP CONSTRAINT ', constraint_name, NULL) INTO statement "
                 "FROM information_schema.table_constraints WHERE table_name = 't' AND constraint_type = 'PRIMARY KEY'; "
                 "IF statement IS NOT NULL THEN EXECUTE statement; END IF; "
                 "ALTER TABLE t ADD PRIMARY KEY (uid); END $$")
            .empty());
}

TEST_CASE("statements: what a name or an oid is cast to is the relation that it means") {
  const std::string named =
      "DO $$ DECLARE n text := 't'; BEGIN IF EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = n::regclass ";
  CHECK(after(named + "AND attname = 'a') THEN CREATE TABLE yes (i int); END IF; END $$", "yes:").size() == 1);
  CHECK(problems(start + "DO $$ DECLARE n text := 'u'; BEGIN IF n::regclass IS NULL THEN RETURN; END IF; END $$") ==
        Lines{"2:1 42P01 relation \"u\" does not exist"});
  CHECK(holds("replace('a_new_b_new', '_new', '') = 'a_b'"));
  CHECK(holds("substring('log_calls' from 5) = 'calls'"));
  CHECK(holds("substring('abcdef' from -1 for 4) = 'ab'"));
  CHECK(holds("substr('abc', 7) || substring('abc', 2, 0) = ''"));
}

TEST_CASE("statements: partitions and heirs are rows of pg_inherits") {
  const std::string tree =
      "CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE h () "
      "INHERITS "
      "(t); DO $$ DECLARE r record; BEGIN FOR r IN SELECT inhrelid::regclass AS below FROM pg_inherits LOOP EXECUTE "
      "format('COMMENT ON TABLE %s IS %L', r.below, 'below'); END LOOP; END $$";
  Lines commented;
  const pgplumb::Catalog catalog = replayed(start + tree);
  for (const pgplumb::Entry& entry : catalog.entries())
    if (!entry.notes->remarks.comment.empty()) commented.push_back(std::string(entry.id.name));
  CHECK(commented == Lines{"h", "p1"});
}

TEST_CASE("statements: WHILE and LOOP are run as far as it is known when they end, EXIT and CONTINUE followed") {
  const auto made = [](const std::string& loop) {
    return after("DO $$ DECLARE n int := 0; BEGIN " + loop + " CREATE TABLE z (i int); END $$", "u").size() / 2;
  };
  const std::string make = "EXECUTE format('CREATE TABLE u%s (i int)', n); ";
  CHECK(made("WHILE n < 3 LOOP n := n + 1; " + make + "END LOOP;") == 3);
  CHECK(made("LOOP n := n + 1; CONTINUE WHEN n = 2; EXIT WHEN n > 4; " + make + "END LOOP;") == 3);
  CHECK(made("FOR n IN 1..9 LOOP IF n = 3 THEN EXIT; END IF; " + make + "END LOOP;") == 2);
  CHECK(made("FOR m IN 1..2 LOOP LOOP n := n + 1; EXIT WHEN n > m + m; " + make + "END LOOP; END LOOP;") == 3);
  // Neither of these is known to end here, or at all.
  CHECK(made("LOOP n := n + 1; EXIT WHEN (SELECT count(*) FROM t) < n; " + make + "END LOOP;") == 0);
  CHECK(made("<<a>> LOOP LOOP n := n + 1; EXIT a WHEN n > 2; " + make + "END LOOP; END LOOP;") == 0);
  CHECK(made("LOOP n := n + 1; CREATE TABLE IF NOT EXISTS u (i int); END LOOP;") == 0);
}

TEST_CASE("statements: a loop that makes nothing compared leaves what stands behind it sure") {
  const auto is_made = [](const std::string& loop) {
    return !after("DO $$ BEGIN " + loop + " CREATE TABLE u (i int); END $$", "u:").empty();
  };
  CHECK(is_made("LOOP DELETE FROM t; EXIT WHEN NOT FOUND; END LOOP;"));
  CHECK(is_made("LOOP DELETE FROM t; IF NOT FOUND THEN EXIT; END IF; END LOOP;"));
  CHECK(is_made("<<all_of_it>> LOOP LOOP DELETE FROM t; EXIT all_of_it WHEN NOT FOUND; END LOOP; END LOOP;"));
  CHECK(after(R"(DO $$ DECLARE n text; names text[] := '{
        a b,
	c, NULL }'; BEGIN
      FOREACH n IN ARRAY names LOOP IF n IS NOT NULL THEN EXECUTE format('CREATE TABLE %I ()', 'z_' || n); END IF; END LOOP;
    END $$)",
              "z_") == Lines{"z_a b: table", "z_c: table"});
  CHECK(is_made("FOR i IN 1..2 LOOP NULL; END LOOP; IF NOT FOUND THEN RETURN; END IF;"));
  CHECK_FALSE(is_made("FOR i IN 2..1 LOOP NULL; END LOOP; IF NOT FOUND THEN RETURN; END IF;"));
}

TEST_CASE("statements: information_schema.columns says what PostgreSQL says of lengths, digits and defaults") {
  const auto is_so = [](const std::string& type, const std::string& condition) {
    return objects("CREATE DOMAIN d AS varchar(7) NOT NULL; CREATE TYPE m AS ENUM ('x'); CREATE TABLE t (a " + type +
                       "); DO $$ BEGIN IF EXISTS (SELECT 1 FROM information_schema.columns WHERE " + condition +
                       ") THEN CREATE TABLE yes (i int); END IF; END $$",
                   "yes:")
               .size() == 1;
  };
  CHECK(is_so("bigint", "numeric_precision = 64 AND numeric_scale = 0 AND character_maximum_length IS NULL"));
  CHECK(is_so("numeric(12, 2)", "numeric_precision::int > 10 AND numeric_scale = 2 AND datetime_precision IS NULL"));
  CHECK(is_so("numeric", "numeric_precision IS NULL AND numeric_scale IS NULL AND udt_name = 'numeric'"));
  CHECK(is_so("real", "numeric_precision = 24 AND numeric_scale IS NULL"));
  CHECK(is_so("varchar(32)", "character_maximum_length < 64 AND numeric_precision IS NULL"));
  CHECK(is_so("text", "character_maximum_length IS NULL AND column_default IS NULL"));
  CHECK(is_so("timestamptz(3) DEFAULT now()", "datetime_precision = 3 AND column_default IS NOT NULL"));
  CHECK(is_so("date", "datetime_precision = 0"));
  CHECK(is_so("d", "data_type = 'character varying' AND is_nullable = 'NO' AND character_maximum_length = 7"));
  CHECK(is_so("integer", "udt_schema = 'pg_catalog'"));
  CHECK(is_so("m", "udt_schema = 'public' AND udt_name = 'm'"));
  CHECK(is_so("text[]", "data_type = 'ARRAY' AND udt_name = '_text' AND character_maximum_length IS NULL"));
  CHECK_FALSE(is_so("text DEFAULT 'x'", "column_default = 'x'"));  // which the server prints as it likes
}

TEST_CASE("statements: the columns of constraints are rows of information_schema") {
  const std::string keyed =
      "CREATE TABLE k (a int CONSTRAINT pk PRIMARY KEY, b int CONSTRAINT ck CHECK (b > a), r int CONSTRAINT fk REFERENCES k);";
  const auto holds_for = [&](const std::string& condition) {
    return !after(keyed + "DO $$ BEGIN IF " + condition + " THEN CREATE TABLE yes (i int); END IF; END $$", "yes:").empty();
  };
  CHECK(holds_for("EXISTS (SELECT FROM information_schema.key_column_usage WHERE constraint_name = 'fk' AND column_name = 'r')"));
  CHECK(holds_for("(SELECT count(*) FROM information_schema.key_column_usage WHERE table_name = 'k') = 2"));
  CHECK(
      holds_for("EXISTS (SELECT FROM information_schema.constraint_column_usage WHERE constraint_name = 'fk' AND column_name = "
                "'a')"));
  CHECK(holds_for("(SELECT count(*) FROM information_schema.constraint_column_usage WHERE constraint_name = 'ck') = 2"));
}

TEST_CASE("statements: names by CASE, left() and right(), arguments of format() by their numbers") {
  const auto made = [](const std::string& name) {
    return objects("DO $$ DECLARE a text := 'cp_file'; BEGIN EXECUTE format('CREATE TABLE %2$s (%1$I int)', 'i', " + name +
                   "); END $$");
  };
  const auto is_named = [&](const std::string& expression, const std::string& name) {
    INFO(expression);
    CHECK(made(expression) == Lines{name + ": table", name + ".i: integer"});
  };
  is_named("CASE a WHEN 'x' THEN 'y' WHEN 'cp_file' THEN 'z' END", "z");
  is_named("CASE a WHEN 'x' THEN 'y' ELSE replace(a, 'cp', 'q') END", "q_file");
  is_named("CASE WHEN a IS NULL THEN 'y' WHEN left(a, 3) = 'cp_' THEN left(a, -5) END", "cp");
  is_named("right(a, 4) || right(a, -6)", "filee");
  CHECK(made("CASE (SELECT count(*) FROM x) WHEN 1 THEN 'y' ELSE 'z' END").empty());
  CHECK(made("left('größe', 3)").empty());
}

TEST_CASE("statements: catalogs are joined by what is equal, and their rows aggregated") {
  std::string tables;
  for (int i = 0; i < 400; ++i) tables += "CREATE TABLE t" + std::to_string(i) + " (a int, b int, c int, d int);";
  const std::string made =
      tables +
      "CREATE SCHEMA s; CREATE TABLE s.t7 (z int); CREATE FUNCTION f(sch text, tbl text) RETURNS void LANGUAGE plpgsql AS $$ "
      "DECLARE "
      "l text[]; BEGIN SELECT INTO l array_agg(a.attname) FROM pg_attribute a JOIN pg_class c ON a.attrelid = c.oid JOIN "
      "pg_namespace n ON n.oid = c.relnamespace WHERE relkind = 'r' AND n.nspname = sch AND c.relname = tbl AND a.attnum > 0 AND "
      "NOT "
      "a.attisdropped; EXECUTE 'CREATE VIEW ' || quote_ident('v_' || tbl) || ' AS SELECT 1 AS one, ' || array_to_string(l, ', ') "
      "|| ' FROM ' || quote_ident(sch) || '.' || quote_ident(tbl); END $$;";
  CHECK(objects(made + "SELECT f('public', 't7')", "v_t7.") ==
        Lines{"v_t7.a: integer", "v_t7.b: integer", "v_t7.c: integer", "v_t7.d: integer", "v_t7.one: integer"});
  CHECK(objects(made + "SELECT f('s', 't7')", "v_t7.") == Lines{"v_t7.one: integer", "v_t7.z: integer"});
  // A row of which the column is not known may be equal to any.
  CHECK(
      after("DO $$ DECLARE x text; BEGIN EXECUTE format('CREATE TABLE %I (i int)', x); IF NOT EXISTS (SELECT 1 FROM pg_class c "
            "JOIN "
            "pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = 'u' AND n.nspname = 'public') THEN DROP TABLE t; END IF; "
            "END $$",
            "t:") == Lines{"t: table ?"});
}

TEST_CASE("statements: a failure that is plain to see is a handler's") {
  const auto handled = [](const std::string& failing, const std::string& condition) {
    return after("DO $$ DECLARE n int; BEGIN CREATE TABLE w (i int); " + failing + " CREATE TABLE v (i int); EXCEPTION WHEN " +
                     condition + " THEN CREATE TABLE u (i int); END $$",
                 "");
  };
  const Lines caught = {"e: enum", "e.x: value", "t: table", "t.a: integer", "u: table", "u.i: integer"};
  CHECK(handled("n := 1 / 0;", "division_by_zero") == caught);
  CHECK(handled("PERFORM 1 / 0;", "OTHERS") == caught);
  CHECK(handled("n := 'a'::int;", "invalid_text_representation") == caught);
  CHECK(handled("n := CAST('a' AS bigint);", "data_exception") == caught);
  CHECK(handled("n := '5'::int; n := ' -5'::int; n := n / 0;", "OTHERS") != caught);
  CHECK(handled("IF (SELECT count(*) FROM t) > 0 THEN n := 1 / 0; END IF;", "OTHERS") != caught);
  CHECK(problems(start + "DO $$ DECLARE n int; BEGIN n := 1 / 0; END $$").size() == 1);
}
