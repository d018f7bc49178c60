#include "statements/do_block/doubt/doubted_absences.h"

#include <algorithm>
#include <array>
#include <utility>

#include "catalog/uncertain_kinds.h"
#include "statements/catalog_changes.h"
#include "statements/do_block/doubt/name_in_part.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Words = std::vector<Word>;

/// What makes nothing that is compared.
constexpr std::array making_nothing = {"drop", "comment", "grant",  "revoke", "set",     "reset",  "select",
                                       "with", "insert",  "delete", "update", "analyze", "refresh"};
/// Between CREATE or ALTER and the word for the kind.
constexpr std::array before_kinds = {"or", "replace", "unlogged", "unique", "materialized", "recursive", "foreign", "constraint"};
/// What a table has that a clause, or an element of CREATE TABLE, makes with a column.
constexpr std::array keys_of_columns = {"primary", "unique", "references", "check", "constraint", "exclude", "like", "inherits"};
constexpr std::array sequences_of_columns = {"serial",  "bigserial", "smallserial", "serial4",
                                             "serial8", "serial2",   "identity",    "like"};
/// Clauses of ALTER that make nothing, and a name that is known moves.
constexpr std::array making_no_name = {"drop",  "alter", "owner",   "enable", "disable", "validate", "replica", "cluster",
                                       "force", "no",    "depends", "reset",  "set",     "attach",   "detach"};

class AbsenceFinder {
 public:
  AbsenceFinder(Session& session, Words words) : session_(session), words_(std::move(words)) {}

  void find() {
    std::size_t kind = 1;
    while (kind < words_.size() && is_one_of(words_[kind], before_kinds)) ++kind;
    const auto space = kind < words_.size() ? namespace_made(words_[kind]) : std::nullopt;
    const bool is_create = !words_.empty() && words_.front().is("create");
    if (space && is_create)
      find_created(*space, kind);
    else if (is_create && kind < words_.size() && words_[kind].is("extension"))
      add(Namespace::extension);
    else if (space && words_.front().is("alter"))
      find_altered(*space, kind);
    else
      session_.absences_uncertain = true;
  }

 private:
  void add(Namespace space) { session_.uncertain_names.insert(any_name_in(space)); }
  void add_unless_known(Namespace space, std::size_t before_name) {
    if (ends_of_name(words_, before_name)) add(space);
  }

  void find_created(Namespace space, std::size_t kind) {
    if (space == Namespace::schema && words_.size() > kind + 2) session_.absences_uncertain = true;  // with what is made in it
    // CREATE INDEX ON t: the server chooses the name.
    const bool is_unnamed = space == Namespace::index && kind + 1 < words_.size() && words_[kind + 1].is("on");
    is_unnamed ? add(space) : add_unless_known(space, kind);
    if (space == Namespace::relation) add_sequences(kind);
  }

  /// What serial columns and identities make behind the name.
  void add_sequences(std::size_t before_name) {
    const auto behind = words_.begin() + static_cast<std::ptrdiff_t>(end_of_name(words_, before_name));
    const auto makes_one = [](const Word& word) { return is_one_of(word, sequences_of_columns) || holds_gap(word); };
    if (std::any_of(behind, words_.end(), makes_one)) add(Namespace::sequence);
  }

  void find_altered(Namespace space, std::size_t kind) {
    if (space == Namespace::schema && !is_schema_known(kind)) session_.absences_uncertain = true;
    bool is_understood = false;
    int depth = 0;
    for (std::size_t i = kind + 1; i < words_.size(); ++i) {
      depth += words_[i].is_sign("(") - words_[i].is_sign(")");
      if (words_[i].is("add")) find_added(space, i);
      if (words_[i].is("rename")) find_renamed(space, i);
      if (words_[i].is("attach") || words_[i].is("detach")) add_of_partitions();
      is_understood |= words_[i].is("add") || words_[i].is("rename") || is_one_of(words_[i], making_no_name);
      const bool is_clause_put_in = depth == 0 && words_[i - 1].is_sign(",") && holds_gap(words_[i]);
      if (is_clause_put_in) add_all_of(space);
    }
    if (!is_understood || moves_anything(kind)) add_all_of(space);
  }

  /// Where it is, all that is in it under another name is known as well.
  bool is_schema_known(std::size_t kind) const {
    const bool is_named = kind + 1 < words_.size() && !ends_of_name(words_, kind);
    return is_named && session_.draft().find(Namespace::schema, nullptr, words_[kind + 1].text);
  }

  /// SET SCHEMA of what is not known.
  bool moves_anything(std::size_t kind) const { return has_word(words_, "schema") && ends_of_name(words_, kind).has_value(); }

  void find_added(Namespace space, std::size_t add_word) {
    const std::size_t what = add_word + 1;
    if (space == Namespace::type) return add(Namespace::enum_value), add(Namespace::column), add(Namespace::constraint);
    if (what >= words_.size()) return add_all_of(space);
    if (words_[what].is("constraint")) return add_unless_known(Namespace::constraint, what);
    if (has_one_of(words_, keys_of_columns)) add(Namespace::constraint);
    add_sequences(add_word);
    // A gap behind ADD may be a constraint as well.
    if (holds_gap(words_[what])) add(Namespace::constraint);
    add_unless_known(Namespace::column, add_word);
  }

  void find_renamed(Namespace space, std::size_t rename) {
    const auto to = static_cast<std::size_t>(std::find_if(words_.begin() + static_cast<std::ptrdiff_t>(rename), words_.end(),
                                                          [](const Word& word) { return word.is("to"); }) -
                                             words_.begin());
    if (to == words_.size()) return add_all_of(space);
    if (to == rename + 1) return add_unless_known(space, to);
    const bool is_constraint = rename + 1 < words_.size() && words_[rename + 1].is("constraint");
    add_unless_known(space == Namespace::type ? Namespace::enum_value
                     : is_constraint          ? Namespace::constraint
                                              : Namespace::column,
                     to);
  }

  /// The partition, or table, and what it has as such.
  void add_of_partitions() {
    for (const Namespace space : {Namespace::relation, Namespace::constraint, Namespace::index, Namespace::trigger}) add(space);
  }

  /// Whatever ALTER of the kind may make; never values of an enum but where types are altered.
  void add_all_of(Namespace space) {
    add(space);
    if (space == Namespace::type) add(Namespace::enum_value), add(Namespace::column), add(Namespace::constraint);
    if (space != Namespace::relation) return;
    for (const Namespace member : {Namespace::column, Namespace::constraint, Namespace::index, Namespace::sequence}) add(member);
  }

  Session& session_;
  Words words_;
};

}  // namespace

void doubt_absences(Session& session, std::string_view known) {
  for (const std::string_view statement : statements_in(known)) {
    Words words = cut_into_words(statement);
    const bool makes_nothing = !words.empty() && is_one_of(words.front(), making_nothing) && !changes_catalog(statement);
    if (!makes_nothing) AbsenceFinder(session, std::move(words)).find();
  }
}

}  // namespace pgplumb
