#include "commands/command_line.h"

#include <pgplumb/error.h>
#include <pgplumb/reports/report.h>
#include <pgplumb/sql/identifier.h>

#include <CLI/CLI.hpp>

#include "commands/command.h"

namespace pgplumb {

void CommandLine::required_word(const std::string& name, std::string& value, const std::string& help) {
  app_.add_option(name, value, help)->required();
}

void CommandLine::word(const std::string& name, std::string& value, const std::string& help) {
  app_.add_option(name, value, help);
}

void CommandLine::words(const std::string& name, std::vector<std::string>& values, const std::string& help) {
  app_.add_option(name, values, help);
}

void CommandLine::flag(const std::string& name, bool& value, const std::string& help) { app_.add_flag(name, value, help); }

void CommandLine::option(const std::string& name, const std::string& type, std::string& value, const std::string& help) {
  app_.add_option(name, value, help)->type_name(type);
}

void CommandLine::option(const std::string& name, const std::string& type, std::optional<std::string>& value,
                         const std::string& help) {
  app_.add_option(name, value, help)->type_name(type);
}

void CommandLine::repeatable(const std::string& name, const std::string& type, std::vector<std::string>& values,
                             const std::string& help) {
  app_.add_option(name, values, help)->type_name(type)->allow_extra_args(false);
}

void CommandLine::choice(const std::string& name, const std::vector<std::string>& of, std::string& value,
                         const std::string& help) {
  app_.add_option(name, value, help)->check(CLI::IsMember(of));
}

void CommandLine::choices(const std::string& name, const std::string& type, const std::vector<std::string>& of,
                          std::vector<std::string>& values, const std::string& help) {
  app_.add_option(name, values, help)->type_name(type)->delimiter(',')->check(CLI::IsMember(of));
}

namespace {

/// The subcommand that was named, else the program itself.
const CLI::App& used(const CLI::App& app) {
  const auto subcommands = app.get_subcommands();
  return subcommands.empty() ? app : *subcommands.front();
}

std::vector<std::string> known_words(const CLI::App& app) {
  std::vector<std::string> words;
  for (const CLI::Option* option : app.get_options()) words.push_back(option->get_name(false, true));
  for (const CLI::App* sub : app.get_subcommands(nullptr)) words.push_back(sub->get_name());
  std::vector<std::string> names;
  for (const std::string& word : words)  // "-h,--help" names two
    for (std::size_t begin = 0; begin <= word.size();) {
      const auto end = std::min(word.find(',', begin), word.size());
      names.push_back(word.substr(begin, end - begin));
      begin = end + 1;
    }
  return names;
}

[[noreturn]] void refuse_unknown(const CLI::App& app, std::string word) {
  word = word.substr(0, word.find('='));
  const bool is_option = word.starts_with("-");
  const std::string near = nearest_name(word, known_words(app));
  const std::string where = app.get_name() == "pgplumb" ? "pgplumb" : "pgplumb " + app.get_name();
  throw Error((is_option ? "unknown option " : "unknown word ") + neutralise(word), {},
              near.empty() ? where + " --help lists what there is" : "did you mean " + near + "?");
}

/// False where the program is to end well at once: --help, --version. Throws Error with a suggestion where an option or command
/// is not known.
bool parse(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return true;
  } catch (const CLI::Success& help_or_version) {
    app.exit(help_or_version);
    return false;
  } catch (const CLI::RequiredError& missing) {
    for (int i = 1; i < argc; ++i)
      if (app.get_subcommands().empty()) refuse_unknown(app, argv[i]);
    throw Error(missing.what(), {},
                "pgplumb " + (&used(app) == &app ? std::string() : used(app).get_name() + " ") + "--help tells what to type");
  } catch (const CLI::ExtrasError&) {
    const auto extras = app.remaining(true);
    refuse_unknown(used(app), extras.empty() ? "" : extras.front());
  } catch (const CLI::ParseError& error) {
    throw Error(error.what(), {}, "pgplumb " + used(app).get_name() + " --help tells what to type");
  }
}

}  // namespace

ExitCode run(std::span<const Command> commands, int argc, char** argv) {
  CLI::App app{"Tells whether a PostgreSQL database still hangs true to the schema that its code and migrations expect.",
               "pgplumb"};
  app.set_version_flag("--version", PGPLUMB_VERSION);
  app.require_subcommand(1);
  std::function<ExitCode()> chosen;
  for (const Command& command : commands) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.help));
    CommandLine line(*sub);
    sub->callback([&chosen, act = command.prepare(line)] { chosen = act; });
  }
  return parse(app, argc, argv) ? chosen() : ExitCode::good;
}

}  // namespace pgplumb
