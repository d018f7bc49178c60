// A script replayed from nothing, and what came of it in lines that a test can read.
#pragma once

#include <pgplumb/statements/replay.h>

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

using Lines = std::vector<std::string>;

inline pgplumb::Catalog replayed(std::string_view sql) {
  pgplumb::Draft draft;
  pgplumb::Replay replay(draft);
  replay.run(pgplumb::SourceText("a.sql", std::string(sql)));
  pgplumb::Catalog catalog = draft.settle();
  replay.report_to(catalog);
  return catalog;
}

/// "calls.id: integer not null", in the catalog's order; schemas left out. What is uncertain ends with a question mark, what is
/// stated in part begins with "… ".
inline Lines objects(const pgplumb::Catalog& catalog) {
  Lines lines;
  for (const pgplumb::Entry& entry : catalog.entries())
    if (entry.id.space != pgplumb::Namespace::schema)
      lines.push_back((entry.stated_in_part ? "… " : "") + display_id(entry.id) + ": " + describe(entry.object) +
                      (entry.uncertain ? " ?" : ""));
  return lines;
}
inline Lines objects(std::string_view sql) { return objects(replayed(sql)); }

/// Only what is surely there.
inline Lines present(const pgplumb::Catalog& catalog) {
  Lines lines;
  for (const pgplumb::Entry& entry : catalog.entries())
    if (!entry.uncertain && !pgplumb::may_be_gone(entry)) lines.push_back(display_id(entry.id));
  return lines;
}

/// Only those whose line begins so.
inline Lines objects(std::string_view sql, std::string_view prefix) {
  Lines lines = objects(sql);
  std::erase_if(lines, [&](const std::string& line) { return !line.starts_with(prefix); });
  return lines;
}

/// "1:1 42P07 relation "calls" already exists …"
inline Lines problems(const pgplumb::Catalog& catalog) {
  Lines lines;
  for (const pgplumb::StatementProblem& problem : catalog.problems)
    lines.push_back(std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column) + " " + problem.sqlstate + " " +
                    problem.reason);
  return lines;
}
inline Lines problems(std::string_view sql) { return problems(replayed(sql)); }

/// "1:1 CHECK constraint calls.calls_check"
inline Lines not_compared(std::string_view sql) {
  Lines lines;
  for (const pgplumb::NotCompared& item : replayed(sql).not_compared)
    lines.push_back(std::to_string(item.at.line) + ":" + std::to_string(item.at.column) + " " + item.what +
                    (item.object.empty() ? "" : " " + item.object));
  return lines;
}
