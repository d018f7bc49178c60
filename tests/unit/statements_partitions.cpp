#include "unit/statements_replayed.h"

namespace {

const std::string made =
    "CREATE TABLE t (id int NOT NULL, a text, CONSTRAINT c CHECK (a <> '')) PARTITION BY RANGE (id); "
    "CREATE TABLE p PARTITION OF t FOR VALUES FROM (1) TO (9); ";

/// What there is beside the table `t` with its columns and its CHECK, and the partition `p` as it was made.
Lines beside(const std::string& sql) {
  const auto catalog = replayed(made + sql);
  CHECK(problems(catalog).empty());
  CHECK(catalog.not_compared.empty());
  Lines lines = objects(catalog);
  std::erase_if(lines, [](const std::string& line) {
    return line.starts_with("t: ") || line.starts_with("t.") || line.starts_with("p: partition");
  });
  return lines;
}

/// What a partition says of columns by itself.
std::string own_columns(const std::string& sql, std::string_view name = "p") {
  const auto catalog = replayed(made + sql);
  CHECK(problems(catalog).empty());
  const pgplumb::Entry* entry = catalog.find({pgplumb::Namespace::partition, "public", name, {}});
  REQUIRE(entry);
  return field_value(entry->object, "defaults") + " " + field_value(entry->object, "not_null_columns");
}

/// How a partition stores columns, comments on them and fires triggers, by itself.
std::string own_parts(const std::string& sql, std::string_view name = "p") {
  const std::string function = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS ''; ";
  const auto catalog = replayed(function + made + "CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); " + sql);
  CHECK(problems(catalog).empty());
  CHECK(catalog.not_compared.empty());
  const pgplumb::Entry* entry = catalog.find({pgplumb::Namespace::partition, "public", name, {}});
  REQUIRE(entry);
  return field_value(entry->object, "storage") + " " + field_value(entry->object, "column_comments") + " " +
         field_value(entry->object, "triggers");
}

}  // namespace

TEST_CASE("statements: constraints and indexes of a partition are its own, under the names that PostgreSQL gives them") {
  CHECK(beside("ALTER TABLE p ADD CHECK (id > 1), ADD PRIMARY KEY (id); CREATE INDEX ON p (lower(a), id DESC) WHERE id > 2") ==
        Lines{"p.p_id_check: check (id > 1)", "p.p_pkey: primary key (id)",
              "p.p_lower_id_idx: btree ((lower(a)), id desc) where id > 2"});
  CHECK(beside("CREATE TABLE q PARTITION OF t (CONSTRAINT d CHECK (id > 9), UNIQUE (id)) FOR VALUES FROM (9) TO (20)").size() ==
        3);
  CHECK(beside("CREATE INDEX ON t (a); CREATE INDEX ON p (a, id); CREATE INDEX ON p (a)") ==
        Lines{"p.p_a_id_idx: btree (a, id)", "p.p_a_idx1: btree (a)"});
}

TEST_CASE("statements: what a partition has of its own is renamed and dropped") {
  const std::string index = "CREATE INDEX i ON p (a); ";
  CHECK(beside(index + "ALTER INDEX i RENAME TO j; ALTER TABLE t RENAME a TO b; ALTER TABLE p RENAME TO z").back() ==
        "z.j: btree (b)");
  CHECK(beside(index + "DROP INDEX i; CREATE TABLE i (id int)") == Lines{"i: table", "i.id: integer"});
  CHECK(beside(index + "ALTER TABLE t DROP COLUMN a").empty());
  CHECK(beside("ALTER TABLE p ADD CONSTRAINT d CHECK (id > 1); ALTER TABLE p DROP CONSTRAINT d").empty());
  CHECK(beside("BEGIN; " + index + "ROLLBACK; CREATE TABLE i (id int)") == Lines{"i: table", "i.id: integer"});
  CHECK(problems(made + index + "CREATE TABLE i (id int)").size() == 1);
  CHECK(objects(made + index + "DROP TABLE t").empty());
}

TEST_CASE("statements: what a partition inherits is not its own") {
  CHECK(beside("ALTER TABLE p ADD CONSTRAINT c CHECK (a <> '')").empty());
  CHECK(beside("CREATE INDEX i ON p (a); CREATE INDEX j ON t (a)").empty());
  CHECK(beside("CREATE INDEX i ON p (a); CREATE INDEX j ON ONLY t (a)") == Lines{"p.i: btree (a)"});
  CHECK(beside("CREATE INDEX i ON p (a); CREATE INDEX j ON ONLY t (a); ALTER INDEX j ATTACH PARTITION i").empty());
  CHECK(beside("ALTER TABLE p ADD PRIMARY KEY (id); ALTER TABLE t ADD PRIMARY KEY (id)").empty());
}

TEST_CASE("statements: a partition says of columns what its table does not") {
  CHECK(own_columns("ALTER TABLE p ALTER a SET DEFAULT 'x', ALTER a SET NOT NULL") == "(a 'x') (a)");
  CHECK(own_columns("CREATE TABLE q PARTITION OF t (a DEFAULT 'x' NOT NULL) FOR VALUES FROM (9) TO (20)", "q") == "(a 'x') (a)");
  CHECK(own_columns("ALTER TABLE p ALTER a SET DEFAULT 'x', ALTER a SET NOT NULL; ALTER TABLE t ALTER a SET DEFAULT 'x', "
                    "ALTER a SET NOT NULL") == "() ()");
  CHECK(own_columns("ALTER TABLE p ALTER a SET DEFAULT 'x'; ALTER TABLE t ALTER a SET DEFAULT 'y'") == "() ()");
  CHECK(own_columns("ALTER TABLE ONLY t ALTER a SET DEFAULT 'y'") == "(a none) ()");
  CHECK(own_columns("ALTER TABLE p ALTER a SET DEFAULT 'x'; ALTER TABLE t DROP COLUMN a") == "() ()");
  CHECK(problems(made + "ALTER TABLE p ADD COLUMN b int") == Lines{"1:155 42809 cannot add column to a partition"});
}

TEST_CASE("statements: a partition stores columns in its own way until its table says otherwise") {
  CHECK(own_parts("ALTER TABLE p ALTER a SET STORAGE main, ALTER a SET STATISTICS 9") == "(a statistics=9, storage=main) () ()");
  CHECK(own_parts("ALTER TABLE p ALTER a SET STORAGE main, ALTER a SET STATISTICS 9; ALTER TABLE t ALTER a SET STORAGE plain") ==
        "(a statistics=9, storage=plain) () ()");
  CHECK(own_parts("ALTER TABLE p ALTER a SET COMPRESSION pglz; ALTER TABLE t ALTER a SET COMPRESSION pglz") == "() () ()");
  CHECK(own_parts("ALTER TABLE t ALTER a SET COMPRESSION pglz, ALTER a SET (n_distinct = 2)") == "(a as usual) () ()");
  CHECK(own_parts("ALTER TABLE p ALTER a SET COMPRESSION pglz, ALTER a SET STATISTICS 9; ALTER TABLE t ALTER a TYPE varchar") ==
        "(a statistics=9) () ()");
  CHECK(own_parts("ALTER TABLE t ALTER a SET COMPRESSION pglz, ALTER a SET STATISTICS 9; "
                  "CREATE TABLE q PARTITION OF t FOR VALUES FROM (9) TO (20)",
                  "q") == "(a compression=pglz) () ()");
  CHECK(own_parts("ALTER TABLE p ALTER a SET STORAGE main; COMMENT ON COLUMN p.a IS 'x'; ALTER TABLE t DROP COLUMN a") ==
        "() () ()");
}

TEST_CASE("statements: triggers of a partition from above fire as it says, until they go or their table says otherwise") {
  CHECK(own_parts("ALTER TABLE p DISABLE TRIGGER g") == "() () (g disabled)");
  CHECK(own_parts("ALTER TABLE p DISABLE TRIGGER USER; ALTER TRIGGER g ON t RENAME TO h") == "() () (h disabled)");
  CHECK(own_parts("ALTER TABLE p DISABLE TRIGGER g; ALTER TABLE t ENABLE ALWAYS TRIGGER g") == "() () ()");
  CHECK(own_parts("ALTER TABLE p DISABLE TRIGGER g; ALTER TABLE ONLY t DISABLE TRIGGER ALL") == "() () ()");
  CHECK(own_parts("ALTER TABLE ONLY t DISABLE TRIGGER g") == "() () (g enabled)");
  CHECK(own_parts("ALTER TABLE p DISABLE TRIGGER g; DROP TRIGGER g ON t") == "() () ()");
  CHECK(own_parts("ALTER TABLE p DISABLE TRIGGER g; DROP FUNCTION f CASCADE") == "() () ()");
  CHECK(own_parts("ALTER TABLE p DISABLE TRIGGER g; "
                  "CREATE OR REPLACE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()") == "() () ()");
  const std::string below =
      "CREATE TABLE q PARTITION OF t FOR VALUES FROM (9) TO (20) PARTITION BY LIST (a); "
      "CREATE TABLE q1 PARTITION OF q FOR VALUES IN ('x'); ";
  CHECK(own_parts(below + "ALTER TABLE q DISABLE TRIGGER g; ALTER TABLE q1 ENABLE TRIGGER g", "q1") == "() () (g enabled)");
  CHECK(own_parts(below + "ALTER TABLE q1 DISABLE TRIGGER g; ALTER TABLE t DETACH PARTITION q", "q1") == "() () ()");
  CHECK(problems(made + "ALTER TABLE p DISABLE TRIGGER g") == Lines{"1:155 42704 trigger \"g\" for table \"p\" does not exist"});
}

TEST_CASE("statements: a table that becomes a partition keeps of its own what its parent does not have") {
  const std::string attach = "ALTER TABLE t ATTACH PARTITION q FOR VALUES FROM (9) TO (20)";
  CHECK(beside("CREATE INDEX j ON t (a); CREATE TABLE q (id int NOT NULL, a text, CONSTRAINT c CHECK (a <> ''), "
               "CONSTRAINT d CHECK (id > 9)); CREATE INDEX k ON q (a); CREATE INDEX l ON q (id); " +
               attach)
            .size() == 3);
  const std::string tree =
      "CREATE TABLE q (id int NOT NULL, a text, CONSTRAINT c CHECK (a <> '')) PARTITION BY LIST (a); "
      "CREATE TABLE q1 PARTITION OF q FOR VALUES IN ('x'); CREATE INDEX i ON q1 (a); " +
      attach;
  const Lines lines = beside(tree);
  REQUIRE(lines.size() == 3);
  CHECK(lines[2] == "q1.i: btree (a)");
  CHECK(lines[1].starts_with("q1: partition"));
}

TEST_CASE("statements: what PostgreSQL refuses about partitions does not apply") {
  const auto refused = [](const std::string& sql) {
    const Lines lines = problems(made + sql);
    REQUIRE(lines.size() == 1);
    return lines.front().substr(lines.front().find(' ') + 1);
  };
  const std::string table = "CREATE TABLE q (id int NOT NULL, a text, CONSTRAINT c CHECK (a <> '')); ";
  CHECK(refused("ALTER TABLE t ATTACH PARTITION t DEFAULT") == "42P07 circular inheritance not allowed");
  CHECK(refused(table + "ALTER TABLE q ATTACH PARTITION t DEFAULT") == "42P17 table \"q\" is not partitioned");
  CHECK(refused("CREATE TABLE q (id int NOT NULL); ALTER TABLE t ATTACH PARTITION q DEFAULT").starts_with("42804"));
  CHECK(refused("CREATE TABLE q (id int, a text); ALTER TABLE t ATTACH PARTITION q DEFAULT").starts_with("42804"));
  CHECK(refused("CREATE TABLE q (id int NOT NULL, a text); ALTER TABLE t ATTACH PARTITION q DEFAULT") ==
        "42804 child table is missing constraint \"c\"");
  CHECK(refused("CREATE TABLE q PARTITION OF t FOR VALUES FROM (1) TO (9)").starts_with("42P17 partition \"q\" would overlap"));
  CHECK(refused("ALTER TABLE t ADD UNIQUE (a)").starts_with("0A000"));
  CHECK(refused("CREATE UNIQUE INDEX ON t (a)").starts_with("0A000"));
  CHECK(refused("ALTER TABLE t DROP COLUMN id").starts_with("42P16"));
  CHECK(refused("ALTER TABLE ONLY t ADD COLUMN b int").starts_with("42P16"));
  CHECK(refused("ALTER TABLE p DROP CONSTRAINT c").starts_with("42P16 cannot drop inherited constraint"));
  CHECK(refused(table + "ALTER TABLE p INHERIT q").starts_with("42809"));
}

TEST_CASE("statements: a detached partition is a table with what it had, under the names that it had there") {
  const std::string index = "CREATE INDEX i ON t (a); ALTER TABLE t ADD PRIMARY KEY (id); ";
  const Lines table = {"p: table",
                       "p.a: text",
                       "p.id: integer not null",
                       "p.c: check (a <> '')",
                       "p.p_pkey: primary key (id)",
                       "p.p_a_idx: btree (a)"};
  CHECK(beside(index + "ALTER TABLE t DETACH PARTITION p") == table);
  CHECK(beside(index + "ALTER TABLE t DETACH PARTITION p CONCURRENTLY; ALTER TABLE t DETACH PARTITION p FINALIZE").size() ==
        table.size() + 1);
  CHECK(beside("ALTER TABLE p ADD CONSTRAINT known CHECK (id < 9 AND id >= 1); ALTER TABLE t DETACH PARTITION p CONCURRENTLY") ==
        Lines{"p: table", "p.a: text", "p.id: integer not null", "p.c: check (a <> '')",
              "p.known: check ((id < 9) AND (id >= 1))"});
  CHECK(beside(index + "ALTER TABLE p RENAME TO z; ALTER TABLE t DETACH PARTITION z").back() == "z.p_a_idx: btree (a)");
  CHECK(beside(index + "ALTER TABLE t RENAME a TO b; ALTER TABLE t DETACH PARTITION p").back() == "p.p_a_idx: btree (b)");
  CHECK(beside(index + "ALTER INDEX p_a_idx RENAME TO k; ALTER TABLE t DETACH PARTITION p").back() == "p.k: btree (a)");
  CHECK(beside("CREATE INDEX ON ONLY t (a); ALTER TABLE t DETACH PARTITION p").back() == "p.c: check (a <> '')");
  CHECK(beside(index + "ALTER TABLE t DETACH PARTITION p; ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (9)").empty());
  CHECK(beside(index + "BEGIN; ALTER TABLE t DETACH PARTITION p; ROLLBACK").empty());
}

TEST_CASE("statements: DETACH CONCURRENTLY leaves a CHECK of a range over several columns") {
  const auto check_of = [](const std::string& bound) {
    return objects(
        "CREATE TABLE t (a int NOT NULL, b text NOT NULL) PARTITION BY RANGE (a, b); CREATE TABLE p PARTITION OF t FOR VALUES " +
            bound + "; ALTER TABLE t DETACH PARTITION p CONCURRENTLY",
        "p.p_");
  };
  CHECK(check_of("FROM (1, 'a') TO (2, 'b')") ==
        Lines{"p.p_check: check ((a is not null) AND (b is not null) AND ((a > 1) OR ((a = 1) AND (b >= 'a'))) AND ((a < 2) OR "
              "((a = 2) AND (b < 'b'))))"});
}

TEST_CASE("statements: a detached partition's numbers come from the sequence of the table that it was of") {
  const std::string sql =
      "CREATE TABLE s (id serial) PARTITION BY RANGE (id); CREATE TABLE u PARTITION OF s DEFAULT; "
      "ALTER TABLE s DETACH PARTITION u; ";
  CHECK(objects(sql, "u.") == Lines{"u.id: integer serial default nextval('s_id_seq'::regclass) not null"});
  CHECK(problems(sql + "DROP TABLE s").size() == 1);
  CHECK(objects(sql + "DROP TABLE s CASCADE", "u.") == Lines{"u.id: integer not null"});
}

TEST_CASE("statements: the partitions of a partition stay with it when it is detached, and what is of its table goes along") {
  const std::string tree = made +
                           "CREATE TABLE q PARTITION OF t FOR VALUES FROM (9) TO (20) PARTITION BY LIST (a); "
                           "CREATE TABLE q1 PARTITION OF q FOR VALUES IN ('x'); CREATE INDEX i ON q1 (id); "
                           "ALTER TABLE q1 ALTER a SET DEFAULT 'x'; ALTER TABLE t DETACH PARTITION q; DROP TABLE t; ";
  CHECK(objects(tree) == Lines{"q: partitioned table", "q.a: text", "q.id: integer not null", "q.c: check (a <> '')",
                               "q1: partition IN ('x')", "q1.i: btree (id)"});
  CHECK(objects(tree + "ALTER TABLE q RENAME a TO b", "q.b") == Lines{"q.b: text"});
  CHECK(objects(tree + "DROP TABLE q").empty());
}

TEST_CASE("statements: bounds of partitions overlap where the order of their values is known") {
  const auto refused = [](const std::string& key, const std::string& first, const std::string& second) {
    return problems("CREATE TABLE p (n numeric, i int8, u uuid, t timestamptz, b bool, w text) PARTITION BY " + key + ";" +
                    "CREATE TABLE p1 PARTITION OF p FOR VALUES " + first + ";" + "CREATE TABLE p2 PARTITION OF p FOR VALUES " +
                    second + ";")
               .size() == 1;
  };
  CHECK(refused("RANGE (n)", "FROM (1.5) TO (10)", "FROM (9.25) TO (11)"));
  CHECK_FALSE(refused("RANGE (n)", "FROM (1.5) TO (10)", "FROM (10.0) TO (11)"));
  CHECK(refused("RANGE (i)", "FROM (-5) TO (9000000000)", "FROM (MINVALUE) TO (-4)"));
  CHECK(refused("RANGE (b)", "FROM (false) TO (true)", "FROM (MINVALUE) TO (true)"));
  CHECK(refused("RANGE (u)", "FROM ('00000000-0000-0000-0000-000000000000') TO ('80000000-0000-0000-0000-000000000000')",
                "FROM ('7FFFFFFF-0000-0000-0000-000000000000') TO (MAXVALUE)"));
  CHECK(refused("RANGE (t)", "FROM ('2024-01-01 00:00+02') TO ('2024-02-01 00:00+02')",
                "FROM ('2024-01-31 21:59+00') TO ('2024-03-01 00:00+00')"));
  CHECK_FALSE(refused("RANGE (t)", "FROM ('2024-01-01 00:00+02') TO ('2024-02-01 00:00+02')",
                      "FROM ('2024-01-31 22:00+00') TO ('2024-03-01 00:00+00')"));
  CHECK(refused("RANGE (i, n)", "FROM (1, MINVALUE) TO (1, MAXVALUE)", "FROM (1, 7) TO (2, 7)"));
  // A collation orders them.
  CHECK_FALSE(refused("RANGE (w)", "FROM ('a') TO ('k')", "FROM ('B') TO ('C')"));
  CHECK(refused("RANGE (w)", "FROM ('a') TO ('k')", "FROM ('a') TO ('k')"));
  CHECK(refused("LIST (t)", "IN ('2024-01-01 02:00+02', NULL)", "IN ('2024-01-01 00:00+00')"));
  CHECK(refused("LIST (w)", "IN ('a')", "FROM ('b') TO ('c')"));
  CHECK(refused("HASH (w)", "WITH (MODULUS 2, REMAINDER 1)", "WITH (MODULUS 4, REMAINDER 3)"));
  CHECK_FALSE(refused("HASH (w)", "WITH (MODULUS 2, REMAINDER 1)", "WITH (MODULUS 4, REMAINDER 2)"));
}

TEST_CASE("statements: ONLY what is partitioned, IF it EXISTS, changes nothing where it does not") {
  const std::string tree = "CREATE TABLE p (k int, n int) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p DEFAULT;\n";
  CHECK(problems(tree + "ALTER TABLE ONLY p DROP CONSTRAINT IF EXISTS n; ALTER TABLE ONLY p DROP COLUMN IF EXISTS m;"
                        "ALTER TABLE ONLY p ADD COLUMN IF NOT EXISTS n int")
            .empty());
  CHECK(problems(tree + "ALTER TABLE ONLY p DROP COLUMN IF EXISTS n").size() == 1);
}

TEST_CASE("statements: a check that is not validated holds for all rows of a partition that is younger") {
  const auto detached = [](const std::string& first, const std::string& second) {
    return objects("CREATE TABLE p (k int) PARTITION BY LIST (k);" + first + second + "ALTER TABLE p DETACH PARTITION p1",
                   "p1.c");
  };
  const std::string check = "ALTER TABLE p ADD CONSTRAINT c CHECK (k > 0) NOT VALID;",
                    part = "CREATE TABLE p1 PARTITION OF p DEFAULT;";
  CHECK(detached(check, part) == Lines{"p1.c: check (k > 0)"});
  CHECK(detached(part, check) == Lines{"p1.c: check (k > 0) not valid"});
}

TEST_CASE("statements: a row as a whole may be the key of partitions, and of an index") {
  CHECK(problems("CREATE TABLE r (a int, b int) PARTITION BY LIST ((r)); CREATE TABLE s (a int); CREATE INDEX i ON s ((s));")
            .empty());
}
