#include "sources/database/text_array.h"

namespace pgplumb {

std::string text_array(const std::vector<std::string>& elements) {
  std::string array;
  for (const std::string& element : elements) {
    array += array.empty() ? "\"" : ",\"";
    for (const char c : element) {
      if (c == '"' || c == '\\') array += '\\';
      array += c;
    }
    array += '"';
  }
  return "{" + array + "}";
}

}  // namespace pgplumb
