// The words by which scripts tell what they do: lists, so that a reader sees all that is understood.
#pragma once

#include <string_view>

namespace pgplumb::scripts {

/// Functions and methods that run the SQL they are given.
bool runs_sql(std::string_view function);
/// Of these, the ones that are given nothing else.
bool runs_sql_only(std::string_view function);
/// An expression that reads or writes rows, as SQLAlchemy puts it together: `select(…)`, `users.update()`; or a function.
bool builds_query(std::string_view written);
/// Functions whose value is that of their argument, or of what they are called on: text(), dedent(), strip() …
bool passes_on(std::string_view function);
/// What only speaks: logs, prints, errors.
bool only_speaks(std::string_view function);
/// The way back: downgrade, down, rollback.
bool leads_back(std::string_view function);
/// Calls of Go's tools that are given the function of the way forth, then that of the way back: goose.AddMigrationContext(up,
/// down), Migrations.MustRegister(up, down) of bun, migrations.MustRegisterTx(up, down) of go-pg.
bool hands_over_both_ways(std::string_view function);
/// What Alembic's `op` has besides operations, and the operations that are no DDL or hand on what they are given.
bool only_serves(std::string_view function);
/// Calls that change the schema without SQL: add_column, createTable.
bool changes_schema(std::string_view function);

/// Whether the text begins with DDL, or one of its statements does.
bool holds_ddl(std::string_view sql);
/// Whether it can hardly be anything else: CREATE TABLE, not "Create the index first".
bool is_surely_ddl(std::string_view text);

enum class Condition {
  true_here,   ///< PostgreSQL, or being run at all
  false_here,  ///< another dialect
  guard,       ///< asks whether something is there already
  failure,     ///< whether the statement before failed
  unknown,
};
Condition classify_condition(std::string_view written);
/// Whether what a guard asks for is there where it holds, or where it does not hold: not where it asks whether something lacks,
/// or for several things.
bool asks_for_what_is_there(std::string_view condition, bool holds);

}  // namespace pgplumb::scripts
