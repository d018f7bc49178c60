// Every statement that is ever sent to a database that is compared. What a scratch server is sent stands in scratch/.
#pragma once

#include <span>
#include <string_view>

namespace pgplumb {

/// One embedded .sql file: `name` is that file's, `purpose` one line of why it is sent.
struct EmbeddedStatement {
  std::string_view name;
  std::string_view purpose;
  std::string_view sql;
};

/// In the order in which a read sends them. Only what stands here is ever sent.
std::span<const EmbeddedStatement> all_statements();

}  // namespace pgplumb
