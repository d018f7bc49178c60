// Dates and timestamps that blocks put names and bounds of partitions together with. They are texts as the server prints them,
// 2024-01-31 and 2024-01-31 00:00:00; intervals are of months and days.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

bool is_date(std::string_view text);
bool is_moment(std::string_view text);  // one or the other

/// `value::date`, `value::timestamp`; unknown for what is neither.
Value as_date(const Value& value);
Value as_timestamp(const Value& value);

/// `moment + interval '1 month'`, `date + 7`, and with `-`, which also gives the days between two dates; unknown for anything
/// else.
Value moment_operation(std::string_view operation, const Value& left, const Value& right);

/// make_date(year, month, day); date_trunc('month', moment), extract(month FROM moment), to_char(moment, 'YYYY_MM').
Value made_date(const std::vector<Value>& args);
Value extracted(const std::vector<Value>& args);
Value truncated(const std::vector<Value>& args);
Value formatted_moment(const std::vector<Value>& args);

/// generate_series(from, to, interval)
std::optional<std::vector<Value>> moments_between(const Value& first, const Value& last, const Value& step);

}  // namespace pgplumb
