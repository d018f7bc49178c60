// What a script says to psql, not to the server: its commands and variables.
#pragma once

#include <pgplumb/position.h>

#include <string>
#include <string_view>

namespace pgplumb {

/// `:name`, `:'name'` and `:"name"`, at the text's begin, where the grammar wants no colon; "" where there is none.
std::string psql_variable(std::string_view text);

enum class PsqlCommand {
  harmless,  ///< it changes nothing of what the script's statements do
  connects,  ///< the statements behind it are for another database, or for the same one again
  includes,  ///< it runs statements that are not in the script
  other
};
PsqlCommand psql_command(std::string_view word);

/// Which database scripts speak to: pg_dumpall writes all of a server into one, parted by \connect.
class Connections {
 public:
  /// A script begins in the database that whoever runs it names.
  void begin_script();
  /// `arguments` are the rest of the line of \connect.
  void connect(std::string_view arguments, Position at);
  /// The statement that ran has made something. Throws Error where something was made in another database before.
  void note_made();

 private:
  std::string database_;  // as it is written; "" before the script's first \connect
  Position at_;
  bool has_made_before_ = false;  // that \connect
  std::string made_in_;           // the database that a script named
};

}  // namespace pgplumb
