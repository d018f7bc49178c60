#include "commands/source_options.h"

#include <algorithm>

namespace pgplumb {

void add_source_options(CLI::App& app, SourceOptions& options, bool with_places) {
  if (with_places)
    app.add_option("PLACE", options.places,
                   "what to compare: a .prisma file or folder, a migrations folder, a .sql file, -, a database URL");
  app.add_option("--model", options.models, "what the code expects (repeatable, with a name: old=PLACE)")
      ->type_name("[NAME=]PLACE")
      ->allow_extra_args(false);
  app.add_option("--migrations", options.migrations, "what the migrations build")->type_name("PLACE")->allow_extra_args(false);
  app.add_option("--layout", options.layout,
                 "how the migrations are laid out, where that is not recognised: prisma, flyway, goose …")
      ->type_name("NAME");
  app.add_option("--database", options.database,
                 "the live database; default $DATABASE_URL; env:NAME keeps it off the command line")
      ->type_name("URL");
  app.add_option("--schema", options.schemas, "only this schema (repeatable)")->type_name("NAME")->allow_extra_args(false);
  app.add_option("--only", options.only, "only tables and types whose name matches the glob (repeatable)")
      ->type_name("OBJECT")
      ->allow_extra_args(false);
  app.add_option("--require", options.require, "fail with exit 2 when one of these roles is absent")
      ->type_name("ROLE,...")
      ->delimiter(',')
      ->check(CLI::IsMember({"model", "migrations", "database"}));
}

void add_access_options(CLI::App& app, SourceOptions& options) {
  app.add_flag("--owners", options.owners, "compare who owns what, too");
  app.add_flag("--privileges", options.privileges, "compare who may do what, too: GRANT, REVOKE and default privileges");
}

void add_scratch_option(CLI::App& app, SourceOptions& options) {
  app.add_option("--scratch", options.scratch,
                 "a PostgreSQL that may be asked about expressions that cannot be decided without one; env:NAME works too")
      ->type_name("URL");
}

void add_output_options(CLI::App& app, OutputOptions& options) {
  app.add_option("--format", options.formats, "text, json or github, to a file with NAME:FILE (repeatable)")
      ->type_name("NAME[:FILE]")
      ->allow_extra_args(false);
  app.add_option("--fail-on", options.fail_on, "the least severity that ends with exit 1")
      ->check(CLI::IsMember({"error", "warning", "info", "never"}));
  app.add_option("--color", options.color, "colour the text")->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_flag("--quiet", options.quiet, "only what is wrong, and the last line");
  app.add_flag("--verbose", options.verbose, "everything: what was not compared, all that is info");
}

bool fails(Severity severity, const std::string& fail_on) {
  static constexpr std::string_view levels[]{"error", "warning", "info"};
  const auto level = std::find(std::begin(levels), std::end(levels), fail_on);
  return level != std::end(levels) && static_cast<int>(severity) <= level - std::begin(levels);
}

}  // namespace pgplumb
