// From facts to opinions: each disagreement gets its rule, those of one object and rule become one finding.
#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "findings/case.h"
#include "findings/fingerprint.h"
#include "findings/fixes/dependents.h"
#include "findings/fixes/fixes.h"
#include "findings/groups.h"
#include "findings/message.h"
#include "findings/migrations/history_report.h"
#include "findings/migrations/migration_findings.h"
#include "findings/migrations/migration_words.h"
#include "findings/migrations/pending_migrations.h"
#include "findings/order/turns.h"
#include "findings/rules.h"
#include "findings/severity.h"
#include "findings/verdict.h"

namespace pgplumb {

namespace {

struct Judged {
  Finding finding;
  CauseKey cause;
  Case about = {};  ///< of nothing for what no disagreement tells
};

std::vector<Case> cases_of(const Comparison& comparison, const SourceList& sources, const DependentsOfEach& dependents) {
  std::vector<Case> cases;
  for (const Disagreement& found : comparison.disagreements) {
    const auto rule = rule_of(found, sources);
    if (!cases.empty() && cases.back().rule == rule && cases.back().first().id == found.id &&
        cases.back().first().kind == found.kind)
      cases.back().found.push_back(&found);
    else
      cases.push_back({{&found}, &sources, rule, &dependents});
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
  CauseKey cause = cause_of(one, finding, provenance);
  finding.cause = cause.id;
  return {std::move(finding), std::move(cause), one};
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

/// Worst first; by table or type, a missing table before its columns; these in the order in which they are stated.
bool is_worse(const Judged& a, const Judged& b) {
  const auto key = [](const Finding& finding) {
    static const FindingObject none;
    const FindingObject& object = finding.object ? *finding.object : none;
    return std::make_tuple(finding.severity, std::string_view(object.schema), std::string_view(object.name),
                           !object.member.empty(), place_of(finding));
  };
  return key(a.finding) < key(b.finding);
}

void append_migrations(const Provenance& provenance, std::vector<Judged>& judged) {
  for (JudgedMigration& one : judge_migrations(provenance)) judged.push_back({std::move(one.finding), std::move(one.cause)});
}

/// Worst first, but for what the fix of something worse needs. What each waits for, in that order.
Prerequisites put_in_order(std::vector<Judged>& judged) {
  std::stable_sort(judged.begin(), judged.end(), is_worse);
  std::vector<Case> cases;
  for (const Judged& one : judged) cases.push_back(one.about);
  const Prerequisites before = prerequisites_of(cases);
  const std::vector<std::size_t> order = in_turn(before);
  std::vector<Judged> sorted;
  for (const std::size_t i : order) sorted.push_back(std::move(judged[i]));
  judged = std::move(sorted);
  return rearranged(before, order);
}

void write_fixes(std::vector<Judged>& judged, const Provenance& provenance) {
  std::vector<Case> cases;
  std::vector<char> are_edits;
  for (const Judged& one : judged) {
    cases.push_back(one.about);
    are_edits.push_back(one.finding.verdict && one.about.sources && is_edit_of_model(one.about, *one.finding.verdict));
  }
  const Turns turns(cases, are_edits);
  for (std::size_t i = 0; i < judged.size(); ++i) {
    if (!cases[i].sources) continue;
    cases[i].turns = &turns;
    judged[i].finding.fixes = fixes_for(cases[i], *judged[i].finding.verdict, provenance);
  }
}

/// Sorts, fingerprints and groups.
void conclude(std::vector<Judged> judged, const Provenance& provenance, CheckResult& result) {
  const Prerequisites before = put_in_order(judged);
  write_fixes(judged, provenance);
  std::vector<CauseKey> causes;
  for (Judged& one : judged) {
    one.finding.fingerprint = fingerprint_of(one.finding);
    causes.push_back(std::move(one.cause));
    result.findings.push_back(std::move(one.finding));
  }
  join_pending_migrations(provenance, result.findings, causes);
  result.groups = group_findings(result.findings, causes, before);
  result.history = report_history(provenance, result.findings);
}

}  // namespace

void judge(const Comparison& comparison, const std::vector<const Source*>& sources, CheckResult& result) {
  const Provenance provenance(sources, comparison);
  const DependentsOfEach dependents;
  std::vector<Judged> judged;
  for (const Case& one : cases_of(comparison, sources, dependents)) judged.push_back(judge_one(one, provenance));
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
