#include "statements/do_block/doubted_clauses.h"

#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// A word of the clause, "(" for SET (…) and RESET (…), and the field that it sets of an object in the namespace.
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
    ClauseField{"replica", "replica_index", Namespace::relation},
    ClauseField{"replica", "replica_index", Namespace::partition},
    ClauseField{"logged", "unlogged", Namespace::relation},
    ClauseField{"logged", "unlogged", Namespace::partition},
    ClauseField{"unlogged", "unlogged", Namespace::relation},
    ClauseField{"unlogged", "unlogged", Namespace::partition},
    ClauseField{"(", "options", Namespace::relation},
    ClauseField{"(", "options", Namespace::partition},
    ClauseField{"trigger", "fires", Namespace::trigger},
    ClauseField{"rule", "fires", Namespace::rule},
};

/// COMMENT ON these.
struct CommentedKind {
  std::string_view word;
  Namespace space;
};
constexpr std::array commented_kinds = {
    CommentedKind{"table", Namespace::relation},
    CommentedKind{"view", Namespace::relation},
    CommentedKind{"materialized", Namespace::relation},
    CommentedKind{"column", Namespace::column},
    CommentedKind{"constraint", Namespace::constraint},
    CommentedKind{"index", Namespace::index},
    CommentedKind{"trigger", Namespace::trigger},
    CommentedKind{"policy", Namespace::policy},
    CommentedKind{"type", Namespace::type},
    CommentedKind{"domain", Namespace::type},
    CommentedKind{"sequence", Namespace::sequence},
    CommentedKind{"function", Namespace::routine},
    CommentedKind{"procedure", Namespace::routine},
    CommentedKind{"schema", Namespace::schema},
};

bool has_clause(const std::vector<Word>& words, std::string_view word) {
  if (word != "(") return has_word(words, word);
  const auto sets = [](const Word& before, const Word& sign) {
    return sign.is_sign("(") && (before.is("set") || before.is("reset"));
  };
  return std::adjacent_find(words.begin(), words.end(), sets) != words.end();
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

/// Whether the text may be about the object: of a member, about its table.
bool may_mean(const std::vector<Word>& words, const Draft::Item& item) {
  return may_mean(words, is_member(item.space) ? item.symbol->parent : item.symbol);
}

void doubt_altered(Session& session, const std::vector<Word>& words) {
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    for (const ClauseField& clause : clause_fields)
      if (clause.space == item.space && has_clause(words, clause.word) && may_mean(words, item))
        accept_any(session.draft(), item.symbol, clause.field);
  });
}

void doubt_commented(Session& session, const std::vector<Word>& words) {
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    for (const CommentedKind& kind : commented_kinds)
      if (kind.space == item.space && words[2].is(kind.word) && may_mean(words, item))
        accept_any(session.draft(), item.symbol, "comment");
  });
}

}  // namespace

void doubt_clauses(Session& session, std::string_view known) {
  const auto words = cut_into_words(known);
  if (words.size() < 3) return;
  if (words[0].is("alter") && words[1].is("table")) doubt_altered(session, words);
  if (words[0].is("comment") && words[1].is("on")) doubt_commented(session, words);
}

}  // namespace pgplumb
