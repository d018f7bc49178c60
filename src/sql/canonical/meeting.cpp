#include "sql/canonical/meeting.h"

#include <algorithm>

#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

bool are_ranked_alike(const Meeting& meeting, const Casts& casts) {
  const TypeFamily first = meeting.empty() ? TypeFamily::other : family_of(casts.type(*meeting.front()));
  return std::all_of(meeting.begin(), meeting.end(), [&](const Expression* expression) {
    const MaybeType type = casts.type(*expression);
    return is_ranked(type) && family_of(type) == first && !is_cast_of_literal(*expression);
  });
}

/// The type that all but casts of literals tell.
MaybeType type_told(const Meeting& meeting, const Casts& casts) {
  MaybeType type;
  for (const Expression* expression : meeting)
    if (!is_cast_of_literal(*expression)) type = common_type(type, casts.type(*expression));
  return type;
}

/// Nothing but literals tells the type: those without one get it from the first that says it.
void spread_type_of_literals(const Meeting& meeting, const Casts& casts) {
  const auto typed = std::find_if(meeting.begin(), meeting.end(), [](const Expression* e) { return is_cast_of_literal(*e); });
  if (typed == meeting.end()) return;
  const DataType type = (*typed)->type;
  for (Expression* expression : meeting)
    if (is_string(*expression)) casts.give_type(*expression, type);
}

}  // namespace

Meeting meeting_of(std::vector<Expression>& expressions) {
  Meeting meeting;
  for (Expression& expression : expressions) meeting.push_back(&expression);
  return meeting;
}

void meet_as_ranked(const Meeting& meeting, const Casts& casts) {
  if (meeting.empty() || !are_ranked_alike(meeting, casts)) return;
  MaybeType with_casts, without_casts;
  for (Expression* expression : meeting) {
    with_casts = common_type(with_casts, casts.type(*expression));
    if (casts.widens(*expression)) unwrap(*expression);
    without_casts = common_type(without_casts, casts.type(*expression));
  }
  if (is_same_type(*with_casts, *without_casts)) return;
  for (Expression* expression : meeting)
    if (!is_same_type(*casts.type(*expression), *with_casts)) *expression = cast_to(*with_casts, std::move(*expression));
}

void meet(const Meeting& meeting, const Casts& casts) {
  const MaybeType told = type_told(meeting, casts);
  if (!told) return spread_type_of_literals(meeting, casts);
  for (Expression* expression : meeting) casts.expect(*expression, *told);
  meet_as_ranked(meeting, casts);
}

}  // namespace pgplumb
