#include "statements/do_block/catalog_rows/extension_contents.h"

#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "sql/walk.h"

namespace pgplumb {

namespace {

/// Catalogs whose rows are known all the same.
constexpr std::array known = {"pg_extension", "pg_namespace", "schemata"};

bool is_in_path(const Session& session, const std::string& schema) {
  const auto& path = session.search_path();
  return std::find(path.begin(), path.end(), schema) != path.end();
}

/// Those that extensions are in, or that are called like one: many make a schema for themselves.
std::set<std::string> schemas_of_extensions(Session& session) {
  std::set<std::string> schemas;
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const auto* extension = std::get_if<Extension>(&item.object);
    if (!extension) return;
    for (const std::string& schema : {extension->schema.str(), item.symbol->text})
      if (!schema.empty() && !is_in_path(session, schema)) schemas.insert(schema);
  });
  return schemas;
}

bool reads_others_than_known(const Node* node, int levels_left) {
  const auto* table = as<RangeVar>(node);
  bool reads = table && std::find(known.begin(), known.end(), view_of(table->relname)) == known.end();
  if (levels_left > 0)
    for_each_child(node, [&](const Node* child) { reads = reads || reads_others_than_known(child, levels_left - 1); });
  return reads;
}

}  // namespace

bool asks_for_contents_of_extension(Session& session, const SelectStmt* select) {
  const auto* node = reinterpret_cast<const Node*>(select);
  const std::set<std::string> schemas = schemas_of_extensions(session);
  if (schemas.empty() || !select->fromClause || !reads_others_than_known(node, deepest_nesting)) return false;
  const std::set<std::string> strings = strings_in(node);
  return std::any_of(schemas.begin(), schemas.end(), [&](const std::string& schema) { return strings.contains(schema); });
}

}  // namespace pgplumb
