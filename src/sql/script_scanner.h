// Where the statements of a script begin and end, without parsing them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pgplumb {

/// A stretch of a script, in byte offsets.
struct Piece {
  enum class Kind {
    statement,     ///< from its first token to before its semicolon, comments before it left out
    psql_command,  ///< `\connect shop`: a backslash line, which only psql understands
    copy_data,     ///< what follows COPY … FROM stdin, with the line `\.` that ends it
  };
  Kind kind;
  std::size_t begin;
  std::size_t end;
  /// The text ended inside a BEGIN ATOMIC body or the parentheses of a rule, so its semicolons may after all end statements.
  bool unclosed_body = false;
};

/// Cuts as psql does: quotes, dollar quotes, E'' strings, nested comments, BEGIN ATOMIC bodies, the several actions of a rule.
class ScriptScanner {
 public:
  enum class Bodies { whole, cut_anyway };

  explicit ScriptScanner(std::string_view text, std::size_t from = 0, Bodies bodies = Bodies::whole)
      : text_(text), at_(from), bodies_(bodies) {}

  /// The next piece; none at the end. Empty statements are passed over.
  std::optional<Piece> next();

 private:
  /// What the words of the current statement have told so far.
  struct Statement {
    unsigned words = 0;
    bool is_copy = false, is_create = false, is_rule = false;
    bool after_begin = false, after_from = false;
    bool copies_from_stdin = false;
    unsigned body_depth = 0;  ///< of BEGIN ATOMIC and CASE, each closed by END
    int open_parentheses = 0;
  };

  std::optional<Piece> copy_data();
  Piece psql_command();
  Piece statement();
  bool at_psql_command() const;
  bool is_inside_body() const;
  void take_token();
  void take_word();
  void note_word(std::string_view word);
  void take_quoted(char quote, bool backslashes);
  void take_dollar();

  std::string_view text_;
  std::size_t at_;
  Bodies bodies_;
  Statement statement_;
  bool copy_data_follows_ = false;
  bool no_more_copy_data_ = false;  // a search for `\.` has failed
};

/// The offset of the first token at or behind `at`: white space and comments passed over.
std::size_t skip_blank(std::string_view text, std::size_t at);

}  // namespace pgplumb
