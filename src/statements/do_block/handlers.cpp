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
    Condition{"duplicate_object", "42710"},         Condition{"duplicate_table", "42P07"},
    Condition{"duplicate_column", "42701"},         Condition{"duplicate_schema", "42P06"},
    Condition{"undefined_object", "42704"},         Condition{"undefined_table", "42P01"},
    Condition{"undefined_column", "42703"},         Condition{"unique_violation", "23505"},
    Condition{"invalid_table_definition", "42P16"}, Condition{"dependent_objects_still_exist", "2BP01"},
    Condition{"datatype_mismatch", "42804"},        Condition{"invalid_schema_name", "3F000"},
    Condition{"invalid_parameter_value", "22023"},  Condition{"raise_exception", "P0001"},
    Condition{"invalid_foreign_key", "42830"},      Condition{"wrong_object_type", "42809"},
    Condition{"insufficient_privilege", "42501"},   Condition{"undefined_file", "58P01"},
    Condition{"feature_not_supported", "0A000"}};

}  // namespace

bool catches(const PlStatement::Branch& handler, std::string_view body, const std::string& sqlstate) {
  for (const Word& word : cut_into_words(handler.condition.of(body))) {
    if (word.is("others") || (word.kind == Word::Kind::string && word.text == sqlstate)) return true;
    if (std::any_of(conditions.begin(), conditions.end(),
                    [&](const Condition& row) { return word.is(row.name) && row.sqlstate == sqlstate; }))
      return true;
  }
  return false;
}

namespace {

/// The sqlstate of a name, or of a text that is one.
const char* sqlstate_named(const Word& word) {
  const auto found = std::find_if(conditions.begin(), conditions.end(), [&](const Condition& row) {
    return word.text == row.name || (word.kind == Word::Kind::string && word.text == row.sqlstate);
  });
  return found == conditions.end() ? sqlstate::raise_exception : found->sqlstate.data();
}

}  // namespace

const char* raised_sqlstate(const std::vector<Word>& words) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i)
    if (words[i].is("errcode") && (words[i + 1].is_sign("=") || words[i + 1].is_sign(":="))) return sqlstate_named(words[i + 2]);
  std::size_t condition = 1;
  while (condition < words.size() && (words[condition].is("exception") || words[condition].is("sqlstate"))) ++condition;
  const bool names_one =
      condition < words.size() && (words[condition].kind == Word::Kind::plain || words[condition - 1].is("sqlstate"));
  return names_one ? sqlstate_named(words[condition]) : sqlstate::raise_exception;
}

bool takes_missing_extension(const PlStatement& block, std::string_view body) {
  constexpr std::array failures = {"0A000", "42501", "58P01"};
  return std::any_of(block.branches.begin(), block.branches.end(), [&](const PlStatement::Branch& handler) {
    return std::any_of(failures.begin(), failures.end(), [&](const char* failure) { return catches(handler, body, failure); });
  });
}

}  // namespace pgplumb
