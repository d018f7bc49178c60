#include "statements/do_block/doubt/doubted_clauses.h"

#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "statements/do_block/doubt/altered.h"
#include "statements/do_block/doubt/name_in_part.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// ALTER of the kind, a word of the clause, "(" for SET (…) and RESET (…), and the field that it sets of an object in the
/// namespace.
struct ClauseField {
  std::string_view kind, word, field;
  Namespace space;
};
constexpr std::array clause_fields = {
    ClauseField{"table", "security", "row_security", Namespace::relation},
    ClauseField{"table", "security", "force_row_security", Namespace::relation},
    ClauseField{"table", "security", "row_security", Namespace::partition},
    ClauseField{"table", "security", "force_row_security", Namespace::partition},
    ClauseField{"table", "replica", "replica_identity", Namespace::relation},
    ClauseField{"table", "replica", "replica_identity", Namespace::partition},
    ClauseField{"table", "replica", "replica_index", Namespace::relation},
    ClauseField{"table", "replica", "replica_index", Namespace::partition},
    ClauseField{"table", "logged", "unlogged", Namespace::relation},
    ClauseField{"table", "logged", "unlogged", Namespace::partition},
    ClauseField{"table", "unlogged", "unlogged", Namespace::relation},
    ClauseField{"table", "unlogged", "unlogged", Namespace::partition},
    ClauseField{"table", "inherit", "parents", Namespace::relation},
    ClauseField{"table", "(", "options", Namespace::relation},
    ClauseField{"table", "(", "options", Namespace::partition},
    ClauseField{"table", "trigger", "fires", Namespace::trigger},
    ClauseField{"table", "rule", "fires", Namespace::rule},
    ClauseField{"view", "(", "options", Namespace::relation},
    ClauseField{"index", "(", "options", Namespace::index},
    ClauseField{"sequence", "as", "data_type", Namespace::sequence},
    ClauseField{"sequence", "as", "minimum", Namespace::sequence},
    ClauseField{"sequence", "as", "maximum", Namespace::sequence},
    ClauseField{"sequence", "start", "start", Namespace::sequence},
    ClauseField{"sequence", "increment", "increment", Namespace::sequence},
    ClauseField{"sequence", "increment", "minimum", Namespace::sequence},
    ClauseField{"sequence", "increment", "maximum", Namespace::sequence},
    ClauseField{"sequence", "minvalue", "minimum", Namespace::sequence},
    ClauseField{"sequence", "maxvalue", "maximum", Namespace::sequence},
    ClauseField{"sequence", "cache", "cache", Namespace::sequence},
    ClauseField{"sequence", "cycle", "cycle", Namespace::sequence},
    ClauseField{"sequence", "owned", "owned_by", Namespace::sequence},
    ClauseField{"domain", "default", "default", Namespace::type},
    ClauseField{"domain", "null", "not_null", Namespace::type},
    ClauseField{"domain", "check", "checks", Namespace::type},
    ClauseField{"domain", "constraint", "checks", Namespace::type},
    ClauseField{"policy", "using", "using", Namespace::policy},
    ClauseField{"policy", "check", "with_check", Namespace::policy},
    ClauseField{"policy", "to", "roles", Namespace::policy},
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

void doubt_altered(Session& session, const std::vector<Word>& words) {
  const Altered altered(words);
  for (const ClauseField& clause : clause_fields) {
    if (!altered.kind().is(clause.kind) || !has_clause(words, clause.word)) continue;
    for_each_declared(session.draft(), [&](const Draft::Item& item) {
      if (clause.space == item.space && altered.may_be(item)) accept_any(session.draft(), item.symbol, clause.field);
    });
  }
}

/// COMMENT ON COLUMN of which only the column is left: its table is taken for a schema that is put in.
bool lacks_table(const std::vector<Word>& words) {
  const std::size_t behind = end_of_name(words, 2);
  return words[2].is("column") && behind < words.size() && words[behind].is("is");
}

/// Where the words are of a comment on something of its kind: of a member they name its table as well.
bool may_be_commented(const std::vector<Word>& words, const Draft::Item& item) {
  if (is_member(item.space) && !lacks_table(words)) return may_mean(words, item.symbol->parent);
  constexpr std::size_t kind = 2;
  return given_name(words, kind).may_be(name_without_signature(item.symbol->text));
}

void doubt_commented(Session& session, const std::vector<Word>& words) {
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    for (const CommentedKind& kind : commented_kinds)
      if (kind.space == item.space && (words[2].is(kind.word) || holds_gap(words[2])) && may_be_commented(words, item))
        accept_any(session.draft(), item.symbol, "comment");
  });
}

}  // namespace

void doubt_clauses(Session& session, std::string_view known) {
  for (const std::string_view statement : statements_in(known)) {
    const auto words = cut_into_words(statement);
    if (words.size() < 3) continue;
    if (words[0].is("alter")) doubt_altered(session, words);
    if (words[0].is("comment") && words[1].is("on")) doubt_commented(session, words);
  }
}

}  // namespace pgplumb
