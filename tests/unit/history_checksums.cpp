// Checksums against what the tools themselves have computed: vectors from their documentation and tests.
#include <map>

#include "catch.h"
#include "history/digests.h"
#include "history/edits.h"
#include "history/tools/liquibase_checksum.h"
#include "history/tools/tools.h"

using namespace pgplumb;

namespace {

Migration file(const std::string& path, const std::string& text, const std::string& version = {}) {
  const std::string name = path.substr(path.rfind('/') + 1);
  Migration migration{name, remember_file(path), text};
  migration.version = version;
  return migration;
}

HistoryRecord record_with(const std::string& checksum) {
  HistoryRecord record;
  record.checksum = checksum;
  return record;
}

Edit edit_of(const HistoryTool& tool, const Migration& migration, const std::string& checksum,
             const std::vector<Migration>& earlier = {}) {
  return find_edit(tool, {migration, migration.text, earlier, true}, record_with(checksum));
}

bool is_unchanged(const HistoryTool& tool, const Migration& migration, const std::string& checksum) {
  return edit_of(tool, migration, checksum).kind == Edit::Kind::none;
}

}  // namespace

TEST_CASE("history: Flyway's checksum leaves line ends and a byte order mark out") {
  // Computed with Python's zlib.crc32 over "CREATE TABLE a ();CREATE TABLE b ();".
  const std::string sum = std::to_string(static_cast<std::int32_t>(crc32_of("CREATE TABLE a ();CREATE TABLE b ();")));
  CHECK(sum == "-779235225");
  for (const char* text : {"CREATE TABLE a ();\nCREATE TABLE b ();\n", "CREATE TABLE a ();\r\nCREATE TABLE b ();",
                           "\xEF\xBB\xBF"
                           "CREATE TABLE a ();\rCREATE TABLE b ();"})
    CHECK(is_unchanged(flyway_tool, file("sql/V1__a.sql", text, "1"), sum));
  CHECK(is_unchanged(flyway_tool, file("sql/V1__a.sql", "", "1"), "0"));
  CHECK(edit_of(flyway_tool, file("sql/V1__a.sql", "CREATE TABLE c ();", "1"), sum).kind == Edit::Kind::contents);
  CHECK(edit_of(flyway_tool, file("sql/V1__a.sql", "CREATE TABLE ${name} ();", "1"), sum).kind == Edit::Kind::unknown);
}

TEST_CASE("history: Liquibase's checksums of version 9") {
  CHECK(liquibase_checksum("select 1") == "9:3b78b9910981c62ca27148640fad7bc2");
  CHECK(liquibase_checksum("select\n\t1\r\n") == "9:3b78b9910981c62ca27148640fad7bc2");
}

TEST_CASE("history: refinery's checksum, with refinery's own vectors") {
  const std::string initial = "CREATE TABLE persons (\n    id int,\n    name varchar(255),\n    city varchar(255)\n);\n";
  CHECK(is_unchanged(refinery_tool, file("migrations/V1__initial.sql", initial), "2959965718684201605"));
  const std::string cars = "CREATE TABLE cars (\n    id int,\n    name varchar(255)\n);\n";
  CHECK(is_unchanged(refinery_tool, file("migrations/V2__add_cars_table.sql", cars), "8238603820526370208"));
  CHECK(edit_of(refinery_tool, file("migrations/V2__add_cars_table.sql", cars + "-- more\n"), "8238603820526370208").what ==
        "comments or white space");
}

TEST_CASE("history: Prisma takes either line ending, and once printed hashes without padding") {
  const std::string lines = "SELECT 1;\nSELECT 2;\n", returns = "SELECT 1;\r\nSELECT 2;\r\n";
  CHECK(is_unchanged(prisma_tool, file("m/1/migration.sql", returns), sha256_hex(lines)));
  CHECK(is_unchanged(prisma_tool, file("m/1/migration.sql", lines), sha256_hex(returns)));
  const std::string hash = sha256_hex("abc");
  CHECK(hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(is_unchanged(prisma_tool, file("m/1/migration.sql", "abc"),
                     "ba7816bf8f1cfea414140de5dae2223b0361a396177a9cb410ff61f2015ad"));
}

TEST_CASE("history: sqlx hashes the bytes as they are") {
  const Migration with_returns = file("migrations/1_a.sql", "SELECT 1;\r\n");
  CHECK(sha384_hex("abc") == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7");
  const Edit edit = edit_of(sqlx_tool, with_returns, sha384_hex("SELECT 1;\n"));
  CHECK(edit.kind == Edit::Kind::form);
  CHECK(edit.what == "line endings");
}

TEST_CASE("history: the lock keys of tools that hash the database's name") {
  CHECK(sqlx_tool.lock_key({"zone", "public", ""}) == 2771974297191923538);
  CHECK(sqlx_tool.lock_key({"zone_test", "public", ""}) == 1283835657316171598);
  CHECK(prisma_tool.lock_key({"zone", "public", ""}) == 72707369);
}

TEST_CASE("history: Sqitch hashes the deploy script with SHA-1") {
  CHECK(is_unchanged(sqitch_tool, file("deploy/a.sql", "abc"), "a9993e364706816aba3e25717850c26c9cd0d89d"));
}

TEST_CASE("history: atlas.sum's hashes run on from file to file") {
  const Migration first = file("m/1.sql", "CREATE TABLE a ();\n"), second = file("m/2.sql", "CREATE TABLE b ();\n");
  const std::string both = sha256_base64("1.sqlCREATE TABLE a ();\n2.sqlCREATE TABLE b ();\n");
  CHECK(edit_of(atlas_tool, second, both, {first}).kind == Edit::Kind::none);
  CHECK(edit_of(atlas_tool, file("m/2.sql", "CREATE TABLE c ();\n"), both, {first}).kind == Edit::Kind::contents);
}

TEST_CASE("history: graphile-migrate's hash takes in the one before it, not the head") {
  const std::string body = "CREATE TABLE a ();";
  const std::string hash = "sha1:" + sha1_hex(body + "\n");
  CHECK(is_unchanged(graphile_migrate_tool,
                     file("committed/000001.sql", "--! Previous: -\n--! Hash: " + hash + "\n\n" + body + "\n"), " " + hash));
  const std::string next = "sha1:" + sha1_hex(hash + "\n" + body + "\n");
  CHECK(is_unchanged(graphile_migrate_tool, file("committed/000002-b.sql", "--! Previous: " + hash + "\n\n" + body + "\n"),
                     hash + " " + next));
}

TEST_CASE("history: in what a file differs from the one that ran") {
  const std::string ran = "CREATE TABLE a ();\nCREATE TABLE b ();\n", hash = sha256_hex(ran);
  const std::map<std::string, std::string> edits{
      {"\xEF\xBB\xBF" + ran, "the byte order mark"},
      {"CREATE TABLE a ();\nCREATE TABLE b ();", "the line break at the end"},
      {"CREATE TABLE a ();\r\nCREATE TABLE b ();\r\n", "line endings"},
      {"\xEF\xBB\xBF"
       "CREATE TABLE a ();\r\nCREATE TABLE b ();",
       "the byte order mark, the line break at the end and line endings"},
      {"CREATE TABLE a ();\n-- the second\nCREATE TABLE b ();\n", "comments or white space"},
      {"CREATE TABLE a (); /* the /* first */ */\nCREATE TABLE b ();\n", "comments or white space"},
      {"CREATE TABLE a ();   \nCREATE TABLE b ();\n", "comments or white space"},
      {"CREATE TABLE a ();\n\n\nCREATE TABLE b ();\n", "comments or white space"},
  };
  for (const auto& [text, what] : edits) {
    INFO(text);
    const Edit edit = edit_of(drizzle_tool, file("drizzle/0000_a.sql", text), hash);
    CHECK(edit.kind == Edit::Kind::form);
    CHECK(edit.what == what);
  }
  CHECK(edit_of(drizzle_tool, file("drizzle/0000_a.sql", "CREATE TABLE a (\"--\" int);\n"), hash).kind == Edit::Kind::contents);
}

TEST_CASE("history: what PostgreSQL does not see, quoted texts apart") {
  CHECK(without_comments_and_space("SELECT  1 -- one\n , 2") == "SELECT 1 , 2");
  CHECK(without_comments_and_space("SELECT '--', \"/* */\", $$ -- $$, E'\\'--' ;") ==
        "SELECT '--', \"/* */\", $$ -- $$, E'\\'--' ;");
  CHECK(without_comments_and_space("a/* b /* c */ d */e") == "a e");
}

TEST_CASE("history: Supabase keeps the statements, so comments and semicolons do not count") {
  const Migration migration = file("supabase/migrations/1_a.sql", "-- first\nCREATE TABLE a ();\nCREATE TABLE b ();\n", "1");
  CHECK(is_unchanged(supabase_tool, migration, "CREATE TABLE a ();\nCREATE TABLE b ()"));
  CHECK(edit_of(supabase_tool, migration, "CREATE TABLE a ();\nCREATE TABLE c ()").kind == Edit::Kind::contents);
}
