#include "sources/prisma/check/relation_arguments.h"

#include <algorithm>
#include <array>

#include "sources/prisma/check/arguments.h"
#include "sources/prisma/check/relation_fields.h"
#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {
namespace {

struct Action {
  std::string_view name;
  ReferentialAction action;
};
constexpr std::array<Action, 5> actions{{{"Cascade", ReferentialAction::cascade},
                                         {"Restrict", ReferentialAction::restrict},
                                         {"NoAction", ReferentialAction::no_action},
                                         {"SetNull", ReferentialAction::set_null},
                                         {"SetDefault", ReferentialAction::set_default}}};

bool takes(const Schema& schema, const Action& action) {
  return !(schema.datasource.relation_mode_prisma && action.action == ReferentialAction::set_default);
}

void note_missing_field(Schema& schema, const Field& from, const Model& model, const Value& element) {
  if (model.block->is_unread(element.text)) return;
  std::vector<std::string_view> known;
  for (const auto& other : model.fields)
    if (other.is_column()) known.push_back(other.name());
  std::string hint = suggest(element.text, known);
  if (hint.empty() && &model == from.model && !reference_names(from).empty())
    hint = fmt::format("add it, of the type of the field it refers to:  {} …", element.text);
  schema.problems.add(element.span, fmt::format("model {} has no field \"{}\"", model.name(), element.text), std::move(hint));
}

void check_fields(Schema& schema, const Field& from, std::string_view argument, const Model& model) {
  const Value* names = relation_argument(from, argument);
  if (!names) return;
  for_each_element(*names, [&](const Value& element) {
    const Field* field = model.find_field(element.text);
    if (!field)
      note_missing_field(schema, from, model, element);
    else if (field->is_relation())
      schema.problems.add(element.span,
                          fmt::format("\"{}\" is a relation field, not the scalar field that holds the key", element.text));
  });
}

void check_action(Schema& schema, const Field& from, std::string_view argument) {
  const Value* value = relation_argument(from, argument);
  if (!value || find_action(schema, value->text)) return;
  std::vector<std::string_view> names;
  for (const auto& known : actions)
    if (takes(schema, known)) names.push_back(known.name);
  std::string hint = suggest(value->text, names);
  if (hint.empty()) hint = fmt::format("there are {}", join_names(names));
  schema.problems.add(value->span, fmt::format("unknown action {}", value->span.text()), std::move(hint));
}

}  // namespace

std::optional<ReferentialAction> find_action(const Schema& schema, std::string_view name) {
  const auto* found = std::find_if(actions.begin(), actions.end(), [&](const Action& known) { return known.name == name; });
  if (found == actions.end() || !takes(schema, *found)) return std::nullopt;
  return found->action;
}

void check_relation_arguments(Schema& schema, const Field& field) {
  check_fields(schema, field, "fields", *field.model);
  check_fields(schema, field, "references", *field.target);
  check_action(schema, field, "onDelete");
  check_action(schema, field, "onUpdate");
}

}  // namespace pgplumb::prisma
