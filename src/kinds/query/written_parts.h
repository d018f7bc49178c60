// What stands in a statement that makes an object, as it is written there: for a server that is to read it. "" for any other
// statement, and where it says nothing of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// A view's query.
std::string written_query(std::string_view create_view);

/// USING and WITH CHECK of a policy.
std::string written_using(std::string_view create_policy);
std::string written_check(std::string_view create_policy);

/// WHERE of a rule.
std::string written_condition(std::string_view create_rule);
/// What a rule does, in its order; empty for NOTHING.
std::vector<std::string> written_actions(std::string_view create_rule);

}  // namespace pgplumb
