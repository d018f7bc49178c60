// What the server itself writes, and what passes it on as it is: PostgreSQL's log, psql, JDBC, pgx.
#include <cctype>

#include "explain/conditions.h"
#include "explain/messages/code.h"
#include "explain/messages/dialect.h"
#include "explain/messages/sentence.h"
#include "explain/messages/statement.h"

namespace pgplumb {
namespace {

constexpr std::string_view marks[] = {"ERROR: ", "ERROR,"};

/// The process id of log_line_prefix's usual "%m [%p] "; "" where there is none.
std::string_view read_process(std::string_view before) {
  const auto begin = before.rfind('[');
  const auto end = before.rfind(']');
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin || before.size() - end > 80) return {};
  const auto process = before.substr(begin + 1, end - begin - 1);
  for (const unsigned char c : process)
    if (!std::isdigit(c) && c != '-') return {};
  return process;
}

// 2026-03-01 03:02:11.123 UTC [4711] ERROR:  column call_log.recording_mode does not exist at character 8
// ERROR: relation "calls" does not exist (SQLSTATE 42P01)                                      pgx
// … ,ERROR,42703,"column call_log.recording_mode does not exist", …                            csvlog
std::optional<Sighting> read(const Passage& passage) {
  std::string_view line = passage.line_from(passage.mark);
  line.remove_prefix(marks[0].size() - (line[5] == ',' ? 1 : 0));
  const std::string_view column_of_code = line.substr(0, 5);
  if (line.size() > 7 && line.substr(5, 2) == ",\"" && is_sqlstate(column_of_code)) line.remove_prefix(7);
  auto sentence = read_sentence(line, server_sentences());
  if (!sentence) return std::nullopt;

  Sighting sighting{
      .error = std::move(sentence->error), .teller = "server log", .session = std::string(read_process(passage.before_mark()))};
  sighting.end = static_cast<std::size_t>(line.data() - passage.text.data()) + line.substr(0, line.find('\n')).size();
  name_meant(sighting, passage.lines_from(sighting.end, lines_with_statement));
  return sighting;
}

}  // namespace

constinit const Dialect server_log_dialect{"server", "PostgreSQL's own log, psql, JDBC, pgx", marks, read};

}  // namespace pgplumb
