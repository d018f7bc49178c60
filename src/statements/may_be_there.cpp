#include "statements/may_be_there.h"

#include <algorithm>
#include <array>

#include "catalog/uncertain_kinds.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// What is lacking where PostgreSQL says so; of 42704 only that it is neither relation, column nor function.
struct Lack {
  std::string_view sqlstate;
  std::optional<Namespace> space;
};
constexpr std::array lacks = {
    Lack{sqlstate::undefined_table, Namespace::relation}, Lack{sqlstate::undefined_column, Namespace::column},
    Lack{sqlstate::undefined_function, Namespace::routine}, Lack{sqlstate::invalid_schema_name, Namespace::schema},
    Lack{sqlstate::undefined_object, std::nullopt}};

/// `t.c` where the text has both words.
bool has_words_of(const std::vector<Word>& words, std::string_view name) {
  const auto has = [&](std::string_view part) {
    return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.is_name() && word.text == part; });
  };
  const std::size_t dot = name.find('.');
  return has(name) || (dot != std::string_view::npos && has(name.substr(0, dot)) && has(name.substr(dot + 1)));
}

}  // namespace

bool may_be_there(const Session& session, const StatementFailure& failure, std::string_view statement) {
  const auto lack = std::find_if(lacks.begin(), lacks.end(), [&](const Lack& one) { return one.sqlstate == failure.sqlstate; });
  if (lack == lacks.end()) return false;
  if (!session.search_path_is_known() || may_find_others(session) ||
      (lack->space && may_have_any(session.uncertain_names, *lack->space)))
    return true;
  const auto words = cut_into_words(statement);
  return std::any_of(session.uncertain_names.begin(), session.uncertain_names.end(),
                     [&](const std::string& name) { return has_words_of(words, name); });
}

}  // namespace pgplumb
