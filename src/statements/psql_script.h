// A script as psql reads it: its variables put in, and of its \if the branch that is taken.
#pragma once

#include <pgplumb/sql/parse.h>
#include <pgplumb/statements/replay.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/script_scanner.h"
#include "statements/psql_variables.h"

namespace pgplumb {

/// Whether the text has commands of psql that say what of it runs. pg_dump's have no such meaning.
bool steers_psql(std::string_view text);

/// Whoever runs what the script hands on. Offsets are bytes of the script.
struct PsqlHost {
  std::function<void(Extract sql, const std::vector<Remark>& remarks)> run;
  std::function<void(const std::string& path, bool is_relative, std::size_t at)> include;
  std::function<void(std::string_view arguments, std::size_t at)> connect;
  /// `may_make`: that a statement makes what this hides is not known.
  std::function<void(std::string what, std::string why, std::size_t at, bool may_make)> leave_out;
};

class PsqlScript {
 public:
  PsqlScript(std::string_view text, PsqlVariables& variables, PsqlHost host)
      : text_(text), variables_(variables), host_(std::move(host)) {}
  void run();

  /// One command, its name taken off the arguments.
  struct Command {
    std::string_view name;
    PsqlArguments arguments;
    std::size_t at;
  };
  void begin_if(Command& command);
  void begin_elif(Command& command);
  void begin_else(Command& command);
  void end_if(Command& command);
  void set(Command& command);
  void unset(Command& command);
  void set_from_outside(Command& command);
  void include(Command& command);
  void connect(Command& command);
  void quit(Command& command);
  void send(Command& command);
  void send_and_set(Command& command);
  void send_and_execute(Command& command);

 private:
  enum class Runs { yes, no, maybe };
  struct Branch {
    Runs runs;
    Runs earlier;  ///< whether one before it in the same \if did
  };

  Runs runs() const;
  /// Whether its arguments, or what is left of them, are true.
  Runs condition(Command& command);
  void take_branch(Runs wanted);
  void take_statement(const Piece& piece);
  void take_commands(std::string_view line, std::size_t at);
  void take_command(Command& command);
  void put_in_variables(std::size_t begin, std::size_t end);
  void leave_open(std::string what, std::string_view why);
  void end_statement();
  void hand_over();
  std::string_view open_statement() const;

  std::string_view text_;
  PsqlVariables& variables_;
  PsqlHost host_;
  std::vector<Branch> branches_;
  Runs until_here_ = Runs::yes;  // what \q left
  Extract sql_;                  // not handed over yet
  std::vector<Remark> remarks_;
  std::size_t statement_begin_ = 0;  // in sql_, of what no semicolon has ended yet
  std::optional<Remark> doubt_;      // on it
};

}  // namespace pgplumb
