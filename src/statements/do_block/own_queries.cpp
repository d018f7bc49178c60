#include "statements/do_block/own_queries.h"

#include <algorithm>
#include <array>

#include "statements/words.h"

namespace pgplumb {

namespace {

using Kind = PlStatement::Kind;
using Over = PlStatement::Over;

bool begins_query(std::string_view text) { return begins_with_one_of(text, std::array{"select", "with"}); }

/// RETURN, RETURN NEXT and RETURN QUERY; "" for what gives nothing, and for EXECUTE.
std::string query_returned(std::string_view text) {
  const auto words = first_words(text, 3);
  const bool is_query = words.size() > 2 && words[1].is("query");
  if (words.size() < 2 || (is_query && words[2].is("execute"))) return {};
  const bool is_next = words[1].is("next");
  const std::string_view behind = text.substr(is_query || is_next ? words[1].end : words[0].end);
  return is_query ? std::string(behind) : as_query(behind);
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

}  // namespace

std::string select_of(const PlStatement& query, std::string_view body) {
  const std::string_view text = query.text.of(body);
  return (begins_query(text) ? std::string(text) : as_query(text)) + " " + std::string(query.rest.of(body));
}

std::vector<std::string> own_queries(const PlStatement& statement, std::string_view body) {
  const std::string_view text = statement.text.of(body);
  switch (statement.kind) {
    case Kind::query:
      return {select_of(statement, body)};
    case Kind::choice:
      return conditions_of(statement, body);
    case Kind::leave:
    case Kind::give:
      return unless_empty(query_returned(text));
    case Kind::unread:
      return unless_empty(change_of_rows(text));
    case Kind::loop:
      if (statement.over == Over::rows_or_range) return unless_empty(query_of_loop(text));
      if (statement.over != Over::condition) return {};
      [[fallthrough]];
    case Kind::assign:
    case Kind::exit:
    case Kind::next:
      return unless_empty(text.empty() ? std::string() : as_query(text));
    default:
      return {};
  }
}

}  // namespace pgplumb
