// pgplumb: tells whether a PostgreSQL database still hangs true to the schema that its code and migrations expect.
#include <pgplumb/error.h>

#include <exception>
#include <iostream>

#include "commands/command.h"

namespace {

void print_error(const pgplumb::Error& error) {
  const std::string at = error.at().text();
  std::cerr << (at.empty() ? "pgplumb: " : at + ": ") << error.message() << '\n';
  if (!error.excerpt().empty()) std::cerr << error.excerpt();
  if (!error.hint().empty()) std::cerr << "hint: " << error.hint() << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return static_cast<int>(pgplumb::run(pgplumb::commands(), argc, argv));
  } catch (const pgplumb::Error& error) {
    print_error(error);
  } catch (const std::exception& error) {
    std::cerr << "pgplumb: " << error.what() << '\n';
  }
  return static_cast<int>(pgplumb::ExitCode::could_not_check);
}
