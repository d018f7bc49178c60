#include "statements/do_block/effect.h"

#include <algorithm>
#include <array>

#include "statements/words.h"

namespace pgplumb {

namespace {

/// The first words of what can change a schema.
constexpr std::array changing = {"create", "alter", "drop", "comment", "grant", "revoke", "set", "reset"};
/// What stands behind CREATE, ALTER and DROP of what is compared, or of what it is made with.
constexpr std::array compared = {"table",  "index",        "type",   "schema",   "view",
                                 "unique", "materialized", "domain", "sequence", "foreign"};
/// Of ALTER, the clauses that change what is compared, and those that surely do not.
constexpr std::array compared_clauses = {"add", "drop", "alter", "rename", "attach", "detach", "validate", "schema"};
constexpr std::array granting = {"grant", "revoke"};
constexpr std::array uncompared_clauses = {"owner", "security", "trigger", "rule", "replica", "cluster"};

template <class List>
bool is_one_of(const Word& word, const List& list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view keyword) { return word.is(keyword); });
}

/// Its first words are put together at run time.
bool is_cut_short(const std::vector<Word>& words) {
  return words.empty() || (words.size() == 1 && is_one_of(words.front(), changing));
}

Effect effect_of_dynamic(std::string_view expression) {
  const std::string text = known_text(expression);
  return is_cut_short(cut_into_words(text)) ? Effect::compared : effect_of(text);
}

bool creates(std::string_view expression) {
  const auto words = cut_into_words(known_text(expression));
  return !words.empty() && words.front().is("create");
}

bool has_granting_word(const std::vector<Word>& words) {
  return std::any_of(words.begin(), words.end(), [](const Word& word) { return is_one_of(word, granting); });
}

Effect effect_of_all(const std::vector<PlStatement>& statements, std::string_view body) {
  Effect effect = Effect::none;
  for (const PlStatement& statement : statements) effect = std::max(effect, effect_of(statement, body));
  return effect;
}

/// Whether it holds of any of the statements in this one.
bool any_inside(const PlStatement& statement, std::string_view body, bool (*holds)(const PlStatement&, std::string_view)) {
  const auto any = [&](const std::vector<PlStatement>& statements) {
    return std::any_of(statements.begin(), statements.end(), [&](const PlStatement& one) { return holds(one, body); });
  };
  return any(statement.statements) || std::any_of(statement.branches.begin(), statement.branches.end(),
                                                  [&](const PlStatement::Branch& branch) { return any(branch.statements); });
}

}  // namespace

std::string known_text(std::string_view expression) {
  std::string text;
  for (const Word& word : cut_into_words(expression))
    if (word.kind == Word::Kind::string) text += (text.empty() ? "" : " something ") + word.text;
  return text;
}

Effect effect_of(std::string_view sql) {
  const auto words = cut_into_words(sql);
  if (words.empty() || !is_one_of(words.front(), changing)) return Effect::none;
  if (words.size() == 1 || !is_one_of(words[1], compared)) return Effect::uncompared;
  const auto has = [&](const auto& clauses) {
    return std::any_of(words.begin() + 2, words.end(), [&](const Word& word) { return is_one_of(word, clauses); });
  };
  const bool spares_what_is_compared = words.front().is("alter") && !has(compared_clauses) && has(uncompared_clauses);
  return spares_what_is_compared ? Effect::uncompared : Effect::compared;
}

Effect effect_of(const PlStatement& statement, std::string_view body) {
  if (statement.kind == PlStatement::Kind::sql) return effect_of(statement.text.of(body));
  if (statement.kind == PlStatement::Kind::execute) return effect_of_dynamic(statement.text.of(body));
  Effect effect = effect_of_all(statement.statements, body);
  for (const PlStatement::Branch& branch : statement.branches) effect = std::max(effect, effect_of_all(branch.statements, body));
  return effect;
}

bool makes_what_is_not_named(const PlStatement& execute, std::string_view body) {
  return effect_of(execute, body) == Effect::compared || creates(execute.text.of(body));
}

bool may_grant(const PlStatement& statement, std::string_view body) {
  if (statement.kind == PlStatement::Kind::sql) return has_granting_word(cut_into_words(statement.text.of(body)));
  if (statement.kind != PlStatement::Kind::execute) return any_inside(statement, body, may_grant);
  const auto words = cut_into_words(known_text(statement.text.of(body)));
  return is_cut_short(words) || has_granting_word(words);
}

}  // namespace pgplumb
