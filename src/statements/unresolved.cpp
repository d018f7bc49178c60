#include "statements/unresolved.h"

#include <algorithm>
#include <array>
#include <string>

#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/doubt/name_in_part.h"
#include "statements/do_block/doubt/undecided.h"
#include "statements/gaps.h"
#include "statements/named.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// What these make is told by neither their kind nor the names in them.
constexpr std::array doing_anything = {"do", "select", "call", "import"};
constexpr std::array nameless = {"cast", "transform"};

/// Where owners are compared, one of what it names may be another's.
bool gives_to_another(const Session& session, const std::vector<Word>& words) {
  return (session.reads_owners || session.reads_privileges) && has_word(words, "owner");
}

/// What is put in stands where the text does not show it: a script goes on with it elsewhere.
bool is_piece(const std::vector<Word>& words) {
  constexpr std::array making = {"create", "alter", "drop"};
  return std::none_of(words.begin(), words.end(), holds_gap) && !words.empty() && is_one_of(words.front(), making);
}

/// Its kind, or what stands before it, is among the first words.
bool may_make_anything(const std::vector<Word>& words) {
  if (words.empty() || is_one_of(words.front(), doing_anything)) return true;
  constexpr std::size_t create_or_replace = 3;
  const auto end = words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), create_or_replace + 1));
  return words.front().is("create") &&
         std::any_of(words.begin(), end, [](const Word& word) { return is_one_of(word, nameless); });
}

}  // namespace

void make_unresolved_uncertain(Session& session, std::string_view text) {
  const std::string put_in = with_gaps(text), known = without_schemas_put_in(put_in);
  const auto words = cut_into_words(known);
  session.privileges_uncertain |= may_grant_known(known);
  if (may_make_anything(words) || is_piece(cut_into_words(put_in))) {
    session.absences_uncertain = true;
    return make_named_uncertain(session, known);
  }
  if (gives_to_another(session, words)) make_named_uncertain(session, known);
  make_executed_uncertain(session, {}, known);
}

}  // namespace pgplumb
