#pragma once

#include <string>
#include <vector>

namespace pgplumb {

/// An array in PostgreSQL's text form, every element quoted: `{"public","Odd \"x\""}`.
std::string text_array(const std::vector<std::string>& elements);

}  // namespace pgplumb
