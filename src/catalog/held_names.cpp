#include "catalog/held_names.h"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

#include "catalog/declared.h"
#include "catalog/listed.h"
#include "catalog/operator_members.h"

namespace pgplumb {

namespace {

struct HeldOption {
  std::string_view option;
  Namespace space;
};
constexpr std::array of_base_types = {
    HeldOption{"input", Namespace::routine},     HeldOption{"output", Namespace::routine},
    HeldOption{"receive", Namespace::routine},   HeldOption{"send", Namespace::routine},
    HeldOption{"typmod_in", Namespace::routine}, HeldOption{"typmod_out", Namespace::routine},
    HeldOption{"analyze", Namespace::routine},   HeldOption{"subscript", Namespace::routine},
};
constexpr std::array of_ranges = {
    HeldOption{"canonical", Namespace::routine},
    HeldOption{"subtype_diff", Namespace::routine},
    HeldOption{"subtype_opclass", Namespace::operator_class},
    HeldOption{"collation", Namespace::collation},
};

/// What it is to be called.
using Rename = std::function<std::string(std::string_view name)>;

/// Goes through the names of one kind of objects that an object holds.
class HeldNames {
 public:
  /// `method`: of an operator class, the access method that it is for.
  HeldNames(Namespace space, std::string_view method, const Rename& rename) : space_(space), method_(method), rename_(rename) {}

  void visit(Draft::Item& item) const {
    Object& object = item.object;
    if (auto* base = std::get_if<BaseType>(&object)) return in_options(base->definition, of_base_types);
    if (auto* range = std::get_if<RangeType>(&object)) return in_options(range->options, of_ranges);
    if (auto* own = std::get_if<OperatorClass>(&object)) return in_members(own->members);
    if (auto* family = std::get_if<OperatorFamily>(&object)) return in_members(family->members);
    if (auto* index = std::get_if<Index>(&object)) return in_keys(index->method, index->keys);
    if (auto* exclusion = std::get_if<Exclusion>(&object))
      for (ExclusionKey& key : exclusion->keys) in_key(exclusion->method, key.key);
    if (auto* table = std::get_if<Table>(&object)) return in_partition_key(table->partition_key);
    if (auto* partition = std::get_if<Partition>(&object)) return in_partition_key(partition->partition_key);
  }

 private:
  template <class Edit>
  static void edit_each(Text& list, const Edit& edit) {
    std::vector<std::string> edited;
    for (const std::string_view one : listed(list.str())) edited.push_back(edit(std::string(one)));
    list = as_list(edited);
  }

  /// "input=pair_in, output=pair_out", "subtype_diff = float8mi"
  template <std::size_t count>
  void in_options(Text& options, const std::array<HeldOption, count>& held) const {
    constexpr std::string_view between = " =";
    edit_each(options, [&](std::string option) {
      const std::size_t end = option.find_first_of(between), value = option.find_first_not_of(between, end);
      const auto holds = [&](const HeldOption& row) { return row.space == space_ && row.option == option.substr(0, end); };
      if (value == option.npos || std::none_of(held.begin(), held.end(), holds)) return option;
      return option.substr(0, value) + rename_(option.substr(value));
    });
  }

  /// "function 1 cmp, operator 1 <"
  void in_members(Text& members) const {
    if (space_ != Namespace::routine) return;
    edit_each(members, [&](std::string member) {
      const std::size_t before_name = member.rfind(' ');
      if (!member.starts_with("function ")) return member;
      return member.substr(0, before_name + 1) + rename_(member.substr(before_name + 1));
    });
  }

  void in_keys(Text method, std::vector<IndexKey>& keys) const {
    for (IndexKey& key : keys) in_key(method, key);
  }

  /// "ops(siglen=32)"
  void in_key(Text method, IndexKey& key) const {
    const std::string& own = key.operator_class.str();
    if (space_ != Namespace::operator_class || own.empty() || !(method == method_)) return;
    const std::size_t end = std::min(own.find('('), own.size());
    key.operator_class = rename_(own.substr(0, end)) + own.substr(end);
  }

  /// Hash partitions have operator classes of that method, others of btree.
  void in_partition_key(ExpressionField& key) const {
    constexpr std::string_view before = "operator class ";
    if (space_ != Namespace::operator_class || !key || (key.tree->text == "hash") != (method_ == "hash")) return;
    Expression changed = *key.tree;
    for (Expression& part : changed.args)
      if (part.kind == Expression::Kind::other && part.text.starts_with(before))
        part.text = std::string(before) + rename_(part.text.substr(before.size()));
    key.tree = std::make_shared<const Expression>(std::move(changed));
  }

  Namespace space_;
  std::string_view method_;
  const Rename& rename_;
};

bool may_hold_operator_classes(const Object& object) {
  if (const auto* table = std::get_if<Table>(&object)) return static_cast<bool>(table->partition_key);
  if (const auto* partition = std::get_if<Partition>(&object)) return static_cast<bool>(partition->partition_key);
  return std::holds_alternative<Index>(object) || std::holds_alternative<Exclusion>(object);
}

bool may_hold_routines(const Object& object) {
  return std::holds_alternative<BaseType>(object) || std::holds_alternative<OperatorClass>(object) ||
         std::holds_alternative<OperatorFamily>(object);
}

/// Few objects may; a range type may hold names of all kinds.
bool may_hold_names(const Object& object, Namespace space) {
  if (std::holds_alternative<RangeType>(object)) return true;
  if (space == Namespace::routine) return may_hold_routines(object);
  return space == Namespace::operator_class && may_hold_operator_classes(object);
}

std::string_view held_name(std::string_view text, Namespace space) {
  return space == Namespace::operator_class ? text.substr(0, text.rfind(" USING ")) : name_without_signature(text);
}

std::string_view method_of(const Symbol* object, Namespace space) {
  constexpr std::string_view before = " USING ";
  const std::string_view text = object->text;
  return space == Namespace::operator_class ? text.substr(text.rfind(before) + before.size()) : std::string_view();
}

bool is_held_by_name(Namespace space) {
  return space == Namespace::routine || space == Namespace::operator_class || space == Namespace::collation;
}

/// Of several functions of a name, one that takes what the type or class is about, or what is read of it.
bool may_be_for(const Draft& draft, const Symbol* routine, const Draft::Item& holder) {
  if (draft.overloads(Namespace::routine, name_without_signature(routine->text)).size() < 2) return true;
  const auto* own = std::get_if<OperatorClass>(&holder.object);
  const auto* range = std::get_if<RangeType>(&holder.object);
  const Symbol* about = own ? own->type.name : range ? range->subtype.name : holder.symbol;
  const auto& parameters = draft.object<Routine>(routine)->parameters;
  return std::any_of(parameters.begin(), parameters.end(), [&](const RoutineParameter& parameter) {
    const Symbol* type = parameter.type.name;
    return type == about || type == holder.symbol || (type && type->text == "cstring");
  });
}

/// An operator class goes on without a function that its access method can do without, a family without any.
bool goes_without(const Draft::Item& holder, std::string_view name) {
  if (std::holds_alternative<OperatorFamily>(holder.object)) return true;
  const auto* own = std::get_if<OperatorClass>(&holder.object);
  return own && !requires_function(holder, name);
}

bool holds(const Draft& draft, const Draft::Item& holder, const Symbol* object, Namespace space) {
  if (!may_hold_names(holder.object, space)) return false;
  bool does = false;
  const std::string_view looked_for = held_name(object->text, space);
  const Rename look = [&](std::string_view name) {
    does = does || name == looked_for;
    return std::string(name);
  };
  Draft::Item copy = holder;
  HeldNames(space, method_of(object, space), look).visit(copy);
  return does && (space != Namespace::routine || may_be_for(draft, object, holder));
}

}  // namespace

const std::vector<const Symbol*>& NameHolders::all() {
  if (!all_) {
    all_.emplace();
    for_each_declared(draft_, [&](const Draft::Item& item) {
      if (may_hold_routines(item.object) || may_hold_names(item.object, Namespace::operator_class)) all_->push_back(item.symbol);
    });
  }
  return *all_;
}

void NameHolders::append_dependents(const Symbol* object, std::vector<Symbol*>& found) {
  const Namespace space = draft_.item(object)->space;
  if (!is_held_by_name(space)) return;
  for (const Symbol* holder : all())
    if (const Draft::Item* item = draft_.item(holder);
        item && holds(draft_, *item, object, space) && !goes_without(*item, held_name(object->text, space)))
      found.push_back(const_cast<Symbol*>(holder));
}

std::vector<const Symbol*> NameHolders::going_on_without(const Symbol* function) {
  std::vector<const Symbol*> found;
  if (!draft_.object<Routine>(function)) return found;
  for (const Symbol* holder : all()) {
    const Draft::Item* item = draft_.item(holder);
    const bool has_members = draft_.object<OperatorClass>(holder) || draft_.object<OperatorFamily>(holder);
    if (item && has_members && holds(draft_, *item, function, Namespace::routine)) found.push_back(holder);
  }
  return found;
}

void rename_held(Draft& draft, const Symbol* object, std::string_view before) {
  const Namespace space = draft.item(object)->space;
  if (!is_held_by_name(space)) return;
  const Rename rename = [&](std::string_view name) {
    return std::string(name == held_name(before, space) ? held_name(object->text, space) : name);
  };
  std::vector<const Symbol*> holders;
  for_each_declared(draft, [&](const Draft::Item& item) {
    if (may_hold_names(item.object, space)) holders.push_back(item.symbol);
  });
  for (const Symbol* holder : holders) {
    Draft::Item changed = *draft.item(holder);
    if (space == Namespace::routine && !may_be_for(draft, object, changed)) continue;
    HeldNames(space, method_of(object, space), rename).visit(changed);
    if (!(changed.object == draft.item(holder)->object))
      draft.change(holder, [&](Draft::Item& item) { item.object = changed.object; });
  }
}

}  // namespace pgplumb
