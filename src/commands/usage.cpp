#include "commands/usage.h"

#include <pgplumb/error.h>
#include <pgplumb/reports/report.h>
#include <pgplumb/sql/identifier.h>

#include <iostream>
#include <string>
#include <vector>

namespace pgplumb {

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

}  // namespace

std::optional<ExitCode> parse_arguments(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::CallForHelp& help) {
    app.exit(help);
    return ExitCode::good;
  } catch (const CLI::CallForVersion& version) {
    app.exit(version);
    return ExitCode::good;
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

}  // namespace pgplumb
