#include "statements/do_block/doubted_clauses.h"

#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// A word of the clause, and the field that it sets of an object in the namespace.
struct ClauseField {
  std::string_view word, field;
  Namespace space;
};
constexpr std::array clause_fields = {
    ClauseField{"security", "row_security", Namespace::relation},
    ClauseField{"security", "force_row_security", Namespace::relation},
    ClauseField{"security", "row_security", Namespace::partition},
    ClauseField{"security", "force_row_security", Namespace::partition},
    ClauseField{"replica", "replica_identity", Namespace::relation},
    ClauseField{"replica", "replica_identity", Namespace::partition},
    ClauseField{"trigger", "fires", Namespace::trigger},
    ClauseField{"rule", "fires", Namespace::rule},
};

bool has_word(const std::vector<Word>& words, std::string_view keyword) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.is(keyword); });
}

/// A table is meant that the text names, or any where its name is put in.
bool may_mean(const std::vector<Word>& words, const Symbol* table) {
  const auto names = [&](std::string_view name) {
    return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.is_name() && word.text == name; });
  };
  const bool is_put_in = has_word(words, unknown_text) ||
                         std::any_of(words.begin(), words.end(), [](const Word& word) { return word.is_sign("%"); });
  return is_put_in || names(table->text);
}

void doubt(Session& session, const Symbol* symbol, std::string_view field) {
  session.draft().change(symbol, [&](Draft::Item& item) {
    auto& accepts = item.notes.edit().accepts;
    const bool is_doubted =
        std::any_of(accepts.begin(), accepts.end(), [&](const Acceptance& one) { return one.field == field; });
    if (!is_doubted) accepts.push_back({field, true, {}});
  });
}

}  // namespace

void doubt_clauses(Session& session, std::string_view known) {
  const auto words = cut_into_words(known);
  if (words.size() < 2 || !words[0].is("alter") || !words[1].is("table")) return;
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const Symbol* table = is_member(item.space) ? item.symbol->parent : item.symbol;
    for (const ClauseField& clause : clause_fields)
      if (clause.space == item.space && has_word(words, clause.word) && may_mean(words, table))
        doubt(session, item.symbol, clause.field);
  });
}

}  // namespace pgplumb
