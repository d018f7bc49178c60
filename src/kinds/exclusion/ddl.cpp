#include "kinds/exclusion/ddl.h"

#include "kinds/default_names.h"
#include "kinds/index/keys.h"
#include "kinds/partition/inherited.h"
#include "kinds/table/options.h"

namespace pgplumb {

namespace {

std::string choose_name(Session& session, const Symbol* table, const Constraint* constraint) {
  std::vector<std::string> names;
  for (const Node* pair : nodes_of(constraint->exclusions)) {
    const auto* key = as<IndexElem>(nodes_of(reinterpret_cast<const List*>(pair)).front());
    const std::string_view figured = key->name ? std::string_view(key->name) : figure_column_name(key->expr);
    names.emplace_back(figured.empty() ? "expr" : figured);
  }
  const auto apart = told_apart(names);
  const std::vector<std::string_view> views(apart.begin(), apart.end());
  return choose_index_name(session, table, views, "excl", true);
}

/// `=`, or `extensions.<>` of OPERATOR(…).
Text operator_name(const List* names) {
  const auto [schema, name] = qualified_name(names);
  const bool is_plain = schema.empty() || schema == "pg_catalog" || schema == "public";
  return is_plain ? std::string(name) : std::string(schema) + "." + std::string(name);
}

}  // namespace

void read_exclusion(Session& session, Symbol* table, Symbol*, const Node* node) {
  const auto* constraint = as<Constraint>(node);
  Exclusion exclusion;
  // The grammar fills in btree where the statement says nothing.
  exclusion.method = constraint->access_method ? constraint->access_method : "gist";
  for (const Node* pair : nodes_of(constraint->exclusions)) {
    const NodeRange parts = nodes_of(reinterpret_cast<const List*>(pair));
    exclusion.keys.push_back({read_index_key(session, table, exclusion.method.str(), as<IndexElem>(parts.front())),
                              operator_name(reinterpret_cast<const List*>(parts.back()))});
  }
  exclusion.include = columns_named(session, table, constraint->including);
  exclusion.predicate = read_field(session, table, constraint->where_clause);
  exclusion.options = options_text(constraint->options);
  exclusion.deferrable = constraint->deferrable;
  exclusion.initially_deferred = constraint->initdeferred;
  const std::string name = constraint->conname ? constraint->conname : choose_name(session, table, constraint);
  session.require_free_relation_name(table->parent, name);
  session.require_free_constraint_name(table, name);
  session.draft().declare(Namespace::constraint, table, name, std::move(exclusion), session.at(constraint->location));
}

}  // namespace pgplumb
