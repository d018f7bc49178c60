// psycopg2 and psycopg 3, bare and as SQLAlchemy, Django and Alembic wrap them.
#include "explain/conditions.h"
#include "explain/messages/dialect.h"
#include "explain/messages/exception_class.h"

namespace pgplumb {
namespace {

constexpr std::string_view marks[] = {"psycopg2.", "psycopg."};

std::string_view name_teller(std::string_view before) {
  if (!before.ends_with('(')) return "psycopg";
  return before.find("sqlalchemy.exc.") != std::string_view::npos ? "sqlalchemy.exc" : "SQLAlchemy";
}

// psycopg2.errors.UndefinedColumn: column call_log.recording_mode does not exist
// (psycopg2.errors.UndefinedColumn) column call_log.recording_mode does not exist
// (psycopg2.ProgrammingError) column call_log.recording_mode does not exist      before psycopg2 2.8
std::optional<Sighting> read(const Passage& passage) {
  std::string_view line = passage.line_from(passage.mark);
  line.remove_prefix(line.find('.') + 1);
  if (line.starts_with("errors.")) line.remove_prefix(7);
  auto sighting = read_exception(passage, line);
  if (sighting) sighting->teller = name_teller(passage.before_mark());
  return sighting;
}

}  // namespace

constinit const Dialect psycopg_dialect{"psycopg", "psycopg2 and psycopg 3, bare or wrapped by SQLAlchemy", marks, read};

}  // namespace pgplumb
