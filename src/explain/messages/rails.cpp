// Ruby's pg: PG::UndefinedColumn: ERROR:  column calls.opt does not exist
#include "explain/messages/dialect.h"
#include "explain/messages/exception_class.h"

namespace pgplumb {
namespace {

constexpr std::string_view marks[] = {"PG::"};

std::optional<Sighting> read(const Passage& passage) {
  auto sighting = read_exception(passage, passage.line_from(passage.mark + marks[0].size()));
  if (sighting) sighting->teller = "pg (Ruby)";
  return sighting;
}

}  // namespace

constinit const Dialect rails_dialect{"ruby-pg", "Ruby's pg, as Rails prints it", marks, read};

}  // namespace pgplumb
