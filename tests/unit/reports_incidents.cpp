#include "catch.h"
#include "reports_examples.h"

using namespace pgplumb;

namespace {

std::string render(const std::vector<Incident>& incidents, const CheckResult& sources = {}, const ReportOptions& options = {}) {
  return examples::format("text").render_incidents(incidents, sources, options);
}

}  // namespace

TEST_CASE("reports: text, incidents") {
  examples::require_golden("missing-column.explain.txt", render(examples::missing_column()));
  examples::require_golden("several-incidents.explain.txt", render(examples::several_incidents(), examples::no_database()));
}

TEST_CASE("reports: text, an error that does not say which table") {
  examples::require_golden("nameless-table.explain.txt", render(examples::nameless_table()));
}

TEST_CASE("reports: text, no incident") { CHECK(render({}) == "No error of PostgreSQL or Prisma is in this text.\n"); }

TEST_CASE("reports: text, incidents on a narrow page") {
  examples::require_golden("missing-column-narrow.explain.txt", render(examples::missing_column(), {}, {.width = 56}));
}
