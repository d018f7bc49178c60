// What a text names that the grammar does not read, or that is put together at run time: told by the words before names.
#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "statements/catalog_changes.h"
#include "statements/do_block/doubt/name_in_part.h"
#include "statements/named.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// The words behind which the name of an object stands.
constexpr std::array before_names = {"table",     "index",        "type",        "view",       "on",      "schema",
                                     "exists",    "only",         "function",    "procedure",  "routine", "domain",
                                     "aggregate", "concurrently", "sequence",    "statistics", "trigger", "policy",
                                     "rule",      "extension",    "publication", "collation"};
constexpr std::array no_names = {"if", "not", "exists", "only", "on", "concurrently", "as", "delete", "update", "conflict"};
constexpr std::array changing = {"create", "alter", "drop"};

/// Those behind which ALTER TABLE names what the table has.
constexpr std::array before_members = {"add", "alter", "drop", "rename", "validate", "column", "constraint", "exists", "to"};
constexpr std::array no_members = {"column", "constraint", "if",     "exists",  "not",  "set",
                                   "table",  "primary",    "unique", "foreign", "check"};

bool holds_word(const std::vector<Word>& words, std::string_view name) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.is_name() && word.text == name; });
}

bool is_known_name(const Word& word) {
  const bool holds_unknown = word.kind == Word::Kind::quoted && word.text.find(gap()) != std::string::npos;
  return word.is_name() && !word.text.empty() && !word.is(unknown_text) && !holds_unknown;
}

struct KindWord {
  std::string_view word;
  Namespace space;
  bool is_named_with_table;  ///< DROP POLICY … ON, ALTER TABLE … DROP CONSTRAINT
};
/// Tables are left out: nothing would be left to compare.
constexpr std::array kind_words = {
    KindWord{"column", Namespace::column, true},     KindWord{"constraint", Namespace::constraint, true},
    KindWord{"policy", Namespace::policy, true},     KindWord{"trigger", Namespace::trigger, true},
    KindWord{"rule", Namespace::rule, true},         KindWord{"index", Namespace::index, false},
    KindWord{"function", Namespace::routine, false}, KindWord{"procedure", Namespace::routine, false}};
constexpr std::array behind_names = {"on", "cascade", "restrict", "to", "type", "set"};
constexpr std::array changing_by_name = {"drop", "alter", "rename", "validate"};

/// DROP CONSTRAINT of a name that is put in at run time: it may be any that the table has, or any at all. Null where the name is
/// known.
const KindWord* kind_of_unknown(const std::vector<Word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto kind =
        std::find_if(kind_words.begin(), kind_words.end(), [&](const KindWord& row) { return words[i].is(row.word); });
    if (kind == kind_words.end() || !is_one_of(words[i - 1], changing_by_name)) continue;
    std::size_t name = i + 1;
    while (name < words.size() && is_one_of(words[name], no_names)) ++name;
    if (name >= words.size() || !is_known_name(words[name]) || is_one_of(words[name], behind_names)) return &*kind;
  }
  return nullptr;
}

/// What a table has may go or change, as far as it is named; all of it where the text is put together at run time.
void mark_members(Session& session, const Symbol* table, const std::vector<Word>& words, bool is_whole) {
  const KindWord* any_of = kind_of_unknown(words);
  for (const Symbol* member : session.draft().members(table))
    if (!is_whole || holds_word(words, member->text) || (any_of && any_of->space == session.draft().item(member)->space))
      session.make_uncertain(member);
}

/// ALTER TABLE whose table is put in at run time.
bool alters_unknown_table(const std::vector<Word>& words) {
  if (words.size() < 3 || !words[0].is("alter") || !words[1].is("table")) return false;
  if (ends_of_name(words, 1)) return true;
  const auto name = std::find_if(words.begin() + 2, words.end(), [](const Word& word) { return !is_one_of(word, no_names); });
  // Where the name was the gap, the clause follows.
  return name != words.end() && (!is_known_name(*name) || is_one_of(*name, before_members));
}

/// It may be any table that is meant, of those whose names begin and end so.
void mark_members_of_any(Session& session, const NameInPart& table, std::string_view name) {
  session.uncertain_names.emplace(name);
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const bool is_meant = is_member(item.space) && item.symbol->text == name && table.may_be(item.symbol->parent->text);
    if (is_meant) session.make_uncertain(item.symbol);
  });
}

void mark_members_of_any(Session& session, const std::vector<Word>& words) {
  const NameEnds ends = ends_of_name(words, 1).value_or(NameEnds{});
  const NameInPart table{Namespace::relation, ends.begin, ends.end};
  for (std::size_t i = 3; i < words.size(); ++i)
    if (is_one_of(words[i - 1], before_members) && is_known_name(words[i]) && !is_one_of(words[i], no_members))
      mark_members_of_any(session, table, words[i].text);
}

/// What ALTER TABLE names of a table may be there from here on, or not.
void mark_altered(Session& session, std::string_view table, const std::vector<Word>& words) {
  for (std::size_t i = 3; i < words.size(); ++i)
    if (is_one_of(words[i - 1], before_members) && is_known_name(words[i]) && !is_one_of(words[i], no_members))
      session.uncertain_names.insert(std::string(table) + "." + words[i].text);
}

/// DROP POLICY or DROP CONSTRAINT of which neither the name nor the table is known, DROP FUNCTION. A column that is dropped so is
/// not looked for: nothing would be left to compare.
void mark_any(Session& session, const std::vector<Word>& words) {
  const KindWord* kind = kind_of_unknown(words);
  const auto on = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is("on"); });
  const bool is_on_unknown = on != words.end() && (on + 1 == words.end() || !is_known_name(on[1]));
  if (!kind || kind->space == Namespace::column) return;
  if (!kind->is_named_with_table || is_on_unknown || alters_unknown_table(words)) make_all_uncertain(session, kind->space);
}

/// ALTER TABLE that gives the table more than it has, and changes nothing else.
bool only_adds(const std::vector<Word>& words) {
  constexpr std::array others = {"rename", "set", "reset", "drop", "alter", "attach", "detach", "inherit", "of", "owner"};
  return words.size() > 2 && words[0].is("alter") && words[1].is("table") && has_word(words, "add") &&
         std::none_of(words.begin() + 2, words.end(), [&](const Word& word) { return is_one_of(word, others); });
}

void mark_named(Session& session, const std::vector<Word>& words, bool is_whole) {
  if (alters_unknown_table(words)) mark_members_of_any(session, words);
  mark_any(session, words);
  bool found = false;
  if (std::none_of(words.begin(), words.end(), [](const Word& word) { return is_one_of(word, changing); })) return;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_one_of(words[i - 1], before_names) || !is_known_name(words[i]) || is_one_of(words[i], no_names)) continue;
    if (i > 1 && words[i - 2].is("execute")) continue;  // what a trigger executes
    const bool qualified = i + 2 < words.size() && words[i + 1].is_sign(".") && words[i + 2].is_name();
    const std::string schema = qualified ? words[i].text : std::string();
    const std::string& name = words[qualified ? i + 2 : i].text;
    // What an index, a policy, a trigger is on stays as it is.
    const bool stays = words[i - 1].is("on") || only_adds(words);
    if (!stays) {
      session.make_uncertain(schema, name);
      make_others_uncertain(session, name);
    }
    if (const Symbol* table = session.find_relation(schema, name)) mark_members(session, table, words, is_whole || stays);
    if (words[0].is("alter") && words[i - 1].is("table")) mark_altered(session, name, words);
    found = true;
  }
  // A misspelled keyword: what stands before the first parenthesis is the likeliest name.
  const auto parenthesis = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is_sign("("); });
  if (!found && parenthesis != words.begin() && parenthesis != words.end() && is_known_name(*(parenthesis - 1)))
    session.make_uncertain({}, (parenthesis - 1)->text);
}

}  // namespace

void make_named_uncertain(Session& session, std::string_view text) { mark_named(session, cut_into_words(text), true); }

void make_all_named_uncertain(Session& session, std::string_view text) { mark_named(session, cut_into_words(text), false); }

}  // namespace pgplumb
