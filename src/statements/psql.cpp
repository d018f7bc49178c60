#include "statements/psql.h"

#include <pgplumb/error.h>
#include <pgplumb/pattern.h>

#include <algorithm>
#include <array>

namespace pgplumb {

namespace {

struct CommandRow {
  std::string_view word;
  PsqlCommand command;
};
/// pg_dump writes \restrict, and with --create one \connect.
constexpr std::array commands = {CommandRow{"\\restrict", PsqlCommand::harmless},
                                 CommandRow{"\\unrestrict", PsqlCommand::harmless},
                                 CommandRow{"\\echo", PsqlCommand::harmless},
                                 CommandRow{"\\qecho", PsqlCommand::harmless},
                                 CommandRow{"\\set", PsqlCommand::harmless},
                                 CommandRow{"\\pset", PsqlCommand::harmless},
                                 CommandRow{"\\timing", PsqlCommand::harmless},
                                 CommandRow{"\\x", PsqlCommand::harmless},
                                 CommandRow{"\\a", PsqlCommand::harmless},
                                 CommandRow{"\\t", PsqlCommand::harmless},
                                 CommandRow{"\\o", PsqlCommand::harmless},
                                 CommandRow{"\\out", PsqlCommand::harmless},
                                 CommandRow{"\\warn", PsqlCommand::harmless},
                                 CommandRow{"\\conninfo", PsqlCommand::harmless},
                                 CommandRow{"\\copy", PsqlCommand::harmless},
                                 CommandRow{"\\encoding", PsqlCommand::harmless},
                                 CommandRow{"\\;", PsqlCommand::harmless},
                                 CommandRow{"\\connect", PsqlCommand::connects},
                                 CommandRow{"\\c", PsqlCommand::connects},
                                 CommandRow{"\\i", PsqlCommand::includes},
                                 CommandRow{"\\ir", PsqlCommand::includes},
                                 CommandRow{"\\include", PsqlCommand::includes},
                                 CommandRow{"\\include_relative", PsqlCommand::includes},
                                 CommandRow{"\\gexec", PsqlCommand::includes}};

/// The first of the arguments, `"app"` without its quotes; of a connection string, which may hold a password, its dbname alone.
/// "" where the database stays as it is.
std::string database_in(std::string_view arguments) {
  static const Pattern named(R"re(^\s*(?:-reuse-previous=\S+\s+)?(?:"([^"\n]*)"|'([^'\n]*)'|([^\s;]*)))re");
  static const Pattern keyword(R"(\bdbname\s*=\s*'?([^'\s]+))");
  const auto found = named.find(arguments);
  if (found.empty()) return {};
  const std::string_view name = !found[1].empty() ? found[1] : !found[2].empty() ? found[2] : found[3];
  const bool is_connection_string = name.find('=') != std::string_view::npos || name.find("://") != std::string_view::npos;
  if (!is_connection_string) return name == "-" ? std::string() : std::string(name);
  const auto database = keyword.find(name);
  return database.empty() ? std::string() : std::string(database[1]);
}

}  // namespace

std::string psql_variable(std::string_view text) {
  static const Pattern variable(R"(^:('[A-Za-z0-9_]+'|"[A-Za-z0-9_]+"|[A-Za-z_]\w*))");
  const auto found = variable.find(text);
  return found.empty() ? std::string() : std::string(found[0]);
}

PsqlCommand psql_command(std::string_view word) {
  const auto found = std::find_if(commands.begin(), commands.end(), [&](const CommandRow& row) { return row.word == word; });
  return found == commands.end() ? PsqlCommand::other : found->command;
}

void Connections::connect(std::string_view arguments, Position at) {
  std::string named = database_in(arguments);
  if (named.empty()) return;
  database_ = std::move(named);
  at_ = at;
}

void Connections::begin_script() {
  database_.clear();
  has_made_before_ = false;
}

void Connections::note_made() {
  if (database_.empty()) {
    has_made_before_ = true;
    return;
  }
  if (made_in_.empty() && !has_made_before_) made_in_ = database_;
  if (made_in_ == database_ && !has_made_before_) return;
  throw Error("what follows is made in the database " + database_ + ", what stands before it in " +
                  (has_made_before_ ? "another" : made_in_),
              at_, "one database is compared at a time: pg_dump --schema-only " + database_ + " > " + database_ + ".sql");
}

}  // namespace pgplumb
