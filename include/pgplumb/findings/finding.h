// Opinions: what a disagreement means, who is out of line, what breaks and what to do.
#pragma once

#include <pgplumb/compare/disagreement.h>
#include <pgplumb/error.h>
#include <pgplumb/position.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

enum class Severity { error, warning, info };
std::string_view severity_name(Severity severity);

/// One row of the list of rules; its page is docs/rules/NAME.md.
struct Rule {
  std::string_view name;
  std::string_view summary;  ///< one line
};
std::span<const Rule> rules();

struct FindingObject {
  std::string kind;    ///< "table", "column" … or "migration", "statement"
  std::string schema;  ///< "" where it has none
  std::string name;
  std::string member;  ///< "" for none
};

/// What one source says, ready to print.
struct Statement {
  std::string source;  ///< its id
  std::string state;   ///< value, absent, silent, uncertain
  std::string value;
  Position at;
  std::string name;  ///< the object's name there, where it differs from the finding's; "" else
};

struct Verdict {
  std::vector<std::string> out_of_line;  ///< source ids
  std::vector<std::string> because;
  std::string mended_by;  ///< a pending migration, "" for none
};

struct Consequence {
  std::string sqlstate;  ///< "42P01", "" for none
  std::string prisma;    ///< "P2021", "" for none
  std::string text;      ///< "every query on CallRecord fails"
};

struct Fix {
  std::string target;                ///< "model", "migrations", "database", "command"
  std::string text;                  ///< an edit (`@@map("calls")`) or a command; "" when it is SQL
  std::string sql;                   ///< with semicolons; "" when it is text
  Position at;                       ///< where to edit
  std::vector<std::string> hazards;  ///< of DESIGN's closed list
};

struct Finding {
  std::string fingerprint;           ///< 16 hex digits
  std::string cause;                 ///< id of its cause
  std::string model;                 ///< id of the model that it breaks, where several are compared; "" else
  std::vector<std::string> schemas;  ///< of several tenants, those in which it is so; empty else
  std::string_view rule;
  Severity severity = Severity::error;
  std::optional<FindingObject> object;
  std::string field;    ///< "" for none
  std::string message;  ///< one sentence, without position
  std::vector<Statement> says;
  std::optional<Verdict> verdict;
  std::optional<Consequence> consequence;
  std::vector<Fix> fixes;
};

/// Findings that one thing explains, shown together.
struct FindingGroup {
  std::string id;                     ///< "migration:20260301_add_recording", "model:call_records"
  std::string headline;               ///< "migration 20260301_add_recording is not in the database"
  Position at;                        ///< where to look first
  std::string table;                  ///< display name when all members touch one table, "" else
  std::vector<std::size_t> findings;  ///< indices, worst first
  /// The findings about the migrations that explain the others, which the headline tells; not among `findings`.
  std::vector<std::size_t> about_migrations = {};
  std::vector<Fix> fixes;       ///< that mend the whole group; members' own fixes stay with them
  std::string afterwards = {};  ///< a command to be run when all is mended; "" for none
  /// Ids of later groups that some of its fixes wait for: where these wait for others of its own, no order is right.
  std::vector<std::string> waits_for = {};
};

struct SourceSummary {
  std::string id, role, type, place;
  std::string state;   ///< read, in-part, not-read, not-looked-at
  std::string detail;  ///< "9 files (prisma)", "schema public", "none found"
  std::size_t objects = 0, tables = 0;
  std::string server;
};

struct NotComparedItem {
  std::string source;
  NotCompared item;
};

/// One migration, as `pgplumb history` lists it.
struct HistoryEntry {
  std::string name;
  std::string file;                  ///< "" where it is not here
  std::string record;                ///< none, applied, failed, rolled-back, unknown; "" where no history was read
  std::string at;                    ///< ISO 8601, "" for none
  std::string edit;                  ///< none, form, plan, contents, runs-again, undecided, unknown
  std::string effect;                ///< there, partly, absent, superseded, nothing, unknown
  std::string meaning;               ///< what that comes to, in a few words
  std::optional<Severity> severity;  ///< of the worst finding about it
};

/// What a migration tool has recorded in the database, beside the files.
struct HistoryReport {
  std::string tool, table;         ///< "" where the database has no history table
  std::string unreadable_because;  ///< "" where it was read
  std::vector<HistoryEntry> entries;
};

/// What each source says of what they do not agree on, side by side.
struct Matrix {
  struct Row {
    std::string object;           ///< "call_log.recording_mode", "call_log.channel not null"
    std::vector<Statement> says;  ///< one for each source
  };
  std::vector<std::string> sources;  ///< ids
  std::vector<Row> rows;
};

/// Tenants in which the same is found.
struct TenantShape {
  std::vector<std::string> schemas;  ///< the first is the one whose findings are shown
  std::size_t findings = 0;
};

enum class Outcome { clean, drift, unchecked };

/// What a server that was given for it made of what cannot be decided without one.
struct SecondOpinions {
  std::string place;        ///< "scratch at localhost"
  std::size_t asked = 0;    ///< pairs of values
  std::size_t decided = 0;  ///< those of them that it said are one, or two
};

/// Everything that a report of check or diff needs.
struct CheckResult {
  std::vector<SourceSummary> sources;  ///< also those not looked at
  std::vector<Finding> findings;       ///< worst first, then by object; before each what its fix waits for
  std::vector<FindingGroup> groups;    ///< in the same order; every finding is in one, or is what one is about
  std::vector<NotComparedItem> not_compared;
  std::size_t compared = 0;
  std::size_t statements_without_effect = 0;
  std::vector<Error> errors;                      ///< why something could not be checked
  std::optional<HistoryReport> history;           ///< none without a database
  std::vector<TenantShape> tenants;               ///< where several schemas are held against one expectation
  std::optional<Matrix> matrix;                   ///< where several models are compared
  std::optional<SecondOpinions> second_opinions;  ///< with --scratch
  bool checked = true;                            ///< false when nothing could be compared
  bool failed = false;                            ///< findings at or above --fail-on
  std::size_t count(Severity severity) const;
  std::size_t not_compared_count() const;
  Outcome outcome() const;
  int exit_code() const;  ///< 0, 1, 2 as DESIGN says
};

/// Judges a comparison. `sources` are those read, in the order compared.
void judge(const Comparison& comparison, const std::vector<const Source*>& sources, CheckResult& result);

/// Puts together what several models came to, each judged with the rest by itself: what does not concern a model is told once,
/// and what is there but unstated is so only where no model states it, unless it makes a model's statements fail.
CheckResult join_models(std::vector<CheckResult> of_each, const std::vector<std::string>& models);
/// Puts together what several schemas came to, each held against the same expectation: what is found alike is told of the first.
CheckResult join_tenants(std::vector<CheckResult> of_each, const std::vector<std::string>& schemas);
/// `comparison` is of all the sources.
Matrix matrix_of(const Comparison& comparison, const std::vector<const Source*>& sources);

/// Judges the migrations only: what ran, what did not, and what is there of it.
void judge_history(const std::vector<const Source*>& sources, CheckResult& result);

}  // namespace pgplumb
