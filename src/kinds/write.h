// Pieces of SQL that the kinds' writers share.
#pragma once

#include <pgplumb/catalog/catalog.h>
#include <pgplumb/sql/identifier.h>

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// `"call_log"`, `"auth"."users"`: the table or type that a member's id names, or the object itself.
inline std::string quoted_owner(const ObjectId& id) {
  const std::string name = quote_identifier(id.name);
  return id.schema.empty() || id.schema == "public" ? name : quote_identifier(id.schema) + "." + name;
}

inline std::string alter_table(const ObjectId& id) { return "ALTER TABLE " + quoted_owner(id) + " "; }

/// `("a", "b")`
inline std::string quoted_columns(const std::vector<ColumnRef>& columns) {
  std::string text;
  for (const ColumnRef& column : columns) text += (text.empty() ? "" : ", ") + quote_identifier(column.symbol->text);
  return "(" + text + ")";
}

/// ` COLLATE "C"`, "" for none.
inline std::string collate_clause(ObjectRef collation) {
  return collation ? " COLLATE " + quote_qualified(*collation.symbol) : "";
}

/// `varchar(20) COLLATE "C"`
inline std::string type_and_collation(const DataType& type, ObjectRef collation) {
  return sql_type(type) + collate_clause(collation);
}

/// `"app"."f"` of a function, without its signature.
inline std::string quoted_function(RoutineRef function) {
  const std::string name = quote_identifier(function.symbol->text.substr(0, function.symbol->text.find('(')));
  const Symbol* schema = function.symbol->parent;
  return schema && schema->text != "public" ? quote_identifier(schema->text) + "." + name : name;
}

/// ` HANDLER "f"`, "" for no function.
inline std::string function_clause(std::string_view words, RoutineRef function) {
  return function ? std::string(words) + quoted_function(function) : "";
}

/// `CONSTRAINT "c" CHECK (a > 0)`
inline std::string check_constraint(std::string_view name, const ExpressionField& condition) {
  return "CONSTRAINT " + quote_identifier(name) + " CHECK (" + sql_expression(*condition.tree) + ")";
}

/// ` DEFERRABLE INITIALLY DEFERRED`, "" for the usual constraint.
inline std::string deferrable_words(bool deferrable, bool initially_deferred) {
  if (!deferrable) return {};
  return initially_deferred ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE";
}

/// `SET DEFAULT 0`, `DROP DEFAULT`: what ALTER says of a column or a domain.
inline std::string change_of_default(const ExpressionField& value) {
  return value ? "SET DEFAULT " + sql_expression(*value.tree) : "DROP DEFAULT";
}

/// `DISABLE`, `ENABLE ALWAYS`: what ALTER says of a trigger, a rule or an event trigger.
inline std::string_view firing_words(Firing fires) {
  constexpr std::string_view words[] = {"ENABLE", "ENABLE ALWAYS", "ENABLE REPLICA", "DISABLE"};
  return words[static_cast<std::size_t>(fires)];
}

/// `ALTER TABLE "t" DISABLE TRIGGER "x"`; `what` is TRIGGER or RULE.
inline std::string change_of_firing(const ObjectId& id, std::string_view what, Firing fires) {
  return alter_table(id).append(firing_words(fires)).append(" ").append(what) + " " + quote_identifier(id.member);
}

/// What is made fires; what else it is to do comes behind.
inline std::string made_to_fire(std::string create, Firing fires, const std::string& change) {
  return create.empty() || fires == Firing::enabled ? create : create + ";\n" + change;
}

/// `ALTER TABLE "t" DROP CONSTRAINT "c"`, the same for every constraint.
inline std::string drop_constraint(const Entry& entry) {
  return alter_table(entry.id) + "DROP CONSTRAINT " + quote_identifier(entry.id.member);
}

/// As PostgreSQL prints a statement, without what ends it.
inline std::string_view without_semicolon(std::string_view statement) {
  return statement.substr(0, statement.find_last_not_of("; \n") + 1);
}

/// An index lives in its table's schema.
inline std::string drop_index(const Entry& entry) {
  return "DROP INDEX " + quoted_owner({Namespace::relation, entry.id.schema, entry.id.member, {}});
}

}  // namespace pgplumb
