#include "unit/statements_replayed.h"

namespace {

/// The values in their order.
Lines values(std::string_view sql) {
  const auto catalog = replayed(sql);
  Lines found(64);
  for (const pgplumb::Entry& entry : catalog.entries())
    if (const auto* value = std::get_if<pgplumb::EnumValue>(&entry.object))
      found[static_cast<std::size_t>(value->position)] = entry.id.member;
  std::erase(found, "");
  return found;
}

}  // namespace

TEST_CASE("statements: values of an enum keep their places") {
  CHECK(
      values(
          R"(CREATE TYPE e AS ENUM ('a', 'b', 'c'); ALTER TYPE e ADD VALUE 'b2' AFTER 'b'; ALTER TYPE e ADD VALUE 'z' BEFORE 'a';
                  ALTER TYPE e ADD VALUE IF NOT EXISTS 'z'; ALTER TYPE e ADD VALUE 'end'; ALTER TYPE e RENAME VALUE 'c' TO 'cc')") ==
      Lines{"z", "a", "b", "b2", "cc", "end"});
}

TEST_CASE("statements: what PostgreSQL refuses of an enum") {
  const std::string type = "CREATE TYPE e AS ENUM ('a', 'b'); ";
  CHECK(problems(type + "ALTER TYPE e ADD VALUE 'a'") ==
        Lines{"1:35 42710 enum label \"a\" already exists (created at a.sql:1:1)"});
  CHECK(problems(type + "ALTER TYPE e ADD VALUE 'c' AFTER 'x'") == Lines{"1:35 22023 \"x\" is not an existing enum label"});
  CHECK(problems(type + "ALTER TYPE e RENAME VALUE 'x' TO 'y'") == Lines{"1:35 22023 \"x\" is not an existing enum label"});
  CHECK(problems(type + "CREATE TYPE e AS ENUM ()") == Lines{"1:35 42710 type \"e\" already exists (created at a.sql:1:1)"});
  CHECK(problems(type + "CREATE TABLE e (i int)").size() == 1);
}

TEST_CASE("statements: a renamed value is renamed in defaults") {
  CHECK(objects("CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (c e DEFAULT 'a', d text DEFAULT 'a'); ALTER TYPE e RENAME VALUE "
                "'a' TO 'b'",
                "t.") == Lines{"t.c: e default 'b'", "t.d: text default 'a'"});
}

TEST_CASE("statements: a renamed value is renamed in whatever PostgreSQL keeps as a tree, and in no text") {
  const auto made = [](const std::string& label) {
    std::string sql = R"(CREATE TYPE e AS ENUM ('LABEL', 'z'); CREATE DOMAIN d AS e DEFAULT 'LABEL' CHECK (VALUE <> 'LABEL');
      CREATE TABLE t (c e, l e[] DEFAULT '{LABEL,z}', s text CHECK (s <> 'a'), o d CHECK (o = 'LABEL'), CHECK (c IN ('LABEL', 'z')));
      CREATE INDEX i ON t (s) WHERE c = 'LABEL';
      CREATE VIEW v AS SELECT s, 'LABEL'::e AS f FROM t AS q WHERE q.c = 'LABEL' AND q.s <> 'a';
      CREATE POLICY p ON t USING (CASE c WHEN 'LABEL' THEN true ELSE s = 'a' END);
      CREATE PUBLICATION p FOR TABLE t WHERE (c = 'LABEL');
      CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t WHERE c = 'LABEL'; END;
      CREATE FUNCTION g() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t WHERE c = ''a''';)";
    for (auto at = sql.find("LABEL"); at != sql.npos; at = sql.find("LABEL")) sql.replace(at, 5, label);
    return sql;
  };
  const auto unlike = [](const std::string& one, const std::string& other) {
    const auto a = replayed(one), b = replayed(other);
    REQUIRE(a.entries().size() == b.entries().size());
    Lines found;
    for (std::size_t i = 0; i < a.entries().size(); ++i)
      if (!(a.entries()[i].object == b.entries()[i].object)) found.push_back(display_id(a.entries()[i].id));
    return found;
  };
  CHECK(unlike(made("a"), made("b")) == Lines{"p", "d", "f()", "t.l", "t.t_c_check", "t.t_o_check", "t.i", "t.p", "v"});
  CHECK(unlike(made("a") + "ALTER TYPE e RENAME VALUE 'a' TO 'b'", made("b")).empty());
  CHECK(unlike(made("a") + "ALTER TYPE e RENAME VALUE 'a' TO 'x'; ALTER TYPE e RENAME VALUE 'x' TO 'b'", made("b")).empty());
  CHECK(unlike(made("a") + "BEGIN; ALTER TYPE e RENAME VALUE 'a' TO 'b'; ROLLBACK", made("a")).empty());
}

TEST_CASE("statements: the way Prisma changes an enum leaves one type and its columns") {
  const std::string sql = R"(CREATE TYPE "Role" AS ENUM ('A', 'B'); CREATE TABLE t (r "Role" NOT NULL DEFAULT 'A');
    BEGIN; CREATE TYPE "Role_new" AS ENUM ('A', 'C'); ALTER TABLE t ALTER COLUMN r DROP DEFAULT;
    ALTER TABLE t ALTER COLUMN r TYPE "Role_new" USING (r::text::"Role_new"); ALTER TYPE "Role" RENAME TO "Role_old";
    ALTER TYPE "Role_new" RENAME TO "Role"; DROP TYPE "Role_old"; ALTER TABLE t ALTER COLUMN r SET DEFAULT 'C'; COMMIT;)";
  CHECK(problems(sql).empty());
  CHECK(objects(sql) == Lines{"Role: enum", "Role.A: value", "Role.C: value", "t: table", "t.r: Role default 'C' not null"});
}
