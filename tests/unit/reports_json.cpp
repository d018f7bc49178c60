#include <nlohmann/json.hpp>

#include "catch.h"
#include "reports_examples.h"

using namespace pgplumb;

namespace {

std::string render(const CheckResult& result) { return examples::format("json").render(result, {}); }
std::string render(const std::vector<Incident>& incidents, const CheckResult& sources = {}) {
  return examples::format("json").render_incidents(incidents, sources, {});
}

}  // namespace

TEST_CASE("reports: json, format 1") {
  examples::require_golden("no-database.report.json", render(examples::no_database()));
  examples::require_golden("one-wrong-map.report.json", render(examples::one_wrong_map()));
  examples::require_golden("many-causes.report.json", render(examples::many_causes()));
  examples::require_golden("nothing-compared.report.json", render(examples::nothing_compared()));
}

TEST_CASE("reports: json, names are data and invalid UTF-8 is replaced") {
  const std::string text = render(examples::hostile_names());
  examples::require_golden("hostile-names.report.json", text);
  const auto json = nlohmann::json::parse(text);
  CHECK(json["findings"][0]["object"]["member"] == "a\u202ez\ufffd");
  CHECK(json["findings"][0]["object"]["name"] == "evil\n::error file=a.c,line=1::owned");
}

TEST_CASE("reports: json, incidents") {
  examples::require_golden("missing-column.explain.json", render(examples::missing_column()));
  examples::require_golden("nameless-table.explain.json", render(examples::nameless_table(), examples::nothing_compared()));
  examples::require_golden("several-incidents.explain.json", render(examples::several_incidents()));
}
