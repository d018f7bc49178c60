#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

/// The query of a statement that makes a view; "" for any other statement.
std::string written_query(std::string_view create_view);

}  // namespace pgplumb
