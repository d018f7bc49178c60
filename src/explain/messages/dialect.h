// How drivers and logs wrap a database's error: one row for each way.
#pragma once

#include <pgplumb/explain/incident.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pgplumb {

/// Part of a log, with the place of a mark in it. Nothing in it is trusted: all looking ahead is bounded.
struct Passage {
  std::string_view text;
  std::size_t mark = 0;
  /// The text is one record (a JSON log line with its escapes undone), whatever line breaks are in it.
  bool one_record = false;

  /// From `at` to the end of its line; of the record, where it is one.
  std::string_view line_from(std::size_t at) const;
  /// From `at` on, at most so many lines (and 16 KB).
  std::string_view lines_from(std::size_t at, std::size_t lines) const;
  /// From the beginning of the mark's line to the mark; at most 512 bytes.
  std::string_view before_mark() const;
};

/// One error as one place of a log tells it.
struct Sighting {
  ErrorReport error;
  /// The table that the error's names mean, where a statement beside it shows that they are an alias (or name none); "" else.
  std::string meant_schema, meant_relation;
  /// Who tells it. One failure is often told by several (the driver, what wraps it, the server's log), each as often as it
  /// happened.
  std::string_view teller;
  /// What the log names the session by (a server process id), "" where it does not.
  std::string session;
  /// Where reading goes on: behind everything that tells of this one error. At least one past the mark.
  std::size_t end = 0;
};

/// One way of telling an error. `marks` are what a log is searched for; `read` is called at each and looks forward from it.
struct Dialect {
  std::string_view name;
  std::string_view help;
  std::span<const std::string_view> marks;
  std::optional<Sighting> (*read)(const Passage& passage);
};

/// Every dialect. Where two have a mark at one place, the first is asked first.
std::span<const Dialect> dialects();

/// How far behind an error its statement, hint and caret stand, in lines.
inline constexpr std::size_t lines_with_statement = 8;

extern const Dialect prisma_dialect, psycopg_dialect, asyncpg_dialect, node_postgres_dialect, rails_dialect, sqlstate_dialect,
    server_log_dialect, plain_dialect;

}  // namespace pgplumb
