#include "kinds/table/heirs.h"

#include <algorithm>

#include "kinds/ddl.h"
#include "kinds/rebind.h"

namespace pgplumb {

namespace {

std::vector<RelationRef> parents_of(const Draft& draft, const Symbol* table) {
  const auto* stated = draft.object<Table>(table);
  return stated ? *stated->parents : std::vector<RelationRef>();
}

bool is_inherited_check(const Draft& draft, const Symbol* member) {
  const auto* check = draft.object<Check>(member);
  return check && !check->no_inherit;
}

/// The checks that hold for a table's heirs: its own, and those of its parents.
std::vector<const Symbol*> handed_down_checks(const Draft& draft, const Symbol* table) {
  std::vector<const Symbol*> checks;
  for (const Symbol* member : draft.members(table))
    if (is_inherited_check(draft, member)) checks.push_back(member);
  for (const RelationRef parent : parents_of(draft, table)) {
    const auto above = handed_down_checks(draft, parent.symbol);
    checks.insert(checks.end(), above.begin(), above.end());
  }
  return checks;
}

}  // namespace

bool is_valid_in(const Draft& draft, const Symbol* check, const Symbol* heir) {
  return draft.object<Check>(check)->validated || check->number < heir->number;
}

namespace {

void take_over_check(Session& session, Symbol* table, const Symbol* check) {
  Object object = session.draft().item(check)->object;
  std::get<Check>(object).validated = is_valid_in(session.draft(), check, table);
  rebind(object, {session.draft(), check->parent, table});
  session.draft().declare(Namespace::constraint, table, check->text, std::move(object), session.at());
}

}  // namespace

const Symbol* inherited_check(const Draft& draft, const Symbol* table, std::string_view name) {
  for (const RelationRef parent : parents_of(draft, table))
    for (const Symbol* check : handed_down_checks(draft, parent.symbol))
      if (check->text == name) return check;
  return nullptr;
}

void leave_check_to_heirs(Session& session, const Symbol* check) {
  if (!check || !is_inherited_check(session.draft(), check)) return;
  for (Symbol* heir : heirs_of(session.draft(), check->parent))
    if (!session.draft().find(Namespace::constraint, heir, check->text)) take_over_check(session, heir, check);
}

std::vector<Symbol*> heirs_of(const Draft& draft, const Symbol* table) {
  std::vector<Symbol*> heirs;
  for (Symbol* referrer : draft.referrers(table))
    for (const RelationRef parent : parents_of(draft, referrer))
      if (parent.symbol == table && std::find(heirs.begin(), heirs.end(), referrer) == heirs.end()) heirs.push_back(referrer);
  return heirs;
}

bool is_only_inherited(const Draft& draft, const Symbol* column) {
  const Draft::Item* item = draft.item(column);
  return item && item->notes->only_inherited;
}

void note_only_inherited(Session& session, const Symbol* column, bool only) {
  session.draft().change(column, [&](Draft::Item& item) { item.notes.edit().only_inherited = only; });
}

bool inherits_column(const Draft& draft, const Symbol* table, std::string_view name) {
  const auto parents = parents_of(draft, table);
  return std::any_of(parents.begin(), parents.end(),
                     [&](RelationRef parent) { return draft.find(Namespace::column, parent.symbol, name) != nullptr; });
}

void require_parent(Session& session, std::string_view schema, std::string_view name) {
  const Symbol* parent = session.look_up(schema, name).symbol;
  const auto refuse = [&](bool holds, const std::string& reason) {
    if (holds) fail(sqlstate::wrong_object_type, reason);
  };
  const auto* table = session.draft().object<Table>(parent);
  const bool has_rows = table && !is_view(*table);
  refuse(session.draft().object<Partition>(parent), "cannot inherit from partition " + quoted_name({}, name));
  refuse(parent && !has_rows, "inherited relation " + quoted_name({}, name) + " is not a table or foreign table");
  refuse(table && table->relation_kind == RelationKind::partitioned_table,
         "cannot inherit from partitioned table " + quoted_name({}, name));
}

void leave_parent(Session& session, Symbol* table, const Symbol* parent) {
  const Draft& draft = session.draft();
  const auto checks = handed_down_checks(draft, parent);
  edit<Table>(session, table, [&](Table& changed) {
    std::erase_if(changed.parents.edit(), [&](RelationRef one) { return one.symbol == parent; });
  });
  for (const Symbol* column : draft.members(table, Namespace::column))
    if (is_only_inherited(draft, column) && !inherits_column(draft, table, column->text))
      note_only_inherited(session, column, false);
  for (const Symbol* check : checks)
    if (!inherited_check(draft, table, check->text) && !draft.find(Namespace::constraint, table, check->text))
      take_over_check(session, table, check);
}

}  // namespace pgplumb
