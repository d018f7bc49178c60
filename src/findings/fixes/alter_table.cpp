#include "findings/fixes/alter_table.h"

#include <algorithm>

#include "findings/fixes/alter_foreign.h"
#include "kinds/table/options.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

using Clauses = std::vector<std::string>;

Clauses option_clauses(Text from, Text to) {
  const Options there = split_options(from), wanted = split_options(to);
  std::string set, reset;
  for (const auto& [name, value] : wanted)
    if (const auto now = there.find(name); now == there.end() || now->second != value)
      set += (set.empty() ? "" : ", ") + name + "=" + value;
  for (const auto& [name, value] : there)
    if (!wanted.contains(name)) reset += (reset.empty() ? "" : ", ") + name;
  Clauses clauses;
  if (!set.empty()) clauses.push_back("SET (" + set + ")");
  if (!reset.empty()) clauses.push_back("RESET (" + reset + ")");
  return clauses;
}

template <class Relation>
std::string replica_identity_words(const Relation& relation) {
  constexpr std::string_view words[] = {"DEFAULT", "NOTHING", "FULL"};
  if (relation.replica_identity != ReplicaIdentity::index)
    return std::string(words[static_cast<std::size_t>(relation.replica_identity)]);
  return "USING INDEX " + quote_identifier(relation.replica_index.symbol->text);
}

template <class Relation>
Clauses storage_clauses(const Relation& from, const Relation& to) {
  Clauses clauses;
  if (to.unlogged != from.unlogged) clauses.push_back(to.unlogged ? "SET UNLOGGED" : "SET LOGGED");
  for (std::string& clause : option_clauses(from.options, to.options)) clauses.push_back(std::move(clause));
  const bool is_dropped = to.replica_identity == ReplicaIdentity::index && !to.replica_index.symbol;
  if (!is_dropped && (to.replica_identity != from.replica_identity || !(to.replica_index == from.replica_index)))
    clauses.push_back("REPLICA IDENTITY " + replica_identity_words(to));
  return clauses;
}

template <class Relation>
Clauses row_security_clauses(const Relation& from, const Relation& to) {
  Clauses clauses;
  if (to.row_security != from.row_security)
    clauses.push_back(to.row_security ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY");
  if (to.force_row_security != from.force_row_security)
    clauses.push_back(to.force_row_security ? "FORCE ROW LEVEL SECURITY" : "NO FORCE ROW LEVEL SECURITY");
  return clauses;
}

bool has(const std::vector<RelationRef>& parents, RelationRef one) {
  return std::find(parents.begin(), parents.end(), one) != parents.end();
}

Clauses definition_clauses(const Table& from, const Table& to) {
  Clauses clauses = storage_clauses(from, to);
  for (const RelationRef& parent : *from.parents)
    if (!has(*to.parents, parent)) clauses.push_back("NO INHERIT " + quote_qualified(*parent.symbol));
  for (const RelationRef& parent : *to.parents)
    if (!has(*from.parents, parent)) clauses.push_back("INHERIT " + quote_qualified(*parent.symbol));
  if (!(to.composite_type == from.composite_type))
    clauses.push_back(to.composite_type.name ? "OF " + sql_type(to.composite_type) : "NOT OF");
  return clauses;
}

/// One ALTER TABLE for each clause.
SqlFix alter(const Case& one, const Clauses& clauses) {
  SqlFix fix;
  for (const std::string& clause : clauses) {
    fix.text += (fix.text.empty() ? "" : ";\n") + alter_table(target_of(one).id) + clause;
    if (clause.ends_with("LOGGED")) fix.hazards = {"rewrites-table", "blocks-reads", "blocks-writes"};
  }
  return fix;
}

}  // namespace

std::vector<std::string> table_clauses(const Table& from, const Table& to) {
  Clauses clauses = definition_clauses(from, to);
  for (std::string& clause : row_security_clauses(from, to)) clauses.push_back(std::move(clause));
  return clauses;
}

SqlFix change_table(const Case& one) {
  if (one.as<Table>(one.actuality())->relation_kind == RelationKind::foreign_table) return change_foreign_table(one);
  return alter(one, definition_clauses(*one.as<Table>(one.actuality()), *one.as<Table>(one.expectation())));
}

SqlFix change_row_security_of_table(const Case& one) {
  return alter(one, row_security_clauses(*one.as<Table>(one.actuality()), *one.as<Table>(one.expectation())));
}

SqlFix change_partition(const Case& one) {
  return alter(one, storage_clauses(*one.as<Partition>(one.actuality()), *one.as<Partition>(one.expectation())));
}

SqlFix change_row_security_of_partition(const Case& one) {
  return alter(one, row_security_clauses(*one.as<Partition>(one.actuality()), *one.as<Partition>(one.expectation())));
}

}  // namespace pgplumb
