// The name exists in other letters: PostgreSQL folds a name to lower case unless it is quoted.
#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

bool differs_in_case_only(std::string_view a, std::string_view b) { return a != b && lower_case(a) == lower_case(b); }

/// The table or, in the error's table, the column whose name differs in case only.
const Entry* find_other_case(const Source& source, const ErrorReport& error) {
  for (const Entry* table : tables_of(source)) {
    if (error.column.empty() && differs_in_case_only(table->id.name, error.relation)) return table;
    if (error.column.empty() || table->id.name != error.relation) continue;
    for (const Entry& column : source.catalog.members(*table, Namespace::column))
      if (differs_in_case_only(column.id.member, error.column)) return &column;
  }
  return nullptr;
}

std::string own_name(const Entry& entry) { return std::string(entry.id.member.empty() ? entry.id.name : entry.id.member); }

/// Where a model writes the statements, its map is to be mended; else the statement.
std::vector<NextStep> steps_for(const Entry* modelled, const std::string& asked, const std::string& there) {
  if (modelled && !modelled->called.empty())
    return {{"do", modelled->declared_at.text() + "   " + (modelled->id.member.empty() ? "@@map(\"" : "@map(\"") + there + "\")"},
            {"do", "npx prisma generate"}};
  const bool was_folded = asked == lower_case(asked);
  return {{"do", (was_folded ? "quote it in the statement: " : "in the statement, write ") + quote_identifier(there)}};
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  const Source* source = evidence.database ? evidence.database : evidence.migrations;
  if (!source || !is_missing_object(error) || look(source, error).is_present()) return std::nullopt;
  const Entry* other = find_other_case(*source, error);
  const Entry* modelled = look(evidence.model, error).entry();
  if (!other || find_near_miss(evidence, evidence.model, modelled)) return std::nullopt;

  const std::string there = own_name(*other), asked = error.column.empty() ? error.relation : error.column;
  Cause cause;
  cause.confidence = source == evidence.database ? Confidence::certain : Confidence::likely;
  cause.headline =
      fmt::format("{} is not there, {} is: {}.", quote_identifier(asked), quote_identifier(there),
                  asked == lower_case(asked) ? "an unquoted name is folded to lower case" : "a quoted name keeps its case");
  cause.at = source->role == Role::database ? Position{} : other->declared_at;
  cause.because = {reason(witness_of(*source, *other), "has " + quote_identifier(there))};
  cause.next_steps = steps_for(modelled, asked, there);
  cause.next_steps.push_back({"restart", "the program, with the corrected name"});
  return cause;
}

}  // namespace

constinit const Detector quoted_mixed_case{"quoted-mixed-case",
                                           "the name exists in other letters, and the statement does not quote it", find};

}  // namespace pgplumb
