// Small sources, an error, and what is made of it.
#include <algorithm>

#include "catch.h"
#include "explain/causes/cause.h"
#include "history/tools/tools.h"
#include "unit/sample.h"

using namespace pgplumb;
using sample::Sample;

namespace {

constexpr const char* file_of_first = "prisma/migrations/1_init/migration.sql";
constexpr const char* file_of_second = "prisma/migrations/2_mode/migration.sql";

ErrorReport missing_column(const std::string& relation, const std::string& column) {
  return {.sqlstate = "42703", .error = "undefined_column", .relation = relation, .column = column};
}
ErrorReport missing_table(const std::string& relation) {
  return {.sqlstate = "42P01", .error = "undefined_table", .relation = relation};
}

Symbol* table_in(Sample& made, const char* file, const std::string& name) {
  return made.draft.declare(Namespace::relation, made.schema(), name, Table{}, {remember_file(file), 1, 1});
}
void column_in(Sample& made, const char* file, Symbol* table, const std::string& name, unsigned line) {
  made.draft.declare(Namespace::column, table, name, Column{{builtin_type("text"), "", false}, false, Identity::none, {}, {}},
                     {remember_file(file), line, 1});
}

/// Two migrations: the first makes call_log (id), the second adds mode, status and stream to it.
Source two_migrations() {
  Sample made(Role::migrations);
  Symbol* log = table_in(made, file_of_first, "call_log");
  column_in(made, file_of_first, log, "id", 2);
  for (const char* name : {"mode", "status", "stream"}) column_in(made, file_of_second, log, name, 3);
  Source source = made.source();
  source.layout = "prisma";
  source.deploy = "npx prisma migrate deploy";
  source.place.type = PlaceType::migrations;
  source.catalog.migrations = {{"1_init", remember_file(file_of_first)}, {"2_mode", remember_file(file_of_second)}};
  return source;
}

/// call_log with these columns.
Source database_with(const std::vector<std::string>& columns) {
  Sample made(Role::database);
  Symbol* log = made.table("call_log");
  for (const auto& column : columns) made.column(log, column, "text", false);
  Source source = made.source();
  source.place.type = PlaceType::database;
  return source;
}

void record(Source& database, std::vector<HistoryRecord> records) {
  for (HistoryRecord& record : records) record.key = record.name;
  database.histories = {{&prisma_tool, "public", "_prisma_migrations", "", std::move(records)}};
}

Incident diagnose_one(const ErrorReport& error, const std::vector<const Source*>& sources) {
  const auto incidents = diagnose({error}, sources);
  REQUIRE(incidents.size() == 1);
  return incidents.front();
}

/// The likeliest cause, which must be there.
Cause likeliest(const ErrorReport& error, const std::vector<const Source*>& sources) {
  const Incident incident = diagnose_one(error, sources);
  REQUIRE_FALSE(incident.causes.empty());
  return incident.causes.front();
}

bool advises(const Cause& cause, const std::string& text) {
  return std::any_of(cause.next_steps.begin(), cause.next_steps.end(),
                     [&](const NextStep& step) { return step.text.find(text) != std::string::npos; });
}
bool has_reason(const Cause& cause, const std::string& text) {
  return std::any_of(cause.because.begin(), cause.because.end(),
                     [&](const std::string& reason) { return reason.find(text) != std::string::npos; });
}

}  // namespace

TEST_CASE("explain: a migration that the history does not have was not applied") {
  const Source migrations = two_migrations();
  Source database = database_with({"id"});
  record(database, {{.name = "1_init", .applied_at = "2026-02-01T00:00:00Z"}});
  const Incident incident = diagnose_one(missing_column("call_log", "mode"), {&migrations, &database});
  REQUIRE_FALSE(incident.causes.empty());
  const Cause& cause = incident.causes.front();
  CHECK(cause.cause == "migration-not-applied");
  CHECK(cause.confidence == Confidence::certain);
  CHECK(cause.headline == "call_log.mode is missing: migration 2_mode was not applied.");
  CHECK(cause.at.text() == std::string(file_of_second) + ":3:1");
  CHECK(advises(cause, "npx prisma migrate deploy"));
  CHECK(incident.also == std::vector<std::string>{"the 2 others fail next"});
}

TEST_CASE("explain: without a history, what is seen is said and nothing claimed") {
  const Source migrations = two_migrations(), database = database_with({"id"});
  const Cause cause = likeliest(missing_column("call_log", "mode"), {&migrations, &database});
  CHECK(cause.confidence == Confidence::likely);
  CHECK(cause.headline == "call_log.mode is missing: none of migration 2_mode is here.");
  CHECK(has_reason(cause, "all of its 3 columns are absent"));
  CHECK(has_reason(cause, "records no migrations"));
  // Prisma's deploy refuses a database with tables and without a history.
  CHECK(cause.next_steps.front().text == "npx prisma migrate resolve --applied 1_init");
  CHECK(advises(cause, "npx prisma migrate deploy"));
}

TEST_CASE("explain: part of a migration is there") {
  const Source migrations = two_migrations(), database = database_with({"id", "status"});
  const Cause cause = likeliest(missing_column("call_log", "mode"), {&migrations, &database});
  CHECK(cause.headline == "call_log.mode is missing: of migration 2_mode, 2 of 3 columns are not here.");
  // The whole migration would stop at the column that is here.
  CHECK_FALSE(advises(cause, "migrate deploy"));
  CHECK(advises(cause, "ADD COLUMN \"stream\""));
  CHECK(advises(cause, "npx prisma migrate resolve --applied 2_mode"));
}

TEST_CASE("explain: recorded as applied, and not there") {
  const Source migrations = two_migrations();
  Source database = database_with({"id", "status", "stream"});
  record(database, {{.name = "1_init", .applied_at = "2026-02-01"}, {.name = "2_mode", .applied_at = "2026-02-02"}});
  const Cause cause = likeliest(missing_column("call_log", "mode"), {&migrations, &database});
  CHECK(cause.cause == "migration-not-applied");
  CHECK(has_reason(cause, "recorded on 2026-02-02"));
  CHECK(advises(cause, "ADD COLUMN \"mode\""));
  CHECK_FALSE(advises(cause, "migrate deploy"));
}

TEST_CASE("explain: a migration that failed is resolved before the next deploy") {
  const Source migrations = two_migrations();
  Source database = database_with({"id"});
  record(database, {{.name = "1_init", .applied_at = "2026-02-01"},
                    {.name = "2_mode", .applied_at = "", .state = HistoryRecord::State::failed}});
  const Cause cause = likeliest(missing_column("call_log", "mode"), {&migrations, &database});
  CHECK(cause.headline == "call_log.mode is missing: migration 2_mode failed in this database.");
  CHECK(advises(cause, "npx prisma migrate resolve --rolled-back 2_mode"));
}

TEST_CASE("explain: without a database nothing is said about it") {
  const Source migrations = two_migrations();
  const Cause cause = likeliest(missing_column("call_log", "mode"), {&migrations});
  CHECK(cause.cause == "migration-not-applied");
  CHECK(cause.confidence == Confidence::possible);
  CHECK(has_reason(cause, "NOT LOOKED AT"));
}

TEST_CASE("explain: what is there now came after the error") {
  const Source migrations = two_migrations();
  Source database = database_with({"id", "mode", "status", "stream"});
  record(database, {{.name = "2_mode", .applied_at = "2026-03-01T03:10:00Z"}});
  const Cause cause = likeliest(missing_column("call_log", "mode"), {&migrations, &database});
  CHECK(cause.cause == "exists-now");
  CHECK(has_reason(cause, "migration 2_mode makes it and was applied on 2026-03-01T03:10:00Z"));
}

namespace {

/// Model CallRecord, with four columns, over a table of this name; likewise in the other sources.
Source calls_in(Role role, const std::string& name, const std::string& called = {}) {
  Sample made(role);
  Symbol* calls = made.table(name, called);
  for (const char* column : {"id", "sid", "phone", "duration"}) made.column(calls, column, "text");
  Symbol* contact = made.table("Contact", called.empty() ? "" : "Contact");
  made.column(contact, "id", "text");
  Source source = made.source();
  source.place.type = role == Role::model      ? PlaceType::prisma
                      : role == Role::database ? PlaceType::database
                                               : PlaceType::migrations;
  source.layout = role == Role::migrations ? "prisma" : "";
  return source;
}

}  // namespace

TEST_CASE("explain: the model maps to a name that nobody else has") {
  const Source model = calls_in(Role::model, "call_records", "CallRecord"), migrations = calls_in(Role::migrations, "calls"),
               database = calls_in(Role::database, "calls");
  const Cause cause = likeliest(missing_table("call_records"), {&model, &migrations, &database});
  CHECK(cause.cause == "wrong-map");
  CHECK(cause.confidence == Confidence::certain);
  CHECK(cause.headline == "CallRecord maps to call_records, but the table is named calls.");
  CHECK(advises(cause, "@@map(\"calls\")"));
  CHECK(advises(cause, "npx prisma generate"));
}

TEST_CASE("explain: a table that the error does not name is found among the models") {
  const Source model = calls_in(Role::model, "call_records", "CallRecord"), database = calls_in(Role::database, "calls");
  const ErrorReport nameless{.sqlstate = "42P01", .error = "undefined_table", .prisma = "P2021"};
  const Incident incident = diagnose_one(nameless, {&model, &database});
  REQUIRE(incident.causes.size() == 1);
  CHECK(incident.causes[0].cause == "wrong-map");
  CHECK(incident.causes[0].confidence == Confidence::likely);
  CHECK(incident.also == std::vector<std::string>{"2 models: the other has its table"});
}

TEST_CASE("explain: a nameless error of which nothing is missing says what was checked") {
  const Source model = calls_in(Role::model, "calls", "CallRecord"), database = calls_in(Role::database, "calls");
  const Incident incident =
      diagnose_one({.sqlstate = "42P01", .error = "undefined_table", .prisma = "P2021"}, {&model, &database});
  CHECK(incident.causes.empty());
  CHECK(incident.also == std::vector<std::string>{"2 models: all have their tables"});
}

TEST_CASE("explain: the model alone has it") {
  const Source model = calls_in(Role::model, "calls", "CallRecord");
  Sample empty_migrations(Role::migrations), empty_database(Role::database);
  Source migrations = empty_migrations.source(), database = empty_database.source();
  migrations.layout = "prisma";
  database.host = "db-1";
  const Cause far = likeliest(missing_table("calls"), {&model, &migrations, &database});
  CHECK(far.cause == "no-migration");
  CHECK(far.confidence == Confidence::certain);
  CHECK(far.next_steps.front().text == "on a development machine, with a database of its own:");

  database.host = "localhost";
  const Cause near = likeliest(missing_table("calls"), {&model, &migrations, &database});
  CHECK(near.next_steps.front().text == "npx prisma migrate dev --name add_calls");
}

TEST_CASE("explain: a name in other letters is to be quoted") {
  const Source database = calls_in(Role::database, "calls");
  const Cause cause = likeliest(missing_table("contact"), {&database});
  CHECK(cause.cause == "quoted-mixed-case");
  CHECK(cause.headline == "\"contact\" is not there, \"Contact\" is: an unquoted name is folded to lower case.");
}

TEST_CASE("explain: a misspelled column") {
  const Source database = calls_in(Role::database, "calls");
  const Cause cause = likeliest(missing_column("calls", "durations"), {&database});
  CHECK(cause.cause == "misspelled");
  CHECK(advises(cause, "\"duration\""));
  CHECK(likeliest(missing_column("calls", "phoen"), {&database}).headline ==
        "No source looked at has calls.phoen; phone is the nearest name.");
}

TEST_CASE("explain: an alias that no statement explains is looked up by its column") {
  const Source migrations = two_migrations(), database = database_with({"id", "status", "stream"});
  const Cause cause = likeliest(missing_column("c", "mode"), {&migrations, &database});
  CHECK(cause.cause == "migration-not-applied");
  CHECK(cause.headline.starts_with("call_log.mode is missing"));
}

TEST_CASE("explain: a migration dropped it") {
  Source migrations = two_migrations();
  migrations.catalog.events = {
      {Event::Verb::dropped, Namespace::column, "public", "call_log", "legacy", "", {remember_file(file_of_second), 9, 1}}};
  const Source database = database_with({"id", "mode", "status", "stream"});
  const Cause cause = likeliest(missing_column("call_log", "legacy"), {&migrations, &database});
  CHECK(cause.cause == "dropped-by-migration");
  CHECK(cause.headline == "call_log.legacy was dropped by migration 2_mode.");
}

TEST_CASE("explain: an optional column that the database has NOT NULL") {
  Sample model_sample(Role::model), database_sample(Role::database);
  model_sample.column(model_sample.table("CallAnalysis", "CallAnalysis"), "companyId", "text", false);
  database_sample.column(database_sample.table("CallAnalysis"), "companyId", "text", true);
  const Source model = model_sample.source(), database = database_sample.source();
  const ErrorReport refused{
      .sqlstate = "23502", .error = "not_null_violation", .prisma = "P2011", .column = "companyId", .model = "callAnalysis"};
  const Cause cause = likeliest(refused, {&model, &database});
  CHECK(cause.cause == "null-refused");
  CHECK(cause.headline == "CallAnalysis.companyId is NOT NULL without a default in the database; in the model it is optional.");
  CHECK(advises(cause, "ALTER TABLE \"CallAnalysis\" ALTER COLUMN \"companyId\" DROP NOT NULL;"));
}

TEST_CASE("explain: an enum value in other letters") {
  Sample model_sample(Role::model), database_sample(Role::database);
  model_sample.enumeration("ChannelType", {"WHATSAPP"});
  database_sample.enumeration("ChannelType", {"whatsapp"});
  const Source model = model_sample.source(), database = database_sample.source();
  const ErrorReport refused{
      .sqlstate = "22P02", .error = "invalid_text_representation", .value = "WHATSAPP", .type = "ChannelType"};
  const Cause cause = likeliest(refused, {&model, &database});
  CHECK(cause.cause == "enum-value-missing");
  CHECK(cause.headline == "ChannelType has no value WHATSAPP; it has whatsapp.");
  CHECK(advises(cause, "RENAME VALUE 'whatsapp' TO 'WHATSAPP'"));
}

TEST_CASE("explain: an aborted transaction alone points to an earlier line") {
  CHECK(likeliest({.sqlstate = "25P02", .error = "in_failed_sql_transaction"}, {}).cause == "earlier-error");
}

TEST_CASE("explain: names in commands are quoted for the shell") {
  Sample made(Role::migrations);
  const std::string name = "x; rm -rf ~ '";
  table_in(made, file_of_first, name);
  Source migrations = made.source();
  migrations.layout = "prisma";
  Sample empty(Role::database);
  const Source database = empty.source();
  const Cause cause = likeliest(missing_table(name), {&migrations, &database});
  CHECK(advises(cause, R"(pgplumb check --only 'x; rm -rf ~ '\''')"));
}

TEST_CASE("explain: causes are one list, each with its help") {
  std::vector<std::string_view> names;
  for (const Detector& detector : detectors()) {
    CHECK_FALSE(detector.help.empty());
    names.push_back(detector.cause);
  }
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}
