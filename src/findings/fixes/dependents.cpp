#include "findings/fixes/dependents.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_map>

#include "catalog/expressions.h"
#include "catalog/references.h"

namespace pgplumb {

namespace {

bool is_called(const std::string& name, const Expression& tree) {
  return (tree.kind == Expression::Kind::call && tree.text == name) ||
         std::any_of(tree.args.begin(), tree.args.end(), [&](const Expression& arg) { return is_called(name, arg); });
}

/// Whether it keeps a column that it names from getting another type.
bool holds_type(const Entry& entry) {
  const auto* view = std::get_if<Table>(&entry.object);
  constexpr std::array parts = {Namespace::rule, Namespace::trigger, Namespace::policy};
  return (view && is_view(*view)) || std::find(parts.begin(), parts.end(), entry.id.space) != parts.end();
}

class Dependents {
 public:
  explicit Dependents(const Catalog& catalog) {
    for (const Entry& one : catalog.entries())
      if (one.id.member.empty()) whole_[one.symbol] = &one;
    for (const Entry& one : catalog.entries())
      for_each_reference(one.object, [&](const Symbol* name) {
        if (const Entry* whole = owner_of(name); whole && whole != owner_of(one.symbol)) users_[whole].push_back(&one);
      });
  }

  void follow_whole(const Catalog& catalog, const Entry& entry) {
    if (std::holds_alternative<Routine>(entry.object)) note_callers(catalog, entry);
    seen_.insert(&entry);
    follow(entry);
  }

  void follow_users(const std::vector<const Entry*>& users) {
    for (const Entry* one : users) append(user(*one));
  }

  std::vector<const Entry*> result() && { return std::move(found_); }

 private:
  /// What is normalised calls functions by their names.
  void note_callers(const Catalog& catalog, const Entry& routine) {
    const std::string name(name_without_signature(display_name(*routine.symbol)));
    for (const Entry& one : catalog.entries()) {
      bool calls = false;
      for_each_expression(one.object,
                          [&](const ExpressionField& field, const DataType*) { calls |= is_called(name, *field.tree); });
      if (calls && &one != &routine) users_[&routine].push_back(&one);
    }
  }

  const Entry* owner_of(const Symbol* name) const {
    for (; name; name = name->parent)
      if (const auto found = whole_.find(name); found != whole_.end())
        return std::holds_alternative<Schema>(found->second->object) ? nullptr : found->second;
    return nullptr;
  }

  /// What a view has is made with it.
  const Entry& user(const Entry& one) const {
    const Entry* owner = one.id.member.empty() ? nullptr : owner_of(one.symbol);
    const auto* view = owner ? std::get_if<Table>(&owner->object) : nullptr;
    return view && is_view(*view) ? *owner : one;
  }

  void follow(const Entry& entry) {
    const auto users = users_.find(&entry);
    if (users == users_.end()) return;
    follow_users(users->second);
  }

  void append(const Entry& found) {
    if (!seen_.insert(&found).second) return;
    follow(found);
    found_.push_back(&found);
  }

  std::unordered_map<const Symbol*, const Entry*> whole_;
  std::unordered_map<const Entry*, std::vector<const Entry*>> users_;
  std::set<const Entry*> seen_;
  std::vector<const Entry*> found_;
};

}  // namespace

std::vector<const Entry*> dependents_of(const Catalog& catalog, const Entry& entry) {
  Dependents dependents(catalog);
  dependents.follow_whole(catalog, entry);
  return std::move(dependents).result();
}

std::vector<const Entry*> dependents_of_column(const Catalog& catalog, const Entry& column) {
  std::vector<const Entry*> users;
  for (const Entry& entry : catalog.entries()) {
    bool names_it = false;
    if (holds_type(entry)) for_each_reference(entry.object, [&](const Symbol* name) { names_it |= name == column.symbol; });
    if (names_it) users.push_back(&entry);
  }
  if (users.empty()) return users;
  Dependents dependents(catalog);
  dependents.follow_users(users);
  return std::move(dependents).result();
}

}  // namespace pgplumb
