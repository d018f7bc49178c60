#include "sql/canonical/row_counts.h"

#include <algorithm>

#include "sql/canonical/resolution/coercion.h"
#include "sql/expression_forms.h"
#include "sql/window_frame.h"

namespace pgplumb {
namespace {

/// What is added to values of a type to come to others of it (in_range of its B-tree operator class); none where that is not
/// known.
MaybeType distance_type(const MaybeType& sorted) {
  const TypeFamily family = family_of(sorted);
  if (family == TypeFamily::number) return sorted;
  const bool is_moment = family == TypeFamily::moment || family == TypeFamily::time || family == TypeFamily::interval;
  return is_moment ? MaybeType(builtin_data_type("interval")) : std::nullopt;
}

MaybeType type_of_sort(const Expression& window, const Casts& casts) {
  for (const Expression& part : window.args)
    if (part.text == "order by" && !part.args.empty())
      if (const MaybeType type = casts.type(sorted_value(part.args.front()))) return base_type(*type, casts.types());
  return std::nullopt;
}

void store_all_as(std::vector<Expression>& values, const MaybeType& type, const Casts& casts) {
  if (!type) return;
  for (Expression& value : values) casts.store_as(value, {type->name, {}, false});
}

}  // namespace

void rewrite_row_counts(Expression& part, const Casts& casts) {
  const MaybeType count = builtin_data_type("int8");
  if (part.text == "limit" || part.text == "limit with ties" || part.text == "offset") store_all_as(part.args, count, casts);
  if (part.text != "over") return;
  for (Expression& frame : part.args)
    if (is_window_frame(frame))
      store_all_as(frame.args, is_range_frame(frame) ? distance_type(type_of_sort(part, casts)) : count, casts);
}

}  // namespace pgplumb
