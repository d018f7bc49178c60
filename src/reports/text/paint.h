// Colours: never more than an addition to what the words say.
#pragma once

#include <pgplumb/findings/finding.h>

#include <string>
#include <string_view>

namespace pgplumb::reports {

enum class Style { error, warning, dim, good, strong };

class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  std::string operator()(Style style, std::string_view text) const;
  /// "ERROR", "WARNING", "info", in its colour.
  std::string operator()(Severity severity) const;

 private:
  bool on_;
};

}  // namespace pgplumb::reports
