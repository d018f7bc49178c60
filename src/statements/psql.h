// What a script says to psql, not to the server: its commands and variables.
#pragma once

#include <pgplumb/position.h>

#include <optional>
#include <string>
#include <string_view>

namespace pgplumb {

/// `:'name'` and `:"name"`, at the text's begin; "" where there is none. `:name` may as well be the bound of a slice.
std::string psql_variable(std::string_view text);

enum class PsqlCommand {
  harmless,  ///< it changes nothing of what the script's statements do
  connects,  ///< the statements behind it are for another database, or for the same one again
  includes,  ///< it runs statements that are not in the script
  other
};
PsqlCommand psql_command(std::string_view word);

/// Which database a script speaks to: pg_dumpall writes all of a server into one, parted by \connect.
class Connections {
 public:
  /// `arguments` are the rest of the line of \connect.
  void connect(std::string_view arguments, Position at);
  /// The statement that ran has made something. Throws Error where something was made in another database before.
  void note_made();

 private:
  std::string database_;  // as it is written; "" before the first \connect
  Position at_;
  std::optional<std::string> made_in_;
};

}  // namespace pgplumb
