#include "sources/database/history.h"

#include "sources/database/prisma_history.sql.h"
#include "sources/database/prisma_migrations.sql.h"

namespace pgplumb {

namespace {

void find_table(Connection& connection, const ReadOptions& options, Source& source) {
  connection.ask({prisma_history_sql, {options.default_schema}, [&](const Row& row) {
                    enum { name, is_readable };
                    const std::string_view found = row.text(name);
                    source.history_table = (found == "public" ? "" : std::string(found) + ".") + "_prisma_migrations";
                    source.history_state = row.flag(is_readable) ? Source::History::read : Source::History::unreadable;
                  }});
}

void read_rows(Connection& connection, Source& source) {
  connection.ask({prisma_migrations_sql, {}, [&](const Row& row) {
                    enum { name, applied_at, failed, rolled_back };
                    source.history.push_back({std::string(row.text(name)), std::string(row.text(applied_at)), row.flag(failed),
                                              row.flag(rolled_back)});
                  }});
}

}  // namespace

void read_history(Connection& connection, const ReadOptions& options, Source& source) {
  source.history_state = Source::History::none;
  source.history.clear();
  try {
    find_table(connection, options, source);
    if (source.history_state == Source::History::read) read_rows(connection, source);
  } catch (const ServerRefusal&) {
    source.history_state = Source::History::unreadable;
    source.history.clear();
  }
}

}  // namespace pgplumb
