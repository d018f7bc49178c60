// pgplumb: tells whether a PostgreSQL database still hangs true to the schema that its code and migrations expect.
#include <pgplumb/error.h>

#include <exception>
#include <functional>
#include <iostream>

#include "commands/command.h"
#include "commands/usage.h"

namespace {

void print_error(const pgplumb::Error& error) {
  const std::string at = error.at().text();
  std::cerr << (at.empty() ? "pgplumb: " : at + ": ") << error.message() << '\n';
  if (!error.excerpt().empty()) std::cerr << error.excerpt();
  if (!error.hint().empty()) std::cerr << "hint: " << error.hint() << '\n';
}

int run(int argc, char** argv) {
  CLI::App app{"Tells whether a PostgreSQL database still hangs true to the schema that its code and migrations expect.",
               "pgplumb"};
  app.set_version_flag("--version", PGPLUMB_VERSION);
  app.require_subcommand(1);
  std::function<pgplumb::ExitCode()> chosen;
  for (const pgplumb::Command& command : pgplumb::commands()) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.help));
    sub->callback([&chosen, act = command.prepare(*sub)] { chosen = act; });
  }
  if (const auto exit = pgplumb::parse_arguments(app, argc, argv)) return static_cast<int>(*exit);
  return static_cast<int>(chosen());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const pgplumb::Error& error) {
    print_error(error);
  } catch (const std::exception& error) {
    std::cerr << "pgplumb: " << error.what() << '\n';
  }
  return static_cast<int>(pgplumb::ExitCode::could_not_check);
}
