// Severity follows from what happens: error when a statement that the code will run fails or loses data, warning when behaviour,
// integrity or speed is not what was stated, info for names, order and what no source given manages. Prisma's codes are what
// Prisma Client 7.10 was seen to raise; see docs/rules/.
#include "findings/severity.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <functional>

#include "findings/access.h"
#include "findings/column_judgements.h"
#include "findings/judgements.h"
#include "findings/kind_rules.h"
#include "findings/referential_actions.h"

namespace pgplumb {

namespace {

Judgement missing_table(const Case& one) { return error("42P01", prisma_code(one, "P2021"), every_use(one) + " fails"); }
Judgement missing_schema(const Case& one) {
  const bool by_model = has_model(one);  // which reads what is in it, and makes nothing
  return error(by_model ? "42P01" : "3F000", prisma_code(one, "P2021"), "every statement on what is in it fails");
}
Judgement missing_column(const Case& one) { return error("42703", prisma_code(one, "P2022"), every_use(one) + " fails"); }

bool is_of_materialized_view(const Case& one) {
  const auto& owners = one.first().owners;
  return std::any_of(owners.begin(), owners.end(), [](const Entry* owner) {
    const auto* table = owner ? std::get_if<Table>(&owner->object) : nullptr;
    return table && table->relation_kind == RelationKind::materialized_view;
  });
}
Judgement unique_missing(const Case& one) {
  if (is_of_materialized_view(one))
    return error("55000", "", "REFRESH MATERIALIZED VIEW CONCURRENTLY fails without a unique index");
  return error("42P10", prisma_code(one, "P2039"), "upsert and ON CONFLICT on it fail; duplicates get in");
}
/// The same columns of a key or unique, in another order.
bool differ_in_order(const std::vector<ColumnRef>& a, const std::vector<ColumnRef>& b) {
  return a != b && std::is_permutation(a.begin(), a.end(), b.begin(), b.end());
}

/// ON CONFLICT takes the columns in any order, but no deferrable constraint; `missing` judges where it finds none.
template <class Key>
Judgement other_key(const Case& one, Judgement (*missing)(const Case&)) {
  const auto *expected = one.as<Key>(one.expectation()), *actual = one.as<Key>(one.actuality());
  if (!expected || !actual) return missing(one);
  if (differ_in_order(expected->columns, actual->columns)) return warning("queries by the first of its columns are slower");
  const bool same_time = expected->deferrable == actual->deferrable && expected->initially_deferred == actual->initially_deferred;
  if (expected->columns != actual->columns || same_time) return missing(one);
  if (actual->deferrable && !expected->deferrable) return error("55000", "", "ON CONFLICT on it fails: it is deferrable");
  return warning("it is checked at another time");
}

Judgement primary_key_missing(const Case& one) {
  return error("42P10", prisma_code(one, "P2039"), "ON CONFLICT on it fails; duplicates and rows without a key get in");
}
Judgement extra_unique(const Case& one) {
  if (has_model(one) && !only_in_database(one))
    return warning("23505", prisma_code(one, "P2002"),
                   "a duplicate fails where the code expects none to; the next prisma migrate dev writes a DROP for it");
  return warning("23505", prisma_code(one, "P2002"), "a duplicate fails where the code expects none to");
}

/// Prisma casts what it writes, and what it compares with, to the enum; reading works.
Judgement missing_enum(const Case& one) {
  if (!has_model(one)) return error("42704", "", every_use(one) + " fails");
  return error("42704", "P2039", "writing a " + model_name(one) + " and filtering by it fail");
}

Judgement missing_enum_value(const Case& one) {
  return error("22P02", prisma_code(one, "P2007"), "writing " + called(one) + " fails");
}
std::string how_spelled(const Case& one) {
  const std::string_view wanted = one.expectation().entry->id.member, there = one.actuality().entry->id.member;
  return lower_case(wanted) == lower_case(there) ? "the values differ in case" : "it is spelled otherwise";
}
Judgement extra_enum_value(const Case& one) {
  if (has_model(one)) return warning("", "P2023", "reading a row that holds " + std::string(one.entry().id.member) + " fails");
  return info();
}

/// What a database has validated by hand the next one has not.
Judgement not_validated(const Case& one) {
  const std::string where = one.actuality().value == "yes" ? "in a database that the migrations build, " : "";
  return warning(where + "rows from before may break it");
}

Judgement foreign_key_actions(const Case& one) {
  const auto *expected = one.as<ForeignKey>(one.expectation()), *actual = one.as<ForeignKey>(one.actuality());
  const auto refuses = [](ReferentialAction action) {
    return action == ReferentialAction::restrict || action == ReferentialAction::no_action;
  };
  const bool refused = expected && actual &&
                       ((refuses(actual->on_delete) && !refuses(expected->on_delete)) ||
                        (refuses(actual->on_update) && !refuses(expected->on_update)));
  if (!refused) return warning(what_actions_do(one));
  return warning("23503", prisma_code(one, "P2003"), what_actions_do(one));
}

/// What a table, or a partition by itself, lays down for its rows.
struct RowSettings {
  bool row_security = false, force_row_security = false, unlogged = false;
};
RowSettings row_settings(const Case& one, const Says& says) {
  const auto of = [](const auto& relation) {
    return RowSettings{relation.row_security, relation.force_row_security, relation.unlogged};
  };
  if (const auto* table = one.as<Table>(says)) return of(*table);
  const auto* partition = one.as<Partition>(says);
  return partition ? of(*partition) : RowSettings();
}

Judgement row_security(const Case& one) {
  const RowSettings expected = row_settings(one, one.expectation()), actual = row_settings(one, one.actuality());
  const bool weaker = expected.row_security > actual.row_security || expected.force_row_security > actual.force_row_security;
  if (weaker) return error("", "", "rows are let out that policies were to hide");
  return warning("42501", "", "rows are hidden, and writes refused, where the code expects neither");
}

/// A permissive policy lets rows through, a restrictive one holds them back.
Judgement policy_presence(const Case& one) {
  const auto& policy = std::get<Policy>(one.entry().object);
  if (policy.permissive != one.is_missing()) return error("", "", "rows are let out that were to be hidden");
  return warning("42501", "", "rows are hidden, and writes refused, where the code expects neither");
}

Judgement table_definition(const Case& one) {
  if (row_settings(one, one.actuality()).unlogged && !row_settings(one, one.expectation()).unlogged)
    return error("", "", "its rows are gone after a crash: it is unlogged");
  return warning("it is stored, found or replicated otherwise than stated");
}

/// The rules that follow from a kind's name; what a partition says of a trigger comes under those of triggers.
std::optional<Judgement> judge_kind(const Case& one) {
  const KindRules* rules = find_definition_rules(one.rule);
  if (!rules) rules = find_kind_rules(one.first().kind);
  if (!rules) return std::nullopt;
  const auto& outcome = one.rule.starts_with("missing-") ? rules->missing : one.is_presence() ? rules->extra : rules->different;
  if (outcome.severity == Severity::info) return unstated(one);
  return Judgement{outcome.severity, Consequence{std::string(outcome.sqlstate), "", std::string(outcome.text)}};
}

/// What is there under another name, as nothing but its fields tells. Statements name a function or a type, subscribers a
/// publication; a trigger or policy does its work by whatever name.
std::optional<Judgement> judge_other_name(const Case& one) {
  constexpr std::array in_order = {Trigger::kind, EventTrigger::kind, RewriteRule::kind};
  const KindRules* rules = find_kind_rules(one.first().kind);
  const bool is_known_by_fields = rules || one.first().kind == Policy::kind;
  if (!one.is_name() || one.first().match != Match::near_miss || !is_known_by_fields) return std::nullopt;
  if (is_called_by_name(one))
    return Judgement{rules->missing.severity,
                     Consequence{std::string(rules->missing.sqlstate), "", std::string(rules->missing.text)}};
  if (std::find(in_order.begin(), in_order.end(), one.first().kind) == in_order.end()) return info();
  return Judgement{Severity::info, Consequence{"", "", "where several fire at once, they do so in the order of their names"}};
}

struct Row {
  std::string_view rule;
  std::function<Judgement(const Case&)> judge;
};

const std::vector<Row>& rows() {
  static const auto always_info = [](const Case&) { return info(); };
  static const std::vector<Row> list{
      {"missing-table", missing_table},
      {"missing-view", missing_table},
      {"wrong-table-map", missing_table},
      {"wrong-table-schema", missing_table},
      {"renamed-table", missing_table},
      {"extra-table", unstated},
      {"extra-view", always_info},
      {"missing-column", missing_column},
      {"wrong-column-map", missing_column},
      {"renamed-column", missing_column},
      {"extra-column", extra_column},
      {"column-type", column_type},
      {"column-nullability", column_nullability},
      {"column-default", column_default},
      {"column-identity", column_identity},
      {"column-generated", [](const Case&) { return warning("the column holds other values than stated"); }},
      {"missing-primary-key", primary_key_missing},
      {"primary-key-columns", [](const Case& one) { return other_key<PrimaryKey>(one, primary_key_missing); }},
      {"extra-primary-key",
       [](const Case& one) {
         return warning("23505", prisma_code(one, "P2002"), "a duplicate or NULL key fails where the code expects none to");
       }},
      {"missing-unique", unique_missing},
      {"unique-columns", [](const Case& one) { return other_key<Unique>(one, unique_missing); }},
      {"extra-unique", extra_unique},
      {"unique-form", always_info},
      {"missing-foreign-key", [](const Case&) { return warning("rows may point at nothing"); }},
      {"extra-foreign-key",
       [](const Case& one) {
         return warning("23503", prisma_code(one, "P2003"), "a write may fail where the code expects no foreign key");
       }},
      {"foreign-key-target",
       [](const Case& one) { return warning("23503", prisma_code(one, "P2003"), "rows are checked against something else"); }},
      {"foreign-key-actions", foreign_key_actions},
      {"missing-index", [](const Case&) { return warning("queries that count on it are slower"); }},
      {"extra-index", unstated},
      {"index-definition",
       [](const Case&) { return warning("queries that count on it are slower, or its condition is another"); }},
      {"invalid-index", [](const Case&) { return warning("PostgreSQL does not use it for reading"); }},
      {"constraint-not-validated", not_validated},
      {"constraint-name", always_info},
      {"index-name", always_info},
      {"sequence-name",
       [](const Case&) {
         return Judgement{Severity::info, Consequence{"42P01", "", "a statement that names it: nextval(), setval()"}};
       }},
      {"missing-enum", missing_enum},
      {"wrong-enum-map", missing_enum},
      {"extra-enum", unstated},
      {"missing-enum-value", missing_enum_value},
      {"extra-enum-value", extra_enum_value},
      {"enum-value-case",
       [](const Case& one) {
         return error("22P02", prisma_code(one, "P2007"), "writing " + called(one) + " fails: " + how_spelled(one));
       }},
      {"enum-value-order", always_info},
      {"object-kind", [](const Case&) { return warning("what can be written to it, and its keys, depend on what it is"); }},
      {"missing-schema", missing_schema},
      {"extra-schema", always_info},
      {"view-definition", [](const Case&) { return warning("it gives other rows than stated"); }},
      {"table-definition", table_definition},
      {"row-security", row_security},
      {"missing-policy", policy_presence},
      {"extra-policy", policy_presence},
      {"policy-definition", [](const Case&) { return error("", "", "rows may be let out that were to be hidden"); }},
      {"column-collation", [](const Case&) { return warning("values are ordered and compared otherwise"); }},
      {"column-storage", always_info},
      {"comment-text", always_info},
      {"object-owner", judge_owner},
      {"object-privileges", judge_privileges},
      {"missing-default-privileges", judge_missing_default_privileges},
      {"extra-default-privileges", [](const Case&) { return warning("more may be done with what is made from now on"); }},
      {"undecided-expression", always_info},
  };
  return list;
}

}  // namespace

bool is_called_by_name(const Case& one) {
  const KindRules* rules = find_kind_rules(one.first().kind);
  if (!rules) return one.first().kind != Policy::kind;
  return rules->missing.severity == Severity::error || one.first().kind == Publication::kind;
}

Judgement judge_case(const Case& one) {
  const auto& list = rows();
  const auto row = std::find_if(list.begin(), list.end(), [&](const Row& candidate) { return candidate.rule == one.rule; });
  const auto by_rule = [&] {
    return row != list.end() ? row->judge(one) : judge_kind(one).value_or(warning("it is not what was stated"));
  };
  const std::optional<Judgement> by_name = judge_other_name(one);
  Judgement judgement = by_name ? *by_name : by_rule();
  if (one.database_is_right() && judgement.severity == Severity::error) {
    judgement.severity = Severity::warning;
    judgement.consequence->text = "in a database that the migrations build, " + judgement.consequence->text;
  }
  if (one.entry().ignored || one.owner().ignored || !one.altered_unseen_by().empty()) judgement.severity = Severity::info;
  return judgement;
}

}  // namespace pgplumb
