// What depends on an object, as PostgreSQL's pg_depend has it.
#include <pgplumb/catalog/session.h>

#include <algorithm>

#include "catalog/declared.h"
#include "catalog/default_classes.h"
#include "catalog/expressions.h"
#include "catalog/functional_grouping.h"
#include "catalog/implied.h"
#include "catalog/operator_members.h"
#include "catalog/references.h"

namespace pgplumb {

namespace {

bool same_set(std::vector<ColumnRef> a, std::vector<ColumnRef> b) {
  return std::is_permutation(a.begin(), a.end(), b.begin(), b.end(),
                             [](ColumnRef left, ColumnRef right) { return left.symbol == right.symbol; });
}

/// The columns that a foreign key can point at; null for what is no key that it can.
const std::vector<ColumnRef>* key_columns(const Draft& draft, const Symbol* symbol) {
  const auto* primary = draft.object<PrimaryKey>(symbol);
  if (primary) return primary->deferrable ? nullptr : &primary->columns;
  const auto* unique = draft.object<Unique>(symbol);
  return unique && !unique->deferrable ? &unique->columns : nullptr;
}

/// Of the keys that its target columns form, a foreign key depends on one only: the oldest, or the primary key where it
/// named no columns. Null where that leaves two.
const Symbol* key_depended_on(const Draft& draft, const Symbol* made, const ForeignKey& foreign_key) {
  const Symbol* oldest = nullptr;
  for (const Symbol* key : draft.members(foreign_key.target.symbol)) {
    const auto* columns = key_columns(draft, key);
    if (!columns || !same_set(*columns, foreign_key.target_columns)) continue;
    if (oldest && draft.object<PrimaryKey>(key) && key->number < made->number) return nullptr;
    if (!oldest) oldest = key;
  }
  return oldest;
}

bool casts_from_or_to(std::string_view cast, const std::string& type) {
  return cast.starts_with("(" + type + " AS ") || cast.ends_with(" AS " + type + ")");
}

/// A cast bears the names of the types that it is from and to: "(mood AS text)". They may be arrays, or the rows of a relation.
void append_casts_of(const Draft& draft, const Symbol* type, std::vector<Symbol*>& found) {
  if (const auto* range = draft.object<RangeType>(type)) append_casts_of(draft, range->multirange.symbol, found);
  const std::string name = display_name(*type);
  for (Symbol* global : draft.globals())
    if (draft.object<Cast>(global) && (casts_from_or_to(global->text, name) || casts_from_or_to(global->text, name + "[]")))
      found.push_back(global);
}

void append_extensions_in(const Draft& draft, const Symbol* schema, std::vector<Symbol*>& found) {
  for (Symbol* global : draft.globals()) {
    const auto* extension = draft.object<Extension>(global);
    if (extension && extension->schema == schema->text) found.push_back(global);
  }
}

bool names_schema(const Object& object, const Symbol* schema) {
  bool does = false;
  for_each_reference(object, [&](const Symbol* named) { does = does || named == schema; });
  return does;
}

bool is_type(const Draft& draft, const Symbol* symbol) {
  const Namespace space = draft.item(symbol)->space;
  return space == Namespace::type || space == Namespace::relation || space == Namespace::partition;
}

/// Range types in other schemas, which their multiranges' types go with.
void append_ranges_of_multiranges_in(const Draft& draft, const Symbol* schema, std::vector<Symbol*>& found) {
  for_each_declared(draft, [&](const Draft::Item& item) {
    const auto* range = std::get_if<RangeType>(&item.object);
    if (range && range->multirange.symbol->parent == schema && item.symbol->parent != schema)
      found.push_back(const_cast<Symbol*>(item.symbol));
  });
}

void append_classes_that_require(const Draft& draft, const Symbol* op, std::vector<Symbol*>& found) {
  if (!draft.object<Operator>(op)) return;
  for_each_declared(draft, [&](const Draft::Item& item) {
    if (requires_its_operators(item) && has_member(item, op)) found.push_back(const_cast<Symbol*>(item.symbol));
  });
}

/// Views, and whatever else holds queries, that group by the key.
void append_queries_grouped_by(const Draft& draft, const Symbol* key, std::vector<Symbol*>& found) {
  const auto* primary = draft.object<PrimaryKey>(key);
  if (!primary || primary->deferrable) return;
  for (Symbol* candidate : draft.dependents(key->parent)) {
    bool groups = false;
    for_each_expression(draft.item(candidate)->object, [&](const ExpressionField& expression, const DataType*) {
      groups |= expression && groups_by_key(*expression.tree, key->parent, primary->columns);
    });
    if (groups) found.push_back(candidate);
  }
}

/// Indexes, and operator classes and families, which have it in their names: "my_ops USING rum".
void append_of_access_method(const Draft& draft, const Symbol* method, std::vector<Symbol*>& found) {
  for_each_declared(draft, [&](const Draft::Item& item) {
    const auto* index = std::get_if<Index>(&item.object);
    const bool is_of_classes = item.space == Namespace::operator_class || item.space == Namespace::operator_family;
    if ((index && index->method == method->text) || (is_of_classes && item.symbol->text.ends_with(" USING " + method->text)))
      found.push_back(const_cast<Symbol*>(item.symbol));
  });
}

}  // namespace

void Session::append_foreign_keys_on(const Symbol* key, std::vector<Symbol*>& found) const {
  if (!key_columns(draft_, key)) return;
  const auto members = draft_.members(key->parent);
  auto candidates = draft_.dependents(key->parent);
  candidates.insert(candidates.end(), members.begin(), members.end());
  for (Symbol* candidate : candidates) {
    const auto* foreign_key = draft_.object<ForeignKey>(candidate);
    const bool refers_here = foreign_key && foreign_key->target.symbol == key->parent;
    if (refers_here && key_depended_on(draft_, candidate, *foreign_key) == key) found.push_back(candidate);
  }
}

std::vector<Symbol*> Session::dependents(const Symbol* symbol) const {
  std::vector<Symbol*> found = draft_.dependents(symbol);
  if (draft_.object<Schema>(symbol)) {
    // What needs something that is in it is found with that.
    std::erase_if(found, [&](const Symbol* other) {
      return !names_schema(draft_.item(other)->object, symbol) && !draft_.object<DefaultPrivileges>(other);
    });
    for (Symbol* inside : draft_.members(symbol)) found.push_back(inside);
    append_ranges_of_multiranges_in(draft_, symbol, found);
    append_extensions_in(draft_, symbol, found);
  }
  append_foreign_keys_on(symbol, found);
  append_queries_grouped_by(draft_, symbol, found);
  if (is_type(draft_, symbol)) append_casts_of(draft_, symbol, found);
  append_where_implied(draft_, symbol, found);
  append_classes_that_require(draft_, symbol, found);
  append_ordered_by_default(draft_, symbol, found);
  if (!draft_.object<AccessMethod>(symbol)) return found;
  append_of_access_method(draft_, symbol, found);
  for (const auto& [table, method] : access_methods)
    if (method == symbol->text && draft_.item(table)) found.push_back(const_cast<Symbol*>(table));
  return found;
}

}  // namespace pgplumb
