#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {

void check_ignored(Schema& schema) {
  for (const auto& model : schema.models)
    for (const auto& field : model.fields) {
      if (model.ignored && field.is_ignored())
        schema.problems.add(field.ignore->span, fmt::format("model {} is ignored already", model.name()), "remove this @ignore");
      if (field.is_relation() && field.target->ignored && !field.is_ignored() && !model.ignored)
        schema.problems.add(field.line->span,
                            fmt::format("\"{}\" refers to {}, which is ignored", field.name(), field.target->name()),
                            "add @ignore to this field");
    }
}

}  // namespace pgplumb::prisma
