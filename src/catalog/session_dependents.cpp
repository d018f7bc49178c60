// What depends on an object, as PostgreSQL's pg_depend has it.
#include <pgplumb/catalog/session.h>

#include <algorithm>

#include "catalog/declared.h"
#include "catalog/expressions.h"
#include "catalog/functional_grouping.h"
#include "catalog/operator_members.h"

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

/// A cast bears the names of the types that it is from and to: "(mood AS text)".
void append_casts_of(const Draft& draft, const Symbol* type, std::vector<Symbol*>& found) {
  if (const auto* range = draft.object<RangeType>(type)) append_casts_of(draft, range->multirange.symbol, found);
  const std::string name = display_name(*type);
  for_each_declared(draft, [&](const Draft::Item& item) {
    const std::string_view cast = item.symbol->text;
    const bool is_named = cast.starts_with("(" + name + " AS ") || cast.ends_with(" AS " + name + ")");
    if (item.space == Namespace::cast && is_named) found.push_back(const_cast<Symbol*>(item.symbol));
  });
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

/// Keys name a class that is not the default one of their type.
bool names_class(const std::vector<IndexKey>& keys, std::string_view name) {
  return std::any_of(keys.begin(), keys.end(), [&](const IndexKey& key) {
    const std::string& own = key.operator_class.str();
    return std::string_view(own).substr(0, own.find('(')) == name;
  });
}

void append_indexes_with(const Draft& draft, const Symbol* opclass, std::vector<Symbol*>& found) {
  if (!draft.object<OperatorClass>(opclass)) return;
  constexpr std::string_view before_method = " USING ";
  const auto at = opclass->text.rfind(before_method);
  const std::string_view name = std::string_view(opclass->text).substr(0, at);
  const std::string_view method = std::string_view(opclass->text).substr(at + before_method.size());
  for_each_declared(draft, [&](const Draft::Item& item) {
    const auto* index = std::get_if<Index>(&item.object);
    if (index && index->method == method && names_class(index->keys, name)) found.push_back(const_cast<Symbol*>(item.symbol));
  });
}

/// Views, and whatever else holds queries, that group by the key.
void append_queries_grouped_by(const Draft& draft, const Symbol* key, std::vector<Symbol*>& found) {
  const auto* primary = draft.object<PrimaryKey>(key);
  if (!primary || primary->deferrable) return;
  for (Symbol* candidate : draft.dependents(key->parent)) {
    bool groups = false;
    Object object = draft.item(candidate)->object;
    for_each_expression(object, [&](const ExpressionField& expression, const DataType*) {
      groups |= expression && groups_by_key(*expression.tree, key->parent, primary->columns);
    });
    if (groups) found.push_back(candidate);
  }
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
      return !draft_.object<Publication>(other) && !draft_.object<DefaultPrivileges>(other);
    });
    for (Symbol* inside : draft_.members(symbol)) found.push_back(inside);
    append_ranges_of_multiranges_in(draft_, symbol, found);
  }
  append_foreign_keys_on(symbol, found);
  append_queries_grouped_by(draft_, symbol, found);
  if (draft_.item(symbol)->space == Namespace::type) append_casts_of(draft_, symbol, found);
  append_classes_that_require(draft_, symbol, found);
  append_indexes_with(draft_, symbol, found);
  return found;
}

}  // namespace pgplumb
