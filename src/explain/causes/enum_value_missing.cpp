// 22P02 on an enum: a value that the type does not have, or has in other letters.
#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>
#include <strings.h>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"
#include "findings/fixes/fixes.h"

namespace pgplumb {
namespace {

const Entry* find_type(const Source* source, const ErrorReport& error) {
  if (!source) return nullptr;
  const std::string name = error.type.substr(error.type.rfind('.') == std::string::npos ? 0 : error.type.rfind('.') + 1);
  for (const Entry& entry : source->catalog.entries())
    if (entry.id.space == Namespace::type && (entry.id.name == name || entry.id.name == error.type)) return &entry;
  return nullptr;
}

/// The value in these letters, or (`any_case`) in others.
const Entry* find_value(const Source* source, const ErrorReport& error, bool any_case) {
  const Entry* type = find_type(source, error);
  if (!type) return nullptr;
  for (const Entry& value : source->catalog.members(*type, Namespace::enum_value)) {
    const std::string text(value.id.member);
    if (any_case ? text != error.value && strcasecmp(text.c_str(), error.value.c_str()) == 0 : text == error.value) return &value;
  }
  return nullptr;
}

/// The model's own value, by the name it has there where it is mapped to another.
const Source* who_states(const Evidence& evidence, const ErrorReport& error) {
  for (const Source* source : {evidence.migrations, evidence.model})
    if (find_value(source, error, false)) return source;
  return nullptr;
}

Cause other_case(const ErrorReport& error, const Evidence& evidence, const Entry& type, const Entry& there) {
  Cause cause;
  cause.confidence = Confidence::certain;
  cause.headline = fmt::format("{} has no value {}; it has {}.", display_id(type.id), error.value, there.id.member);
  cause.because = {reason("database", display_id(type.id) + " has " + std::string(there.id.member))};
  if (const Entry* stated = find_value(evidence.model, error, false)) {
    cause.at = stated->declared_at;
    cause.because.push_back(reason(witness_of(*evidence.model, *stated), "states " + error.value));
    cause.next_steps.push_back({"do", cause.at.text() + fmt::format("   @map(\"{}\")", there.id.member)});
    cause.next_steps.push_back({"do", "or, in a migration:"});
  }
  cause.next_steps.push_back({"do", fmt::format("ALTER TYPE {} RENAME VALUE {} TO {};", quote_qualified(*type.symbol),
                                                quote_literal(there.id.member), quote_literal(error.value))});
  cause.next_steps.push_back(confirm_with_check(type.id.name));
  return cause;
}

Cause not_added(const ErrorReport& error, const Evidence& evidence, const Entry& type, const Source& source) {
  const Entry& stated = *find_value(&source, error, false);
  const Migration* migration = evidence.provenance.migration_at(stated.declared_at);
  const std::string deploy = migration ? source.deploy : "";
  Cause cause;
  cause.confidence = Confidence::likely;
  cause.headline = fmt::format("{} has no value {} in the database.", display_id(type.id), error.value);
  cause.at = stated.declared_at;
  cause.because = {reason(witness_of(source, stated), migration ? "migration " + migration->name + " adds it" : "states it"),
                   reason("database", "does not have it")};
  cause.next_steps = {{"do", !deploy.empty() ? deploy
                                             : fmt::format("ALTER TYPE {} ADD VALUE {};", quote_qualified(*type.symbol),
                                                           quote_literal(error.value))},
                      confirm_with_check(type.id.name)};
  return cause;
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  const Entry* type = error.sqlstate == "22P02" && !error.type.empty() ? find_type(evidence.database, error) : nullptr;
  if (!type || find_value(evidence.database, error, false)) return std::nullopt;
  if (const Entry* there = find_value(evidence.database, error, true)) return other_case(error, evidence, *type, *there);
  if (const Source* source = who_states(evidence, error)) return not_added(error, evidence, *type, *source);
  return std::nullopt;
}

}  // namespace

constinit const Detector enum_value_missing{"enum-value-missing",
                                            "the database's enum lacks the value, or has it in other letters", find};

}  // namespace pgplumb
