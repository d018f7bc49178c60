#include "explain/messages/exception_class.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "explain/conditions.h"
#include "explain/messages/sentence.h"
#include "explain/messages/statement.h"

namespace pgplumb {
namespace {

std::string_view read_class(std::string_view line) {
  const auto end = std::find_if(line.begin(), line.end(), [](unsigned char c) { return !std::isalnum(c); });
  return line.substr(0, static_cast<std::size_t>(end - line.begin()));
}

/// What stands between class and message; 0 where no message follows, as in source lines of a traceback (`except
/// psycopg2.errors.X:`).
std::size_t separator_length(std::string_view rest) {
  static constexpr std::array<std::string_view, 4> separators{": ERROR:  ", "'>: ", ": ", ") "};
  for (const auto separator : separators)
    if (rest.starts_with(separator) && rest.size() > separator.size()) return separator.size();
  return 0;
}

}  // namespace

std::optional<Sighting> read_exception(const Passage& passage, std::string_view line) {
  const std::string_view class_name = read_class(line);
  line.remove_prefix(class_name.size());
  const std::size_t separator = separator_length(line);
  if (class_name.empty() || separator == 0) return std::nullopt;
  line.remove_prefix(separator);

  const auto sqlstate = sqlstate_of_class(class_name);
  auto sentence = read_sentence(line, server_sentences());
  if (!sentence && sqlstate.empty()) return std::nullopt;

  Sighting sighting;
  const auto at = static_cast<std::size_t>(line.data() - passage.text.data());
  if (sentence) {
    sighting.error = std::move(sentence->error);
    sighting.end = at + sentence->end;
  } else {
    sighting.error.sqlstate = sqlstate;
    sighting.end = at + line.substr(0, line.find('\n')).size();
  }
  name_meant(sighting, passage.lines_from(sighting.end, lines_with_statement));
  return sighting;
}

}  // namespace pgplumb
