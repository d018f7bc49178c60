#include "unit/migrations_places.h"

using namespace pgplumb;

TEST_CASE("migrations: what is not there, or holds no migrations, is refused") {
  TemporaryFolder folder;
  CHECK(refusal(folder, "nowhere") == "/nowhere: no such file or folder");
  CHECK(refusal(folder).starts_with(": no migrations here | a folder of .sql files is wanted"));
  folder.write("migration_lock.toml", "provider = \"postgresql\"\n");
  CHECK(refusal(folder) ==
        ": no migrations here | layout prisma is: folders with a migration.sql each, in the order of their names");
}

TEST_CASE("migrations: another provider's are refused at the line that says so") {
  TemporaryFolder folder;
  folder.write("migration_lock.toml", "# do not edit\nprovider = \"mysql\"\n").write("1/migration.sql", "CREATE TABLE t (a int)");
  CHECK(refusal(folder) == "/migration_lock.toml:2: these migrations are for \"mysql\" | pgplumb reads PostgreSQL only");
}

TEST_CASE("migrations: nothing but blanks and comments is refused") {
  TemporaryFolder folder;
  folder.write("empty.sql", "").write("comment.sql", "\xEF\xBB\xBF-- nothing\n/* here */\n");
  CHECK(refusal(folder, "empty.sql") == "/empty.sql: there is no statement here: it is empty");
  CHECK(refusal(folder, "comment.sql") == "/comment.sql: there is no statement here: it is empty");
  CHECK(refusal(folder) == ": there is no statement here: it is empty");
}

TEST_CASE("migrations: binary files and other encodings are refused with their place") {
  TemporaryFolder folder;
  folder.write("binary.sql", std::string_view("PGDMP\0\1\2", 8))
      .write("utf16.sql", std::string_view("\xFF\xFE"
                                           "C\0",
                                           4))
      .write("latin.sql", "CREATE TABLE t (a int);\nCREATE TABLE caf\xE9 (a int);\n")
      .write("cut.sql", "SELECT '\xE2\x82");
  CHECK(refusal(folder, "binary.sql").starts_with("/binary.sql: this is a binary file, not SQL | make it SQL with `pg_restore"));
  CHECK(refusal(folder, "utf16.sql").starts_with("/utf16.sql: this is UTF-16"));
  CHECK(refusal(folder, "latin.sql") == "/latin.sql:2:17: invalid UTF-8 | save the file as UTF-8");
  CHECK(refusal(folder, "cut.sql") == "/cut.sql:1:9: invalid UTF-8 | save the file as UTF-8");
}
