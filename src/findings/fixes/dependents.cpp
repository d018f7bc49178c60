#include "findings/fixes/dependents.h"

#include <algorithm>
#include <array>
#include <set>

#include "catalog/expressions.h"
#include "catalog/references.h"

namespace pgplumb {

namespace {

/// Whether it keeps a column that it names from getting another type.
bool holds_type(const Entry& entry) {
  const auto* view = std::get_if<Table>(&entry.object);
  constexpr std::array parts = {Namespace::rule, Namespace::trigger, Namespace::policy};
  return (view && is_view(*view)) || std::find(parts.begin(), parts.end(), entry.id.space) != parts.end();
}

template <class Key>
const EntryList& found_or_none(const std::unordered_map<Key, EntryList>& lists, const Key& key) {
  static const EntryList none;
  const auto found = lists.find(key);
  return found == lists.end() ? none : found->second;
}

void append_once(EntryList& list, const Entry& entry) {
  if (list.empty() || list.back() != &entry) list.push_back(&entry);
}

template <class Visit>
void for_each_call(const Expression& tree, const Visit& visit) {
  if (tree.kind == Expression::Kind::call) visit(tree.text);
  for (const Expression& arg : tree.args) for_each_call(arg, visit);
}

}  // namespace

Dependents::Dependents(const Catalog& catalog) : catalog_(catalog) {
  for (const Entry& one : catalog.entries())
    if (one.id.member.empty()) whole_[one.symbol] = &one;
  for (const Entry& one : catalog.entries())
    for_each_reference(one.object, [&](const Symbol* name) {
      if (name->number == 0) return;
      append_once(naming_[name], one);
      if (const Entry* whole = owner_of(name); whole && whole != owner_of(one.symbol)) append_once(users_[whole], one);
    });
}

const Entry* Dependents::owner_of(const Symbol* name) const {
  for (; name; name = name->parent)
    if (const auto found = whole_.find(name); found != whole_.end())
      return std::holds_alternative<Schema>(found->second->object) ? nullptr : found->second;
  return nullptr;
}

const EntryList& Dependents::naming(const Symbol* symbol) const { return found_or_none(naming_, symbol); }

/// What is normalised calls functions by their names.
void Dependents::find_callers() const {
  callers_.emplace();
  for (const Entry& one : catalog_.entries())
    for_each_expression(one.object, [&](const ExpressionField& field, const DataType*) {
      for_each_call(*field.tree, [&](const std::string& name) { append_once((*callers_)[name], one); });
    });
}

const EntryList& Dependents::callers_of(const Entry& routine) const {
  if (!callers_) find_callers();
  return found_or_none(*callers_, std::string(name_without_signature(display_name(*routine.symbol))));
}

/// Goes from one to all that stands on it.
class Dependents::Search {
 public:
  explicit Search(const Dependents& dependents) : dependents_(dependents) {}

  void follow_whole(const Entry& entry) {
    seen_.insert(&entry);
    follow(entry);
    if (std::holds_alternative<Routine>(entry.object)) follow_users(dependents_.callers_of(entry));
  }

  void follow_users(const EntryList& users) {
    for (const Entry* one : users) append(user(*one));
  }

  EntryList result() && { return std::move(found_); }

 private:
  /// What a view has is made with it.
  const Entry& user(const Entry& one) const {
    const Entry* owner = one.id.member.empty() ? nullptr : dependents_.owner_of(one.symbol);
    const auto* view = owner ? std::get_if<Table>(&owner->object) : nullptr;
    return view && is_view(*view) ? *owner : one;
  }

  void follow(const Entry& entry) { follow_users(found_or_none(dependents_.users_, &entry)); }

  void append(const Entry& found) {
    if (!seen_.insert(&found).second) return;
    follow(found);
    found_.push_back(&found);
  }

  const Dependents& dependents_;
  std::set<const Entry*> seen_;
  EntryList found_;
};

EntryList Dependents::of(const Entry& entry) const {
  Search search(*this);
  search.follow_whole(entry);
  return std::move(search).result();
}

/// The column, and those that get its type with it.
std::vector<const Symbol*> Dependents::with_heirs(const Entry& column) const {
  std::vector<const Symbol*> columns{column.symbol}, tables{column.symbol->parent};
  for (std::size_t i = 0; i < tables.size(); ++i)
    for (const Entry* user : naming(tables[i])) {
      const auto* heir = std::get_if<Table>(&user->object);
      const bool inherits = heir && std::any_of(heir->parents->begin(), heir->parents->end(),
                                                [&](RelationRef parent) { return parent.symbol == tables[i]; });
      if (!inherits || std::find(tables.begin(), tables.end(), user->symbol) != tables.end()) continue;
      tables.push_back(user->symbol);
      const Entry* own = catalog_.find({Namespace::column, user->id.schema, user->id.name, column.id.member});
      if (own) columns.push_back(own->symbol);
    }
  return columns;
}

EntryList Dependents::of_column(const Entry& column) const {
  EntryList users;
  for (const Symbol* name : with_heirs(column))
    for (const Entry* entry : naming(name))
      if (holds_type(*entry)) users.push_back(entry);
  Search search(*this);
  search.follow_users(users);
  return std::move(search).result();
}

}  // namespace pgplumb
