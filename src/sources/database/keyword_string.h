// libpq's own form of a connection string: host=db-1 dbname=shop.
#pragma once

#include <string_view>

#include "sources/database/url.h"

namespace pgplumb {

/// The text without the blanks around it.
std::string_view without_blanks(std::string_view text);

/// Whether the text begins with a keyword that a connection has, and a =.
bool is_keyword_string(std::string_view text);

/// Throws Error where it is not made of keyword=value altogether.
DatabaseAddress read_keyword_string(std::string_view text);

}  // namespace pgplumb
