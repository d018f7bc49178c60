#include "sources/prisma/check/relate.h"

#include <algorithm>

#include "sources/prisma/check/arguments.h"
#include "sources/prisma/check/opposite.h"
#include "sources/prisma/check/read_foreign_key.h"
#include "sources/prisma/check/relation_fields.h"
#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {
namespace {

/// The side without the foreign key has nothing to say about it.
void check_other_side(Schema& schema, const Field& field, const Field& holder) {
  for (const std::string_view argument : {"fields", "references", "onDelete", "onUpdate"})
    if (const Value* value = relation_argument(field, argument))
      schema.problems.add(value->span, fmt::format("\"{}\" belongs on the side with the foreign key", argument),
                          fmt::format("{}.{}", holder.model->name(), holder.name()));
}

bool claims_key(const Field& field) { return !foreign_key_names(field).empty() || !reference_names(field).empty(); }

void note_many(Schema& schema, const Field& field) {
  for (const std::string_view argument : {"fields", "references", "onDelete", "onUpdate"})
    if (const Value* value = relation_argument(field, argument))
      schema.problems.add(value->span, fmt::format("an implicit many-to-many relation has no \"{}\"", argument),
                          "remove it, or write a model for the rows between the two");
}

/// The id that the rows of the table between refer to.
void check_single_id(Schema& schema, const Field& field) {
  const Model& target = *field.target;
  if ((target.id && target.id->fields.size() == 1) || !target.keys_are_known) return;
  schema.problems.add(field.line->span,
                      fmt::format("many-to-many needs an id of one field, which {} does not have", target.name()),
                      "write a model for the rows between the two");
}

}  // namespace

void relate_one_to_many(Schema& schema, const Field& one, const Field& many) {
  check_other_side(schema, many, one);
  read_foreign_key(schema, one, many);
}

void relate_one_to_one(Schema& schema, const Field& a, const Field& b) {
  if (claims_key(a) == claims_key(b)) {
    const bool both = claims_key(a);
    schema.problems.add(a.line->span,
                        fmt::format("{} of {}.{} and {}.{} {} the foreign key", both ? "each" : "none", a.model->name(), a.name(),
                                    b.model->name(), b.name(), both ? "holds" : "holds"),
                        both ? fmt::format("take @relation(…) from {}.{}, and its key", b.model->name(), b.name())
                             : fmt::format("on one of them: @relation({})", suggest_foreign_key(a)));
    return;
  }
  const Field& from = claims_key(a) ? a : b;
  const Field& to = claims_key(a) ? b : a;
  check_other_side(schema, to, from);
  if (to.is_required())
    schema.problems.add(to.line->span,
                        fmt::format("\"{}\" must be optional: {}.{} at {} holds the foreign key, so a row may lack it", to.name(),
                                    from.model->name(), from.name(), from.line->name_span.at().text()),
                        fmt::format("{} {}?", to.name(), to.line->type.name));
  if (!read_foreign_key(schema, from, to)) return;
  const auto names = foreign_key_names(from);
  const auto is_exactly = [&](const Key& key) {
    return std::equal(key.fields.begin(), key.fields.end(), names.begin(), names.end(),
                      [](const KeyField& field, std::string_view name) { return field.field->name() == name; });
  };
  const Model& model = *from.model;
  if (!model.keys_are_known || (model.id && is_exactly(*model.id)) ||
      std::any_of(model.uniques.begin(), model.uniques.end(), is_exactly))
    return;
  schema.problems.add(
      from.line->span, fmt::format("a one-to-one relation needs its foreign key unique, which {} is not", bracketed(names)),
      names.size() == 1 ? fmt::format("add @unique to {}, or write {}[] in {}", names[0], model.name(), to.model->name())
                        : fmt::format("add @@unique([{}])", join_names(names, ", ")));
}

void relate_many(Schema& schema, const Field& a, const Field& b) {
  for (const auto* field : {&a, &b}) {
    note_many(schema, *field);
    check_single_id(schema, *field);
  }
  const bool in_order = a.model->name() <= b.model->name();
  Relation relation{in_order ? &a : &b, in_order ? &b : &a};
  relation.many_to_many = true;
  relation.name = relation_name(a);
  relation.database_name = relation.name.empty()
                               ? fmt::format("_{}To{}", relation.from->model->name(), relation.to->model->name())
                               : fmt::format("_{}", relation.name);
  relation.stated_at = relation.from->line->name_span;
  schema.relations.push_back(std::move(relation));
}

}  // namespace pgplumb::prisma
