#include "findings/referential_actions.h"

#include <algorithm>
#include <array>

namespace pgplumb {

namespace {

/// Each action on a deleted row and on a changed key, as it happens and as it was expected; "%" stands for the columns.
struct ActionWords {
  ReferentialAction action;
  std::string_view argument;  ///< Prisma's ReferentialAction
  std::string_view on_delete, instead_on_delete, on_update, instead_on_update;
};
constexpr std::array action_words{
    ActionWords{ReferentialAction::no_action, "NoAction", "is refused", "being refused", "is refused", "being refused"},
    ActionWords{ReferentialAction::restrict, "Restrict", "is refused", "being refused", "is refused", "being refused"},
    ActionWords{ReferentialAction::cascade, "Cascade", "deletes its children", "deleting its children", "changes % with it",
                "changing % with it"},
    ActionWords{ReferentialAction::set_null, "SetNull", "blanks %", "blanking %", "blanks %", "blanking %"},
    ActionWords{ReferentialAction::set_default, "SetDefault", "sets % to its default", "setting % to its default",
                "sets % to its default", "setting % to its default"},
};

const ActionWords& words_for(ReferentialAction action) {
  return *std::find_if(action_words.begin(), action_words.end(), [&](const ActionWords& row) { return row.action == action; });
}

std::string with_columns(std::string_view words, const ForeignKey& key) {
  std::string columns, text(words);
  for (const ColumnRef& column : key.set_columns.empty() ? key.columns : key.set_columns)
    columns += (columns.empty() ? "" : ", ") + column.symbol->text;
  const auto place = text.find('%');
  return place == std::string::npos ? text : text.replace(place, 1, columns);
}

/// The model of the row that is pointed at; its table's name where there is no model.
std::string parent_of(const Case& one, const ForeignKey& key) {
  const Symbol& target = key.target.symbol->meant();
  const std::string_view schema = target.parent ? std::string_view(target.parent->text) : std::string_view();
  const Entry* table = one.source(one.expected()).catalog.find({Namespace::relation, schema, target.text, {}});
  return table && !table->called.empty() ? std::string(table->called) : display_name(target);
}

}  // namespace

std::string what_actions_do(const Case& one) {
  const auto *expected = one.as<ForeignKey>(one.expectation()), *actual = one.as<ForeignKey>(one.actuality());
  const std::string parent = parent_of(one, *expected);
  const auto say = [&](const char* verb, std::string_view now, std::string_view instead) {
    return verb + parent + " " + with_columns(now, *actual) + " instead of " + with_columns(instead, *expected);
  };
  const ActionWords &on_delete = words_for(actual->on_delete), &on_update = words_for(actual->on_update);
  const std::string_view instead = words_for(expected->on_delete).instead_on_delete;
  if (with_columns(on_delete.instead_on_delete, *actual) != with_columns(instead, *expected))
    return say("deleting a ", on_delete.on_delete, instead);
  const std::string_view update = words_for(expected->on_update).instead_on_update;
  if (on_update.instead_on_update != update) return say("changing the key of a ", on_update.on_update, update);
  return "a write is refused at once, or only when its statement ends";  // RESTRICT and NO ACTION
}

std::string relation_arguments(const Case& one) {
  const auto *expected = one.as<ForeignKey>(one.expectation()), *actual = one.as<ForeignKey>(one.actuality());
  std::string text;
  if (expected->on_delete != actual->on_delete) text = "onDelete: " + std::string(words_for(actual->on_delete).argument);
  if (expected->on_update != actual->on_update)
    text += (text.empty() ? "" : ", ") + std::string("onUpdate: ") + std::string(words_for(actual->on_update).argument);
  return text;
}

}  // namespace pgplumb
