#include "unit/statements_replayed.h"

namespace {

Lines indexes(const std::string& sql) { return objects("CREATE TABLE t (a int, b text, c jsonb, d timestamptz); " + sql, "t.i"); }

}  // namespace

TEST_CASE("statements: CREATE INDEX in full") {
  CHECK(indexes("CREATE INDEX i ON t (a DESC, b NULLS FIRST, d DESC NULLS LAST)") ==
        Lines{"t.i: btree (a desc, b nulls first, d desc nulls last)"});
  CHECK(indexes("CREATE INDEX CONCURRENTLY i ON t USING gin (c jsonb_path_ops)") == Lines{"t.i: gin (c jsonb_path_ops)"});
  CHECK(indexes("CREATE INDEX i ON t USING gin (c jsonb_ops)") == Lines{"t.i: gin (c)"});
  CHECK(indexes("CREATE INDEX i ON t (b text_ops, b text_pattern_ops, b COLLATE \"C\", b COLLATE \"default\")") ==
        Lines{"t.i: btree (b, b text_pattern_ops, b collate C, b)"});
  CHECK(indexes("CREATE INDEX i ON t (lower(b)) INCLUDE (a, d) WHERE a > 0") ==
        Lines{"t.i: btree ((lower(b))) include (a, d) where a > 0"});
  CHECK(indexes("CREATE INDEX i ON t USING hash (b)") == Lines{"t.i: hash (b)"});
}

TEST_CASE("statements: a plain unique index is a unique, any other is an index") {
  CHECK(indexes("CREATE UNIQUE INDEX i ON t (a, b)") == Lines{"t.i: unique index (a, b)"});
  CHECK(indexes("CREATE UNIQUE INDEX i ON t (a, b DESC) INCLUDE (d) NULLS NOT DISTINCT") ==
        Lines{"t.i: unique index (a, b) 2 DESC, INCLUDE (d) nulls not distinct"});
  CHECK(indexes("CREATE UNIQUE INDEX i ON t (a) WHERE a > 0") == Lines{"t.i: unique btree (a) where a > 0"});
  CHECK(indexes("CREATE UNIQUE INDEX i ON t (lower(b))") == Lines{"t.i: unique btree ((lower(b)))"});
}

TEST_CASE("statements: an index's name is one among the relations of its schema") {
  CHECK(problems("CREATE TABLE t (a int PRIMARY KEY); CREATE INDEX t_pkey ON t (a)") ==
        Lines{"1:37 42P07 relation \"t_pkey\" already exists (created at a.sql:1:23)"});
  CHECK(problems("CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE TABLE i (a int)").size() == 1);
  CHECK(problems("CREATE SCHEMA s; CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE TABLE s.i (a int)").empty());
}
