// asyncpg, bare and as SQLAlchemy wraps it.
#include "explain/messages/dialect.h"
#include "explain/messages/exception_class.h"

namespace pgplumb {
namespace {

constexpr std::string_view marks[] = {"asyncpg.exceptions."};

std::string_view name_teller(std::string_view before) {
  if (!before.ends_with("<class '")) return "asyncpg";
  return before.find("sqlalchemy.exc.") != std::string_view::npos ? "sqlalchemy.exc" : "SQLAlchemy";
}

// asyncpg.exceptions.UndefinedTableError: relation "calls" does not exist
// (sqlalchemy.dialects.postgresql.asyncpg.ProgrammingError) <class 'asyncpg.exceptions.UndefinedTableError'>: relation "calls"
// does not exist
std::optional<Sighting> read(const Passage& passage) {
  auto sighting = read_exception(passage, passage.line_from(passage.mark + marks[0].size()));
  if (sighting) sighting->teller = name_teller(passage.before_mark());
  return sighting;
}

}  // namespace

constinit const Dialect asyncpg_dialect{"asyncpg", "asyncpg, bare or wrapped by SQLAlchemy", marks, read};

}  // namespace pgplumb
