#include "reports/text/paint.h"

namespace pgplumb::reports {

namespace {

/// ECMA-48, "select graphic rendition".
std::string_view rendition(Style style) {
  switch (style) {
    case Style::error:
      return "\x1b[1;31m";
    case Style::warning:
      return "\x1b[33m";
    case Style::dim:
      return "\x1b[2m";
    case Style::good:
      return "\x1b[32m";
    case Style::strong:
      return "\x1b[1m";
  }
  return {};
}

}  // namespace

std::string Paint::operator()(Style style, std::string_view text) const {
  if (!on_) return std::string(text);
  return std::string(rendition(style)) + std::string(text) + "\x1b[0m";
}

std::string Paint::operator()(Severity severity) const {
  switch (severity) {
    case Severity::error:
      return (*this)(Style::error, "ERROR");
    case Severity::warning:
      return (*this)(Style::warning, "WARNING");
    case Severity::info:
      return (*this)(Style::dim, "info");
  }
  return {};
}

}  // namespace pgplumb::reports
