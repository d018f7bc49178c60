// The model maps to a table or column that is not there, while one alike is.
#include <fmt/format.h>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

/// The near miss that the model has part in: of the column, or of its whole table.
const Disagreement* find_miss(const Evidence& evidence, const Sight& model) {
  if (const auto* of_column = find_near_miss(evidence, evidence.model, model.column)) return of_column;
  return find_near_miss(evidence, evidence.model, model.table);
}

/// Whether any other source has it under the model's name: then it is no matter of the map.
bool agrees_with_another(const Evidence& evidence, const Disagreement& miss) {
  const std::size_t model = evidence.index_of(evidence.model);
  for (std::size_t i = 0; i < miss.says.size(); ++i)
    if (i != model && miss.says[i].entry && miss.says[i].cluster == miss.says[model].cluster) return true;
  return false;
}

std::string own_name(const Entry& entry) { return entry.id.member.empty() ? display_id(entry.id) : std::string(entry.id.member); }

std::string likeness(const Disagreement& miss) {
  if (miss.columns_expected == 0) return "";
  if (miss.columns_alike == miss.columns_expected) return fmt::format(", the same {} columns", miss.columns_expected);
  return fmt::format(", {} of {} columns alike", miss.columns_alike, miss.columns_expected);
}

std::string called(const Entry& entry) {
  if (entry.called.empty()) return entry.id.member.empty() ? "the model" : std::string(entry.id.member);
  return std::string(entry.called);
}

std::string what_it_says(const Source& source, const Entry& entry, const Disagreement& miss) {
  if (source.role == Role::model) return called(entry) + " maps to " + own_name(entry);
  return (source.role == Role::database ? "has " : "makes ") + own_name(entry) + likeness(miss);
}

std::vector<std::string> reasons(const Evidence& evidence, const Disagreement& miss) {
  std::vector<std::string> reasons;
  for (std::size_t i = 0; i < miss.says.size(); ++i) {
    if (!miss.says[i].entry) continue;
    const Source& source = *evidence.sources[i];
    reasons.push_back(reason(witness_of(source, *miss.says[i].entry), what_it_says(source, *miss.says[i].entry, miss)));
  }
  return reasons;
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  if (!is_missing_object(error)) return std::nullopt;
  const Sight stated = look(evidence.model, error);
  const Disagreement* miss = stated.is_present() ? find_miss(evidence, stated) : nullptr;
  if (!miss || agrees_with_another(evidence, *miss)) return std::nullopt;
  const Entry& entry = *miss->says[evidence.index_of(evidence.model)].entry;
  const Entry* alike = find_alike(evidence, *miss, entry);
  if (!alike) return std::nullopt;

  const bool is_column = !entry.id.member.empty();
  Cause cause;
  cause.confidence = evidence.database ? Confidence::certain : Confidence::likely;
  cause.headline = fmt::format("{} maps to {}, but the {} is named {}.", called(entry), own_name(entry),
                               is_column ? "column" : "table", own_name(*alike));
  cause.at = entry.declared_at;
  cause.because = reasons(evidence, *miss);
  const std::string_view other_name = is_column ? alike->id.member : alike->id.name;
  const bool is_prisma = !entry.called.empty();
  cause.next_steps.push_back({"do", cause.at.text() + "   " +
                                        (is_prisma ? fmt::format("{}(\"{}\")", is_column ? "@map" : "@@map", other_name)
                                                   : "name it " + own_name(*alike))});
  if (is_prisma) cause.next_steps.push_back({"do", "npx prisma generate"});
  cause.next_steps.push_back(confirm_with_check(alike->id.name));
  cause.next_steps.push_back({"restart", "the program, with the new client"});
  return cause;
}

}  // namespace

constinit const Detector wrong_map{"wrong-map", "the model maps to another name than the table or column has", find};

}  // namespace pgplumb
