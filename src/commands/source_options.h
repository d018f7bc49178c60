// The options shared by the commands that read sources.
#pragma once

#include <pgplumb/findings/finding.h>

#include <optional>
#include <string>
#include <vector>

#include "commands/command_line.h"

namespace pgplumb {

struct SourceOptions {
  std::vector<std::string> places;
  std::vector<std::string> models, migrations;
  std::optional<std::string> database;
  std::string layout;
  std::vector<std::string> schemas, only, require;
  bool owners = false, privileges = false;
  std::string scratch;  ///< "" for none
};
/// `with_places`: bare PLACEs are taken too.
void add_source_options(CommandLine& line, SourceOptions& options, bool with_places);

void add_layout_option(CommandLine& line, SourceOptions& options);
void add_schema_option(CommandLine& line, SourceOptions& options);
void add_only_option(CommandLine& line, SourceOptions& options);

/// --owners and --privileges: what is read and compared only where it is asked for.
void add_access_options(CommandLine& line, SourceOptions& options);

/// --scratch: who decides what pgplumb cannot.
void add_scratch_option(CommandLine& line, SourceOptions& options);

struct OutputOptions {
  std::vector<std::string> formats;  ///< NAME or NAME:FILE
  std::string fail_on = "error";
  std::string color = "auto";
  bool quiet = false;
  bool verbose = false;
};
void add_output_options(CommandLine& line, OutputOptions& options);

/// Whether a finding of this severity fails the run.
bool fails(Severity severity, const std::string& fail_on);

}  // namespace pgplumb
