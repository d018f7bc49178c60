#include "statements/do_block/own_queries.h"

#include <algorithm>
#include <array>
#include <optional>

#include "statements/words.h"

namespace pgplumb {

namespace {

using Kind = PlStatement::Kind;
using Over = PlStatement::Over;

bool begins_query(std::string_view text) { return begins_with_one_of(text, std::array{"select", "with"}); }

/// What stands behind so many words, as a query; none where that is nothing.
std::vector<std::string> queries_behind(std::string_view text, std::size_t count) {
  const auto words = first_words(text, count + 1);
  return words.size() > count ? std::vector{as_query(text.substr(words[count].begin))} : std::vector<std::string>();
}

/// Of RAISE what is put into its message, and the values of its options.
std::vector<std::string> queries_raised(std::string_view text) {
  std::vector<std::string> queries;
  if (text.find('(') == text.npos) return queries;  // nothing is called
  std::optional<std::size_t> begin;
  for (const Word& word : cut_into_words(text)) {
    const bool is_using = word.is("using");
    if (is_using && begin) queries.push_back(as_query(text.substr(*begin, word.begin - *begin)));
    if (is_using || (word.is_sign(",") && !begin)) begin = word.end;
  }
  if (begin) queries.push_back(as_query(text.substr(*begin)));
  return queries;
}

/// Of what changes neither a schema nor a variable by itself.
std::vector<std::string> queries_of_other(std::string_view text) {
  const auto words = first_words(text, 1);
  if (words.empty()) return {};
  return words[0].is("raise")    ? queries_raised(text)
         : words[0].is("assert") ? queries_behind(text, 1)
                                 : std::vector<std::string>();
}

/// `RETURN QUERY`
bool is_query_returned(const std::vector<Word>& words) { return words.size() > 1 && words[1].is("query"); }

/// Of RETURN NEXT and RETURN QUERY.
std::vector<std::string> queries_given(std::string_view text) {
  const auto words = first_words(text, 3);
  if (words.size() < 3) return {};
  const std::string_view given = text.substr(words[2].begin);
  return {is_query_returned(words) ? std::string(given) : as_query(given)};
}

/// Of FOR … IN; "" for a range of numbers.
std::string query_of_loop(std::string_view text) { return begins_query(text) ? std::string(text) : std::string(); }

/// INSERT … RETURNING … INTO, without what it gives.
std::string change_of_rows(std::string_view text) {
  const auto words = cut_into_words(text);
  const auto returning = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is("returning"); });
  return returning == words.end() ? std::string() : std::string(text.substr(0, returning->begin));
}

std::vector<std::string> conditions_of(const PlStatement& choice, std::string_view body) {
  std::vector<std::string> conditions;
  if (const auto value = choice.rest.of(body); !value.empty()) conditions.push_back(as_query(value));
  for (const PlStatement::Branch& branch : choice.branches)
    if (const auto condition = branch.condition.of(body); !condition.empty()) conditions.push_back(as_query(condition));
  return conditions;
}

std::vector<std::string> unless_empty(std::string query) {
  return query.empty() ? std::vector<std::string>() : std::vector<std::string>{std::move(query)};
}

/// Of EXECUTE: what gives its text, and the values of USING.
std::vector<std::string> queries_of_execute(const PlStatement& execute, std::string_view body) {
  std::vector<std::string> queries{as_query(execute.text.of(body))};
  if (const auto values = execute.rest.of(body); !values.empty()) queries.push_back(as_query(values));
  return queries;
}

}  // namespace

std::string select_of(const PlStatement& query, std::string_view body) {
  const std::string_view text = query.text.of(body);
  return (begins_query(text) ? std::string(text) : as_query(text)) + " " + std::string(query.rest.of(body));
}

bool gives_query(const PlStatement& give, std::string_view body) {
  return executes(give) || is_query_returned(first_words(give.text.of(body), 2));
}

std::vector<std::string> own_queries(const PlStatement& statement, std::string_view body) {
  const std::string_view text = statement.text.of(body);
  if (executes(statement)) return queries_of_execute(statement, body);
  switch (statement.kind) {
    case Kind::query:
      return {select_of(statement, body)};
    case Kind::choice:
      return conditions_of(statement, body);
    case Kind::leave:
      return queries_behind(text, 1);
    case Kind::give:
      return queries_given(text);
    case Kind::other:
      return queries_of_other(text);
    case Kind::loop:
      if (statement.over == Over::rows_or_range) return unless_empty(query_of_loop(text));
      if (statement.over != Over::condition) return {};
      [[fallthrough]];
    case Kind::assign:
    case Kind::exit:
    case Kind::next:
      return unless_empty(text.empty() ? std::string() : as_query(text));
    case Kind::unread:
      return unless_empty(statement.rest.begin == statement.rest.end ? change_of_rows(text) : as_query(statement.rest.of(body)));
    default:
      return {};
  }
}

}  // namespace pgplumb
