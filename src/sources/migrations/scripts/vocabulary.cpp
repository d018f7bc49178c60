#include "sources/migrations/scripts/vocabulary.h"

#include <pgplumb/pattern.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <string>

#include "sql/script_scanner.h"

namespace pgplumb::scripts {

namespace {

using Words = std::string_view;

constexpr auto running = std::to_array<Words>({
    "execute",
    "exec_driver_sql",
    "executescript",
    "execute_sql",
    "execute_ddl",
    "run_sql",
    "exec",
    "query",
    "raw",
    "unsafe",
    "addSql",
    "runSql",
    "sql",
    "$executeRaw",
    "$executeRawUnsafe",
    "executeRaw",
    "executeQuery",
    "Exec",
    "ExecContext",
    "MustExec",
    "MustExecContext",
    "Query",
    "QueryRow",
    "QueryContext",
    "Raw",
    "RunSQL",
    "run",
    "fetch",
    "none",
    "any",
});
/// Of those, what is given SQL wherever it is called; others of the name may be given a class, a command, a query's key.
constexpr auto running_sql_only = std::to_array<Words>({
    "execute",
    "exec_driver_sql",
    "executescript",
    "raw",
    "unsafe",
    "addSql",
    "runSql",
    "$executeRawUnsafe",
    "Exec",
    "ExecContext",
    "MustExec",
    "MustExecContext",
    "Raw",
});
constexpr auto passing = std::to_array<Words>({
    "text",           "DDL",  "SQL", "dedent", "cleandoc", "strip",  "lstrip", "rstrip", "trim",  "str",    "String", "TrimSpace",
    "literal_column", "list", "f",   "tuple",  "set",      "sorted", "freeze", "iter",   "slice", "encode",
});
constexpr auto speaking = std::to_array<Words>({
    "print",   "debug",  "info",      "warning",      "warn",       "error",  "exception", "critical", "log",
    "Println", "Printf", "Print",     "Errorf",       "Fatal",      "Fatalf", "Info",      "Infof",    "Warn",
    "Error",   "echo",   "Exception", "RuntimeError", "ValueError", "Wrap",   "Wrapf",
});
constexpr auto serving = std::to_array<Words>(
    {"execute", "get_bind", "get_context", "f", "bulk_insert", "batch_alter_table", "inline_literal", "run_async"});
constexpr auto changing = std::to_array<Words>({
    "add_column",
    "drop_column",
    "create_table",
    "drop_table",
    "rename_table",
    "alter_column",
    "create_index",
    "drop_index",
    "create_unique_constraint",
    "create_foreign_key",
    "create_check_constraint",
    "create_primary_key",
    "create_exclude_constraint",
    "create_table_comment",
    "drop_table_comment",
    "drop_constraint",
    "create_all",
    "drop_all",
    "AddField",
    "RemoveField",
    "AlterField",
    "RenameField",
    "CreateModel",
    "DeleteModel",
    "AddIndex",
    "AddConstraint",
    "createTable",
    "createTableIfNotExists",
    "dropTable",
    "dropTableIfExists",
    "renameTable",
    "alterTable",
    "addColumn",
    "addColumns",
    "removeColumn",
    "dropColumn",
    "dropColumns",
    "changeColumn",
    "alterColumn",
    "renameColumn",
    "addIndex",
    "removeIndex",
    "createIndex",
    "dropIndex",
    "addConstraint",
    "removeConstraint",
    "dropConstraint",
    "createType",
    "createForeignKey",
    "dropForeignKey",
    "createUniqueConstraint",
    "createCheckConstraint",
    "createView",
    "createFunction",
    "createTrigger",
    "createExtension",
    "createSchema",
    "AutoMigrate",
    // go-pg, Bun and GORM
    "CreateTable",
    "DropTable",
    "RenameTable",
    "AddColumn",
    "AlterColumn",
    "DropColumn",
    "RenameColumn",
    "CreateIndex",
    "DropIndex",
    "CreateConstraint",
    "DropConstraint",
    "CreateView",
    "NewCreateTable",
    "NewDropTable",
    "NewCreateIndex",
    "NewDropIndex",
    "NewAddColumn",
    "NewDropColumn",
});

template <class List>
bool is_one_of(std::string_view word, const List& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool runs_sql(std::string_view function) { return is_one_of(function, running); }
bool runs_sql_only(std::string_view function) { return is_one_of(function, running_sql_only); }
bool passes_on(std::string_view function) { return is_one_of(function, passing); }
bool only_speaks(std::string_view function) { return is_one_of(function, speaking); }
bool only_serves(std::string_view function) { return is_one_of(function, serving); }
bool changes_schema(std::string_view function) { return is_one_of(function, changing); }

bool leads_back(std::string_view function) {
  static const Pattern pattern("^_*(?:down(?!load)|rollback|roll_back|revert|undo|backwards?$|reverse)");
  return pattern.is_in(lower_case(function));
}

bool hands_over_both_ways(std::string_view function) {
  static const Pattern pattern("^(?:Must)?Register(?:Tx)?$|^Add(?:Named)?Migration(?:NoTx)?(?:Context)?$");
  return pattern.is_in(function);
}

bool builds_query(std::string_view written) {
  static const Pattern pattern(R"(\b(?:select|insert|update|delete|exists|union|func)\b|=>|\bfunction\b)");
  return pattern.is_in(lower_case(written));
}

bool holds_ddl(std::string_view sql) {
  static const Pattern pattern(R"(^(?:create|alter|drop|comment\s+on|do|grant|revoke|set)\b)");
  ScriptScanner scanner(sql);
  while (const auto piece = scanner.next())
    if (piece->kind == Piece::Kind::statement && pattern.is_in(lower_case(sql.substr(piece->begin, 20)))) return true;
  return false;
}

bool is_surely_ddl(std::string_view text) {
  static const Pattern pattern(
      R"(^(?:(?:create|alter|drop)\s+(?:or\s+replace\s+)?(?:(?:unique|temp|temporary|unlogged|materialized|foreign|constraint|event|aggregate)\s+)*)"
      R"((?:table|index|type|view|schema|sequence|domain|function|procedure|trigger|extension|policy|rule|aggregate)\s+(?:if\s+(?:not\s+)?exists\s+|only\s+|concurrently\s+)*(?!if\s)["\w.{$]+|)"
      R"(comment\s+on\s+\w+\s+\S+\s+is\b|do\s+(?:language\s+\w+\s+)?\$))");
  const std::size_t begin = skip_blank(text, 0);
  if (begin >= text.size() || !pattern.is_in(lower_case(text.substr(begin, 200)))) return false;
  // "Create table users first" is a sentence; SQL goes on with a parenthesis or with words of its own.
  static const Pattern goes_on(
      R"([(;=$]|\b(?:add|alter|drop|rename|set|as|on|is|owner|enable|disable|attach|to|exists|validate)\b)");
  return goes_on.is_in(lower_case(text.substr(begin)));
}

Condition classify_condition(std::string_view written) {
  const std::string text = lower_case(written);
  static const Pattern main(R"(__name__|require\.main)"), postgres("postgres|psycopg|'pg'|\"pg\""),
      others("sqlite|mysql|mariadb|mssql|oracle"), negated(R"(!=|!==|\bnot\b|^\s*!|<>)"), failed(R"(\berr\b)"),
      guard(R"(exist|column|table|index|constraint|enum|inspect|missing|present|already|found|fetch|scalar|first\(|\brow|result|)"
            R"(\bnone\b|\bnull\b|\bnil\b|\bnot in\b|\bin\b|includes|has_|\bhas|length|count|len\()");
  if (main.is_in(text)) return Condition::true_here;
  if (failed.is_in(text)) return Condition::failure;
  const bool is_negated = negated.is_in(text);
  if (postgres.is_in(text)) return is_negated ? Condition::false_here : Condition::true_here;
  if (others.is_in(text)) return is_negated ? Condition::true_here : Condition::false_here;
  return guard.is_in(text) ? Condition::guard : Condition::unknown;
}

bool asks_for_what_is_there(std::string_view condition, bool holds) {
  static const Pattern negated(
      R"((?:^|[^=!<>])!(?!=)|!=|<>|\bnot\b|\bis none\b|===?\s*(?:0\b|null|nil|undefined|false)|<\s*1\b)"),
      several(R"(&&|\|\||\band\b|\bor\b)");
  const std::string text = lower_case(condition);
  return negated.is_in(text) != holds && !several.is_in(text);
}

}  // namespace pgplumb::scripts
