#include "reports/formats.h"

#include <array>

namespace pgplumb {

std::span<const Format> formats() {
  using namespace reports;
  static const std::array list{text_format(), github_format(), json_format()};
  return list;
}

}  // namespace pgplumb
