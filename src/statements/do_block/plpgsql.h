// PL/pgSQL cut into its statements, as far as replaying needs: what is SQL, what it depends on, which failures are caught.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// A stretch of the body, in byte offsets.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view of(std::string_view body) const { return body.substr(begin, end - begin); }
};

struct PlStatement {
  enum class Kind {
    sql,      ///< a statement of SQL
    query,    ///< SELECT … INTO, PERFORM: `text`, then `rest`, without INTO and its targets
    assign,   ///< `target := text`, a declared value too, and `record.field := text`
    execute,  ///< EXECUTE; `text` is the expression that gives the statement, `rest` what stands behind it and its INTO
    block,    ///< BEGIN … EXCEPTION … END
    choice,   ///< IF or CASE; `rest` is the value of CASE value WHEN, whose branches have values instead of conditions
    loop,     ///< LOOP, WHILE, FOR, FOREACH
    raise,    ///< RAISE EXCEPTION, which ends the block; lesser levels are `other`
    leave,    ///< RETURN
    give,     ///< RETURN NEXT, RETURN QUERY: `text` all of it; of RETURN QUERY EXECUTE as of EXECUTE
    exit,     ///< EXIT; `text` is its condition, empty for none, `rest` the label of the loop that it means
    next,     ///< CONTINUE, likewise
    commit,   ///< COMMIT
    rollback,
    other,  ///< NULL, RAISE NOTICE … nothing that changes a schema or a variable
    unread,  ///< what changes variables in ways that are not followed: GET DIAGNOSTICS, FETCH, INSERT … RETURNING … INTO; of an
             ///< assignment to an element `rest` is what is assigned
  };
  /// Statements under a condition: of IF one for each branch, ELSE without a condition; of EXCEPTION one for each WHEN, which
  /// catches condition names, SQLSTATEs or "others".
  struct Branch {
    Stretch condition;
    std::vector<PlStatement> statements;
    std::vector<std::string> catches = {};
  };

  /// What a loop goes through, or RETURN QUERY gives, given by `text`.
  enum class Over {
    nothing,    ///< or nothing that is followed
    condition,  ///< WHILE, and LOOP, which has none
    rows_or_range,
    executed,  ///< the rows of EXECUTE, whose USING is `rest`
    array,
    slices,  ///< FOREACH … SLICE 1
  };

  Kind kind;
  Stretch text;
  Stretch rest = {};
  Stretch whole = {};  ///< from its first word to its semicolon
  /// What is assigned to: of a query or EXECUTE its INTO, of a FOR loop its variables, of CALL whatever it names.
  std::vector<std::string> targets = {};
  bool is_strict = false;  ///< INTO STRICT
  /// Of a declaration: its type.
  Stretch type = {};
  std::size_t declared = 0;                  ///< of a block: how many of its first statements give the variables that it declares
  std::vector<PlStatement> statements = {};  ///< of a block or loop; a block's DECLAREd values come first, as assignments
  std::vector<Branch> branches = {};         ///< of a choice, or a block's handlers
  Over over = Over::nothing;
};

/// Calls `visit(one)` for each statement directly in this one, those of all its branches.
template <class Visit>
void for_each_directly_in(const PlStatement& statement, const Visit& visit) {
  for (const PlStatement& one : statement.statements) visit(one);
  for (const PlStatement::Branch& branch : statement.branches)
    for (const PlStatement& one : branch.statements) visit(one);
}

/// The same for the statement itself and for all that is in it, at any depth.
template <class Visit>
void for_each_in(const PlStatement& statement, const Visit& visit) {
  visit(statement);
  for_each_directly_in(statement, [&](const PlStatement& one) { for_each_in(one, visit); });
}

/// The outermost block. Throws SyntaxError (sql/parse.h) where the text is none.
PlStatement read_plpgsql(std::string_view body);

}  // namespace pgplumb
