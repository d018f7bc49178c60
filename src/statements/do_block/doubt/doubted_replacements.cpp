#include "statements/do_block/doubt/doubted_replacements.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "catalog/declared.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/doubt/name_in_part.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Words = std::vector<Word>;

/// The first place where it stands; the end where that is none.
std::size_t place_of_word(const Words& words, std::string_view keyword) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.is(keyword); });
  return static_cast<std::size_t>(found - words.begin());
}

/// CREATE OR REPLACE of a routine whose name is put together of a beginning and what is known at run time: 'log_' || name.
void doubt_replaced_routines(Session& session, std::string_view expression) {
  if (lower_case(known_text(expression)).find("or replace") == std::string::npos) return;
  for (const Word& word : cut_into_words(expression)) {
    const auto inner = cut_into_words(word.text);
    const bool begins_a_name = word.kind == Word::Kind::string && inner.size() == 1 && inner.front().is_name();
    if (!begins_a_name) continue;
    for_each_declared(session.draft(), [&](const Draft::Item& item) {
      if (std::holds_alternative<Routine>(item.object) && item.symbol->text.starts_with(word.text))
        session.make_uncertain(item.symbol);
    });
  }
}

/// CREATE OR REPLACE VIEW of one whose name is put in.
void doubt_replaced_views(Session& session, const Words& words) {
  const std::size_t kind = place_of_word(words, "view");
  const bool replaces = words.size() > 3 && words[0].is("create") && words[1].is("or") && kind < words.size();
  if (!replaces || !ends_of_name(words, kind)) return;
  const GivenName replaced = given_name(words, kind);
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const auto* table = std::get_if<Table>(&item.object);
    const bool is_plain_view = table && table->relation_kind == RelationKind::view;
    if (is_plain_view && replaced.may_be(item.symbol->text)) session.make_uncertain(item.symbol);
  });
}

/// CREATE of what is named with its table, on one that is put in: what is there already is made anew if it was dropped before.
void doubt_made_again(Session& session, const Words& words) {
  const std::size_t kind =
      std::min({place_of_word(words, "policy"), place_of_word(words, "trigger"), place_of_word(words, "rule")});
  const std::size_t on = place_of_word(words, "on");
  if (words.empty() || !words[0].is("create") || kind > on || on == words.size() || !ends_of_name(words, on)) return;
  const GivenName made = given_name(words, kind), table = given_name(words, on);
  const bool replaces = words[1].is("or");
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const bool is_of_kind = (words[kind].is("policy") && item.space == Namespace::policy) ||
                            (words[kind].is("trigger") && item.space == Namespace::trigger) ||
                            (words[kind].is("rule") && item.space == Namespace::rule);
    const bool is_meant = is_of_kind && made.may_be(item.symbol->text) && table.may_be(item.symbol->parent->text);
    if (is_meant && (replaces || may_be_gone(item))) session.make_uncertain(item.symbol);
  });
}

}  // namespace

void doubt_replaced(Session& session, std::string_view expression, std::string_view known) {
  doubt_replaced_routines(session, expression);
  for (const std::string_view statement : statements_in(known)) {
    const Words words = cut_into_words(statement);
    doubt_replaced_views(session, words);
    doubt_made_again(session, words);
  }
}

}  // namespace pgplumb
