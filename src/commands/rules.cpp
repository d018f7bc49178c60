#include <fmt/format.h>
#include <pgplumb/error.h>
#include <pgplumb/findings/finding.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <vector>

#include "commands/command.h"
#include "commands/rule_pages.h"

namespace pgplumb {

namespace {

void list_rules() {
  for (const Rule& rule : rules()) std::cout << fmt::format("{:<24} {}\n", rule.name, rule.summary);
}

void print_page(const std::string& name) {
  const auto all = rules();
  const auto rule = std::find_if(all.begin(), all.end(), [&](const Rule& one) { return one.name == name; });
  if (rule == all.end()) {
    std::vector<std::string> names;
    for (const Rule& one : all) names.emplace_back(one.name);
    const std::string near = nearest_name(name, names);
    throw Error("unknown rule " + name, {}, near.empty() ? "pgplumb rules lists them" : "did you mean " + near + "?");
  }
  std::cout << rule_page(rule->name);
}

}  // namespace

std::function<ExitCode()> prepare_rules(CommandLine& line) {
  auto name = std::make_shared<std::string>();
  line.word("RULE", *name, "print the page of this rule");
  return [name] {
    name->empty() ? list_rules() : print_page(*name);
    return ExitCode::good;
  };
}

}  // namespace pgplumb
