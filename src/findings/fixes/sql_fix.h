// The SQL that makes a database what is expected of it.
#pragma once

#include <string>
#include <vector>

#include "findings/case.h"

namespace pgplumb {

struct SqlFix {
  std::string text;                       ///< without the last semicolon; "" where there is none
  std::vector<std::string> hazards = {};  ///< as Fix::hazards
  bool is_of_migrations = false;          ///< these are to come up to the database, rather than it to them
  std::string by_hand = {};               ///< what no statement can be written for; "" for nothing
};

/// No ALTER TABLE changes a view's columns: its query is what makes them.
bool is_column_of_view(const Case& one);

SqlFix sql_fix(const Case& one);

/// The entry that is to be changed: the one at odds, as it is called when the fix runs.
Entry target_of(const Case& one);
/// The same when another's runs.
Entry target_of(const Case& one, const Case& when);

}  // namespace pgplumb
