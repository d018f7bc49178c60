#include "findings/fixes/alter_column.h"

#include <pgplumb/sql/identifier.h>

#include "findings/fixes/alter_foreign.h"
#include "findings/fixes/owned_sequence.h"
#include "kinds/column/definition.h"
#include "kinds/sequence/write.h"
#include "kinds/spelling.h"
#include "kinds/table/options.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

bool is_identity(Identity identity) { return identity == Identity::always || identity == Identity::by_default; }

const Entry* expected_sequence(const Case& one) { return owned_sequence(one, one.expected(), *one.expectation().entry); }
const Entry* actual_sequence(const Case& one) { return owned_sequence(one, one.actual(), *one.actuality().entry); }

std::string quoted_name(const Entry& sequence) { return quoted_owner(sequence.id); }

/// A new sequence counts on from what is there.
std::string count_on(const Case& one) {
  const ObjectId& id = target_of(one).id;
  const Entry* sequence = expected_sequence(one);
  const bool descends = sequence && std::get<Sequence>(sequence->object).increment < 0;
  return ";\nSELECT setval(pg_get_serial_sequence(" + quote_literal(quoted_owner(id)) + ", " + quote_literal(id.member) + "), " +
         (descends ? "min(" : "max(") + quote_identifier(id.member) + ")) FROM " + quoted_owner(id);
}

/// The sequence of a serial column as it is expected; where that is what PostgreSQL calls it, as it calls it there.
std::string serial_name(const Case& one) {
  const Entry *column = one.expectation().entry, *sequence = expected_sequence(one);
  const bool is_usual = !sequence || sequence->id.name == usual_sequence_name(*column->symbol);
  const Symbol& there = *target_of(one).symbol;
  return quoted_owner(
      {Namespace::relation, target_of(one).id.schema, is_usual ? usual_sequence_name(there) : sequence->id.name, {}});
}

/// What counts by another's sequence leaves it.
std::string lose_serial(const Case& one) {
  const Entry* sequence = actual_sequence(one);
  return alter_column(target_of(one).id) + "DROP DEFAULT" + (sequence ? ";\nDROP SEQUENCE " + quoted_name(*sequence) : "");
}

/// The column's own sequence, or the one that bears its name; null where there is none.
const Entry* sequence_still_there(const Case& one) {
  if (const Entry* own = actual_sequence(one)) return own;
  const Entry *column = one.expectation().entry, *expected = expected_sequence(one);
  const std::string name = expected ? std::string(expected->id.name) : usual_sequence_name(*column->symbol);
  return one.source(one.actual()).catalog.find({Namespace::sequence, target_of(one).id.schema, name, {}});
}

/// What CREATE TABLE does for `serial`, and what became of the sequence.
std::string make_serial(const Case& one) {
  const ObjectId& id = target_of(one).id;
  const Entry* expected = expected_sequence(one);
  const Sequence sequence =
      expected ? std::get<Sequence>(expected->object) : serial_sequence(one.as<Column>(one.expectation())->type);
  return "CREATE SEQUENCE " + serial_name(one) + sequence_definition(sequence) + " OWNED BY " + quoted_owner(id) + "." +
         quote_identifier(id.member) + ";\n" + alter_column(target_of(one).id) + "SET DEFAULT nextval(" +
         quote_literal(serial_name(one)) + ")";
}

/// One clause of what is stored or estimated otherwise; "" where PostgreSQL has none before 16: SET STORAGE DEFAULT.
std::string storage_clause(const std::string& name, const std::string& wanted) {
  if (name == "storage") return wanted.empty() ? "" : "SET STORAGE " + wanted;
  if (name == "compression") return "SET COMPRESSION " + (wanted.empty() ? "default" : wanted);
  if (name == "statistics") return "SET STATISTICS " + (wanted.empty() ? "-1" : wanted);
  return wanted.empty() ? "RESET (" + name + ")" : "SET (" + name + " = " + wanted + ")";
}

}  // namespace

std::string alter_column(const ObjectId& column) {
  return alter_table(column) + "ALTER COLUMN " + quote_identifier(column.member) + " ";
}

bool is_made_again(const Case& one) {
  const Column &there = *one.as<Column>(one.actuality()), &wanted = *one.as<Column>(one.expectation());
  return wanted.generated && !(there.generated == wanted.generated);
}

SqlFix change_nullability(const Case& one) {
  if (is_made_again(one)) return {};
  if (one.as<Column>(one.expectation())->not_null)
    return {alter_column(target_of(one).id) + "SET NOT NULL", {"scans-table", "blocks-reads", "blocks-writes", "needs-backfill"}};
  return {alter_column(target_of(one).id) + "DROP NOT NULL", {"safe-to-repeat"}};
}

SqlFix change_default(const Case& one) {
  const Column& wanted = *one.as<Column>(one.expectation());
  if (is_made_again(one)) return {};
  const bool counts_by_its_own = wanted.identity == Identity::serial && !wanted.default_value;
  const Entry* own = actual_sequence(one);
  const std::string change = counts_by_its_own
                                 ? "SET DEFAULT nextval(" + quote_literal(own ? quoted_name(*own) : serial_name(one)) + ")"
                             : wanted.default_value ? "SET DEFAULT " + default_sql(wanted.type, *wanted.default_value.tree)
                                                    : "DROP DEFAULT";
  return {alter_column(target_of(one).id) + change, {"safe-to-repeat"}};
}

SqlFix change_identity(const Case& one) {
  const Identity from = one.as<Column>(one.actuality())->identity, to = one.as<Column>(one.expectation())->identity;
  const std::string alter = alter_column(target_of(one).id);
  if (is_identity(from) && is_identity(to))
    return {alter + (to == Identity::always ? "SET GENERATED ALWAYS" : "SET GENERATED BY DEFAULT"), {"safe-to-repeat"}};
  std::string sql;
  if (from != Identity::none) sql = is_identity(from) ? alter + "DROP IDENTITY" : lose_serial(one);
  if (to == Identity::none) return {sql};
  if (const Entry* left = from == Identity::none && to == Identity::serial ? sequence_still_there(one) : nullptr)
    return {alter + "SET DEFAULT nextval(" + quote_literal(quoted_name(*left)) + ");\nALTER SEQUENCE " + quoted_name(*left) +
                " OWNED BY " + quoted_owner(target_of(one).id) + "." + quote_identifier(target_of(one).id.member),
            {"safe-to-repeat"}};
  if (!sql.empty()) sql += ";\n";
  return {sql + (is_identity(to) ? alter + "ADD " + identity_definition(to, expected_sequence(one)) : make_serial(one)) +
          count_on(one)};
}

std::vector<std::string> storage_clauses(Text from, Text to) {
  Options wanted = split_options(to);
  const Options there = split_options(from);
  for (const auto& option : there) wanted.try_emplace(option.first);
  std::vector<std::string> clauses;
  for (const auto& [name, value] : wanted) {
    const auto now = there.find(name);
    const std::string clause = now != there.end() && now->second == value ? "" : storage_clause(name, value);
    if (!clause.empty()) clauses.push_back(clause);
  }
  return clauses;
}

SqlFix change_storage(const Case& one) {
  if (is_made_again(one)) return {};
  const Column &there = *one.as<Column>(one.actuality()), &wanted = *one.as<Column>(one.expectation());
  SqlFix fix = change_column_options(target_of(one).id, there.foreign_options, wanted.foreign_options);
  for (const std::string& clause : storage_clauses(there.storage, wanted.storage))
    fix.text += (fix.text.empty() ? "" : ";\n") + alter_column(target_of(one).id) + clause;
  if (fix.hazards.empty()) fix.hazards = {"safe-to-repeat"};
  return fix;
}

SqlFix change_generated(const Case& one) {
  const Entry& actual = target_of(one);
  if (!one.as<Column>(one.expectation())->generated) return {alter_column(actual.id) + "DROP EXPRESSION"};
  Entry expected = actual;
  expected.object = one.expectation().entry->object;
  const Spelling& spelling = spelling_of(Column::kind);
  return {spelling.drop_sql(actual) + ";\n" + spelling.create_sql(expected),
          {"deletes-data", "rewrites-table", "blocks-reads", "blocks-writes"}};
}

}  // namespace pgplumb
