#include "commands/render.h"

#include <pgplumb/error.h>
#include <pgplumb/sql/identifier.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>

namespace pgplumb {

namespace {

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

Destination destination_of(const std::string& wish) {
  const auto colon = wish.find(':');
  const std::string name = wish.substr(0, colon);
  const auto all = formats();
  const auto format = std::find_if(all.begin(), all.end(), [&](const Format& one) { return one.name == name; });
  if (format == all.end()) {
    const std::string near = nearest_name(name, format_names());
    throw Error("unknown format " + neutralise(name), {},
                near.empty() ? "formats: " + joined(format_names()) : "did you mean " + near + "?");
  }
  return {&*format, colon == std::string::npos ? "" : wish.substr(colon + 1)};
}

/// Colour only on a terminal, and never with NO_COLOR (https://no-color.org).
bool wants_color(const OutputOptions& options, const Destination& destination) {
  if (options.color == "always") return true;
  const char* no_color = std::getenv("NO_COLOR");
  if (options.color == "never" || (no_color && *no_color)) return false;
  return destination.file.empty() && isatty(STDOUT_FILENO);
}

std::size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::min<std::size_t>(size.ws_col, 80);
  return 80;
}

}  // namespace

std::vector<Destination> destinations(const OutputOptions& options) {
  std::vector<Destination> all;
  for (const std::string& wish : options.formats) all.push_back(destination_of(wish));
  if (all.empty()) all.push_back(destination_of("text"));
  return all;
}

ReportOptions report_options(const OutputOptions& options, const Destination& destination) {
  return {wants_color(options, destination), options.verbose, options.quiet, destination.file.empty() ? terminal_width() : 80};
}

void write_to(const Destination& destination, const std::string& text) {
  if (destination.file.empty()) {
    std::cout << text << std::flush;
    return;
  }
  std::ofstream file(destination.file, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw Error("cannot write " + neutralise(destination.file), {}, "--format NAME:FILE writes the report to FILE");
}

}  // namespace pgplumb
