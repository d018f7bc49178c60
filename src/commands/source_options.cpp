#include "commands/source_options.h"

#include <algorithm>

namespace pgplumb {

void add_schema_option(CommandLine& line, SourceOptions& options) {
  line.repeatable("--schema", "NAME", options.schemas, "only this schema (repeatable)");
}

void add_only_option(CommandLine& line, SourceOptions& options) {
  line.repeatable("--only", "OBJECT", options.only, "only tables and types whose name matches the glob (repeatable)");
}

void add_layout_option(CommandLine& line, SourceOptions& options) {
  line.option("--layout", "NAME", options.layout,
              "how the migrations are laid out, where that is not recognised: prisma, flyway, goose …");
}

void add_source_options(CommandLine& line, SourceOptions& options, bool with_places) {
  if (with_places)
    line.words("PLACE", options.places,
               "what to compare: a .prisma file or folder, a migrations folder, a .sql file, -, a database URL");
  line.repeatable("--model", "[NAME=]PLACE", options.models, "what the code expects (repeatable, with a name: old=PLACE)");
  line.repeatable("--migrations", "PLACE", options.migrations, "what the migrations build");
  add_layout_option(line, options);
  line.option("--database", "URL", options.database,
              "the live database; default $DATABASE_URL; env:NAME keeps it off the command line");
  add_schema_option(line, options);
  add_only_option(line, options);
  line.choices("--require", "ROLE,...", {"model", "migrations", "database"}, options.require,
               "fail with exit 2 when one of these roles is absent");
}

void add_access_options(CommandLine& line, SourceOptions& options) {
  line.flag("--owners", options.owners, "compare who owns what, too");
  line.flag("--privileges", options.privileges, "compare who may do what, too: GRANT, REVOKE and default privileges");
}

void add_scratch_option(CommandLine& line, SourceOptions& options) {
  line.option("--scratch", "URL", options.scratch,
              "a PostgreSQL that may be asked about expressions that cannot be decided without one; env:NAME works too");
}

void add_output_options(CommandLine& line, OutputOptions& options) {
  line.repeatable("--format", "NAME[:FILE]", options.formats, "text, json or github, to a file with NAME:FILE (repeatable)");
  line.choice("--fail-on", {"error", "warning", "info", "never"}, options.fail_on, "the least severity that ends with exit 1");
  line.choice("--color", {"auto", "always", "never"}, options.color, "colour the text");
  line.flag("--quiet", options.quiet, "only what is wrong, and the last line");
  line.flag("--verbose", options.verbose, "everything: what was not compared, all that is info");
}

bool fails(Severity severity, const std::string& fail_on) {
  static constexpr std::string_view levels[]{"error", "warning", "info"};
  const auto level = std::find(std::begin(levels), std::end(levels), fail_on);
  return level != std::end(levels) && static_cast<int>(severity) <= level - std::begin(levels);
}

}  // namespace pgplumb
