// What each driver and log makes of one error, and that reading it back gives the same.
#include <pgplumb/explain/incident.h>

#include "catch.h"
#include "explain/messages/dialect.h"
#include "explain/messages/sentence.h"

using namespace pgplumb;

namespace {

/// The one error of a message.
ErrorReport read_one(std::string_view message) {
  const auto errors = read_errors(message);
  INFO(message);
  REQUIRE(errors.size() == 1);
  return errors.front();
}

void check_column(std::string_view message, const std::string& relation, const std::string& column) {
  const ErrorReport error = read_one(message);
  CHECK(error.sqlstate == "42703");
  CHECK(error.error == "undefined_column");
  CHECK(error.relation == relation);
  CHECK(error.column == column);
  CHECK(error.count == 1);
}

void check_table(std::string_view message, const std::string& schema, const std::string& relation) {
  const ErrorReport error = read_one(message);
  CHECK(error.sqlstate == "42P01");
  CHECK(error.schema == schema);
  CHECK(error.relation == relation);
  CHECK(error.count == 1);
}

}  // namespace

TEST_CASE("explain: psycopg, bare and wrapped by SQLAlchemy") {
  check_column(
      "psycopg2.errors.UndefinedColumn: column call_log.recording_mode does not exist\n"
      "LINE 1: SELECT call_log.id, call_log.recording_mode FROM call_log\n"
      "                            ^\n",
      "call_log", "recording_mode");
  check_column(
      "sqlalchemy.exc.ProgrammingError: (psycopg2.errors.UndefinedColumn) column l.mode does not exist\n"
      "LINE 1: SELECT l.id, l.mo...\n"
      "\n"
      "[SQL: SELECT l.id, l.mode FROM call_log AS l WHERE l.id = %(id_1)s]\n",
      "call_log", "mode");
  check_table("psycopg.errors.UndefinedTable: relation \"calls\" does not exist", "", "calls");
  check_column("(psycopg2.ProgrammingError) column \"mode\" of relation \"call_log\" does not exist", "call_log", "mode");
}

TEST_CASE("explain: psycopg, a localised message still has its class") {
  const ErrorReport error = read_one(
      "psycopg2.errors.UndefinedTable: FEHLER:  Relation \xc2\xbb"
      "calls\xc2\xab existiert nicht");
  CHECK(error.sqlstate == "42P01");
  CHECK(error.relation.empty());
}

TEST_CASE("explain: a line of a traceback's source is no error") {
  CHECK(read_errors("    except psycopg2.errors.UndefinedColumn:\n        raise\n").empty());
  CHECK(read_errors("if (error.code === 'P2021') retry()\n").empty());
}

TEST_CASE("explain: asyncpg") {
  check_table("asyncpg.exceptions.UndefinedTableError: relation \"calls\" does not exist", "", "calls");
  check_column(
      "(sqlalchemy.dialects.postgresql.asyncpg.ProgrammingError) <class 'asyncpg.exceptions.UndefinedColumnError'>: "
      "column \"mode\" of relation \"call_log\" does not exist",
      "call_log", "mode");
}

TEST_CASE("explain: Prisma names table or column") {
  const ErrorReport table = read_one(
      "PrismaClientKnownRequestError: \n"
      "Invalid `prisma.callRecord.findMany()` invocation in\n"
      "/app/src/calls.ts:8:50\n"
      "\n"
      "The table `public.call_records` does not exist in the current database.\n"
      "    at handleRequestError (/app/node_modules/client.js:238:13) {\n"
      "  code: 'P2021',\n"
      "  meta: { modelName: 'CallRecord', table: 'public.call_records' },\n"
      "  clientVersion: '7.10.1'\n"
      "}\n");
  CHECK(table.prisma == "P2021");
  CHECK(table.sqlstate == "42P01");
  CHECK(table.schema == "public");
  CHECK(table.relation == "call_records");
  CHECK(table.model == "CallRecord");
  check_column("The column `call_records.opt` does not exist in the current database.", "call_records", "opt");
  // Typed into a shell, which took the backticks.
  check_column("The column call_records.opt does not exist in the current database. code: 'P2022'", "call_records", "opt");
}

TEST_CASE("explain: Prisma does not name it") {
  const ErrorReport bare = read_one("code=P2021, message=...");
  CHECK(bare.prisma == "P2021");
  CHECK(bare.sqlstate == "42P01");
  CHECK(bare.relation.empty());

  const ErrorReport hidden = read_one(
      "Invalid `prisma.callRecord.findMany()` invocation:\n\n"
      "The column `(not available)` does not exist in the current database.\n");
  CHECK(hidden.sqlstate == "42703");
  CHECK(hidden.column.empty());
  CHECK(hidden.model == "callRecord");
}

TEST_CASE("explain: Prisma's code before a message of several lines") {
  const ErrorReport error = read_one(
      "code=P2022, message=\n"
      "Invalid `prisma.callRecord.findMany()` invocation:\n\n"
      "The column `call_records.opt` does not exist in the current database.\n");
  CHECK(error.prisma == "P2022");
  CHECK(error.column == "opt");
}

TEST_CASE("explain: Prisma's codes that carry the server's error") {
  const ErrorReport raw = read_one(
      "Invalid `prisma.$queryRaw()` invocation:\n\n\n"
      "Raw query failed. Code: `42P01`. Message: `relation \"call_records\" does not exist`\n"
      "{ code: 'P2010', clientVersion: '7.10.1' }\n");
  CHECK(raw.prisma == "P2010");
  CHECK(raw.sqlstate == "42P01");
  CHECK(raw.relation == "call_records");
  CHECK(raw.model.empty());

  const ErrorReport upsert = read_one(
      "Invalid `prisma.callRecord.upsert()` invocation:\n\n"
      "Database error. Code: `42P10`. Message: `there is no unique or exclusion constraint matching the ON CONFLICT "
      "specification`\n"
      "  code: 'P2039',\n  clientVersion: '7.10.1'\n");
  CHECK(upsert.prisma == "P2039");
  CHECK(upsert.sqlstate == "42P10");
  CHECK(upsert.model == "callRecord");

  const ErrorReport null = read_one(
      "Null constraint violation on the fields: (`companyId`)\n  code: 'P2011',\n  meta: { modelName: 'CallAnalysis' }\n");
  CHECK(null.sqlstate == "23502");
  CHECK(null.column == "companyId");
}

TEST_CASE("explain: node-postgres, its properties belong to the same error") {
  check_table(
      "error: relation \"call_records\" does not exist\n"
      "    at /app/node_modules/pg/lib/client.js:694:17\n"
      "    at async main (/app/main.js:7:3) {\n"
      "  length: 111,\n"
      "  severity: 'ERROR',\n"
      "  code: '42P01',\n"
      "  routine: 'parserOpenTable'\n"
      "}\n",
      "", "call_records");
  check_column("QueryFailedError: column CallLog.recordingMode does not exist\n", "CallLog", "recordingMode");
}

TEST_CASE("explain: the server's log, with the statement below") {
  const ErrorReport error = read_one(
      "2026-03-01 03:02:11.480 UTC [71] ERROR:  column c.mode does not exist at character 8\n"
      "2026-03-01 03:02:11.480 UTC [71] HINT:  Perhaps you meant to reference the column \"c.modes\".\n"
      "2026-03-01 03:02:11.480 UTC [71] STATEMENT:  SELECT c.mode FROM \"app\".\"call_log\" AS c\n");
  CHECK(error.schema == "app");
  CHECK(error.relation == "call_log");
  CHECK(error.column == "mode");
  CHECK(error.first_seen == "2026-03-01 03:02:11");
  check_column(
      "2026-03-05 03:02:12.001 UTC [72] ERROR:  column \"emial\" does not exist at character 8\n"
      "2026-03-05 03:02:12.001 UTC [72] STATEMENT:  SELECT emial FROM \"Contacts\"\n",
      "Contacts", "emial");
  check_column(
      "2026-03-01 03:02:11.480 UTC,\"app\",\"shop\",71,,,3,,,,,0,ERROR,42703,\"column \"\"mode\"\" of relation \"\"call_log\"\" "
      "does not exist\",,,,",
      "call_log", "mode");
}

TEST_CASE("explain: drivers of other languages") {
  check_table("ERROR: relation \"calls\" does not exist (SQLSTATE 42P01)", "", "calls");
  check_table("org.postgresql.util.PSQLException: ERROR: relation \"auth.calls\" does not exist\n  Position: 15", "auth",
              "calls");
  check_table("Npgsql.PostgresException (0x80004005): 42P01: relation \"calls\" does not exist", "", "calls");
  check_column("SQLSTATE[42703]: Undefined column: 7 ERROR:  column \"mode\" of relation \"call_log\" does not exist", "call_log",
               "mode");
  check_column("PG::UndefinedColumn: ERROR:  column call_log.mode does not exist", "call_log", "mode");
  check_table("pq: relation \"calls\" does not exist", "", "calls");
}

TEST_CASE("explain: a message inside a JSON log line") {
  const ErrorReport error = read_one(
      R"(api-1  | {"time":"2026-03-01T03:02:11.123Z","level":"error","message":"(psycopg2.errors.UndefinedColumn) column \"mode\" of relation \"call_log\" does not exist\nLINE 1: INSERT INTO call_log","stack":"psycopg2.errors.UndefinedColumn: column \"mode\" of relation \"call_log\" does not exist"})"
      "\n");
  CHECK(error.relation == "call_log");
  CHECK(error.column == "mode");
  CHECK(error.count == 1);
  CHECK(error.first_seen == "2026-03-01T03:02:11");

  const ErrorReport prisma = read_one(
      R"({"level":"error","code":"P2021","message":"\nInvalid `prisma.callRecord.findMany()` invocation:\n\nThe table `public.call_records` does not exist in the current database.","meta":{"modelName":"CallRecord"}})");
  CHECK(prisma.relation == "call_records");
  CHECK(prisma.model == "CallRecord");
}

TEST_CASE("explain: values and names of other errors") {
  const ErrorReport value = read_one("invalid input value for enum \"ChannelType\": \"WHATSAPP\"");
  CHECK(value.sqlstate == "22P02");
  CHECK(value.type == "ChannelType");
  CHECK(value.value == "WHATSAPP");
  CHECK(read_one("ERROR:  invalid input value for enum role: \"\"").value.empty());

  const ErrorReport null =
      read_one("null value in column \"companyId\" of relation \"CallAnalysis\" violates not-null constraint");
  CHECK(null.sqlstate == "23502");
  CHECK(null.relation == "CallAnalysis");
  CHECK(null.column == "companyId");
}

TEST_CASE("explain: text without a database error has none") {
  CHECK(read_errors("").empty());
  CHECK(read_errors("INFO: column widths saved\nERROR: connection refused\nHTTP 500 type \"json\"\n").empty());
}

TEST_CASE("explain: hostile bytes are names like any others") {
  const ErrorReport error = read_one("ERROR:  relation \"::error\x1b[31m \xff\xfe\" does not exist");
  CHECK(error.relation == "::error\x1b[31m \xff\xfe");
  std::string noise;
  for (int i = 0; i < 100000; ++i) noise += static_cast<char>(i * 7919 >> 3);
  CHECK(read_errors(noise).empty());
  CHECK(read_errors(std::string(100000, '\0')).empty());
  const ErrorReport after = read_one(noise + "\nrelation \"calls\" does not exist");
  CHECK(after.relation == "calls");
}

TEST_CASE("explain: every sentence of the server is found by a mark of the plain dialect") {
  for (const SentenceForm& sentence : server_sentences()) {
    bool is_marked = false;
    for (const auto mark : plain_dialect.marks) is_marked = is_marked || sentence.form.starts_with(mark);
    INFO(sentence.form);
    CHECK(is_marked);
  }
}
