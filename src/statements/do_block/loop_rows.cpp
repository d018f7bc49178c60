#include "statements/do_block/loop_rows.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "statements/do_block/condition.h"

namespace pgplumb {

namespace {

constexpr std::string_view reverse = "reverse ";

std::optional<QueryResult> as_rows(const std::optional<std::vector<Value>>& values) {
  if (!values) return std::nullopt;
  QueryResult result;
  for (const Value& value : *values) result.rows.push_back({{"", value}});
  return result;
}

/// Those that may be found are few enough to be gone through one by one.
std::optional<QueryResult> unless_too_many(std::optional<QueryResult> result) {
  constexpr std::size_t most_in_doubt = 200;
  return result && result->in_doubt.size() <= most_in_doubt ? std::move(result) : std::nullopt;
}

}  // namespace

std::optional<QueryResult> rows_of_loop(Session& session, const Variables& variables, const PlStatement& loop,
                                        std::string_view body) {
  if (loop.over == PlStatement::Over::nothing) return std::nullopt;
  const std::string_view text = loop.text.of(body);
  if (loop.over == PlStatement::Over::array) return as_rows(evaluate_array(session, variables, text));
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return unless_too_many(evaluate_rows(session, variables, std::string(text)));
  const std::string_view first = text.substr(0, dots), last = text.substr(dots + 2);
  if (!lower_case(text).starts_with(reverse)) return as_rows(evaluate_range(session, variables, first, last));
  auto rows = as_rows(evaluate_range(session, variables, last, first.substr(reverse.size())));
  if (rows) std::reverse(rows->rows.begin(), rows->rows.end());
  return rows;
}

}  // namespace pgplumb
