#include "statements/do_block/doubt/doubted_columns.h"

#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "statements/do_block/doubt/name_in_part.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// ALTER COLUMN … these words, up to the end or to a value, and the fields of a column that they set, and nothing else.
struct ColumnClause {
  std::array<std::string_view, 3> words;
  std::array<std::string_view, 4> fields;
};
constexpr std::array column_clauses = {ColumnClause{{"set", "not", "null"}, {"not_null"}},
                                       ColumnClause{{"drop", "not", "null"}, {"not_null"}},
                                       ColumnClause{{"type"}, {"type", "collation", "default", "storage"}},
                                       ColumnClause{{"set", "data", "type"}, {"type", "collation", "default", "storage"}},
                                       ColumnClause{{"set", "default"}, {"default", "identity"}},
                                       ColumnClause{{"drop", "default"}, {"default", "identity"}},
                                       ColumnClause{{"set", "statistics"}, {"storage"}},
                                       ColumnClause{{"set", "storage"}, {"storage"}},
                                       ColumnClause{{"set", "compression"}, {"storage"}},
                                       ColumnClause{{"restart"}, {}}};

std::size_t place_of_word(const std::vector<Word>& words, std::size_t from, std::string_view keyword) {
  while (from < words.size() && !words[from].is(keyword)) ++from;
  return from;
}

/// The clause that stands there; null where it is another.
const ColumnClause* clause_at(const std::vector<Word>& words, std::size_t at) {
  const auto stands_there = [&](const ColumnClause& clause) {
    for (std::size_t i = 0; i < clause.words.size() && !clause.words[i].empty(); ++i)
      if (at + i >= words.size() || !words[at + i].is(clause.words[i])) return false;
    return true;
  };
  const auto found = std::find_if(column_clauses.begin(), column_clauses.end(), stands_there);
  return found == column_clauses.end() ? nullptr : &*found;
}

/// Where the next clause begins: behind a comma that is in no parentheses.
std::size_t next_clause(const std::vector<Word>& words, std::size_t at) {
  int depth = 0;
  for (; at < words.size(); ++at) {
    depth += words[at].is_sign("(") - words[at].is_sign(")");
    if (depth == 0 && words[at].is_sign(",")) return at + 1;
  }
  return at;
}

/// The sequence of an identity takes the type of its column.
void doubt_sequence_of(Session& session, const Draft::Item& item, const GivenName& table, const GivenName& column) {
  const auto* sequence = std::get_if<Sequence>(&item.object);
  const Symbol* owner = sequence ? sequence->owned_by.symbol : nullptr;
  if (!owner || !owner->parent || !column.may_be(owner->text) || !table.may_be(owner->parent->text)) return;
  for (const std::string_view field : {"data_type", "minimum", "maximum"}) accept_any(session.draft(), item.symbol, field);
}

/// ALTER COLUMN …, which sets a field of columns; false where it may do something else.
bool doubt_column(Session& session, const std::vector<Word>& words, std::size_t alter) {
  const ColumnClause* set = clause_at(words, end_of_name(words, alter));
  if (!set || !words[alter].is("alter")) return false;
  const GivenName table = given_name(words, 1), column = given_name(words, alter);
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const bool is_meant =
        item.space == Namespace::column && column.may_be(item.symbol->text) && table.may_be(item.symbol->parent->text);
    for (const std::string_view field : set->fields)
      if (is_meant && !field.empty()) accept_any(session.draft(), item.symbol, field);
    if (set->fields.front() == "type") doubt_sequence_of(session, item, table, column);
  });
  return true;
}

/// All clauses of ALTER TABLE; false where any may do something else.
bool doubt_all_columns(Session& session, const std::vector<Word>& words) {
  std::size_t alter = place_of_word(words, 2, "alter");
  bool does_nothing_else = alter == end_of_name(words, 1) && alter < words.size();
  for (; alter < words.size(); alter = next_clause(words, alter)) does_nothing_else &= doubt_column(session, words, alter);
  return does_nothing_else;
}

/// ADD PRIMARY KEY (…), whose columns are NOT NULL then. Those of an index that it is made of are not told.
void doubt_key(Session& session, const std::vector<Word>& words) {
  const std::size_t primary = place_of_word(words, 2, "primary"), open = primary + 2;
  if (open >= words.size() || !words[primary + 1].is("key")) return;
  const auto end = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(open), words.end(),
                                [](const Word& word) { return word.is_sign(")"); });
  const std::vector<Word> listed(words.begin() + static_cast<std::ptrdiff_t>(open), end);
  const GivenName table = given_name(words, 1);
  const bool is_any = !listed.front().is_sign("(") || std::any_of(listed.begin(), listed.end(), holds_gap);
  const auto is_listed = [&](std::string_view name) {
    return std::any_of(listed.begin(), listed.end(), [&](const Word& word) { return word.is_name() && word.text == name; });
  };
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const bool is_meant =
        item.space == Namespace::column && table.may_be(item.symbol->parent->text) && (is_any || is_listed(item.symbol->text));
    if (is_meant) accept_any(session.draft(), item.symbol, "not_null");
  });
}

bool doubt_altered_columns(Session& session, const std::vector<Word>& words) {
  if (words.size() < 4 || !words[0].is("alter") || !words[1].is("table")) return false;
  doubt_key(session, words);
  return doubt_all_columns(session, words);
}

}  // namespace

bool doubt_columns(Session& session, std::string_view known) {
  bool does_nothing_else = true;
  for (const std::string_view statement : statements_in(known))
    does_nothing_else &= doubt_altered_columns(session, cut_into_words(statement));
  return does_nothing_else;
}

}  // namespace pgplumb
