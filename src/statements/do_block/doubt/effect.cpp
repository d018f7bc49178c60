#include "statements/do_block/doubt/effect.h"

#include <pgplumb/pattern.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>

#include "statements/catalog_changes.h"
#include "statements/do_block/called.h"
#include "statements/do_block/doubt/assigned.h"
#include "statements/do_block/doubt/path_set.h"
#include "statements/do_block/own_queries.h"
#include "statements/do_block/texts.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// The first words of what can change a schema.
constexpr std::array changing = {"create", "alter", "drop", "comment", "grant", "revoke", "set", "reset"};
constexpr std::array uncompared_statements = {"grant", "revoke", "set", "reset"};
constexpr std::array granting = {"grant", "revoke"};
constexpr std::array setting = {"set", "reset"};
/// In SET and RESET, of what makes a difference to what later statements make.
constexpr std::array settings = {"search_path", "schema", "role", "authorization", "all"};
/// What may stand between CREATE or COMMENT and the word for the object.
constexpr std::array before_objects = {"or",         "replace", "unlogged",   "unique", "materialized", "recursive", "trusted",
                                       "procedural", "event",   "constraint", "on"};
/// The words for objects that are not compared; default privileges are where privileges are.
constexpr std::array uncompared_objects = {"temp",       "temporary",    "role",   "user",  "group",  "database",
                                           "tablespace", "subscription", "system", "local", "global", "default"};
/// Of ALTER, the clauses that make or take away something, and those that surely do not.
constexpr std::array making_clauses = {"add", "drop", "alter", "rename", "attach", "detach", "validate", "schema"};
constexpr std::array other_clauses = {"owner", "security", "trigger", "rule", "replica", "cluster"};
constexpr std::array owner_clauses = {"owner", "cluster"};
constexpr std::array option_clauses = {"set", "reset"};

/// ALTER with clauses of this list only.
template <class List>
bool alters_only(const std::vector<Word>& words, const List& clauses) {
  const std::vector<Word> behind(words.begin() + std::min<std::ptrdiff_t>(2, std::ssize(words)), words.end());
  return words.front().is("alter") && !has_one_of(behind, making_clauses) && has_one_of(behind, clauses);
}

bool is_uncompared_object(const std::vector<Word>& words) {
  const auto object =
      std::find_if(words.begin() + 1, words.end(), [](const Word& word) { return !is_one_of(word, before_objects); });
  const bool is_user_mapping = object != words.end() && object + 1 != words.end() && object[1].is("mapping");
  return object != words.end() && is_one_of(*object, uncompared_objects) && !is_user_mapping;
}

/// The same of ALTER with a clause that makes or takes away something, of those that say so early: most do.
bool alters_first(std::string_view sql) {
  constexpr std::size_t early = 10;
  const auto words = first_words(sql, early);
  return words.size() > 2 && words.front().is("alter") && has_one_of({words.begin() + 2, words.end()}, making_clauses) &&
         !is_uncompared_object(words);
}

bool begins_unknown(const std::vector<Word>& words) {
  return words.empty() || words.front().is(unknown_text) || words.front().is_sign("%");
}

/// Its first words are put together at run time.
bool is_cut_short(const std::vector<Word>& words) {
  if (begins_unknown(words)) return true;
  return words.size() == 1 && is_one_of(words.front(), changing);
}

/// Goes into the routines that are called, into each once.
class EffectFinder {
 public:
  explicit EffectFinder(Session& session) : session_(session) {}

  Effect of(const PlStatement& statement, std::string_view body) {
    const std::string_view text = statement.text.of(body);
    Effect effect = Effect::none;
    if (statement.kind == PlStatement::Kind::sql) {
      raise(effect, [&] { return effect_of(text); });
      raise(effect, [&] { return of_calls(std::string(text)); });
      return effect;
    }
    if (executes(statement)) raise(effect, [&] { return of_executed(statement, {*block_, body}); });
    for_each_directly_in(statement, [&](const PlStatement& one) { raise(effect, [&] { return of(one, body); }); });
    if (effect == Effect::compared) return effect;
    for (const std::string& query : own_queries(statement, body)) {
      raise(effect, [&] { return effect_of(query); });
      raise(effect, [&] { return of_calls(query); });
    }
    return effect;
  }

  /// With all of a block.
  Effect of_block(const PlStatement& block, std::string_view body) {
    const PlStatement* const before = std::exchange(block_, &block);
    const Effect effect = of(block, body);
    block_ = before;
    return effect;
  }

  /// Whether what it found may be another one where anything at all is.
  bool hangs_on_values() const { return hangs_on_values_; }

  Effect of(const Routine& routine) {
    const std::string body = routine.body.str();
    if (routine.language == "plpgsql") {
      const auto block = read_body(session_, body);
      return of_block(*block, body);
    }
    Effect effect = Effect::none;
    if (!(routine.language == "sql")) return effect;
    ScriptVisitor visitor;
    visitor.statement = [&](const ParsedStatement& statement) {
      raise(effect, [&] { return effect_of(statement.text); });
      raise(effect, [&] { return of_calls(statement.node->stmt); });
    };
    visitor.problem = [](const SyntaxProblem&) {};
    read_text(session_, body, visitor);
    return effect;
  }

 private:
  /// Nothing is asked for where there is no more to find.
  template <class Ask>
  static void raise(Effect& effect, const Ask& ask) {
    if (effect != Effect::compared) effect = std::max(effect, ask());
  }

  /// Of a variable, that of all texts that it may hold.
  Effect of_executed(const PlStatement& statement, const Surroundings& around) {
    const std::string_view expression = statement.text.of(around.body);
    const std::string known = known_text(expression);
    if (takes_rows(statement)) return of_calls_in(known);
    const auto words = cut_into_words(expression);
    if (!pgplumb::begins_unknown(known) || words.size() != 1 || !words.front().is_name()) return of_known(known);
    hangs_on_values_ = true;
    const Assigned assigned(session_, around, words.front().text);
    if (!assigned.is_told()) return Effect::compared;
    Effect effect = Effect::none;
    for (const std::string& text : assigned.texts()) raise(effect, [&] { return of_known(text); });
    return effect;
  }
  /// With what it calls.
  Effect of_known(const std::string& known) { return std::max(effect_of_known(known), of_calls_in(known)); }
  Effect of_calls_in(const std::string& known) {
    Effect effect = Effect::none;
    for (const Symbol* routine : routines_named_in(session_, known))
      if (seen_.insert(routine).second) raise(effect, [&] { return of_called(routine); });
    return effect;
  }
  template <class Statement>
  Effect of_calls(const Statement& statement) {
    Effect effect = Effect::none;
    for (const Symbol* routine : routines_called(session_, statement))
      if (seen_.insert(routine).second) raise(effect, [&] { return of_called(routine); });
    return effect;
  }
  Effect of_called(const Symbol* routine) try {
    return of(Routine(*session_.draft().object<Routine>(routine)));
  } catch (const SyntaxError&) {
    return Effect::compared;
  }

  Session& session_;
  const PlStatement* block_ = nullptr;  // that all of is seen
  bool hangs_on_values_ = false;
  std::set<const Symbol*> seen_;
};

}  // namespace

std::string without_schemas_put_in(std::string_view known) {
  static const Pattern schema(R"((%([0-9]+\$)?[Is]| )" + std::string(unknown_text) + R"( )\.)");
  return schema.replace(known, "");
}

namespace {

/// Whether the text begins with what stands behind these words: with parentheses, and functions that keep how a text begins.
bool begin_text(std::span<const Word> words) {
  constexpr std::array keeping = {"format", "concat", "replace", "regexp_replace", "rtrim", "lower", "pg_catalog"};
  return std::all_of(words.begin(), words.end(),
                     [&](const Word& word) { return word.is_sign("(") || word.is_sign(".") || is_one_of(word, keeping); });
}

}  // namespace

std::string known_text(std::string_view expression) {
  const auto words = cut_into_words(expression);
  std::string text;
  bool has_literal = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind != Word::Kind::string) continue;
    const bool is_begin = !has_literal && begin_text(std::span(words).first(i));
    text += (is_begin ? "" : gap()) + words[i].text;
    has_literal = true;
  }
  return without_schemas_put_in(text);
}

std::string known_text(std::string_view expression, const Value& value) {
  return value.text.empty() ? known_text(expression) : without_schemas_put_in(value.text);
}

bool begins_unknown(std::string_view known) { return begins_unknown(first_words(known, 1)); }

Effect effect_of_known(std::string_view known) {
  if (is_cut_short(first_words(known, 2)) || begins_with_one_of(known, std::array{"do"})) return Effect::compared;
  Effect effect = effect_of(known);
  if (known.find(';') == known.npos) return effect;
  for (const Word& word : cut_into_words(known))
    if (word.is_sign(";")) effect = std::max(effect, effect_of(known.substr(word.end)));
  return effect;
}

Effect effect_of(std::string_view sql) {
  if (changes_catalog(sql)) return Effect::compared;
  if (!begins_with_one_of(sql, changing)) return path_set_by(sql) ? Effect::uncompared : Effect::none;
  if (alters_first(sql)) return Effect::compared;
  const auto words = cut_into_words(sql);
  if (is_one_of(words.front(), setting) && !has_one_of(words, settings)) return Effect::none;
  const bool spares_what_is_compared =
      is_one_of(words.front(), uncompared_statements) || is_uncompared_object(words) || alters_only(words, owner_clauses);
  return spares_what_is_compared ? Effect::uncompared : Effect::compared;
}

namespace {

/// What the routines and triggers are that it may reach: the sums only grow.
struct Reached {
  std::size_t revision = 0;
  std::vector<std::string> search_path = {};
  bool operator==(const Reached&) const = default;
};

Reached reached(Session& session) {
  constexpr std::array made_from = {Namespace::schema,  Namespace::relation, Namespace::partition,
                                    Namespace::routine, Namespace::trigger,  Namespace::type};
  Reached all{0, session.search_path()};
  for (const Namespace space : made_from) all.revision += session.draft().revision(space);
  return all;
}

}  // namespace

struct KeptEffects {
  Reached reached;
  std::unordered_map<const Symbol*, Effect> of_routines;
  std::unordered_map<std::string, Effect> of_statements;
};

namespace {

/// What `find(finder)` says, kept under the key for as long as it holds.
template <class Key, class Find>
Effect kept(Session& session, std::unordered_map<Key, Effect> KeptEffects::*kept_by, const Key& key, const Find& find) {
  Reached now = reached(session);
  if (!session.kept_effects || session.kept_effects->reached != now)
    session.kept_effects = std::make_shared<KeptEffects>(std::move(now));
  auto& effects = (*session.kept_effects).*kept_by;
  if (const auto found = effects.find(key); found != effects.end()) return found->second;
  EffectFinder finder(session);
  const Effect effect = find(finder);
  if (!finder.hangs_on_values()) effects.emplace(key, effect);
  return effect;
}

}  // namespace

Effect effect_of(Session& session, const PlStatement& statement, std::string_view body) {
  const bool is_outermost = statement.whole.begin == statement.whole.end;
  const std::string text((is_outermost ? statement.text : statement.whole).of(body));
  return kept(session, &KeptEffects::of_statements, text, [&](EffectFinder& finder) { return finder.of_block(statement, body); });
}

Effect effect_of(Session& session, const Symbol* routine) {
  return kept(session, &KeptEffects::of_routines, routine,
              [&](EffectFinder& finder) { return finder.of(Routine(*session.draft().object<Routine>(routine))); });
}

bool makes_what_is_not_named(std::string_view known) {
  const auto words = cut_into_words(known);
  const bool is_of_table = words.size() > 1 && words[1].is("table");
  const bool keeps_what_is_there = !words.empty() && (words.front().is("comment") || alters_only(words, other_clauses) ||
                                                      (is_of_table && alters_only(words, option_clauses)));
  return effect_of_known(known) == Effect::compared && !keeps_what_is_there;
}

namespace {

bool grants(std::string_view sql) {
  static const Pattern word("grant|revoke", Pattern::Letters::of_either_case);
  return word.is_in(sql) && has_one_of(cut_into_words(sql), granting);
}

}  // namespace

bool may_grant(const PlStatement& statement, std::string_view body) {
  if (statement.kind == PlStatement::Kind::sql) return grants(statement.text.of(body));
  if (statement.kind == PlStatement::Kind::execute)
    return !takes_rows(statement) && may_grant_known(known_text(statement.text.of(body)));
  bool grants = false;
  for_each_directly_in(statement, [&](const PlStatement& one) { grants |= may_grant(one, body); });
  return grants;
}

bool may_grant_known(std::string_view known) { return is_cut_short(first_words(known, 2)) || grants(known); }

}  // namespace pgplumb
