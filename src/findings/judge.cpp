// From facts to opinions: each disagreement gets its rule, those of one object and rule become one finding.
#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "findings/case.h"
#include "findings/fingerprint.h"
#include "findings/fixes.h"
#include "findings/groups.h"
#include "findings/history_report.h"
#include "findings/message.h"
#include "findings/migration_findings.h"
#include "findings/migration_words.h"
#include "findings/pending_migrations.h"
#include "findings/rules.h"
#include "findings/severity.h"
#include "findings/verdict.h"

namespace pgplumb {

namespace {

struct Judged {
  Finding finding;
  CauseKey cause;
};

std::vector<Case> cases_of(const Comparison& comparison, const SourceList& sources) {
  std::vector<Case> cases;
  for (const Disagreement& found : comparison.disagreements) {
    const auto rule = rule_of(found, sources);
    if (!cases.empty() && cases.back().rule == rule && cases.back().first().id == found.id &&
        cases.back().first().kind == found.kind)
      cases.back().found.push_back(&found);
    else
      cases.push_back({{&found}, &sources, rule});
  }
  return cases;
}

std::vector<Statement> statements_of(const Case& one, const Provenance& provenance) {
  std::vector<Statement> said;
  for (std::size_t i = 0; i < one.sources->size(); ++i) {
    const Says& says = one.first().says[i];
    Statement statement{one.source(i).id, std::string(state_name(says.state)), value_in(one, i), {}, {}};
    if (says.entry) {
      statement.at = provenance.stated_at(i, *says.entry, one.first().field);
      if (const std::string name = display_id(says.entry->id); name != display_id(one.entry().id)) statement.name = name;
    }
    said.push_back(std::move(statement));
  }
  return said;
}

std::string text(std::string_view view) { return std::string(view); }

Judged judge_one(const Case& one, const Provenance& provenance) {
  Finding finding;
  const ObjectId& id = one.entry().id;
  finding.rule = one.rule;
  finding.object = FindingObject{text(one.first().kind), text(id.schema), text(id.name), text(id.member)};
  finding.field = one.is_presence() || one.is_name() ? "" : one.first().field;
  finding.message = message_of(one);
  finding.says = statements_of(one, provenance);
  finding.verdict = verdict_on(one, provenance);
  Judgement judgement = judge_case(one);
  finding.severity = judgement.severity;
  finding.consequence = std::move(judgement.consequence);
  finding.fixes = fixes_for(one, *finding.verdict, provenance);
  CauseKey cause = cause_of(one, finding, provenance);
  finding.cause = cause.id;
  return {std::move(finding), std::move(cause)};
}

/// A statement that was lost on the way: of the migrations, or of a database given as a .sql file.
Judged judge_problem(const StatementProblem& problem, const Source& source) {
  const bool unread = problem.kind == StatementProblem::Kind::unread;
  Finding finding;
  finding.rule = unread ? "unread-statement" : "unapplied-statement";
  finding.severity = Severity::warning;
  finding.message = (unread ? "a statement could not be read: " : "a statement cannot apply: ") + problem.reason;
  finding.object = FindingObject{"statement", "", problem.at.file ? *problem.at.file : "", problem.statement};
  finding.says = {{source.id, "uncertain", problem.statement, problem.at, ""}};
  // What is left open is no error to the server: nothing names it uncertain.
  const bool is_rolled_back = problem.sqlstate.empty();
  finding.consequence = Consequence{"", "", is_rolled_back ? "nothing of it is done" : "what it names is not compared"};
  const std::string file = problem.at.file ? *problem.at.file : std::string();
  finding.cause = text(finding.rule) + ":" + file;
  return {finding, {finding.cause, unread ? "statements that could not be read" : "statements that cannot apply", problem.at}};
}

/// What --after-deploy comes upon.
Judged judge_failing_deploy(const Source& database) {
  const StatementProblem& problem = database.catalog.problems.back();
  const Deployed& deployed = *database.deployed;
  Finding finding;
  finding.rule = "pending-migration";
  finding.severity = Severity::error;
  finding.object = FindingObject{"migration", "", deployed.failed, ""};
  finding.message = "migration " + deployed.failed + " will fail on this database: " + problem.reason;
  finding.says = {{database.id, "value", problem.statement, problem.at, ""}};
  finding.verdict = Verdict{{database.id}, {"this cannot apply to it: " + problem.statement}, ""};
  std::string text = "the deploy stops there";
  for (const std::string& name : deployed.behind)
    text += (&name == &deployed.behind.front() ? ", and these do not run: " : ", ") + name;
  finding.consequence = Consequence{problem.sqlstate, "", text};
  finding.cause = migration_cause(deployed.failed);
  return {finding, {finding.cause, finding.message, problem.at}};
}

/// Where the first source that has a place for it states it; without one, after all that have.
std::tuple<bool, std::string_view, std::uint32_t, std::uint32_t> place_of(const Finding& finding) {
  for (const Statement& said : finding.says)
    if (said.at) return {false, *said.at.file, said.at.line, said.at.column};
  return {true, {}, 0, 0};
}

/// What tables are made of: where it is missing too, its script has to run before theirs.
bool goes_before_tables(const Finding& finding) {
  constexpr std::array kinds{Schema::kind, Extension::kind, Enum::kind, Domain::kind, CompositeType::kind, RangeType::kind};
  return finding.rule.starts_with("missing-") && finding.object &&
         std::find(kinds.begin(), kinds.end(), finding.object->kind) != kinds.end();
}

/// What the database is to call otherwise, and the scripts of others may name.
bool is_to_be_renamed(const Finding& finding) {
  const bool is_name = finding.field.empty() && (finding.rule.ends_with("-definition") || finding.rule == "enum-value-case");
  return is_name && !finding.fixes.empty() && !finding.fixes.front().sql.empty();
}

/// Where scripts depend on one another: 0 for what goes first. A function is renamed by the types that it takes as they are
/// called by then; a view is over all that is made before.
int turn_of(const Finding& finding) {
  if (finding.rule == "missing-schema") return 0;
  if (is_to_be_renamed(finding)) return finding.object->kind == Routine::kind ? 1 : 2;
  if (goes_before_tables(finding)) return 2;
  return finding.rule == "missing-view" ? 4 : 3;
}

/// Worst first; by table or type, a missing table before its columns; these in the order in which they are stated.
bool is_worse(const Judged& a, const Judged& b) {
  const auto key = [](const Finding& finding) {
    static const FindingObject none;
    const FindingObject& object = finding.object ? *finding.object : none;
    return std::make_tuple(finding.severity, turn_of(finding), std::string_view(object.schema), std::string_view(object.name),
                           !object.member.empty(), place_of(finding));
  };
  return key(a.finding) < key(b.finding);
}

void append_migrations(const Provenance& provenance, std::vector<Judged>& judged) {
  for (JudgedMigration& one : judge_migrations(provenance)) judged.push_back({std::move(one.finding), std::move(one.cause)});
}

/// Sorts, fingerprints and groups.
void conclude(std::vector<Judged> judged, const Provenance& provenance, CheckResult& result) {
  std::stable_sort(judged.begin(), judged.end(), is_worse);
  std::vector<CauseKey> causes;
  for (Judged& one : judged) {
    one.finding.fingerprint = fingerprint_of(one.finding);
    causes.push_back(std::move(one.cause));
    result.findings.push_back(std::move(one.finding));
  }
  join_pending_migrations(provenance, result.findings, causes);
  result.groups = group_findings(result.findings, causes);
  result.history = report_history(provenance, result.findings);
}

}  // namespace

void judge(const Comparison& comparison, const std::vector<const Source*>& sources, CheckResult& result) {
  const Provenance provenance(sources, comparison);
  std::vector<Judged> judged;
  for (const Case& one : cases_of(comparison, sources)) judged.push_back(judge_one(one, provenance));
  append_migrations(provenance, judged);
  for (const Source* source : sources) {
    if (source->deployed && !source->deployed->failed.empty())
      judged.push_back(judge_failing_deploy(*source));
    else
      for (const StatementProblem& problem : source->catalog.problems) judged.push_back(judge_problem(problem, *source));
  }
  conclude(std::move(judged), provenance, result);
  result.compared = comparison.compared;
}

void judge_history(const std::vector<const Source*>& sources, CheckResult& result) {
  const Provenance provenance(sources, Comparison{});
  std::vector<Judged> judged;
  append_migrations(provenance, judged);
  conclude(std::move(judged), provenance, result);
}

}  // namespace pgplumb
