#include "reports/incident_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

/// The errors whose message may leave out the object: Prisma's own, and PostgreSQL's behind them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> meanings{{
    {"P2021", "a table is missing"},
    {"P2022", "a column is missing"},
    {"P2011", "a NULL was refused"},
    {"42P01", "a table is missing"},
    {"42703", "a column is missing"},
    {"42704", "a type is missing"},
    {"23502", "a NULL was refused"},
}};

/// "call_log.recording_mode"; where the message names no relation, the next best that it names.
std::string object_of(const ErrorReport& error) {
  std::string text = error.schema.empty() || error.schema == "public" ? "" : error.schema + ".";
  for (const std::string* name : {&error.relation, &error.type, &error.constraint, &error.model}) {
    if (name->empty()) continue;
    text += *name;
    break;
  }
  if (!error.column.empty()) text += (text.empty() ? "" : ".") + error.column;
  return text;
}

std::string_view meaning_of(const ErrorReport& error) {
  for (const auto& [code, meaning] : meanings) {
    if (code == error.prisma || code == error.sqlstate) return meaning;
  }
  return error.error;
}

}  // namespace

std::string_view confidence_name(Confidence confidence) {
  switch (confidence) {
    case Confidence::certain:
      return "certain";
    case Confidence::likely:
      return "likely";
    case Confidence::possible:
      break;
  }
  return "possible";
}

bool names_its_object(const ErrorReport& error) { return !object_of(error).empty() || !error.value.empty(); }

std::string error_in_words(const ErrorReport& error) {
  const std::string code = error.prisma.empty() ? error.sqlstate : error.prisma;
  const std::string text = code + (code.empty() ? "" : ", ") + std::string(meaning_of(error));
  const std::string object = object_of(error);
  return object.empty() ? text : text + ": " + object;
}

std::string seen_in_words(const ErrorReport& error) {
  std::string text = error.count == 1 ? "once" : counted(error.count, "time");
  if (error.first_seen.empty()) return error.count == 1 ? "" : text;
  text += (error.count == 1 ? ", at " : ", ") + error.first_seen;
  return error.last_seen.empty() || error.last_seen == error.first_seen ? text : text + " to " + error.last_seen;
}

}  // namespace pgplumb::reports
