#include "statements/do_block/handlers.h"

#include <pgplumb/catalog/sqlstate.h>

#include <algorithm>
#include <array>

#include "statements/words.h"

namespace pgplumb {

namespace {

/// PL/pgSQL's names of the failures that a replayed statement can meet (its plerrcodes.h).
struct Condition {
  std::string_view name, sqlstate;
};
constexpr std::array conditions = {
    Condition{"duplicate_object", "42710"}, Condition{"duplicate_table", "42P07"}, Condition{"duplicate_column", "42701"},
    Condition{"duplicate_schema", "42P06"}, Condition{"undefined_object", "42704"}, Condition{"undefined_table", "42P01"},
    Condition{"undefined_column", "42703"}, Condition{"unique_violation", "23505"},
    Condition{"invalid_table_definition", "42P16"}, Condition{"dependent_objects_still_exist", "2BP01"},
    Condition{"datatype_mismatch", "42804"}, Condition{"invalid_schema_name", "3F000"},
    Condition{"invalid_parameter_value", "22023"}, Condition{"raise_exception", "P0001"},
    Condition{"invalid_foreign_key", "42830"}, Condition{"wrong_object_type", "42809"},
    Condition{"insufficient_privilege", "42501"}, Condition{"undefined_file", "58P01"},
    Condition{"feature_not_supported", "0A000"}, Condition{"no_data_found", "P0002"}, Condition{"too_many_rows", "P0003"},
    Condition{"undefined_function", "42883"}, Condition{"duplicate_function", "42723"}, Condition{"not_null_violation", "23502"},
    Condition{"foreign_key_violation", "23503"}, Condition{"check_violation", "23514"}, Condition{"exclusion_violation", "23P01"},
    Condition{"syntax_error", "42601"}, Condition{"invalid_object_definition", "42P17"},
    Condition{"object_not_in_prerequisite_state", "55000"}, Condition{"division_by_zero", "22012"},
    Condition{"invalid_text_representation", "22P02"},
    // These stand for all of their class.
    Condition{"syntax_error_or_access_rule_violation", "42000"}, Condition{"integrity_constraint_violation", "23000"},
    Condition{"data_exception", "22000"}, Condition{"plpgsql_error", "P0000"}};

bool covers(std::string_view caught, std::string_view sqlstate) {
  const bool is_class = caught.ends_with("000");
  return is_class ? caught.substr(0, 2) == sqlstate.substr(0, 2) : caught == sqlstate;
}

}  // namespace

bool catches(const PlStatement::Branch& handler, std::string_view sqlstate) {
  return std::any_of(handler.catches.begin(), handler.catches.end(), [&](const std::string& caught) {
    return caught == "others" || caught == sqlstate ||
           std::any_of(conditions.begin(), conditions.end(),
                       [&](const Condition& row) { return caught == row.name && covers(row.sqlstate, sqlstate); });
  });
}

bool takes(const PlStatement& block, std::string_view sqlstate) {
  return std::any_of(block.branches.begin(), block.branches.end(),
                     [&](const PlStatement::Branch& handler) { return catches(handler, sqlstate); });
}

namespace {

/// The sqlstate of a name, or of a text that is one.
std::string sqlstate_named(const Word& word) {
  constexpr std::size_t length = 5;
  const auto found =
      std::find_if(conditions.begin(), conditions.end(), [&](const Condition& row) { return word.text == row.name; });
  if (found != conditions.end()) return std::string(found->sqlstate);
  return word.kind == Word::Kind::string && word.text.size() == length ? word.text : std::string(sqlstate::raise_exception);
}

}  // namespace

std::string raised_sqlstate(const std::vector<Word>& words) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i)
    if (words[i].is("errcode") && (words[i + 1].is_sign("=") || words[i + 1].is_sign(":="))) return sqlstate_named(words[i + 2]);
  std::size_t condition = 1;
  while (condition < words.size() && (words[condition].is("exception") || words[condition].is("sqlstate"))) ++condition;
  const bool names_one =
      condition < words.size() && (words[condition].kind == Word::Kind::plain || words[condition - 1].is("sqlstate"));
  return names_one ? sqlstate_named(words[condition]) : sqlstate::raise_exception;
}

namespace {

/// Whether rows that are there may refuse it.
bool may_be_violated(const std::vector<Word>& words) {
  constexpr std::array refused = {"unique", "primary", "foreign", "references", "check", "exclude", "constraint"};
  const bool adds = has_word(words, "add") || has_word(words, "create") || has_word(words, "validate");
  const bool refuses = std::any_of(words.begin(), words.end(), [&](const Word& word) { return is_one_of(word, refused); });
  const bool is_not_null = has_word(words, "set") && has_word(words, "not") && has_word(words, "null");
  const bool is_about_table = words.size() > 1 && (words[0].is("alter") || words[1].is("unique"));
  return is_about_table && ((adds && refuses) || is_not_null);
}

bool changes_rows(const std::vector<Word>& words) {
  constexpr std::array changing = {"insert", "update", "delete"};
  return !words.empty() && is_one_of(words.front(), changing);
}

bool catches_all(const PlStatement::Branch& handler) {
  return std::find(handler.catches.begin(), handler.catches.end(), "others") != handler.catches.end();
}

bool names_one_of(const std::vector<Word>& words, const std::set<const Symbol*>& tables) {
  return std::any_of(tables.begin(), tables.end(), [&](const Symbol* table) {
    return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.is_name() && word.text == table->text; });
  });
}

}  // namespace

bool takes_violation(const PlStatement& block, std::string_view body, const std::set<const Symbol*>& with_rows) {
  constexpr std::array violations = {"23502", "23503", "23505", "23514", "23P01"};
  bool by_name = false, takes_any = false;
  for (const PlStatement::Branch& handler : block.branches)
    for (const char* violation : violations) {
      const bool takes = catches(handler, violation);
      takes_any |= takes;
      by_name |= takes && !catches_all(handler);
    }
  bool may_fail = false;
  const auto look_at = [&](const PlStatement& statement) {
    if (statement.kind != PlStatement::Kind::sql || !takes_any) return;
    const auto words = cut_into_words(statement.text.of(body));
    may_fail |=
        by_name ? may_be_violated(words) || changes_rows(words) : may_be_violated(words) && names_one_of(words, with_rows);
  };
  for (const PlStatement& statement : block.statements) for_each_in(statement, look_at);
  return may_fail;
}

bool takes_missing_function(const PlStatement& block) {
  return std::any_of(block.branches.begin(), block.branches.end(), [&](const PlStatement::Branch& handler) {
    return !catches_all(handler) && catches(handler, sqlstate::undefined_function);
  });
}

bool takes_missing_relation(const PlStatement& block) {
  return takes(block, sqlstate::undefined_table) || takes(block, sqlstate::undefined_column);
}

bool takes_missing_extension(const PlStatement& block) {
  constexpr std::array failures = {"0A000", "42501", "58P01"};
  return std::any_of(failures.begin(), failures.end(), [&](const char* failure) { return takes(block, failure); });
}

}  // namespace pgplumb
