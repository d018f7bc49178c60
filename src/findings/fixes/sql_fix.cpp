#include "findings/fixes/sql_fix.h"

#include <algorithm>
#include <array>
#include <span>

#include "findings/access.h"
#include "findings/fixes/alter_column.h"
#include "findings/fixes/alter_foreign.h"
#include "findings/fixes/alter_partition.h"
#include "findings/fixes/alter_table.h"
#include "findings/fixes/alter_text_search.h"
#include "findings/fixes/alter_type.h"
#include "findings/fixes/attach_partition.h"
#include "findings/fixes/comment.h"
#include "findings/fixes/convert_values.h"
#include "findings/fixes/create_table.h"
#include "findings/fixes/enum_values.h"
#include "findings/fixes/inherited.h"
#include "findings/fixes/rename.h"
#include "findings/fixes/replace.h"
#include "findings/kind_rules.h"
#include "findings/order/turns.h"
#include "findings/severity.h"
#include "kinds/privileges/write.h"
#include "kinds/sequence/write.h"
#include "kinds/spelling.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

/// Tables, enums and columns are written with what belongs to them, as the source that expects them states them.
std::string create_sql(const Case& one, const Spelling& spelling) {
  const Entry& expected = told_whole(one);
  if (expected.stated_in_part) return {};
  const Catalog& catalog = one.source(teller(one)).catalog;
  if (std::holds_alternative<Enum>(expected.object)) return create_enum_sql(catalog, expected);
  const auto* table = std::get_if<Table>(&expected.object);
  if (table && !is_view(*table)) return create_table_sql(one);
  if (std::holds_alternative<EnumValue>(expected.object)) return add_enum_value_sql(one, catalog, expected);
  if (std::holds_alternative<Column>(expected.object)) return add_column_sql(one);
  const std::string sql = spelling.create_sql(as_there(one, expected));
  return table && is_view(*table) && !sql.empty() ? sql + create_parts(one, expected) : sql;
}

/// With what is said of it, and of its parts.
std::string create_sql_with_comments(const Case& one, const Spelling& spelling) {
  const std::string sql = create_sql(one, spelling);
  return sql.empty() ? sql : sql + comments_again(one);
}

/// Of a view nothing is lost that its query does not give again.
bool holds_data(const Case& one) {
  constexpr std::array kinds = {Table::kind, Partition::kind, Column::kind, Schema::kind, Sequence::kind};
  const auto* table = std::get_if<Table>(&one.owner().object);
  return !(table && is_view(*table)) && std::find(kinds.begin(), kinds.end(), one.first().kind) != kinds.end();
}

/// What is made over a new column is made of all rows.
bool looks_at_rows(const std::string& sql) {
  return sql.find(" ADD CONSTRAINT ") != sql.npos || sql.find("\nCREATE INDEX ") != sql.npos ||
         sql.find("\nCREATE UNIQUE INDEX ") != sql.npos;
}

/// The foreign keys of what is dropped later to what is dropped now, for tables that point at each other.
std::string drop_keys_to(const Case& one) {
  const Symbol* table = one.actuality().entry->symbol;
  std::string sql;
  for (const Entry* entry : one.dependents_in(one.actual()).naming(table))
    if (std::holds_alternative<ForeignKey>(entry->object) && one.turns->is_dropped_later(entry->symbol->parent, one))
      sql += drop_constraint(*entry) + ";\n";
  return sql;
}

/// Of what is in a schema that nobody else has, nothing is told.
bool is_filled(const Case& one) {
  if (one.first().kind != Schema::kind) return false;
  const auto entries = one.source(one.actual()).catalog.entries();
  const std::string_view schema = one.entry().id.name;
  const auto first = std::lower_bound(entries.begin(), entries.end(), schema,
                                      [](const Entry& entry, std::string_view name) { return entry.id.schema < name; });
  return first != entries.end() && first->id.schema == schema;
}

SqlFix drop(const Case& one) {
  SqlFix fix{drop_keys_to(one) + spelling_of(one.first().kind).drop_sql(target_of(one))};
  if (holds_data(one)) fix.hazards.push_back("deletes-data");
  if (is_filled(one)) fix.hazards.push_back("refused-while-used");
  return fix;
}

SqlFix make_presence(const Case& one) {
  const Spelling& spelling = spelling_of(one.first().kind);
  // A view's columns are its query's.
  const auto* view = std::get_if<Table>(&one.owner().object);
  if (view && is_view(*view) && one.first().kind == "column") return {};
  if (!one.is_missing()) return drop(one);
  const auto* column = one.as<Column>(one.expectation());
  const bool needs_value =
      column && column->not_null && !column->default_value && column->identity == Identity::none && !column->generated;
  std::vector<std::string> hazards;
  if (needs_value) hazards.push_back("needs-backfill");
  if (one.first().kind == "index" || one.first().kind == "unique" || one.first().kind == "foreign key")
    hazards.push_back("blocks-writes");
  std::string sql = create_sql_with_comments(one, spelling);
  if (column && looks_at_rows(sql)) hazards.push_back("blocks-writes");
  return {std::move(sql), std::move(hazards)};
}

SqlFix alter_sequence(const Case& one) {
  const auto &expected = *one.as<Sequence>(one.expectation()), &actual = *one.as<Sequence>(one.actuality());
  return {"ALTER SEQUENCE " + quoted_owner(target_of(one).id) + sequence_changes(actual, expected)};
}

/// Where only the tables and schemas differ, and no options are written beside them, the publication stays for its subscribers.
SqlFix change_publication(const Case& one) {
  const Entry& expected = *one.expectation().entry;
  const std::string create = spelling_of(Publication::kind).create_sql(as_there(one, expected));
  const std::string made = "CREATE PUBLICATION " + quote_identifier(expected.id.name) + " FOR ";
  const bool is_of_objects = std::all_of(one.found.begin(), one.found.end(), [](const Disagreement* found) {
    return found->field == "tables" || found->field == "schemas";
  });
  if (!is_of_objects || !create.starts_with(made) || create.find(" WITH (") != std::string::npos) return replace(one);
  return {"ALTER PUBLICATION " + quote_identifier(expected.id.name) + " SET " + create.substr(made.size()), {"safe-to-repeat"}};
}

/// Of a trigger or rule.
SqlFix change_firing(const Case& one) {
  if (one.found.size() > 1 || one.first().field != "fires") return replace(one);
  const auto* trigger = one.as<Trigger>(one.expectation());
  const Firing fires = trigger ? trigger->fires : one.as<RewriteRule>(one.expectation())->fires;
  return {change_of_firing(target_of(one).id, trigger ? "TRIGGER" : "RULE", fires)};
}

/// What may be used by others cannot be dropped on the way; a partition has data.
bool can_be_replaced(const Case& one) {
  constexpr std::array in_use = {Namespace::type,
                                 Namespace::partition,
                                 Namespace::extension,
                                 Namespace::collation,
                                 Namespace::text_search_parser,
                                 Namespace::text_search_template,
                                 Namespace::text_search_dictionary,
                                 Namespace::text_search_configuration,
                                 Namespace::operator_family,
                                 Namespace::operator_class,
                                 Namespace::foreign_data_wrapper,
                                 Namespace::foreign_server,
                                 Namespace::language,
                                 Namespace::access_method};
  return find_kind_rules(one.first().kind) && std::find(in_use.begin(), in_use.end(), one.entry().id.space) == in_use.end();
}

SqlFix reindex(const Case& one) {
  const ObjectId& id = target_of(one).id;
  return {"REINDEX INDEX CONCURRENTLY " + quoted_owner({Namespace::relation, id.schema, id.member, {}}),
          {"cannot-run-in-transaction"}};
}

/// What only a database has validated the migrations are to validate, which costs it nothing.
SqlFix validate(const Case& one) {
  const bool is_there = one.actuality().value == "yes";
  if (is_there && one.source(one.expected()).role != Role::migrations) return replace(one);
  const ObjectId& id = is_there ? one.expectation().entry->id : target_of(one).id;
  return {alter_table(id) + "VALIDATE CONSTRAINT " + quote_identifier(id.member), {"scans-table"}, is_there};
}

SqlFix change_type_beneath(const Case& one) { return with_what_holds_type(one, change_type(one)); }
SqlFix change_collation_beneath(const Case& one) { return with_what_holds_type(one, change_collation(one)); }
/// Where the column stays, nothing is in the way.
SqlFix change_generated_beneath(const Case& one) {
  SqlFix fix = change_generated(one);
  return fix.text.starts_with(spelling_of(Column::kind).drop_sql(target_of(one))) ? with_what_holds_type(one, std::move(fix))
                                                                                  : fix;
}

using Write = SqlFix (*)(const Case&);
struct RuleFix {
  std::string_view rule;
  Write write;
};

constexpr auto rows = std::to_array<RuleFix>({
    {"column-type", change_type_beneath},
    {"column-nullability", change_nullability},
    {"column-default", change_default},
    {"column-identity", change_identity},
    {"column-generated", change_generated_beneath},
    {"column-storage", change_storage},
    {"column-collation", change_collation_beneath},
    {"primary-key-columns", replace},
    {"unique-columns", replace},
    {"missing-unique", replace},
    {"foreign-key-target", replace},
    {"foreign-key-actions", replace},
    {"index-definition", replace},
    {"invalid-index", reindex},
    {"constraint-not-validated", validate},
    {"view-definition", create_again},
    {"function-definition", create_again},
    {"sequence-definition", alter_sequence},
    {"publication-definition", change_publication},
    {"trigger-definition", change_firing},
    {"rule-definition", change_firing},
    {"table-definition", change_table},
    {"comment-text", change_comment},
    {"object-owner", change_owner},
    {"object-privileges", change_privileges},
    {"row-security", change_row_security_of_table},
    {"policy-definition", replace},
    {"domain-definition", change_domain},
    {"composite-type-definition", change_composite_type},
    {"range-type-definition", change_range_type},
    {"partition-definition", detach_partition},
    {"foreign-data-wrapper-definition", change_foreign_data_wrapper},
    {"foreign-server-definition", change_foreign_server},
    {"user-mapping-definition", change_user_mapping},
    {"text-search-dictionary-definition", change_text_search_dictionary},
    {"text-search-configuration-definition", change_text_search_configuration},
});

/// The same rules where a partition says something by itself.
constexpr auto partition_rows = std::to_array<RuleFix>({
    {"column-default", change_partition_defaults},
    {"column-nullability", change_partition_nullability},
    {"column-storage", change_partition_storage},
    {"trigger-definition", change_partition_triggers},
    {"object-owner", change_owner},
    {"object-privileges", change_privileges},
    {"table-definition", change_partition},
    {"row-security", change_row_security_of_partition},
    {"comment-text", change_comment},
    {"missing-partition", attach_partition},
    {"partition-definition", move_partition},
});

/// A routine goes by the types of its parameters.
void name_types_as_by_then(const Case& one, Entry& target, const Case& when) {
  auto* routine = std::get_if<Routine>(&target.object);
  const auto* expected = one.as<Routine>(one.expectation());
  if (!routine || !expected || routine->parameters.size() != expected->parameters.size()) return;
  bool is_renamed = false;
  for (std::size_t i = 0; i < routine->parameters.size(); ++i) {
    DataType& type = routine->parameters[i].type;
    if (!one.turns->is_renamed_before(type.name, when)) continue;
    type = expected->parameters[i].type;
    is_renamed = true;
  }
  if (is_renamed) target.id.name = one.turns->keep(signature_of(name_without_signature(target.id.name), routine->parameters));
}

}  // namespace

bool is_column_of_view(const Case& one) {
  const auto* owner = one.first().kind == Column::kind ? std::get_if<Table>(&one.actual_owner().object) : nullptr;
  return owner && is_view(*owner);
}

SqlFix sql_fix(const Case& one) {
  if (is_changed_above(one) || is_of_typed_table(one)) return {};
  if (one.is_name()) return rename(one);
  const bool is_of_query = one.rule != "comment-text" && one.rule != "object-privileges";
  if ((is_column_of_view(one) && is_of_query) || comes_with_view(one)) return {};
  if (one.is_presence()) return make_presence(one);
  const std::span<const RuleFix> known = one.first().kind == Partition::kind ? std::span<const RuleFix>(partition_rows) : rows;
  const auto row = std::find_if(known.begin(), known.end(), [&](const RuleFix& candidate) { return candidate.rule == one.rule; });
  if (row != known.end()) return row->write(one);
  return can_be_replaced(one) && one.rule != "undecided-expression" ? replace(one) : SqlFix{};
}

Entry target_of(const Case& one) { return target_of(one, one); }

Entry target_of(const Case& one, const Case& when) {
  Entry target = one.actuality().entry ? *one.actuality().entry : one.entry();
  if (!one.turns) return target;
  target.id = one.turns->called_by_then(target, when);
  name_types_as_by_then(one, target, when);
  return target;
}

}  // namespace pgplumb
