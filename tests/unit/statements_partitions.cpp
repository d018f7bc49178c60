#include "unit/statements_replayed.h"

namespace {

const std::string made =
    "CREATE TABLE t (id int NOT NULL, a text, CONSTRAINT c CHECK (a <> '')) PARTITION BY RANGE (id); "
    "CREATE TABLE p PARTITION OF t FOR VALUES FROM (1) TO (9); ";

/// What the partitions have of their own.
Lines own(const std::string& sql) {
  Lines lines;
  const auto catalog = replayed(made + sql);
  CHECK(problems(catalog).empty());
  CHECK(catalog.not_compared.empty());
  for (const pgplumb::Entry& entry : catalog.entries())
    if (const auto* partition = std::get_if<pgplumb::Partition>(&entry.object))
      for (const pgplumb::PartitionPart& part : partition->own)
        lines.push_back(std::string(entry.id.member) + ": " + show_value(part));
  return lines;
}

}  // namespace

TEST_CASE("statements: constraints and indexes of a partition are its own, under the names that PostgreSQL gives them") {
  CHECK(own("ALTER TABLE p ADD CHECK (id > 1), ADD PRIMARY KEY (id); CREATE INDEX ON p (lower(a), id DESC) WHERE id > 2") ==
        Lines{"p: check p_id_check id > 1", "p: index p_lower_id_idx btree(lower(a), desc(id), WHERE id > 2)",
              "p: primary key p_pkey columns(id)"});
  CHECK(own("CREATE TABLE q PARTITION OF t (CONSTRAINT d CHECK (id > 9), UNIQUE (id)) FOR VALUES FROM (9) TO (20)") ==
        Lines{"q: check d id > 9", "q: unique constraint q_id_key columns(id)"});
}

TEST_CASE("statements: what a partition has of its own is renamed and dropped") {
  const std::string index = "CREATE INDEX i ON p (a); ";
  CHECK(own(index + "ALTER INDEX i RENAME TO j; ALTER TABLE t RENAME a TO b; ALTER TABLE p RENAME TO z") ==
        Lines{"z: index j btree(b)"});
  CHECK(own(index + "DROP INDEX i; CREATE TABLE i (id int)").empty());
  CHECK(own(index + "ALTER TABLE t DROP COLUMN a").empty());
  CHECK(own("ALTER TABLE p ADD CONSTRAINT d CHECK (id > 1); ALTER TABLE p DROP CONSTRAINT d").empty());
  CHECK(own("BEGIN; " + index + "ROLLBACK; CREATE TABLE i (id int)").empty());
  CHECK(problems(made + index + "CREATE TABLE i (id int)").size() == 1);
}

TEST_CASE("statements: what a partition inherits is not its own") {
  CHECK(own("ALTER TABLE p ADD CONSTRAINT c CHECK (a <> '')").empty());
  CHECK(own("CREATE INDEX i ON p (a); CREATE INDEX j ON t (a)").empty());
  CHECK(own("CREATE INDEX i ON p (a); CREATE INDEX j ON ONLY t (a)") == Lines{"p: index i btree(a)"});
  CHECK(own("CREATE INDEX i ON p (a); CREATE INDEX j ON ONLY t (a); ALTER INDEX j ATTACH PARTITION i").empty());
  CHECK(own("ALTER TABLE p ADD PRIMARY KEY (id); ALTER TABLE t ADD PRIMARY KEY (id)").empty());
}

TEST_CASE("statements: a table that becomes a partition keeps of its own what its parent does not have") {
  CHECK(own("CREATE INDEX j ON t (a); CREATE TABLE q (id int NOT NULL, a text, CONSTRAINT c CHECK (a <> ''), "
            "CONSTRAINT d CHECK (id > 9)); CREATE INDEX k ON q (a); CREATE INDEX l ON q (id); "
            "ALTER TABLE t ATTACH PARTITION q FOR VALUES FROM (9) TO (20)") ==
        Lines{"q: check d id > 9", "q: index l btree(id)"});
}
