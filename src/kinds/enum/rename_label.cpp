#include "kinds/enum/rename_label.h"

#include <set>

#include "catalog/expressions.h"
#include "sql/canonical/renamed_label.h"

namespace pgplumb {

namespace {

/// The enum, the domains over it and the rows and ranges of it, with all that refers to them or to a column of theirs.
struct Concerned {
  std::vector<const Symbol*> types;
  std::set<const Symbol*> objects;
};

void append_concerned(const Draft& draft, const Symbol* type, Concerned& concerned) {
  concerned.types.push_back(type);
  for (const Symbol* dependent : draft.dependents(type)) {
    const bool is_new = concerned.objects.insert(dependent).second;
    const auto* domain = draft.object<Domain>(dependent);
    const bool is_of_it = domain && domain->type.name == type;
    const bool is_made_of_it = draft.object<CompositeType>(dependent) || draft.object<RangeType>(dependent);
    if (is_new && (is_of_it || is_made_of_it)) append_concerned(draft, dependent, concerned);
    const auto* column = draft.object<Column>(dependent);
    if (!column || column->type.name != type) continue;
    for (const Symbol* user : draft.dependents(dependent)) concerned.objects.insert(user);
  }
}

/// False where no expression of it holds the label.
bool rename_in(Object& object, const KnownTypes& types, const RenamedLabels& renamed) {
  bool holds_it = false;
  for_each_expression(object, [&](ExpressionField& field, const DataType* type) {
    Expression tree = rename_labels(*field.tree, type, types, renamed);
    if (tree == normalise(*field.tree, type, types)) return;
    holds_it = true;
    field.tree = std::make_shared<const Expression>(std::move(tree));
  });
  return holds_it;
}

}  // namespace

void rename_label_in_expressions(Session& session, const Symbol* type, std::string_view before, std::string_view after) {
  Draft& draft = session.draft();
  Concerned concerned;
  append_concerned(draft, type, concerned);
  const KnownTypes types = draft.types();
  for (const Symbol* symbol : concerned.objects)
    for (const Symbol* of : concerned.types) {
      Object changed = draft.item(symbol)->object;
      if (!rename_in(changed, types, {{{of, before}, after}})) continue;
      draft.forget_written(symbol);
      draft.change(symbol, [&](Draft::Item& item) { item.object = changed; });
    }
}

}  // namespace pgplumb
