// Objects of no compared kind whose names other statements meet: sequences, domains, composite and range types; extensions.
#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "kinds/enum/ddl.h"
#include "kinds/schema/ddl.h"
#include "statements/apply.h"
#include "statements/statements.h"

namespace pgplumb {

namespace {

constexpr std::string_view create_sequence = "CREATE SEQUENCE";

void make_type(Session& session, QualifiedName type, std::string_view what, const char* statement, const char* why) {
  const Symbol* schema = session.creation_schema(type.schema);
  require_free_type_name(session, schema, type.name);
  session.bystanders().add(Namespace::type, schema, type.name, {what, session.at()});
  session.not_compared(statement, why, -1, std::string(type.name));
}

/// What the widespread extensions own, by name, so that a file that only says CREATE EXTENSION speaks of them too.
struct Owned {
  std::string_view extension;
  std::string_view name;
};
constexpr std::array owned_by_extensions = {
    Owned{"citext", "citext"},
    Owned{"hstore", "hstore"},
    Owned{"ltree", "ltree"},
    Owned{"ltree", "lquery"},
    Owned{"cube", "cube"},
    Owned{"vector", "vector"},
    Owned{"vector", "halfvec"},
    Owned{"vector", "sparsevec"},
    Owned{"pg_stat_statements", "pg_stat_statements"},
    Owned{"pg_stat_statements", "pg_stat_statements_info"},
    Owned{"postgis", "geometry"},
    Owned{"postgis", "geography"},
    Owned{"postgis", "box2d"},
    Owned{"postgis", "box3d"},
    Owned{"postgis", "spatial_ref_sys"},
    Owned{"postgis", "geometry_columns"},
    Owned{"postgis", "geography_columns"},
};

/// The column that OWNED BY names among a sequence's options; null where it is not among them, or names none.
const Symbol* owning_column(Session& session, const List* options) {
  for (const Node* option : nodes_of(options)) {
    const auto* given = as<DefElem>(option);
    if (view_of(given->defname) != "owned_by") continue;
    std::vector<std::string_view> names = texts_of(as<List>(given->arg));
    if (names.size() < 2) return nullptr;
    const std::string_view column = names.back(), table = names[names.size() - 2];
    const Symbol* relation = session.find_relation(names.size() > 2 ? names[names.size() - 3] : std::string_view(), table);
    return relation ? session.draft().find(Namespace::column, relation, column) : nullptr;
  }
  return nullptr;
}

}  // namespace

void read_create_schema(Session& session, const Node* node) {
  const auto* statement = as<CreateSchemaStmt>(node);
  const Symbol* schema = create_schema(session, statement);
  if (!schema || !statement->schemaElts) return;
  // What stands inside CREATE SCHEMA is made in the schema.
  const std::vector<std::string> outside = session.search_path();
  session.set_search_path({schema->text});
  for (const Node* element : nodes_of(statement->schemaElts)) apply_statement(session, element);
  session.set_search_path(outside);
}

void read_create_extension(Session& session, const Node* node) {
  const std::string_view name = view_of(as<CreateExtensionStmt>(node)->extname);
  for (const Owned& owned : owned_by_extensions)
    if (owned.extension == name) session.extension_owned.emplace(owned.name);
  session.not_compared("CREATE EXTENSION", "extensions are not compared", -1, std::string(name));
}

void read_create_sequence(Session& session, const Node* node) {
  const auto* statement = as<CreateSeqStmt>(node);
  const auto [schema_name, name] = qualified_name(statement->sequence);
  const Symbol* schema = session.creation_schema(schema_name);
  if (statement->if_not_exists && session.look_up(schema->text, name)) return;
  session.require_free_relation_name(schema, name);
  Bystander sequence{"sequence", session.at()};
  if (const Symbol* column = owning_column(session, statement->options)) sequence.lives_with = {column};
  session.bystanders().add(Namespace::relation, schema, name, sequence);
  session.not_compared(std::string(create_sequence), "sequences are not compared", -1, std::string(name));
}

void read_alter_sequence(Session& session, const Node* node) {
  const auto* statement = as<AlterSeqStmt>(node);
  const auto [schema_name, name] = qualified_name(statement->sequence);
  const FoundRelation found = session.look_up(schema_name, name);
  const Symbol* column = owning_column(session, statement->options);
  if (column && found.bystander) {
    Bystander owned = *found.bystander;
    owned.lives_with = {column};
    session.bystanders().add(Namespace::relation, found.schema, name, std::move(owned));
  }
  if (!column || list_length(statement->options) > 1)
    session.not_compared("ALTER SEQUENCE", "sequences are not compared", -1, std::string(name));
}

void leave_out_owned_sequences(Session& session) {
  auto& listed = session.collected_not_compared;
  const auto is_sequence = [](const NotCompared& item) { return item.what == create_sequence; };
  if (std::none_of(listed.begin(), listed.end(), is_sequence)) return;
  std::set<std::string, std::less<>> owned;
  session.bystanders().for_each(Namespace::relation, [&](const Symbol*, const std::string& name, const Bystander& bystander) {
    if (bystander.what == "sequence" && !bystander.lives_with.empty()) owned.insert(name);
  });
  std::erase_if(listed, [&](const NotCompared& item) { return is_sequence(item) && owned.contains(item.object); });
}

void read_create_domain(Session& session, const Node* node) {
  make_type(session, qualified_name(as<CreateDomainStmt>(node)->domainname), "domain", "CREATE DOMAIN",
            "domains are not compared");
}

void read_create_composite_type(Session& session, const Node* node) {
  make_type(session, qualified_name(as<CompositeTypeStmt>(node)->typevar), "composite type", "CREATE TYPE",
            "composite types are not compared");
}

void read_create_range_type(Session& session, const Node* node) {
  make_type(session, qualified_name(as<CreateRangeStmt>(node)->typeName), "range type", "CREATE TYPE … AS RANGE",
            "range types are not compared");
}

}  // namespace pgplumb
