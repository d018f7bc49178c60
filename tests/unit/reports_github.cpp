#include "catch.h"
#include "reports_examples.h"

using namespace pgplumb;

namespace {

std::string render(const CheckResult& result) { return examples::format("github").render(result, {}); }

}  // namespace

TEST_CASE("reports: github, annotations at what is wrong") {
  examples::require_golden("one-wrong-map.github.txt", render(examples::one_wrong_map()));
  examples::require_golden("unreachable-database.github.txt", render(examples::unreachable_database()));
  examples::require_golden("no-database.github.txt", render(examples::no_database()));
}

TEST_CASE("reports: github, the worst ten and how many more") {
  examples::require_golden("many-causes.github.txt", render(examples::many_causes()));
}

TEST_CASE("reports: github, a name cannot begin a command of its own") {
  examples::require_golden("hostile-names.github.txt", render(examples::hostile_names()));
}

TEST_CASE("reports: github, incidents") {
  examples::require_golden("several-incidents.github.txt",
                           examples::format("github").render_incidents(examples::several_incidents(), {}, {}));
}
