#include "sources/prisma/syntax/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace pgplumb::prisma {
namespace {

constexpr std::size_t most_shown = 50;  // a file that is no schema at all has a problem on every line

/// A line with the passwords of its URLs (`//user:password@host`) as stars, as many as they have bytes. A password may hold
/// anything, so stars go up to the line's last @.
std::string conceal_passwords(std::string line) {
  const auto slashes = line.find("://");
  const auto colon = slashes == std::string::npos ? slashes : line.find(':', slashes + 3);
  const auto at = line.rfind('@');
  if (colon != std::string::npos && at != std::string::npos && colon < at)
    std::fill(line.begin() + static_cast<std::ptrdiff_t>(colon) + 1, line.begin() + static_cast<std::ptrdiff_t>(at), '*');
  return line;
}

std::string_view line_around(const Span& where) {
  std::string_view text = where.file->text();
  const auto before = where.begin ? text.rfind('\n', where.begin - 1) : std::string_view::npos;
  const auto begin = before == std::string_view::npos ? 0 : before + 1;
  std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// The blanks under the text before the caret: tabs stay tabs, so that the caret stands under its text.
std::string blanks_under(std::string_view text) {
  std::string blanks;
  for (char c : text) {
    if (c == '\t')
      blanks += '\t';
    else if ((c & 0xC0) != 0x80)
      blanks += ' ';
  }
  return blanks;
}

/// The line, and carets under the part of it that the problem is about.
std::string render_excerpt(const Span& where) {
  const std::string_view line = line_around(where);
  const std::string number = std::to_string(where.at().line);
  const std::size_t start = where.begin - static_cast<std::size_t>(line.data() - where.file->text().data());
  const std::string_view before = line.substr(0, std::min(start, line.size()));
  const std::string_view marked = line.substr(before.size(), where.end - where.begin);
  return fmt::format("  {} | {}\n  {:{}} | {}{:^<{}}\n", number, conceal_passwords(std::string(line)), "", number.size(),
                     blanks_under(before), "", std::max<std::size_t>(1, count_characters(marked)));
}

std::string render_hint(const Problem& problem) {
  return problem.hint.empty() ? std::string() : fmt::format("  hint: {}\n", problem.hint);
}

/// All but the first one's message, which is the error's own. A problem that is alone leaves its hint to the error as well.
std::string render_all(const std::vector<Problem>& problems) {
  std::string text = render_excerpt(problems.front().where);
  if (problems.size() > 1) text += render_hint(problems.front());
  const std::size_t shown = std::min(problems.size(), most_shown);
  for (std::size_t i = 1; i < shown; ++i)
    text += fmt::format("{}: {}\n", problems[i].where.at().text(), problems[i].message) + render_excerpt(problems[i].where) +
            render_hint(problems[i]);
  if (shown < problems.size()) text += fmt::format("… and {} more\n", problems.size() - shown);
  return text;
}

}  // namespace

void Problems::add(Span where, std::string message, std::string hint) {
  Problem problem{where, conceal_passwords(std::move(message)), conceal_passwords(std::move(hint))};
  std::lock_guard lock(mutex_);
  problems_.push_back(std::move(problem));
}

std::vector<Problem> Problems::sorted() const {
  std::vector<Problem> result = problems_;
  const auto key = [](const Problem& p) { return std::tuple(std::string_view(*p.where.file->file()), p.where.begin); };
  std::stable_sort(result.begin(), result.end(), [&](const Problem& a, const Problem& b) { return key(a) < key(b); });
  return result;
}

void Problems::throw_any() const {
  if (problems_.empty()) return;
  const auto problems = sorted();
  const std::string hint = problems.size() == 1 ? problems[0].hint : std::string();
  throw Error(problems[0].message, problems[0].where.at(), hint).with_excerpt(render_all(problems));
}

}  // namespace pgplumb::prisma
