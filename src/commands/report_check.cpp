#include "commands/report_check.h"

#include <algorithm>

namespace pgplumb {

namespace {

SourceList models_of(const SourceList& sources) {
  SourceList models;
  for (const Source* source : sources)
    if (source->role == Role::model) models.push_back(source);
  return models;
}

CheckResult judge_one(const SourceList& sources, const CompareOptions& options, SecondOpinion& second_opinion) {
  CheckResult result;
  if (sources.size() < 2) return result;
  judge(second_opinion.on(compare(sources, options), sources), sources, result);
  return result;
}

/// Each model with the rest, never with another model.
CheckResult judge_models(const SourceList& sources, const SourceList& models, const CompareOptions& options,
                         SecondOpinion& second_opinion) {
  std::vector<CheckResult> of_each;
  std::vector<std::string> ids;
  for (const Source* model : models) {
    SourceList with_model = sources;
    std::erase_if(with_model, [&](const Source* one) { return one->role == Role::model && one != model; });
    of_each.push_back(judge_one(with_model, options, second_opinion));
    ids.push_back(model->id);
  }
  CheckResult result = join_models(std::move(of_each), ids);
  result.matrix = matrix_of(second_opinion.on(compare(sources, options), sources), sources);
  return result;
}

void add_not_compared(const Source& source, CheckResult& result) {
  result.statements_without_effect += source.catalog.statements_without_effect;
  for (const NotCompared& item : source.catalog.not_compared) result.not_compared.push_back({source.id, item});
}

/// A clean bill is never given for what was not looked at.
void refuse_nothing(const Gathered& gathered, CheckResult& result) {
  if (gathered.sources.size() < 2) {
    result.checked = false;
    if (!result.errors.empty()) return;
    const std::string only =
        gathered.sources.empty() ? "no source was found" : "only the " + gathered.sources.front().id + " was found";
    result.errors.emplace_back("nothing to compare: " + only, Position{},
                               "name at least two of --model, --migrations and --database");
  } else if (result.compared == 0) {
    result.checked = false;
    result.errors.emplace_back("nothing was compared: the sources have no object in common that they speak of", Position{},
                               "check --schema, and that the places belong together");
  }
}

}  // namespace

CheckResult judge_all(const SourceList& sources, const CompareOptions& options, SecondOpinion& second_opinion) {
  const SourceList models = models_of(sources);
  if (models.size() < 2 || models.size() == sources.size()) return judge_one(sources, options, second_opinion);
  return judge_models(sources, models, options, second_opinion);
}

ExitCode report_check(CheckResult result, const Gathered& gathered, const OutputOptions& output,
                      const std::vector<Destination>& wanted) {
  for (const Source& source : gathered.sources) add_not_compared(source, result);
  result.sources = gathered.summaries;
  result.errors = gathered.errors;
  refuse_nothing(gathered, result);
  result.failed = std::any_of(result.findings.begin(), result.findings.end(),
                              [&](const Finding& one) { return fails(one.severity, output.fail_on); });
  for (const Destination& destination : wanted)
    write_to(destination, destination.format->render(result, report_options(output, destination)));
  return static_cast<ExitCode>(result.exit_code());
}

}  // namespace pgplumb
