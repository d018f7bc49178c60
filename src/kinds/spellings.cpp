#include <algorithm>
#include <array>

#include "kinds/comment/comments.sql.h"
#include "kinds/comment/ddl.h"
#include "kinds/comment/rows.h"
#include "kinds/owner/ddl.h"
#include "kinds/privileges/ddl.h"
#include "kinds/privileges/owners_and_privileges.sql.h"
#include "kinds/privileges/rows.h"
#include "kinds/spelling.h"
#include "sql/nodes.h"

namespace pgplumb {

extern const Spelling schema_spelling, extension_spelling, collation_spelling, enum_spelling, enum_value_spelling,
    base_type_spelling, domain_spelling, composite_type_spelling, range_type_spelling, foreign_data_wrapper_spelling,
    foreign_server_spelling, user_mapping_spelling, table_spelling, sequence_spelling, column_spelling, primary_key_spelling,
    unique_spelling, foreign_key_spelling, index_spelling, check_spelling, exclusion_spelling, partition_spelling,
    routine_spelling, operator_spelling, operator_family_spelling, operator_class_spelling, cast_spelling, language_spelling,
    transform_spelling, access_method_spelling, conversion_spelling, text_search_template_spelling,
    text_search_dictionary_spelling, text_search_parser_spelling, text_search_configuration_spelling, rewrite_rule_spelling,
    trigger_spelling, policy_spelling, statistics_spelling, event_trigger_spelling, publication_spelling,
    default_privileges_spelling;

std::span<const Spelling* const> spellings() {
  // The order in which a database is read: what is referred to stands before what refers to it.
  static constexpr std::array<const Spelling*, std::variant_size_v<AnyKind>> list{&schema_spelling,
                                                                                  &extension_spelling,
                                                                                  &collation_spelling,
                                                                                  &enum_spelling,
                                                                                  &enum_value_spelling,
                                                                                  &base_type_spelling,
                                                                                  &domain_spelling,
                                                                                  &composite_type_spelling,
                                                                                  &range_type_spelling,
                                                                                  &foreign_data_wrapper_spelling,
                                                                                  &foreign_server_spelling,
                                                                                  &user_mapping_spelling,
                                                                                  &table_spelling,
                                                                                  &sequence_spelling,
                                                                                  &column_spelling,
                                                                                  &primary_key_spelling,
                                                                                  &unique_spelling,
                                                                                  &foreign_key_spelling,
                                                                                  &index_spelling,
                                                                                  &check_spelling,
                                                                                  &exclusion_spelling,
                                                                                  &partition_spelling,
                                                                                  &routine_spelling,
                                                                                  &operator_spelling,
                                                                                  &operator_family_spelling,
                                                                                  &operator_class_spelling,
                                                                                  &cast_spelling,
                                                                                  &language_spelling,
                                                                                  &transform_spelling,
                                                                                  &access_method_spelling,
                                                                                  &conversion_spelling,
                                                                                  &text_search_template_spelling,
                                                                                  &text_search_dictionary_spelling,
                                                                                  &text_search_parser_spelling,
                                                                                  &text_search_configuration_spelling,
                                                                                  &rewrite_rule_spelling,
                                                                                  &trigger_spelling,
                                                                                  &policy_spelling,
                                                                                  &statistics_spelling,
                                                                                  &event_trigger_spelling,
                                                                                  &publication_spelling,
                                                                                  &default_privileges_spelling};
  return list;
}

std::span<const CatalogQuery> remark_queries() {
  using Sent = CatalogQuery::Sent;
  static constexpr std::array queries = {
      CatalogQuery{"comments.sql", "reads comments", comments_sql, 0, read_comment_row},
      CatalogQuery{"owners_and_privileges.sql", "with --owners or --privileges: reads who owns what, and who may do what",
                   owners_and_privileges_sql, 1, read_access_row, 0, CatalogQuery::no_end, Sent::for_owners_or_privileges}};
  return queries;
}

bool is_read_by_a_kind(Session& session, const Node* statement) {
  for (const Spelling* spelling : spellings())
    for (const StatementSpelling& spelled : spelling->statements)
      if (spelled.tag == static_cast<int>(statement->type) && spelled.read(session, statement)) return true;
  return read_comment(session, statement) || read_owner(session, statement) || read_grant(session, statement);
}

bool constrains_by_a_kind(Session& session, Symbol* relation, Symbol* column, const Node* node) {
  for (const Spelling* spelling : spellings())
    for (const ConstraintSpelling& spelled : spelling->constraints)
      if (spelled.type == as<Constraint>(node)->contype) return spelled.read(session, relation, column, node), true;
  return false;
}

bool alters_by_a_kind(Session& session, Symbol* relation, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  if (command->subtype == AT_AddConstraint) return constrains_by_a_kind(session, relation, nullptr, command->def);
  for (const Spelling* spelling : spellings())
    for (const AlterTableSpelling& spelled : spelling->alter_table)
      if (spelled.subtype == static_cast<int>(command->subtype)) return spelled.read(session, relation, node), true;
  return false;
}

const Spelling& spelling_of(std::string_view kind) {
  const auto all = spellings();
  return **std::find_if(all.begin(), all.end(), [&](const Spelling* spelling) { return spelling->kind == kind; });
}

}  // namespace pgplumb
