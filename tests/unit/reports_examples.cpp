#include "reports_examples.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "catch.h"

namespace examples {

using namespace pgplumb;

namespace {

Position at(std::string_view file, std::uint32_t line, std::uint32_t column) { return {remember_file(file), line, column}; }

SourceSummary model(std::size_t tables) {
  return {"model", "model", "prisma", "prisma/schema.prisma", "read", "", 161, tables, ""};
}
SourceSummary migrations(std::string detail) {
  return {"migrations", "migrations", "migrations", "prisma/migrations", "read", std::move(detail), 161, 12, ""};
}
SourceSummary database(std::size_t tables) {
  return {"database", "database", "postgresql", "chat at localhost", "read", "schema public", 175, tables, "PostgreSQL 15.8"};
}
SourceSummary not_looked_at(std::string role, std::string why) {
  return {role, role, "", "", "not-looked-at", std::move(why), 0, 0, ""};
}

/// Puts the finding into a group of its own.
void add_alone(CheckResult& result, Finding finding) {
  result.groups.push_back({finding.cause, "", {}, "", {result.findings.size()}, {}});
  result.findings.push_back(std::move(finding));
}

Finding wrong_map() {
  Finding finding;
  finding.fingerprint = "7f3a09c1d2e4b5a6";
  finding.cause = "model:call_records";
  finding.rule = "wrong-table-map";
  finding.object = FindingObject{"table", "public", "call_records", ""};
  finding.message = "CallRecord maps to call_records, but the table is named calls";
  finding.says = {{"model", "value", "call_records", at("prisma/schema.prisma", 118, 3), ""},
                  {"migrations", "value", "calls, the same 11 columns",
                   at("prisma/migrations/20260222114100_add_call_record_model/migration.sql", 2, 1), ""},
                  {"database", "value", "calls, the same 11 columns", {}, ""}};
  finding.verdict = Verdict{{"model"}, {"migrations and database agree"}, ""};
  finding.consequence = Consequence{"42P01", "P2021", "every query on CallRecord fails"};
  finding.fixes = {{"model", "@@map(\"calls\")", "", at("prisma/schema.prisma", 118, 3), {}},
                   {"command", "npx prisma generate", "", {}, {}},
                   {"database", "", "ALTER TABLE \"calls\" RENAME TO \"call_records\";", {}, {"breaks-running-code"}}};
  return finding;
}

Finding missing_column_of_call_log(std::string name, std::string type, std::uint32_t line) {
  Finding finding;
  finding.fingerprint = "00000000000000" + std::to_string(line).substr(2);
  finding.cause = "migration:51";
  finding.rule = "missing-column";
  finding.object = FindingObject{"column", "public", "call_log", name};
  finding.message = "call_log." + name + " is missing";
  finding.says = {{"migrations", "value", std::move(type), at("server/migrations/0051_recording.sql", line, 3), ""},
                  {"database", "absent", "", {}, ""}};
  finding.verdict = Verdict{{"database"}, {"migration 51 adds it"}, ""};
  finding.consequence = Consequence{"42703", "", "every statement that names one of them fails"};
  finding.fixes = {
      {"database", "", "ALTER TABLE \"call_log\" ADD COLUMN \"" + name + "\" " + finding.says[0].value + ";", {}, {}}};
  return finding;
}

void add_migration_51(CheckResult& result) {
  FindingGroup group{"migration:51",
                     "migration 51 is not in the database",
                     at("server/migrations/0051_recording.sql", 1182, 9),
                     "call_log",
                     {},
                     {}};
  const std::pair<const char*, const char*> columns[] = {{"recording_mode", "varchar(32)"},
                                                         {"stream_started_at", "timestamp"},
                                                         {"stream_connect_count", "integer default 0"},
                                                         {"stream_seconds", "double precision"},
                                                         {"stream_ended_at", "timestamp"},
                                                         {"stream_error_count", "integer default 0"},
                                                         {"stream_codec", "varchar(16)"},
                                                         {"recording_seconds", "double precision"},
                                                         {"recording_state", "varchar(16)"}};
  std::uint32_t line = 1183;
  for (const auto& [name, type] : columns) {
    group.findings.push_back(result.findings.size());
    result.findings.push_back(missing_column_of_call_log(name, type, line++));
  }
  group.fixes = {{"command", "psql -f server/migrations/0051_recording.sql", "", {}, {"safe-to-repeat"}}};
  result.groups.push_back(group);
}

Finding nullable_user() {
  Finding finding;
  finding.fingerprint = "1b2c3d4e5f607182";
  finding.cause = "model:message.author_id";
  finding.rule = "column-nullability";
  finding.object = FindingObject{"column", "public", "message", "author_id"};
  finding.field = "not_null";
  finding.message = "Message.authorId is optional, but no migration drops NOT NULL";
  finding.says = {{"model", "value", "nullable", at("prisma/schema.prisma", 71, 3), ""},
                  {"migrations", "value", "not null", at("prisma/migrations/20260110090000_chat/migration.sql", 31, 5), ""},
                  {"database", "value", "not null", {}, ""}};
  finding.verdict = Verdict{{"model"}, {"no migration yet"}, ""};
  finding.consequence = Consequence{"23502", "P2011", "writing a message without an author fails"};
  finding.fixes = {{"migrations", "", "ALTER TABLE \"message\"\n  ALTER COLUMN \"author_id\" DROP NOT NULL;", {}, {}},
                   {"model", "authorId String", "", at("prisma/schema.prisma", 71, 3), {}}};
  return finding;
}

Finding changed_by_hand(std::string table, std::string index, std::string definition) {
  Finding finding;
  finding.fingerprint = "2222222222222222";
  finding.cause = "database:by-hand";
  finding.rule = "extra-index";
  finding.severity = Severity::warning;
  finding.object = FindingObject{"index", "public", std::move(table), std::move(index)};
  finding.message = "an index that no migration makes";
  finding.says = {{"migrations", "absent", "", {}, ""}, {"database", "value", std::move(definition), {}, ""}};
  finding.verdict = Verdict{{"migrations"}, {"the database was changed without one"}, ""};
  finding.consequence = Consequence{"", "", "the next prisma migrate dev writes a DROP for it"};
  finding.fixes = {{"migrations", "", "CREATE INDEX " + finding.object->member + ";", {}, {"scans-table", "blocks-writes"}}};
  return finding;
}

void add_changes_by_hand(CheckResult& result) {
  result.groups.push_back({"database:by-hand",
                           "the database was changed without a migration",
                           {},
                           "",
                           {result.findings.size(), result.findings.size() + 1},
                           {}});
  result.findings.push_back(changed_by_hand("message", "message_channel_id_idx", "btree (channel_id)"));
  result.findings.push_back(changed_by_hand("channel_membership_invitation", "channel_membership_invitation_email_idx",
                                            "btree (email, created_at desc)"));
}

void add_names(CheckResult& result) {
  FindingGroup group{"names", "names differ, nothing fails", {}, "", {}, {}};
  for (const char* name : {"call_log_pkey", "message_pkey"}) {
    Finding finding;
    finding.fingerprint = "3333333333333333";
    finding.cause = "names";
    finding.rule = "constraint-name";
    finding.severity = Severity::info;
    finding.field = "name";
    finding.object = FindingObject{"primary key", "public", std::string(name).substr(0, std::string(name).find("_pkey")), name};
    finding.message = std::string(name) + " has another name in the database";
    finding.says = {{"migrations", "value", name, at("db/schema.sql", 4, 3), ""},
                    {"database", "value", "pk_" + std::string(name), {}, ""}};
    group.findings.push_back(result.findings.size());
    result.findings.push_back(finding);
  }
  result.groups.push_back(group);
}

void add_unread_statements(CheckResult& result) {
  FindingGroup group{
      "unread", "statements that could not be read", at("server/migrations/0007_hook.sql", 3, 1), "0007_hook.sql", {}, {}};
  for (std::uint32_t line : {3u, 8u}) {
    Finding finding;
    finding.fingerprint = "5555555555555555";
    finding.cause = "unread";
    finding.rule = "unread-statement";
    finding.severity = Severity::warning;
    finding.object = FindingObject{"statement", "", "server/migrations/0007_hook.sql", "CREATE TABEL"};
    finding.message = "a statement could not be read: syntax error at or near \"TABEL\"";
    finding.says = {{"migrations", "uncertain", "", at("server/migrations/0007_hook.sql", line, 1), ""}};
    finding.consequence = Consequence{"42601", "", "what it names is not compared"};
    group.findings.push_back(result.findings.size());
    result.findings.push_back(finding);
  }
  result.groups.push_back(group);
}

NotComparedItem trigger(std::size_t count) {
  return {"migrations",
          {"CREATE TRIGGER", "triggers are not compared", at("server/migrations/0012_audit.sql", 9, 1), count, "call_log"}};
}

}  // namespace

CheckResult no_difference() {
  CheckResult result;
  result.sources = {model(42), migrations("57 files (prisma)"), database(44)};
  result.sources[2].place = "shop at db-1";
  result.sources[2].server = "PostgreSQL 16.4";
  result.compared = 812;
  result.not_compared = {
      {"migrations", {"DO block", "dynamic EXECUTE", at("prisma/migrations/1_init/migration.sql", 9, 1), 3, ""}}};
  return result;
}

CheckResult no_database() {
  CheckResult result = no_difference();
  result.sources[2] = not_looked_at("database", "DATABASE_URL is not set");
  result.not_compared.clear();
  return result;
}

CheckResult one_wrong_map() {
  CheckResult result;
  result.sources = {model(12), migrations("9 files (prisma)"), database(13)};
  add_alone(result, wrong_map());
  result.compared = 161;
  result.failed = true;
  return result;
}

CheckResult wrong_map_and_column() {
  CheckResult result = one_wrong_map();
  Finding finding = nullable_user();
  finding.cause = result.groups.front().id;
  finding.rule = "column-type";
  finding.field = "type";
  finding.object = FindingObject{"column", "public", "call_records", "seconds"};
  finding.message = "column call_records.seconds is integer in the database, bigint in the model";
  finding.says[0].value = "bigint";
  finding.says[1].value = finding.says[2].value = "integer";
  finding.consequence = Consequence{"22003", "", "a value that fits bigint is refused or cut: it is integer instead of bigint"};
  finding.fixes = {
      {"command", "npx prisma migrate dev --name column_type_calls", "", {}, {}},
      {"database", "", "ALTER TABLE \"calls\" ALTER COLUMN \"seconds\" TYPE bigint;", {}, {"rewrites-table", "blocks-reads"}}};
  result.groups.front().headline = result.findings.front().message;
  result.groups.front().findings.push_back(result.findings.size());
  result.findings.push_back(finding);
  return result;
}

CheckResult one_cause() {
  CheckResult result;
  result.sources = {migrations("54 files (folder)"), database(38), not_looked_at("model", "none found")};
  result.sources[0].place = "server/migrations";
  result.sources[1].state = "in-part";
  add_migration_51(result);
  result.compared = 604;
  result.failed = true;
  return result;
}

CheckResult many_causes() {
  CheckResult result = one_cause();
  add_alone(result, nullable_user());
  add_changes_by_hand(result);
  add_unread_statements(result);
  add_names(result);
  result.not_compared = {trigger(2), {"database", {"view", "views are not compared", {}, 3, ""}}};
  result.statements_without_effect = 1204;
  return result;
}

CheckResult unreachable_database() {
  CheckResult result;
  result.sources = {model(12), migrations("9 files (prisma)"), database(0)};
  result.sources[2].state = "not-read";
  result.sources[2].place = "chat at db";
  result.sources[2].detail = "could not translate host name \"db\" to address";
  add_alone(result, nullable_user());
  result.errors = {Error("chat at db: could not translate host name \"db\" to address", {},
                         "db looks like the name of a compose service: run pgplumb inside its network, or publish the port")};
  result.compared = 161;
  result.failed = true;
  return result;
}

CheckResult nothing_compared() {
  CheckResult result;
  result.sources = {not_looked_at("migrations", "none found"), not_looked_at("database", "DATABASE_URL is not set")};
  result.errors = {Error("unknown type \"Strng\"", at("prisma/schema.prisma", 12, 7), "did you mean String?")
                       .with_excerpt("12 |   id Strng @id\n   |      ^^^^^\n")};
  result.checked = false;
  return result;
}

CheckResult hostile_names() {
  CheckResult result;
  result.sources = {model(1), database(1)};
  result.sources[1].place = "chat\x1b[2J at localhost";
  Finding finding;
  finding.fingerprint = "4444444444444444";
  finding.cause = "model:evil";
  finding.rule = "missing-column";
  finding.object = FindingObject{"column", "public", "evil\n::error file=a.c,line=1::owned", "a\xe2\x80\xaez\xff"};
  finding.message = "evil\n::error file=a.c,line=1::owned.a\xe2\x80\xaez\xff is missing, 100%";
  finding.says = {
      {"model", "value", "text default '\x1b]0;title\x07'::text ::error ##[error]x", at("a,b:c\r\n%/schema.prisma", 1, 2), ""},
      {"database", "absent", "", {}, ""}};
  finding.fixes = {
      {"database", "", "ALTER TABLE \"x\xef\xbb\xbf\"\n  ::warning::\n  ADD COLUMN \"\xf3\xa0\x80\x81\" text;", {}, {}}};
  add_alone(result, finding);
  result.compared = 2;
  result.failed = true;
  result.not_compared = {{"database", {"view \xe2\x80\x8b\x80", "views are not compared\n##vso[task.complete]", {}, 1, ""}}};
  return result;
}

std::vector<Incident> missing_column() {
  Incident incident;
  incident.error = {.sqlstate = "42703",
                    .error = "undefined_column",
                    .relation = "call_log",
                    .column = "recording_mode",
                    .count = 312,
                    .dragged_along = 2841,
                    .first_seen = "03:02:11",
                    .last_seen = "03:09:40"};
  Cause cause;
  cause.cause = "migration-not-applied";
  cause.confidence = Confidence::likely;
  cause.headline = "call_log.recording_mode is missing: none of migration 51 is here.";
  cause.because = {"server/db_migrate.py:1182\tmigration 51 adds it, varchar(32)",
                   "database crm, read now\tcall_log lacks all 9 of its columns",
                   "history\tnone: this project records no migrations"};
  cause.next_steps = {{"do", "python -m server.db_migrate\nadds 9 columns; brief lock, no rewrite; safe to repeat"},
                      {"confirm", "pgplumb check --only call_log"},
                      {"restart", "not needed for this error"}};
  cause.at = at("server/db_migrate.py", 1182, 9);
  incident.causes = {cause};
  incident.also = {"the 8 others fail next"};
  return {incident};
}

std::vector<Incident> nameless_table() {
  Incident incident;
  incident.error.sqlstate = "42P01";
  incident.error.error = "undefined_table";
  incident.error.prisma = "P2021";
  Cause cause;
  cause.cause = "wrong-map";
  cause.confidence = Confidence::certain;
  cause.headline = "CallRecord  maps to call_records, absent; calls has its columns";
  cause.next_steps = {{"do", "prisma/schema.prisma:118   @@map(\"calls\")"}};
  cause.at = at("prisma/schema.prisma", 118, 3);
  incident.causes = {cause};
  incident.also = {"12 models: the other 11 have their tables"};
  return {incident};
}

std::vector<Incident> several_incidents() {
  std::vector<Incident> incidents = missing_column();
  incidents[0].error.count = 1;
  incidents[0].error.dragged_along = 0;
  incidents[0].error.last_seen = "";
  Cause misspelled;
  misspelled.cause = "misspelled";
  misspelled.headline =
      "the statement misspells it: call_log has a column record_mode, which is alike in name and has the same type";
  misspelled.next_steps = {{"do", "grep -rn recording_mode server/"}};
  incidents[0].causes.push_back(misspelled);
  Incident unexplained;
  unexplained.error = {.sqlstate = "42P01", .error = "undefined_table", .schema = "audit", .relation = "ev\x1b[31mil"};
  unexplained.also = {"the model and the migrations: neither has a table of this name"};
  incidents.push_back(unexplained);
  return incidents;
}

const Format& format(std::string_view name) {
  for (const Format& format : formats()) {
    if (format.name == name) return format;
  }
  throw std::invalid_argument("no format " + std::string(name));
}

void require_golden(const std::string& name, const std::string& text) {
  const auto path = std::filesystem::path("tests/unit/golden") / name;
  if (std::getenv("PGPLUMB_REWRITE_GOLDENS")) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.is_open());
  std::stringstream golden;
  golden << file.rdbuf();
  INFO(name);
  CHECK(text == golden.str());
}

}  // namespace examples
