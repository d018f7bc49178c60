// What comparing costs where much is found, in the processor's time, without any server:  judge RUNS EXPECTED ACTUAL   prints the
// best of the runs in milliseconds, and how much was found: "COMPARE JUDGE TEXT JSON FINDINGS".
#include <fmt/format.h>
#include <pgplumb/findings/finding.h>
#include <pgplumb/reports/report.h>
#include <pgplumb/sources/source.h>

#include <cstdlib>

#include "bench/best_of.h"

namespace {

using namespace pgplumb;

Source read(Role role, const char* path) {
  ReadOptions options;
  options.owners = options.privileges = true;
  return read_source(role, recognise_place(path), options);
}

}  // namespace

int main(int, char** arguments) {
  const int runs = std::atoi(arguments[1]);
  const Source expected = read(Role::migrations, arguments[2]), actual = read(Role::database, arguments[3]);
  const std::vector<const Source*> sources{&expected, &actual};
  const double comparing = best_milliseconds<ProcessorClock>(runs, [&] { return compare(sources, {}); });
  const Comparison comparison = compare(sources, {});
  const auto judged = [&] {
    CheckResult result;
    judge(comparison, sources, result);
    return result;
  };
  const double judging = best_milliseconds<ProcessorClock>(runs, judged);
  const CheckResult result = judged();
  fmt::print("{:.2f} {:.2f}", comparing, judging);
  for (const Format& format : formats())
    if (format.name == "text" || format.name == "json")
      fmt::print(" {:.2f}", best_milliseconds<ProcessorClock>(runs, [&] { return format.render(result, {}); }));
  fmt::print(" {}\n", result.findings.size());
}
