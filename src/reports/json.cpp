// Format 1, described by docs/report.schema.json and docs/explain.schema.json.

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "reports/code_points.h"
#include "reports/formats.h"
#include "reports/incident_words.h"

namespace pgplumb::reports {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format_number = 1;

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(std::string(text)); }

Json json_of(const Position& at) {
  if (!at) return nullptr;
  const auto number_or_null = [](std::uint32_t number) { return number ? Json(number) : Json(); };
  return {{"file", *at.file}, {"line", number_or_null(at.line)}, {"column", number_or_null(at.column)}};
}

Json header() { return {{"version", PGPLUMB_VERSION}, {"format", format_number}}; }

/// An array in any case: nlohmann would take a single pair of strings for an object.
template <class Items, class Convert>
Json array_of(const Items& items, Convert convert) {
  Json array = Json::array();
  for (const auto& item : items) array.push_back(convert(item));
  return array;
}

/// For items that nlohmann knows: strings and numbers.
template <class Items>
Json array_of(const Items& items) {
  return array_of(items, [](const auto& item) { return Json(item); });
}

// What stands in arrays.
Json json_of(const SourceSummary&);
Json json_of(const Statement&);
Json json_of(const Fix&);
Json json_of(const Finding&);
Json json_of(const NotComparedItem&);
Json json_of(const Error&);
Json json_of(const NextStep&);
Json json_of(const Matrix::Row&);
Json json_of(const Cause&);
Json json_of(const Incident&);
Json json_of(const HistoryEntry&);

template <class Items>
Json objects_of(const Items& items) {
  return array_of(items, [](const auto& item) { return json_of(item); });
}

Json json_of(const SourceSummary& source) {
  std::string state = source.state;
  std::replace(state.begin(), state.end(), '-', '_');
  return {{"id", source.id},
          {"role", source.role},
          {"type", text_or_null(source.type)},
          {"place", text_or_null(source.place)},
          {"objects", source.objects},
          {"state", state}};
}

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::clean:
      return "clean";
    case Outcome::drift:
      return "drift";
    case Outcome::unchecked:
      break;
  }
  return "unchecked";
}

Json counts_of(const CheckResult& result) {
  return {{"error", result.count(Severity::error)},
          {"warning", result.count(Severity::warning)},
          {"info", result.count(Severity::info)},
          {"suppressed", 0},
          {"compared", result.compared},
          {"not_compared", result.not_compared_count()}};
}

Json json_of(const std::optional<FindingObject>& object) {
  if (!object) return nullptr;
  return {{"kind", object->kind},
          {"schema", text_or_null(object->schema)},
          {"name", object->name},
          {"member", text_or_null(object->member)}};
}

Json json_of(const Statement& statement) {
  const bool has_value = statement.state == "value";
  return {{"source", statement.source},
          {"state", statement.state},
          {"value", has_value ? Json(statement.value) : Json()},
          {"at", json_of(statement.at)}};
}

Json json_of(const std::optional<Verdict>& verdict) {
  if (!verdict) return nullptr;
  return {{"out_of_line", array_of(verdict->out_of_line)},
          {"because", array_of(verdict->because)},
          {"mended_by", text_or_null(verdict->mended_by)}};
}

Json json_of(const std::optional<Consequence>& consequence) {
  if (!consequence) return nullptr;
  return {{"sqlstate", text_or_null(consequence->sqlstate)},
          {"prisma", text_or_null(consequence->prisma)},
          {"text", consequence->text}};
}

Json json_of(const Fix& fix) {
  Json json{{"target", fix.target}};
  if (!fix.text.empty()) json["text"] = fix.text;
  if (!fix.sql.empty()) json["sql"] = fix.sql;
  if (!fix.sql.empty() || !fix.hazards.empty()) json["hazards"] = array_of(fix.hazards);
  return json;
}

Json json_of(const Finding& finding) {
  Json json{{"fingerprint", finding.fingerprint},  {"cause", text_or_null(finding.cause)},
            {"rule", std::string(finding.rule)},   {"severity", std::string(severity_name(finding.severity))},
            {"object", json_of(finding.object)},   {"field", text_or_null(finding.field)},
            {"message", finding.message},          {"says", objects_of(finding.says)},
            {"verdict", json_of(finding.verdict)}, {"consequence", json_of(finding.consequence)},
            {"fixes", objects_of(finding.fixes)},  {"suppressed", nullptr}};
  if (!finding.model.empty()) json["model"] = finding.model;
  if (!finding.schemas.empty()) json["schemas"] = array_of(finding.schemas);
  return json;
}

Json json_of(const Matrix::Row& row) { return {{"object", row.object}, {"says", objects_of(row.says)}}; }

Json json_of(const NotComparedItem& entry) {
  return {{"source", entry.source},       {"what", entry.item.what},
          {"count", entry.item.count},    {"object", text_or_null(entry.item.object)},
          {"at", json_of(entry.item.at)}, {"why", entry.item.why}};
}

Json json_of(const Error& error) {
  return {{"message", error.message()}, {"at", json_of(error.at())}, {"hint", text_or_null(error.hint())}};
}

Json json_of(const NextStep& step) { return {{"kind", step.kind}, {"text", step.text}}; }

Json json_of(const Cause& cause) {
  const auto plain_sentence = [](std::string reason) {
    const std::size_t tab = reason.find('\t');
    return Json(tab == std::string::npos ? reason : reason.replace(tab, 1, ": "));
  };
  return {{"cause", cause.cause},
          {"confidence", std::string(confidence_name(cause.confidence))},
          {"headline", cause.headline},
          {"because", array_of(cause.because, plain_sentence)},
          {"next_steps", objects_of(cause.next_steps)},
          {"at", json_of(cause.at)}};
}

Json json_of(const Incident& incident) {
  const ErrorReport& error = incident.error;
  return {{"sqlstate", text_or_null(error.sqlstate)},
          {"error", text_or_null(error.error)},
          {"schema", text_or_null(error.schema)},
          {"relation", text_or_null(error.relation)},
          {"column", text_or_null(error.column)},
          {"value", text_or_null(error.value)},
          {"count", error.count},
          {"dragged_along", error.dragged_along},
          {"causes", objects_of(incident.causes)}};
}

Json json_of(const HistoryEntry& entry) {
  const bool has_severity = entry.severity.has_value();
  return {{"name", entry.name},
          {"file", text_or_null(entry.file)},
          {"record", text_or_null(entry.record)},
          {"at", text_or_null(entry.at)},
          {"edit", entry.edit},
          {"effect", entry.effect},
          {"meaning", text_or_null(entry.meaning)},
          {"severity", has_severity ? Json(std::string(severity_name(*entry.severity))) : Json()}};
}

/// Null where there is no history table.
Json json_of(const std::optional<HistoryReport>& history) {
  if (!history || history->table.empty()) return nullptr;
  return {{"tool", history->tool},
          {"table", history->table},
          {"unreadable", text_or_null(history->unreadable_because)},
          {"migrations", objects_of(history->entries)}};
}

std::string escaped_as_json(char32_t code_point) {
  const auto unit = static_cast<unsigned>(code_point);
  if (unit <= 0xFFFF) return fmt::format("\\u{:04x}", unit);
  const unsigned above = unit - 0x10000;
  return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (above >> 10), 0xDC00 + (above & 0x3FF));
}

/// JSON's own escapes leave bidirectional marks and the like as they are. Outside of strings JSON is ASCII, so all of them stand
/// in strings.
std::string escape_deceptive(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  while (!json.empty()) {
    const CodePoint point = first_code_point(json);
    const bool escaped = point.value > 0x7E && is_deceptive(point.value);
    safe += escaped ? escaped_as_json(point.value) : std::string(json.substr(0, point.size));
    json.remove_prefix(point.size);
  }
  return safe;
}

/// Invalid UTF-8 becomes U+FFFD.
std::string written(const Json& json) {
  return escape_deceptive(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

std::string render(const CheckResult& result, const ReportOptions&) {
  Json json{{"pgplumb", header()},
            {"sources", objects_of(result.sources)},
            {"outcome", std::string(name_of(result.outcome()))},
            {"counts", counts_of(result)},
            {"findings", objects_of(result.findings)},
            {"not_compared", objects_of(result.not_compared)},
            {"errors", objects_of(result.errors)},
            {"history", json_of(result.history)}};
  if (!result.tenants.empty())
    json["tenants"] = array_of(result.tenants, [](const TenantShape& shape) {
      return Json{{"schemas", array_of(shape.schemas)}, {"findings", shape.findings}};
    });
  if (result.second_opinions)
    json["scratch"] = {{"place", result.second_opinions->place},
                       {"asked", result.second_opinions->asked},
                       {"decided", result.second_opinions->decided}};
  if (result.matrix) json["matrix"] = objects_of(result.matrix->rows);
  return written(json);
}

std::string render_incidents(const std::vector<Incident>& incidents, const CheckResult& sources, const ReportOptions&) {
  return written({{"pgplumb", header()}, {"incidents", objects_of(incidents)}, {"errors", objects_of(sources.errors)}});
}

}  // namespace

Format json_format() { return {"json", "for programs: format 1, see docs/report.schema.json", render, render_incidents}; }

}  // namespace pgplumb::reports
