#include "statements/do_block/doubted_clauses.h"

#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "statements/do_block/name_in_part.h"
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

const Symbol* table_or_itself(const Draft::Item& item) { return is_member(item.space) ? item.symbol->parent : item.symbol; }

void doubt_altered(Session& session, const std::vector<Word>& words) {
  const GivenName table = given_name(words, 1);
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    for (const ClauseField& clause : clause_fields)
      if (clause.space == item.space && has_clause(words, clause.word) && table.may_be(table_or_itself(item)->text))
        accept_any(session.draft(), item.symbol, clause.field);
  });
}

/// Where the words are of a comment on something of its kind: of a member they name its table as well.
bool may_be_commented(const std::vector<Word>& words, const Draft::Item& item) {
  if (is_member(item.space)) return may_mean(words, item.symbol->parent);
  constexpr std::size_t kind = 2;
  return given_name(words, kind).may_be(name_without_signature(item.symbol->text));
}

void doubt_commented(Session& session, const std::vector<Word>& words) {
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    for (const CommentedKind& kind : commented_kinds)
      if (kind.space == item.space && words[2].is(kind.word) && may_be_commented(words, item))
        accept_any(session.draft(), item.symbol, "comment");
  });
}

/// ALTER COLUMN … these words, up to the end or to a value, and the fields of a column that they set, and nothing else.
struct ColumnClause {
  std::array<std::string_view, 3> words;
  std::array<std::string_view, 2> fields;
};
constexpr std::array column_clauses = {
    ColumnClause{{"set", "not", "null"}, {"not_null"}},        ColumnClause{{"drop", "not", "null"}, {"not_null"}},
    ColumnClause{{"set", "default"}, {"default", "identity"}}, ColumnClause{{"drop", "default"}, {"default", "identity"}},
    ColumnClause{{"set", "statistics"}, {"storage"}},          ColumnClause{{"set", "storage"}, {"storage"}},
    ColumnClause{{"set", "compression"}, {"storage"}},         ColumnClause{{"restart"}, {}}};

std::size_t place_of_word(const std::vector<Word>& words, std::size_t from, std::string_view keyword) {
  while (from < words.size() && !words[from].is(keyword)) ++from;
  return from;
}

/// The clause that stands there and is the last one; null where it is another, or where others follow.
const ColumnClause* only_clause_at(const std::vector<Word>& words, std::size_t at) {
  int depth = 0;
  for (std::size_t i = at; i < words.size(); ++i) {
    depth += words[i].is_sign("(") - words[i].is_sign(")");
    if (depth == 0 && (words[i].is_sign(",") || words[i].is_sign(";"))) return nullptr;
  }
  const auto stands_there = [&](const ColumnClause& clause) {
    for (std::size_t i = 0; i < clause.words.size() && !clause.words[i].empty(); ++i)
      if (at + i >= words.size() || !words[at + i].is(clause.words[i])) return false;
    return true;
  };
  const auto found = std::find_if(column_clauses.begin(), column_clauses.end(), stands_there);
  return found == column_clauses.end() ? nullptr : &*found;
}

/// ALTER TABLE … ALTER COLUMN …, which sets a field of columns; false where it may do something else.
bool doubt_column(Session& session, const std::vector<Word>& words) {
  const std::size_t alter = place_of_word(words, 2, "alter");
  std::size_t clause = alter;
  while (clause < words.size() && !words[clause].is("set") && !words[clause].is("drop") && !words[clause].is("restart")) ++clause;
  const ColumnClause* set = only_clause_at(words, clause);
  if (clause < alter + 2 || !set) return false;
  const GivenName table = given_name(words, 1), column = given_name(words, alter);
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const bool is_meant =
        item.space == Namespace::column && column.may_be(item.symbol->text) && table.may_be(item.symbol->parent->text);
    for (const std::string_view field : set->fields)
      if (is_meant && !field.empty()) accept_any(session.draft(), item.symbol, field);
  });
  return true;
}

}  // namespace

bool doubt_columns(Session& session, std::string_view known) {
  const auto words = cut_into_words(known);
  return words.size() > 3 && words[0].is("alter") && words[1].is("table") && doubt_column(session, words);
}

void doubt_clauses(Session& session, std::string_view known) {
  const auto words = cut_into_words(known);
  if (words.size() < 3) return;
  if (words[0].is("alter") && words[1].is("table")) doubt_altered(session, words);
  if (words[0].is("comment") && words[1].is("on")) doubt_commented(session, words);
}

}  // namespace pgplumb
