// Checksums against what the tools themselves have computed: vectors from their documentation and tests.
#include <map>

#include "catch.h"
#include "history/digests.h"
#include "history/edits.h"
#include "history/tools/canonical_uri.h"
#include "history/tools/liquibase_checksum.h"
#include "history/tools/sqitch_change_id.h"
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
  CHECK(edit_of(flyway_tool, file("sql/V1__a.sql", "CREATE TABLE ${name} ();", "1"), sum).kind == Edit::Kind::undecided);
}

TEST_CASE("history: Liquibase's checksums of versions 8 and 9, with Liquibase's own vectors") {
  // SQLFileChangeTest gives those of the change; a changeset's is made of them.
  const std::string sql =
      "CREATE OR REPLACE PROCEDURE testHello()\n                  LANGUAGE plpgsql\n                  AS $$\n        BEGIN\n"
      "                  raise notice 'value1';\n        END $$";
  const LiquibaseChangeset changeset("--changeset a:1 stripComments:false\n" + sql + "\n");
  CHECK(liquibase_checksum_9(changeset.sql) == "9:" + md5_hex("9:8cfbd3e5970885470db17cd149feb637:"));
  CHECK(liquibase_checksum_8(changeset, changeset.sql) == "8:" + md5_hex("8:25560f4c442fa581b820d0a6206fd14e:"));
  CHECK(liquibase_checksum_9("select 1") == liquibase_checksum_9("select\n\t1\r\n"));
}

TEST_CASE("history: Liquibase's checksums as Liquibase 4.28.0 and 4.4.0 wrote them") {
  const std::string table = "--changeset ann:1\nCREATE TABLE note (id integer PRIMARY KEY);\n--rollback DROP TABLE note;\n\n";
  CHECK(is_unchanged(liquibase_tool, file("changes.sql", table), "9:8f920287730314e74f4f3fdb5b8116d7"));
  CHECK(is_unchanged(liquibase_tool, file("changes.sql", table), "8:18a06e513301ceb6fe8211f9274f10cc"));
  const std::string comment =
      "--changeset ann:3\n--comment: What is left to do\n-- asked for by the editors\nALTER TABLE note ADD COLUMN done "
      "boolean;\n";
  CHECK(is_unchanged(liquibase_tool, file("changes.sql", comment), "9:01070492d20b475cb9be33583089bffc"));
  CHECK(is_unchanged(liquibase_tool, file("changes.sql", comment), "8:5745eb8e32093b86f1cbe6fc221c01e6"));
  const std::string function =
      "--changeset ann:5 splitStatements:false\nCREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';\n"
      "/* liquibase rollback\nDROP FUNCTION one();\n*/\n";
  CHECK(is_unchanged(liquibase_tool, file("changes.sql", function), "9:5e5d649dbadd8b943d68bffc13b568a6"));
  CHECK(is_unchanged(liquibase_tool, file("changes.sql", function), "8:9638824889329a16e78ef04a5d0df3e5"));
}

TEST_CASE("history: what of a changeset speaks to Liquibase is not hashed") {
  const LiquibaseChangeset changeset(
      "--changeset a:1 endDelimiter:/ splitStatements:false runOnChange:TRUE rollbackEndDelimiter:;\r\n"
      "--comment: why\n"
      "  --preconditions onFail:MARK_RAN\n"
      "-- precondition-sql-check expectedResult:0 SELECT 1\n"
      "--validCheckSum: 9:abc\n"
      "-- a comment of its own\n"
      "SELECT 1 /\n"
      "--rollback SELECT 2\n"
      "/* liquibase rollback\nSELECT 3\n*/\n"
      "/* liquibase rollback of old */\n");
  CHECK(changeset.sql == "-- a comment of its own\nSELECT 1 /\n/* liquibase rollback of old */\n");
  CHECK(changeset.end_delimiter == "/");
  CHECK_FALSE(changeset.splits_statements);
  CHECK(changeset.strips_comments);
  CHECK(changeset.runs_again);
  CHECK(changeset.valid_checksums == std::vector<std::string>{"9:abc"});
}

TEST_CASE("history: in what a changeset of Liquibase differs from the one that ran") {
  const auto edit = [](const std::string& text, const std::string& checksum) {
    return edit_of(liquibase_tool, file("changes.sql", text), checksum);
  };
  const std::string head = "--changeset a:1\n", sum = liquibase_checksum_9("CREATE TABLE a ();");
  CHECK(edit(head + "CREATE  TABLE a\n();\n--rollback DROP TABLE a;\n", sum).kind == Edit::Kind::none);
  CHECK(edit(head + "-- first\nCREATE TABLE a ();\n", sum).what == "comments or white space");
  CHECK(edit(head + "CREATE TABLE b ();\n", sum).kind == Edit::Kind::contents);
  CHECK(edit("--changeset a:1 runOnChange:true\nCREATE TABLE b ();\n", sum).kind == Edit::Kind::runs_again);
  CHECK(edit(head + "--validCheckSum: ANY\nCREATE TABLE b ();\n", sum).kind == Edit::Kind::none);
  CHECK(edit(head + "CREATE TABLE ${b} ();\n", sum).kind == Edit::Kind::undecided);
  CHECK(edit(head + "CREATE TABLE b ();\n", "7:abc").kind == Edit::Kind::undecided);
  CHECK(edit(head + "CREATE TABLE b ();\n", "").kind == Edit::Kind::unknown);
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

TEST_CASE("history: Sqitch hashes the deploy script with SHA-1") {
  CHECK(is_unchanged(sqitch_tool, file("deploy/a.sql", "abc"), "a9993e364706816aba3e25717850c26c9cd0d89d"));
}

TEST_CASE("history: Sqitch's change_id, with the vectors of its tutorial") {
  SqitchChange change{"flipr",
                      "https://github.com/theory/sqitch-intro/",
                      "appschema",
                      {},
                      {},
                      "2013-12-30T23:19:45Z",
                      "Marge N. O\u2019Vera <marge@example.com>",
                      "Add schema for all flipr objects."};
  const std::string first = sqitch_change_id(change.entry(), "");
  CHECK(first == "c7981df861183412b01be706889e508a63d445ca");
  change.name = "users";
  change.required = {"appschema"};
  change.date = "2013-12-30T23:49:00Z";
  change.note = "Creates table to track our users.";
  CHECK(sqitch_change_id(change.entry(), first) == "77398e1dbc5fbce58b05eb67d201f15774718727");
}

TEST_CASE("history: the URI of Sqitch's plan is hashed as Perl's URI->canonical writes it") {
  const std::map<std::string, std::string> canonical = {
      {"https://Quarry.example", "https://quarry.example/"},
      {"https://x.example:443/a", "https://x.example/a"},
      {"HTTP://Me@X.example:8080", "http://Me@x.example:8080/"},
      {"http://x.example?q=A", "http://x.example?q=A"},
      {"https://x.example/a b%7e%2f", "https://x.example/a%20b~%2F"},
      {"https://x.example:/", "https://x.example/"},
      {"https://x.example#f", "https://x.example/#f"},
      {"urn:quarry:A%7e", "urn:quarry:A~"},
      {"Git://Host.example/A", "git://Host.example/A"},
      {"http://[::1]:80/x", "http://[::1]/x"},
      {"no scheme", "no%20scheme"},
  };
  for (const auto& [text, expected] : canonical) CHECK(canonical_uri(text) == expected);
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

TEST_CASE("history: what ran is looked for among what the file was before") {
  const std::string ran = "-- the first\nCREATE TABLE a ();\n";
  const FormerTexts former = [&](const std::string&) {
    return std::vector<FormerText>{{"3", "CREATE TABLE b ();\n"}, {"2", "-- the first\r\nCREATE TABLE a ();\r\n"}, {"1", ran}};
  };
  const auto edit = [&](const std::string& text) {
    const Migration migration = file("drizzle/0000_a.sql", text);
    return find_edit(drizzle_tool, {migration, migration.text, {}, true}, record_with(sha256_hex(ran)), former);
  };
  const Edit reworded = edit("-- the very first\nCREATE TABLE  a ();\n");
  CHECK(reworded.kind == Edit::Kind::form);
  CHECK(reworded.what == "comments or white space");
  CHECK(reworded.revision == "2");
  const Edit changed = edit("CREATE TABLE a (id int);\n");
  CHECK(changed.kind == Edit::Kind::contents);
  CHECK(changed.revision == "2");
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
