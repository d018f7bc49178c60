#include "findings/fixes/alter_foreign.h"

#include "kinds/foreign_options.h"
#include "kinds/privileges/write.h"
#include "kinds/table/options.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

/// What ALTER says in OPTIONS (…), and what it cannot.
struct OptionChanges {
  std::string clause;  ///< ` OPTIONS (SET host 'db')`, "" for none
  std::string hidden;  ///< `password, api_key`
};

std::string listed(const std::string& list, const std::string& one) { return list.empty() ? one : list + ", " + one; }

OptionChanges option_changes(Text from, Text to, bool are_hidden = false) {
  const Options there = split_options(from), wanted = split_options(to);
  std::string changes, hidden;
  for (const auto& [name, value] : there)
    if (!wanted.contains(name)) changes = listed(changes, "DROP " + quote_identifier(name));
  for (const auto& [name, value] : wanted) {
    const auto now = there.find(name);
    if (now != there.end() && now->second == value) continue;
    if (are_hidden || is_hidden(value))
      hidden = listed(hidden, name);
    else
      changes = listed(changes, (now == there.end() ? "ADD " : "SET ") + quote_identifier(name) + " " + quote_literal(value));
  }
  return {changes.empty() ? "" : " OPTIONS (" + changes + ")", hidden};
}

/// `clauses` are what else `alter` says.
SqlFix alter_with_options(const std::string& alter, const OptionChanges& changes, const std::string& clauses = {}) {
  SqlFix fix;
  if (const std::string change = clauses + changes.clause; !change.empty()) fix = {alter + change, {"breaks-running-code"}};
  if (!changes.hidden.empty()) fix.by_hand = alter + " OPTIONS (ADD …), for " + changes.hidden + ": " + std::string(why_hidden);
  return fix;
}

std::string alter(const Case& one) { return "ALTER " + named_with_kind(target_of(one)); }

/// ` HANDLER "f"`, ` NO HANDLER`, "" where it stays.
std::string function_change(const std::string& word, RoutineRef from, RoutineRef to) {
  if (from == to) return {};
  return to ? function_clause(" " + word + " ", to) : " NO " + word;
}

}  // namespace

SqlFix change_foreign_data_wrapper(const Case& one) {
  const auto &there = *one.as<ForeignDataWrapper>(one.actuality()), &wanted = *one.as<ForeignDataWrapper>(one.expectation());
  return alter_with_options(alter(one), option_changes(there.options, wanted.options),
                            function_change("HANDLER", there.handler, wanted.handler) +
                                function_change("VALIDATOR", there.validator, wanted.validator));
}

SqlFix change_foreign_server(const Case& one) {
  const auto &there = *one.as<ForeignServer>(one.actuality()), &wanted = *one.as<ForeignServer>(one.expectation());
  // No ALTER changes of what wrapper or type it is.
  if (!(there.wrapper == wanted.wrapper) || !(there.type == wanted.type)) return {};
  const std::string version = wanted.version.empty() ? "NULL" : quote_literal(wanted.version.str());
  return alter_with_options(alter(one), option_changes(there.options, wanted.options),
                            there.version == wanted.version ? "" : " VERSION " + version);
}

SqlFix change_user_mapping(const Case& one) {
  const auto &there = *one.as<UserMapping>(one.actuality()), &wanted = *one.as<UserMapping>(one.expectation());
  return alter_with_options(alter(one), option_changes(there.option_names, wanted.option_names, true));
}

SqlFix change_foreign_table(const Case& one) {
  const auto &there = *one.as<Table>(one.actuality()), &wanted = *one.as<Table>(one.expectation());
  // No ALTER changes on which server it is.
  if (!(there.server == wanted.server)) return {};
  return alter_with_options(alter(one), option_changes(there.foreign_options, wanted.foreign_options));
}

SqlFix change_column_options(const ObjectId& column, Text from, Text to) {
  return alter_with_options("ALTER FOREIGN TABLE " + quoted_owner(column) + " ALTER COLUMN " + quote_identifier(column.member),
                            option_changes(from, to));
}

}  // namespace pgplumb
