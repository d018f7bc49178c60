#include "findings/rules.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <vector>

#include "findings/kind_rules.h"

namespace pgplumb {

namespace {

constexpr std::array own_rules{
    Rule{"missing-table", "a table that is expected is not there"},
    Rule{"extra-table", "a table is there that nobody states"},
    Rule{"missing-view", "a view that is expected is not there"},
    Rule{"extra-view", "a view is there that nobody states"},
    Rule{"view-definition", "a view asks for something else"},
    Rule{"table-definition", "a table is stored, partitioned or inherits otherwise"},
    Rule{"row-security", "row security is on on one side only"},
    Rule{"missing-policy", "a policy that is expected is not there"},
    Rule{"extra-policy", "a policy is there that nobody states"},
    Rule{"policy-definition", "a policy lets other rows through"},
    Rule{"wrong-table-map", "a model maps to a table that is named otherwise"},
    Rule{"wrong-table-schema", "a table is there, in another schema"},
    Rule{"renamed-table", "a table is there under another name"},
    Rule{"missing-column", "a column that is expected is not there"},
    Rule{"extra-column", "a column is there that nobody states"},
    Rule{"wrong-column-map", "a field maps to a column that is named otherwise"},
    Rule{"renamed-column", "a column is there under another name"},
    Rule{"column-type", "a column has another type"},
    Rule{"column-nullability", "a column is NOT NULL on one side only"},
    Rule{"column-default", "a column has another default, or none"},
    Rule{"column-identity", "a column's numbers come from elsewhere, or from nowhere"},
    Rule{"column-collation", "a column's values are ordered and compared otherwise"},
    Rule{"column-storage", "a column's values are stored or estimated otherwise"},
    Rule{"column-generated", "a generated column is computed otherwise, or not at all"},
    Rule{"missing-primary-key", "a table has no primary key"},
    Rule{"extra-primary-key", "a table has a primary key that nobody states"},
    Rule{"primary-key-columns", "the primary key has other columns"},
    Rule{"missing-unique", "uniqueness that is expected is not enforced"},
    Rule{"extra-unique", "uniqueness is enforced that nobody states"},
    Rule{"unique-columns", "a unique has other columns"},
    Rule{"unique-form", "a unique constraint on one side, a unique index on the other"},
    Rule{"missing-foreign-key", "a foreign key that is expected is not there"},
    Rule{"extra-foreign-key", "a foreign key is there that nobody states"},
    Rule{"foreign-key-target", "a foreign key has other columns or another target"},
    Rule{"foreign-key-actions", "a foreign key has other actions"},
    Rule{"missing-index", "an index that is expected is not there"},
    Rule{"extra-index", "an index is there that nobody states"},
    Rule{"index-definition", "an index is defined otherwise"},
    Rule{"invalid-index", "an index is there but not valid: PostgreSQL does not use it"},
    Rule{"constraint-not-validated", "a constraint is there but not validated"},
    Rule{"constraint-name", "a constraint has another name"},
    Rule{"index-name", "an index has another name"},
    Rule{"sequence-name", "the sequence of a column has another name"},
    Rule{"missing-enum", "an enum that is expected is not there"},
    Rule{"extra-enum", "an enum is there that nobody states"},
    Rule{"wrong-enum-map", "an enum is there under another name"},
    Rule{"missing-enum-value", "an enum lacks a value that is expected"},
    Rule{"extra-enum-value", "an enum has a value that nobody states"},
    Rule{"enum-value-case", "an enum's value is spelled in another case, or otherwise"},
    Rule{"enum-value-order", "an enum's values are in another order"},
    Rule{"object-kind", "a thing of another kind bears the name"},
    Rule{"missing-schema", "a schema that is expected is not there"},
    Rule{"extra-schema", "a schema is there that nobody states"},
    Rule{"pending-migration", "a migration has not run on this database"},
    Rule{"failed-migration", "a migration failed in this database"},
    Rule{"edited-migration", "a migration's file is not the one that ran"},
    Rule{"missing-migration-file", "a migration ran whose file is not here"},
    Rule{"skipped-migration", "a migration did not run, and its tool will never run it"},
    Rule{"recorded-but-absent", "a migration is recorded as applied, but its effect is not there"},
    Rule{"present-without-record", "a migration's effect is there, but the history does not have it"},
    Rule{"comment-text", "a comment says something else"},
    Rule{"object-owner", "something belongs to another role"},
    Rule{"object-privileges", "roles may do more or less than is stated"},
    Rule{"missing-default-privileges", "default privileges that are expected are not there"},
    Rule{"extra-default-privileges", "default privileges are there that nobody states"},
    Rule{"undecided-expression", "two expressions may mean the same: it takes a server to tell"},
    Rule{"unapplied-statement", "a statement of the migrations could not apply"},
    Rule{"unread-statement", "a statement of the migrations could not be read"},
};

/// Rules of one field of one kind.
struct FieldRule {
  std::string_view kind, field, rule;
};
constexpr std::array field_rules{
    FieldRule{"table", "relation_kind", "object-kind"},
    FieldRule{"table", "row_security", "row-security"},
    FieldRule{"table", "force_row_security", "row-security"},
    FieldRule{"partition", "row_security", "row-security"},
    FieldRule{"partition", "force_row_security", "row-security"},
    FieldRule{"partition", "unlogged", "table-definition"},
    FieldRule{"partition", "replica_identity", "table-definition"},
    FieldRule{"partition", "replica_index", "table-definition"},
    FieldRule{"partition", "options", "table-definition"},
    FieldRule{"partition", "defaults", "column-default"},
    FieldRule{"partition", "not_null_columns", "column-nullability"},
    FieldRule{"partition", "storage", "column-storage"},
    FieldRule{"partition", "column_comments", "comment-text"},
    FieldRule{"partition", "triggers", "trigger-definition"},
    FieldRule{"exclusion", "options", "index-definition"},
    FieldRule{"domain", "check_comments", "comment-text"},
    FieldRule{"composite type", "attribute_comments", "comment-text"},
    FieldRule{"column", "collation", "column-collation"},
    FieldRule{"check", "validated", "constraint-not-validated"},
    FieldRule{"column", "type", "column-type"},
    FieldRule{"column", "not_null", "column-nullability"},
    FieldRule{"column", "default", "column-default"},
    FieldRule{"column", "identity", "column-identity"},
    FieldRule{"column", "generated", "column-generated"},
    FieldRule{"column", "storage", "column-storage"},
    FieldRule{"column", "foreign_options", "column-storage"},
    FieldRule{"primary key", "options", "index-definition"},
    FieldRule{"primary key", "", "primary-key-columns"},
    FieldRule{"unique", "columns", "unique-columns"},
    FieldRule{"unique", "form", "unique-form"},
    FieldRule{"unique", "nulls_not_distinct", "unique-columns"},
    FieldRule{"unique", "deferrable", "unique-columns"},
    FieldRule{"unique", "initially_deferred", "unique-columns"},
    FieldRule{"unique", "options", "index-definition"},
    FieldRule{"foreign key", "columns", "foreign-key-target"},
    FieldRule{"foreign key", "target", "foreign-key-target"},
    FieldRule{"foreign key", "target_columns", "foreign-key-target"},
    FieldRule{"foreign key", "validated", "constraint-not-validated"},
    FieldRule{"foreign key", "", "foreign-key-actions"},
    FieldRule{"index", "valid", "invalid-index"},
    FieldRule{"index", "", "index-definition"},
    FieldRule{"enum", "order", "enum-value-order"},
};

/// Those of the list above, and three of each kind whose rules follow from its name.
const std::vector<Rule>& all_rules() {
  static const std::vector<Rule> all = [] {
    static std::deque<std::string> texts;
    const auto keep = [](std::string text) -> std::string_view { return texts.emplace_back(std::move(text)); };
    std::vector<Rule> rules(own_rules.begin(), own_rules.end());
    for (const KindRules& row : kind_rules()) {
      const std::string phrase(row.phrase);
      rules.push_back({keep("missing-" + hyphenated(row.kind)), keep(phrase + " that is expected is not there")});
      rules.push_back({keep("extra-" + hyphenated(row.kind)), keep(phrase + " is there that nobody states")});
      rules.push_back({row.definition_rule, keep(phrase + " is defined otherwise")});
    }
    return rules;
  }();
  return all;
}

std::string_view known(std::string_view rule) {
  const auto& list = all_rules();
  const auto found = std::find_if(list.begin(), list.end(), [&](const Rule& one) { return one.name == rule; });
  return found == list.end() ? std::string_view() : found->name;
}

/// A view is no table to the person who looks for it.
std::string rule_noun(const Case& one) {
  const auto* table = std::get_if<Table>(&one.entry().object);
  return table && is_view(*table) ? "view" : hyphenated(one.first().kind);
}

bool model_is_at_odds(const Case& one) {
  return one.speaks(Role::model) && !one.same(Role::model, Role::migrations) && !one.same(Role::model, Role::database);
}

std::string_view name_rule(const Case& one) {
  const auto& kind = one.first().kind;
  if (kind == "table" || kind == "partition") {
    const bool same_name = one.expectation().entry->id.name == one.actuality().entry->id.name;
    return same_name ? "wrong-table-schema" : model_is_at_odds(one) ? "wrong-table-map" : "renamed-table";
  }
  if (kind == "column") return model_is_at_odds(one) ? "wrong-column-map" : "renamed-column";
  if (kind == "enum") return "wrong-enum-map";
  if (kind == "enum value") return "enum-value-case";
  if (kind == "sequence") return "sequence-name";
  if (one.entry().id.space == Namespace::index) return "index-name";
  return one.entry().id.space == Namespace::constraint ? "constraint-name" : known(rule_noun(one) + "-definition");
}

/// A unique on one side and a plain index of the same name on the other; a partition, and a table by itself.
std::string_view kind_rule(const Case& one) {
  if (std::holds_alternative<Partition>(one.entry().object)) return "missing-partition";
  if (std::holds_alternative<Partition>(one.actuality().entry->object)) return "partition-definition";
  if (std::holds_alternative<Unique>(one.entry().object)) return "missing-unique";
  return std::holds_alternative<Unique>(one.actuality().entry->object) ? "extra-unique" : "index-definition";
}

std::string_view rule_of_field(const Case& one) {
  const Disagreement& found = one.first();
  if (found.field == "comment") return known("comment-text");
  if (found.field == "owner") return known("object-owner");
  if (found.field == "privileges") return known("object-privileges");
  if (is_undecided(found)) return known("undecided-expression");
  const auto row = std::find_if(field_rules.begin(), field_rules.end(), [&](const FieldRule& rule) {
    return rule.kind == found.kind && (rule.field.empty() || rule.field == found.field);
  });
  if (row != field_rules.end()) return known(row->rule);
  const KindRules* kind = find_kind_rules(found.kind);
  return kind ? kind->definition_rule : known(rule_noun(one) + "-definition");
}

}  // namespace

std::span<const Rule> rules() { return all_rules(); }

std::string_view rule_of(const Disagreement& found, const SourceList& sources) {
  const Case one{{&found}, &sources, {}};
  if (found.field.empty()) return known((one.is_missing() ? "missing-" : "extra-") + rule_noun(one));
  if (found.field == "name") return known(name_rule(one));
  if (found.field == "kind") return known(kind_rule(one));
  return rule_of_field(one);
}

}  // namespace pgplumb
