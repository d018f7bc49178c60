#include <algorithm>
#include <functional>
#include <unordered_map>

#include "sources/prisma/check/arguments.h"
#include "sources/prisma/check/opposite.h"
#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/relate.h"
#include "sources/prisma/check/relation_arguments.h"
#include "sources/prisma/check/relation_fields.h"
#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {
namespace {

/// Fields that would be one relation: between two models, under one name. `there` run from `first` to `second`, `back` the other
/// way; a relation of a model with itself has all in `there`.
struct Group {
  std::vector<const Field*> there, back;
};

class Pairing {
 public:
  explicit Pairing(Schema& schema) : schema_(schema) {}

  void run() {
    for (const auto& model : schema_.models)
      for (const auto& field : model.fields) {
        if (field.is_relation()) check_relation_arguments(schema_, field);
        if (!model.duplicate && !field.repeated) enter(field);
      }
    for (const auto& group : groups_) pair(group);
  }

 private:
  struct GroupKey {
    std::size_t first, second;  // numbers of models
    std::string_view name;
    bool operator==(const GroupKey&) const = default;
  };
  struct GroupHash {
    std::size_t operator()(const GroupKey& key) const {
      return std::hash<std::string_view>{}(key.name) + key.first * 31 + key.second * 0x9e3779b9;
    }
  };

  static GroupKey key_of(const Field& field) {
    const auto [first, second] = std::minmax(field.model->number, field.target->number);
    return {first, second, relation_name(field)};
  }

  void note(const Field& field, std::string message, std::string hint = {}) {
    schema_.problems.add(field.line->span, std::move(message), std::move(hint));
  }

  /// Puts the field in its group.
  void enter(const Field& field) {
    if (!field.is_relation()) {
      if (field.relation && field.kind != Field::Kind::unknown)
        schema_.problems.add(field.relation->span,
                             fmt::format("\"{}\" is no relation field: its type is no model", field.name()));
      return;
    }
    if (const Value* name = relation_argument(field, "name"); name && (!name->is(Value::Kind::string) || name->text.empty())) {
      schema_.problems.add(name->span, "the name of a relation is text in quotes, and not empty");
      return;
    }
    const auto [found, is_new] = group_of_.emplace(key_of(field), groups_.size());
    if (is_new) groups_.emplace_back();
    Group& group = groups_[found->second];
    (field.model->number <= field.target->number ? group.there : group.back).push_back(&field);
  }

  void pair(const Group& group) {
    const Field& first = group.there.empty() ? *group.back.front() : *group.there.front();
    if (first.model == first.target) return pair_with_itself(group.there);
    if (group.there.size() > 1) return note_ambiguous(group.there);
    if (group.back.size() > 1) return note_ambiguous(group.back);
    if (group.there.empty() || group.back.empty()) return note_unpaired(first);
    relate(*group.there[0], *group.back[0]);
  }

  void pair_with_itself(const std::vector<const Field*>& fields) {
    if (fields.size() == 1) return note_unpaired(*fields[0]);
    const bool named = !relation_name(*fields[0]).empty();
    if (fields.size() == 2 && named) return relate(*fields[0], *fields[1]);
    std::vector<std::string_view> names;
    for (const auto* field : fields) names.push_back(field->name());
    const Field& first = *fields[0];
    if (named)
      note(first, fmt::format("fields {} of {} bear one relation name", join_names(names), first.model->name()),
           "a relation has two fields: give the others another name");
    else
      note(
          first,
          fmt::format("fields {} of {} refer to their own model without a relation name", join_names(names), first.model->name()),
          fmt::format("if two of them are one relation, put @relation(\"{}\") on both", names.back()));
  }

  void note_ambiguous(const std::vector<const Field*>& fields) {
    std::vector<std::string_view> names;
    for (const auto* field : fields) names.push_back(field->name());
    const Field& first = *fields[0];
    const bool named = !relation_name(first).empty();
    note(first,
         fmt::format("fields {} of {} both refer to {}{}", join_names(names), first.model->name(), first.target->name(),
                     named ? " under one relation name" : ""),
         fmt::format("name each relation on both sides: @relation(\"{}\")", names.front()));
  }

  void note_unpaired(const Field& field) {
    if (!field.target->fields_are_known) return;
    for (const auto& other : field.target->fields) {
      if (&other == &field || other.target != field.model || relation_name(other) == relation_name(field)) continue;
      if (is_paired_elsewhere(other)) continue;
      const auto name = relation_name(field).empty() ? relation_name(other) : relation_name(field);
      return note(
          field,
          fmt::format("relation field \"{}\" of {} has no opposite field of its name in {}", field.name(), field.model->name(),
                      field.target->name()),
          fmt::format("if {}.{} is the other side, put @relation(\"{}\") on both", field.target->name(), other.name(), name));
    }
    note_missing_opposite(schema_, field);
  }

  bool is_paired_elsewhere(const Field& field) {
    const auto found = group_of_.find(key_of(field));
    return found == group_of_.end() || groups_[found->second].there.size() + groups_[found->second].back.size() > 1;
  }

  void relate(const Field& a, const Field& b) {
    if (a.is_list() && b.is_list())
      relate_many(schema_, a, b);
    else if (a.is_list() || b.is_list())
      relate_one_to_many(schema_, a.is_list() ? b : a, a.is_list() ? a : b);
    else
      relate_one_to_one(schema_, a, b);
  }

  Schema& schema_;
  std::unordered_map<GroupKey, std::size_t, GroupHash> group_of_;  // numbers of groups
  std::vector<Group> groups_;
};

}  // namespace

void pair_relations(Schema& schema) { Pairing(schema).run(); }

}  // namespace pgplumb::prisma
