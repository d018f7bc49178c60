// Removing objects with what depends on them, as PostgreSQL's dependency.c does.
#include <pgplumb/catalog/session.h>

#include <algorithm>
#include <deque>
#include <unordered_set>

#include "catalog/held_names.h"
#include "catalog/implied.h"
#include "catalog/operator_members.h"
#include "catalog/references.h"

namespace pgplumb {

namespace {

bool names_column(const std::vector<ColumnRef>& columns, const Symbol* column) {
  return std::any_of(columns.begin(), columns.end(), [&](ColumnRef ref) { return ref.symbol == column; });
}

template <class Part>
bool refers_to(const Part& part, const Symbol* symbol) {
  bool refers = false;
  references::visit_value(part, [&](const Symbol* named) { refers |= bear_one_number(named, symbol); });
  return refers;
}

/// What a partition says of a column or trigger by itself goes with that.
bool loses_part(Draft& draft, const Symbol* dependent, const Symbol* part) {
  const bool may_say_something = draft.object<Column>(part) || draft.object<Trigger>(part);
  if (!draft.object<Partition>(dependent) || !may_say_something) return false;
  const auto lose = [&](auto& list) {
    if (list) std::erase_if(list.edit(), [&](const auto& own) { return refers_to(own, part); });
  };
  draft.change(dependent, [&](Draft::Item& item) {
    auto& partition = std::get<Partition>(item.object);
    lose(partition.defaults);
    lose(partition.not_null);
    lose(partition.storage);
    lose(partition.comments);
    lose(partition.triggers);
  });
  return true;
}

/// A table goes on without the index by which replicas tell its rows.
template <class Relation>
bool loses_replica_index(Draft& draft, const Symbol* dependent, const Symbol* index) {
  const auto* relation = draft.object<Relation>(dependent);
  if (!relation || relation->replica_index.symbol != index) return false;
  draft.change(dependent, [](Draft::Item& item) { std::get<Relation>(item.object).replica_index = {}; });
  return true;
}

/// A publication publishes what is left, where a table or schema goes; the columns that it names ask for CASCADE, which takes
/// their table out of it.
bool leaves_out(Draft& draft, const Symbol* dependent, const Symbol* symbol, bool cascade) {
  if (loses_part(draft, dependent, symbol)) return true;
  if (loses_replica_index<Table>(draft, dependent, symbol) || loses_replica_index<Partition>(draft, dependent, symbol))
    return true;
  const bool is_published = draft.object<Table>(symbol) || draft.object<Schema>(symbol);
  if (!draft.object<Publication>(dependent) || !(is_published || cascade)) return false;
  draft.change(dependent, [&](Draft::Item& item) {
    auto& publication = std::get<Publication>(item.object);
    std::erase_if(publication.tables, [&](const PublishedTable& published) { return refers_to(published, symbol); });
    std::erase_if(publication.schemas, [&](RelationRef schema) { return schema.symbol == symbol; });
  });
  return true;
}

/// Indexes and constraints of a column's own table and its partitions go with the column (DEPENDENCY_AUTO), as sequences go with
/// what owns them, partitions and statistics with what they are of, default privileges with their schema and constraint triggers
/// with the table they are also FROM; a foreign key only if the column is among its own. Generated columns, triggers, policies
/// and other tables' foreign keys ask for CASCADE.
bool goes_along(const Draft& draft, const Symbol* dependent, const Symbol* column) {
  if (draft.object<Sequence>(dependent)) return true;
  if (draft.object<Statistics>(dependent))
    return draft.object<Column>(column) || draft.object<Table>(column) || draft.object<Partition>(column);
  if (draft.object<DefaultPrivileges>(dependent)) return true;
  if (const auto* partition = draft.object<Partition>(dependent)) return partition->of.symbol == column;
  if (draft.object<Partition>(dependent->parent) && root_of(draft, dependent->parent) == column) return true;
  if (const auto* trigger = draft.object<Trigger>(dependent); trigger && trigger->referenced.symbol == column) return true;
  const Namespace space = draft.item(dependent)->space;
  const bool is_of_its_table = root_of(draft, dependent->parent) == column->parent;
  if (!is_of_its_table || (space != Namespace::constraint && space != Namespace::index)) return false;
  const auto* foreign_key = draft.object<ForeignKey>(dependent);
  return !foreign_key || names_column(foreign_key->columns, column);
}

/// As PostgreSQL's getObjectDescription() calls it.
std::string describe_symbol(const Draft& draft, const Symbol* symbol) {
  const Draft::Item* item = draft.item(symbol);
  const auto* table = std::get_if<Table>(&item->object);
  if (table) return show_value(table->relation_kind) + " " + symbol->text;
  switch (item->space) {
    case Namespace::column:
      return "column " + symbol->text + " of table " + symbol->parent->text;
    case Namespace::constraint:
      return "constraint " + symbol->text + " on table " + symbol->parent->text;
    case Namespace::type:
      return "type " + symbol->text;
    default:
      return std::string(kind_of(item->object)) + " " + symbol->text;
  }
}

/// A type, or a collation.
template <class Typed>
bool is_type_of(const Typed& typed, const Symbol* symbol) {
  return bear_one_number(typed.type.name, symbol) || typed.collation.symbol == symbol;
}

/// The object stands in nothing of a column but its default.
bool needs_by_default_only(const Draft& draft, const Symbol* dependent, const Symbol* of) {
  const auto* column = draft.object<Column>(dependent);
  return column && !is_type_of(*column, of) && !column->generated;
}

std::string describe_need(const Draft& draft, const Symbol* dependent, const Symbol* of) {
  return (needs_by_default_only(draft, dependent, of) ? "default value for " : "") + describe_symbol(draft, dependent);
}

/// Those on parts that are no more.
template <class Parts>
void forget_comments(Seldom<std::vector<PartComment>>& comments, const Parts& parts) {
  const auto is_there = [&](const PartComment& comment) {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.name == comment.part; });
  };
  if (comments) std::erase_if(comments.edit(), [&](const PartComment& comment) { return !is_there(comment); });
}

}  // namespace

/// Of what CASCADE takes away, a column keeps all but a default that mentions the object, a domain all but such checks, a
/// composite type all but attributes of that type. False for what goes as a whole, as what is in a schema does.
bool Session::releases(Symbol* dependent, const Symbol* from) {
  if (dependent->parent == from) return false;
  const auto loses = [&](const ExpressionField& field) {
    return refers_to(field, from) || (field && is_implied_in(draft_, dependent, *field.tree, from));
  };
  if (needs_by_default_only(draft_, dependent, from)) {
    record(Event::Verb::altered, dependent, "default");
    draft_.change(dependent, [](Draft::Item& item) { std::get<Column>(item.object).default_value = {}; });
    return true;
  }
  if (draft_.object<CompositeType>(dependent)) {
    record(Event::Verb::altered, dependent, "attributes");
    draft_.change(dependent, [&](Draft::Item& item) {
      auto& changed = std::get<CompositeType>(item.object);
      std::erase_if(changed.attributes, [&](const TypeAttribute& attribute) { return is_type_of(attribute, from); });
      forget_comments(changed.comments, changed.attributes);
    });
    return true;
  }
  const auto* domain = draft_.object<Domain>(dependent);
  if (!domain || is_type_of(*domain, from) || loses(domain->default_value)) return false;
  record(Event::Verb::altered, dependent, "checks");
  draft_.change(dependent, [&](Draft::Item& item) {
    auto& changed = std::get<Domain>(item.object);
    std::erase_if(changed.checks, [&](const DomainCheck& check) { return loses(check.expression); });
    forget_comments(changed.comments, changed.checks);
  });
  return true;
}

/// What goes with the object though another file had made it: that file's work is undone too.
void Session::record_members_of_others(const Symbol* symbol) {
  const std::string* file = draft_.item(symbol)->declared_at.file;
  for (const Symbol* member : draft_.members(symbol))
    if (draft_.item(member)->declared_at.file != file) record(Event::Verb::dropped, member);
}

void Session::take_away(const Symbol* symbol) {
  if (!draft_.item(symbol)) return;  // gone with what it is a member of
  record_members_of_others(symbol);
  record(Event::Verb::dropped, symbol);
  if (draft_.object<Operator>(symbol)) forget_operator(symbol);
  draft_.drop(symbol);
}

namespace {

/// What a DROP takes away. All of it is found before anything goes, for what one object needs may go with another.
class Doomed {
 public:
  explicit Doomed(std::vector<const Symbol*> symbols) : symbols_(std::move(symbols)), set_(symbols_.begin(), symbols_.end()) {}

  std::size_t count() const { return symbols_.size(); }
  const Symbol* operator[](std::size_t i) const { return symbols_[i]; }
  /// Members go with what they are of; what is in a schema asks for CASCADE.
  bool holds(const Symbol* symbol) const {
    return set_.contains(symbol) || (symbol->parent && symbol->parent->parent && set_.contains(symbol->parent));
  }
  void add(const Symbol* symbol) {
    if (set_.insert(symbol).second) symbols_.push_back(symbol);
  }

 private:
  std::vector<const Symbol*> symbols_;
  std::unordered_set<const Symbol*> set_;
};

struct Need {
  Symbol* dependent;
  const Symbol* of;
};

}  // namespace

void Session::drop(std::vector<const Symbol*> symbols, bool cascade) {
  Doomed doomed(std::move(symbols));
  std::deque<Need> needs;
  NameHolders holders(draft_);
  for (std::size_t next = 0; next < doomed.count() || !needs.empty();) {
    if (next < doomed.count()) {
      const Symbol* symbol = doomed[next++];
      std::vector<Symbol*> all = dependents(symbol);
      holders.append_dependents(symbol, all);
      for (Symbol* dependent : all) {
        if (goes_along(draft_, dependent, symbol))
          doomed.add(dependent);
        else
          needs.push_back({dependent, symbol});
      }
      continue;
    }
    const auto [dependent, of] = needs.front();
    needs.pop_front();
    if (doomed.holds(dependent) || leaves_out(draft_, dependent, of, cascade)) continue;
    if (!cascade && !draft_.item(dependent)->uncertain)
      fail(sqlstate::dependent_objects_still_exist,
           "cannot drop " + describe_symbol(draft_, of) +
               " because other objects depend on it: " + describe_need(draft_, dependent, of) + created_at(draft_, dependent));
    if (!releases(dependent, of)) doomed.add(dependent);
  }
  for (std::size_t i = doomed.count(); i-- > 0;) {
    for (const Symbol* holder : holders.going_on_without(doomed[i]))
      lose_function(draft_, holder, name_without_signature(doomed[i]->text));
    take_away(doomed[i]);
  }
}

}  // namespace pgplumb
