// The small words that every format for people shares.
#pragma once

#include <pgplumb/findings/finding.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::reports {

/// "2,841".
std::string with_commas(std::size_t number);
/// "1 column", "9 columns", "21 indexes".
std::string counted(std::size_t number, std::string_view noun);
/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items);
/// "the database" for the id of a role, the id itself for any other name.
std::string source_in_words(std::string_view id);
/// "breaks running code; scans the table"; "" for none.
std::string hazards_in_words(const std::vector<std::string>& hazards);
/// "every query on CallRecord (P2021, 42P01)": what is written behind the word "breaks".
std::string what_breaks(const Consequence& consequence);
/// "the model: migrations and database agree", with the pending migration that will mend it.
std::string verdict_in_words(const Verdict& verdict);
/// Whether the verdict is against the source of this statement.
bool is_out_of_line(const Finding& finding, const Statement& statement);
/// "call_log.recording_mode", the schema left out where it is public.
std::string object_in_words(const FindingObject& object);
/// "prisma/schema.prisma:118": an editor needs no more.
std::string line_of(const Position& at);
/// The ids of the sources in one of these states.
std::vector<std::string> sources_in_state(const CheckResult& result, std::initializer_list<std::string_view> states);

}  // namespace pgplumb::reports
