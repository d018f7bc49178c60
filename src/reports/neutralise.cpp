#include <fmt/format.h>
#include <pgplumb/reports/report.h>

#include "reports/code_points.h"

namespace pgplumb {

namespace {

std::string visible_escape(reports::CodePoint point) {
  const auto value = static_cast<unsigned>(point.value);
  if (!point.valid) return fmt::format("\\x{:02x}", value);
  switch (point.value) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
  }
  if (value < 0x80) return fmt::format("\\x{:02x}", value);
  return value <= 0xFFFF ? fmt::format("\\u{:04x}", value) : fmt::format("\\u{{{:x}}}", value);
}

/// What build servers take for a command wherever it begins a line ("::error") or stands ("##[error]", "##vso["). Lines are only
/// ever broken at spaces, so "::" is harmless behind anything else, as in 'x'::text.
bool begins_command(std::string_view rest, char before) {
  return rest.starts_with("##") || (rest.starts_with("::") && before == ' ');
}

}  // namespace

std::string neutralise(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const auto point = reports::first_code_point(text);
    const bool escaped =
        !point.valid || reports::is_deceptive(point.value) || begins_command(text, safe.empty() ? ' ' : safe.back());
    safe += escaped ? visible_escape(point) : std::string(text.substr(0, point.size));
    text.remove_prefix(point.size);
  }
  return safe;
}

}  // namespace pgplumb
