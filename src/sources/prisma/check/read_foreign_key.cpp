#include "sources/prisma/check/read_foreign_key.h"

#include <algorithm>
#include <set>

#include "sources/prisma/check/arguments.h"
#include "sources/prisma/check/opposite.h"
#include "sources/prisma/check/relation_arguments.h"
#include "sources/prisma/check/relation_fields.h"
#include "sources/prisma/check/suggest.h"
#include "sources/prisma/constraint_names.h"

namespace pgplumb::prisma {
namespace {

/// The side with the foreign key, checked and read into a Relation.
class ForeignKeyReader {
 public:
  ForeignKeyReader(Schema& schema, const Field& from, const Field& to) : schema_(schema), from_(from), to_(to) {}

  /// False where something is missing or wrong; it was noted.
  bool run() {
    relation_.from = &from_;
    relation_.to = &to_;
    if (!has_both_lists()) return false;
    relation_.fields = read_fields("fields", *from_.model);
    relation_.references = read_fields("references", *from_.target);
    if (!complete_) return false;
    check_fields();
    read_name_and_actions();
    schema_.relations.push_back(std::move(relation_));
    return true;
  }

 private:
  void note(Span where, std::string message, std::string hint = {}) {
    schema_.problems.add(where, std::move(message), std::move(hint));
    complete_ = false;
  }

  bool has_both_lists() {
    const bool has_fields = !foreign_key_names(from_).empty(), has_references = !reference_names(from_).empty();
    if (has_fields && has_references) return true;
    const std::string_view missing = has_fields ? "references" : has_references ? "fields" : "fields and references";
    note(from_.line->span, fmt::format("relation field \"{}\" does not say its {}", from_.name(), missing),
         fmt::format("@relation({})", suggest_foreign_key(from_)));
    return false;
  }

  /// What is no column was noted by check_relation_arguments.
  std::vector<const Field*> read_fields(std::string_view argument, const Model& model) {
    std::vector<const Field*> fields;
    for_each_element(*relation_argument(from_, argument), [&](const Value& element) {
      const Field* field = model.find_field(element.text);
      if (field && field->is_column())
        fields.push_back(field);
      else
        complete_ = false;
    });
    return fields;
  }

  void check_fields() {
    const auto& [fields, references] = std::tie(relation_.fields, relation_.references);
    if (fields.size() != references.size())
      return note(from_.relation->span, fmt::format("{} fields refer to {}", fields.size(), references.size()),
                  "fields and references go in pairs");
    if (std::set<const Field*>(fields.begin(), fields.end()).size() < fields.size())
      note(relation_argument(from_, "fields")->span, "a field stands twice in \"fields\"");
    check_types();
    check_optional();
    check_references();
  }

  void check_types() {
    for (std::size_t i = 0; i < relation_.fields.size(); ++i) {
      const Field &field = *relation_.fields[i], &target = *relation_.references[i];
      if (field.line->type.name == target.line->type.name) continue;
      note(from_.line->span,
           fmt::format("{}.{} is {}, but {}.{}, to which it refers, is {}", field.model->name(), field.name(),
                       field.line->type.name, target.model->name(), target.name(), target.line->type.name),
           fmt::format("{} {}", field.name(), target.line->type.name));
    }
  }

  /// A row without the key has no other side: the relation must be optional too.
  void check_optional() {
    if (!from_.is_required()) return;
    std::vector<std::string_view> optional;
    for (const auto* field : relation_.fields)
      if (field->arity() == Arity::optional) optional.push_back(field->name());
    if (optional.empty()) return;
    note(from_.line->span,
         fmt::format("relation field \"{}\" is required, but {} optional", from_.name(),
                     fmt::format("{} {}", join_names(optional), optional.size() == 1 ? "is" : "are")),
         fmt::format("{} {}?", from_.name(), from_.line->type.name));
  }

  void check_references() {
    const Model& target = *from_.target;
    const auto names = reference_names(from_);
    if (is_unique_key(target, names) || !target.keys_are_known) return;
    note(from_.line->span,
         fmt::format("{} {} neither the id nor a unique of {}", join_names(names), names.size() == 1 ? "is" : "are",
                     target.name()),
         names.size() == 1 ? fmt::format("add @unique to {}.{}", target.name(), names[0])
                           : fmt::format("add @@unique([{}]) to {}", join_names(names, ", "), target.name()));
  }

  void read_name_and_actions() {
    const Attribute& attribute = *from_.relation;
    std::vector<std::string_view> columns;
    for (const auto* field : relation_.fields) columns.push_back(field->database_name);
    const auto given = read_name(schema_, attribute, "map");
    relation_.name = relation_name(from_);
    relation_.database_name = given ? std::string(*given) : constraint_name(from_.model->database_name, columns, "_fkey");
    relation_.stated_at = attribute.span;
    const bool all_optional = std::all_of(relation_.fields.begin(), relation_.fields.end(),
                                          [](const Field* field) { return field->arity() == Arity::optional; });
    relation_.on_delete = all_optional ? ReferentialAction::set_null : ReferentialAction::restrict;
    read_action("onDelete", relation_.on_delete);
    read_action("onUpdate", relation_.on_update);
  }

  void read_action(std::string_view argument, ReferentialAction& action) {
    const Value* value = relation_argument(from_, argument);
    if (value) action = find_action(schema_, value->text).value_or(action);
  }

  Schema& schema_;
  const Field& from_;
  const Field& to_;
  Relation relation_;
  bool complete_ = true;
};

}  // namespace

bool read_foreign_key(Schema& schema, const Field& from, const Field& to) { return ForeignKeyReader(schema, from, to).run(); }

}  // namespace pgplumb::prisma
