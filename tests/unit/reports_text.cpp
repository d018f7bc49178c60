#include <algorithm>
#include <sstream>

#include "catch.h"
#include "reports_examples.h"

using namespace pgplumb;

namespace {

std::string render(const CheckResult& result, const ReportOptions& options = {}) {
  return examples::format("text").render(result, options);
}

std::string without_colours(std::string text) {
  for (std::size_t at; (at = text.find('\x1b')) != std::string::npos;) text.erase(at, text.find('m', at) + 1 - at);
  return text;
}

}  // namespace

TEST_CASE("reports: text, each layout") {
  examples::require_golden("no-difference.txt", render(examples::no_difference()));
  examples::require_golden("no-database.txt", render(examples::no_database()));
  examples::require_golden("one-wrong-map.txt", render(examples::one_wrong_map()));
  examples::require_golden("wrong-map-and-column.txt", render(examples::wrong_map_and_column()));
  examples::require_golden("one-cause.txt", render(examples::one_cause()));
  examples::require_golden("many-causes.txt", render(examples::many_causes()));
  examples::require_golden("unreachable-database.txt", render(examples::unreachable_database()));
  examples::require_golden("nothing-compared.txt", render(examples::nothing_compared()));
  examples::require_golden("hostile-names.txt", render(examples::hostile_names(), {.verbose = true}));
}

TEST_CASE("reports: text, verbose and quiet") {
  examples::require_golden("many-causes-verbose.txt", render(examples::many_causes(), {.verbose = true}));
  examples::require_golden("many-causes-quiet.txt", render(examples::many_causes(), {.quiet = true}));
}

TEST_CASE("reports: text, a narrow page wraps prose and nothing else") {
  examples::require_golden("one-wrong-map-narrow.txt", render(examples::one_wrong_map(), {.width = 44}));
}

TEST_CASE("reports: text, colour changes nothing but colour") {
  for (const auto& result : {examples::no_difference(), examples::many_causes(), examples::hostile_names()}) {
    const std::string plain = render(result), coloured = render(result, {.color = true});
    CHECK(plain.find('\x1b') == std::string::npos);
    CHECK(coloured != plain);
    CHECK(without_colours(coloured) == plain);
  }
}

TEST_CASE("reports: text, only names, paths and commands are wider than the page") {
  std::istringstream text(render(examples::many_causes()));
  for (std::string line; std::getline(text, line);) {
    const auto code_points = std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
    const bool is_one_word = line.find(' ', line.find_first_not_of(' ')) == std::string::npos;
    INFO(line);
    CHECK((code_points <= 80 || is_one_word));
  }
}
