#include "statements/do_block/evaluator/declared_type.h"

#include <algorithm>
#include <array>

#include "sql/nodes.h"
#include "sql/read_type.h"
#include "statements/do_block/evaluator/evaluator.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// `CONSTANT integer NOT NULL` without what is not of the type.
std::vector<Word> words_of_type(std::string_view text) {
  auto words = cut_into_words(text);
  if (!words.empty() && words.front().is("constant")) words.erase(words.begin());
  const auto ends = [](const Word& word) { return word.is("not") || word.is("collate"); };
  words.erase(std::find_if(words.begin(), words.end(), ends), words.end());
  return words;
}

/// `t.a%TYPE`, `app.t.a%TYPE`, and `other%TYPE` of a variable.
DataType type_of_another(Session& session, const Variables& variables, const std::vector<Word>& words) {
  std::vector<std::string> names;
  for (const Word& word : words) {
    if (word.is_sign("%")) break;
    if (word.is_name()) names.push_back(word.text);
  }
  if (names.size() == 1) return variables.type_of(names[0]).value_or(DataType{});
  if (names.size() < 2 || names.size() > 3) return {};
  const std::string schema = names.size() == 3 ? names[0] : std::string();
  const Symbol* table = session.look_up(schema, names[names.size() - 2]).symbol;
  const Symbol* symbol = table ? session.draft().find(Namespace::column, table, names.back()) : nullptr;
  const auto* column = symbol && session.is_known(symbol) ? session.draft().object<Column>(symbol) : nullptr;
  return column ? column->type : DataType{};
}

}  // namespace

std::optional<DataType> declared_type(Session& session, const Variables& variables, std::string_view text) {
  constexpr std::array without_values = {"record", "cursor", "alias", "no", "scroll"};
  const auto words = words_of_type(text);
  if (words.empty() || is_one_of(words.front(), without_values) || words.back().is("rowtype")) return std::nullopt;
  if (has_one_of(words, std::array{"cursor"})) return std::nullopt;
  if (words.back().is("type")) return type_of_another(session, variables, words);
  if (const Symbol* own = words.size() == 1 ? builtin_type(words.front().text) : nullptr) return DataType{own, {}, false};
  try {
    return parse_type(text.substr(words.front().begin, words.back().end - words.front().begin), session.names());
  } catch (const SyntaxError&) {
    return DataType{};
  } catch (const StatementFailure&) {
    return DataType{};
  }
}

void assign(Session& session, Variables& variables, const std::string& name, Value value) {
  const auto type = variables.type_of(name);
  variables.set(name, type ? Evaluator(session, variables).read_as(*type, value) : std::move(value));
}

void assign(Session& session, Variables& variables, const std::string& name, std::vector<Value> elements) {
  const auto type = variables.type_of(name);
  auto read = type ? Evaluator(session, variables).elements_read_as(*type, std::move(elements)) : std::move(elements);
  if (read) variables.set(name, *std::move(read));
}

}  // namespace pgplumb
