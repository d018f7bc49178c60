#include "statements/do_block/catalog_rows/beside_rows.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "sql/canonical/resolution/signatures.h"
#include "statements/do_block/catalog_rows/draft_walk.h"

namespace pgplumb {

namespace {

using Rows = std::vector<CatalogRow>;

/// pg_policy.polcmd
std::string command_letter(std::string_view command) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> letters = {
      {{"select", "r"}, {"insert", "a"}, {"update", "w"}, {"delete", "d"}, {"all", "*"}}};
  const auto found = std::find_if(letters.begin(), letters.end(), [&](const auto& letter) { return letter.first == command; });
  return std::string(found == letters.end() ? std::string_view() : found->second);
}

/// pg_trigger.tgenabled
std::string firing_letter(Firing firing) {
  constexpr std::array letters = {"O", "A", "R", "D"};
  return letters[static_cast<std::size_t>(firing)];
}

bool is_table(Session& session, const Symbol* relation) {
  const RelationKind kind = session.draft().object<Table>(relation)->relation_kind;
  return kind == RelationKind::table || kind == RelationKind::partitioned_table;
}

/// Whether the publication takes it by its name, its schema, or as any other table.
bool takes(const Publication& publication, const Symbol* table) {
  const auto is_it = [&](const PublishedTable& published) { return published.table.symbol == table; };
  const auto is_its_schema = [&](const RelationRef& schema) { return schema.symbol == table->parent; };
  return publication.all_tables || std::any_of(publication.tables.begin(), publication.tables.end(), is_it) ||
         std::any_of(publication.schemas.begin(), publication.schemas.end(), is_its_schema);
}

}  // namespace

Rows policy_rows(Session& session) {
  Rows rows;
  for_each_member_of_kind<Policy>(session, [&](const Symbol* table, const Symbol* symbol, const Policy& policy) {
    rows.push_back({{{"oid", object_number(symbol)},
                     {"polname", symbol->text},
                     {"polrelid", object_number(table)},
                     {"polcmd", command_letter(policy.command.str())},
                     {"polpermissive", flag(policy.permissive)},
                     {"schemaname", table->parent->text},
                     {"tablename", table->text},
                     {"policyname", symbol->text},
                     {"permissive", policy.permissive ? "PERMISSIVE" : "RESTRICTIVE"},
                     {"cmd", upper_case(policy.command.str())}},
                    symbol});
  });
  return rows;
}

Rows trigger_rows(Session& session) {
  Rows rows;
  for_each_member_of_kind<Trigger>(session, [&](const Symbol* table, const Symbol* symbol, const Trigger& trigger) {
    rows.push_back({{{"oid", object_number(symbol)},
                     {"tgname", symbol->text},
                     {"tgrelid", object_number(table)},
                     {"tgisinternal", flag(false)},
                     {"tgenabled", firing_letter(trigger.fires)},
                     {"trigger_schema", table->parent->text},
                     {"trigger_name", symbol->text},
                     {"event_object_schema", table->parent->text},
                     {"event_object_table", table->text}},
                    symbol});
  });
  return rows;
}

Rows routine_rows(Session& session) {
  Rows rows;
  for_each_object(session, Namespace::routine, [&](const Symbol* schema, const Symbol* routine) {
    const std::string name(name_without_signature(routine->text));
    rows.push_back({{{"oid", object_number(routine)},
                     {"proname", name},
                     {"pronamespace", object_number(schema)},
                     {"routine_schema", schema->text},
                     {"routine_name", name}},
                    routine});
  });
  for_each_object(session, Namespace::type, [&](const Symbol* schema, const Symbol* type) {
    const auto* range = session.draft().object<RangeType>(type);
    if (!range) return;
    for (const std::string& name : {type->text, range->multirange.symbol->text})
      rows.push_back({{{"proname", name}, {"pronamespace", object_number(schema)}}, type});
  });
  for (const std::string_view name : function_names())
    rows.push_back({{{"proname", std::string(name)},
                     {"pronamespace", "pg_catalog"},
                     {"routine_schema", "pg_catalog"},
                     {"routine_name", std::string(name)}}});
  bool has_extension = false;
  for_each_global_of_kind<Extension>(session, [&](const Symbol*, const Extension&) { has_extension = true; });
  if (has_extension) rows.push_back({{}, nullptr, true});
  return rows;
}

Rows sequence_rows(Session& session) {
  Rows rows;
  for_each_object(session, Namespace::sequence, [&](const Symbol* schema, const Symbol* sequence) {
    rows.push_back({{{"schemaname", schema->text},
                     {"sequencename", sequence->text},
                     {"sequence_schema", schema->text},
                     {"sequence_name", sequence->text}},
                    sequence});
  });
  return rows;
}

Rows sequences_of_their_own(Session& session) {
  Rows rows = sequence_rows(session);
  std::erase_if(rows, [&](const CatalogRow& row) {
    const auto* column = session.draft().object<Column>(session.draft().object<Sequence>(row.of)->owned_by.symbol);
    return column && (column->identity == Identity::always || column->identity == Identity::by_default);
  });
  return rows;
}

Rows extension_rows(Session& session) {
  Rows rows{{{{"extname", "plpgsql"}}}};
  for_each_global_of_kind<Extension>(session, [&](const Symbol* extension, const Extension&) {
    rows.push_back({{{"oid", object_number(extension)}, {"extname", extension->text}}, extension});
  });
  return rows;
}

Rows publication_rows(Session& session) {
  Rows rows;
  for_each_global_of_kind<Publication>(session, [&](const Symbol* symbol, const Publication& publication) {
    rows.push_back(
        {{{"oid", object_number(symbol)}, {"pubname", symbol->text}, {"puballtables", flag(publication.all_tables)}}, symbol});
  });
  return rows;
}

Rows published_table_rows(Session& session) {
  Rows rows;
  for_each_global_of_kind<Publication>(session, [&](const Symbol* symbol, const Publication& publication) {
    for_each_object(session, Namespace::relation, [&](const Symbol* schema, const Symbol* table) {
      if (is_table(session, table) && takes(publication, table))
        rows.push_back({{{"pubname", symbol->text}, {"schemaname", schema->text}, {"tablename", table->text}}, symbol});
    });
  });
  return rows;
}

}  // namespace pgplumb
