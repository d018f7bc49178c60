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

TEST_CASE("statements: the way Prisma changes an enum leaves one type and its columns") {
  const std::string sql = R"(CREATE TYPE "Role" AS ENUM ('A', 'B'); CREATE TABLE t (r "Role" NOT NULL DEFAULT 'A');
    BEGIN; CREATE TYPE "Role_new" AS ENUM ('A', 'C'); ALTER TABLE t ALTER COLUMN r DROP DEFAULT;
    ALTER TABLE t ALTER COLUMN r TYPE "Role_new" USING (r::text::"Role_new"); ALTER TYPE "Role" RENAME TO "Role_old";
    ALTER TYPE "Role_new" RENAME TO "Role"; DROP TYPE "Role_old"; ALTER TABLE t ALTER COLUMN r SET DEFAULT 'C'; COMMIT;)";
  CHECK(problems(sql).empty());
  CHECK(objects(sql) == Lines{"Role: enum", "Role.A: value", "Role.C: value", "t: table", "t.r: Role default 'C' not null"});
}
