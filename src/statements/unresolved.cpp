#include "statements/unresolved.h"

#include <algorithm>
#include <array>
#include <string>

#include "statements/do_block/called.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/doubt/name_in_part.h"
#include "statements/do_block/doubt/undecided.h"
#include "statements/do_block/own_queries.h"
#include "statements/do_block/plpgsql.h"
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

/// A query that reaches PostgreSQL's own functions only, but for where what is made goes to.
bool only_asks(Session& session, const std::vector<Word>& words, const std::string& known) {
  if (words.empty() || !words.front().is("select") || has_word(words, "into")) return false;
  const auto text = with_values_put_in(known);
  if (!text || text->find("search_path") != std::string::npos) return false;
  return !calls_unknown(session, *text) && routines_called(session, *text).empty();
}

/// A block whose statements, what is put in left open, reach nothing that is compared: CREATE ROLE under a guard.
bool is_block_without_effect(Session& session, const std::vector<Word>& words) {
  if (words.size() != 2 || !words.front().is("do") || words.back().kind != Word::Kind::string) return false;
  const std::string& body = words.back().text;
  try {
    const PlStatement block = read_plpgsql(body);
    session.privileges_uncertain |= may_grant(block, body);
    bool is_understood = true;
    for_each_in(block, [&](const PlStatement& one) {
      const bool may_call = one.kind == PlStatement::Kind::query && calls_unknown(session, select_of(one, body));
      const bool may_be_any = one.kind == PlStatement::Kind::sql && begins_unknown(one.text.of(body));
      is_understood &= one.kind != PlStatement::Kind::unread && !may_call && !may_be_any;
    });
    return is_understood && effect_of(session, block, body) != Effect::compared;
  } catch (const SyntaxError&) {
    return false;
  }
}

}  // namespace

void make_unresolved_uncertain(Session& session, std::string_view text) {
  const std::string put_in = with_gaps(text), known = without_schemas_put_in(put_in);
  const auto words = cut_into_words(known);
  session.privileges_uncertain |= may_grant_known(known);
  if (only_asks(session, words, known) || is_block_without_effect(session, words)) return;
  if (may_make_anything(words) || is_piece(cut_into_words(put_in))) {
    session.absences_uncertain = true;
    return make_named_uncertain(session, known);
  }
  if (gives_to_another(session, words)) make_named_uncertain(session, known);
  make_executed_uncertain(session, {}, known);
}

}  // namespace pgplumb
