#include "sources/migrations/scripts/chapters.h"

#include <pgplumb/pattern.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace pgplumb::scripts {

namespace {

/// A place where a number is named.
struct Mark {
  std::size_t at;
  std::string number;
};

std::optional<std::string> number_in(std::string_view text) {
  static const Pattern pattern(R"((?:^|[^A-Za-z])[Mm]igrat(?:ion|e)[ _#-]*0*(\d+)(?:\D|$))");
  const auto found = pattern.find(text);
  return found.empty() ? std::nullopt : std::optional<std::string>(found[1]);
}

class MarkReader {
 public:
  std::vector<Mark> marks;
  std::vector<std::pair<std::size_t, std::size_t>> functions;  ///< the stretches of the bodies, by their begin

  void read(const Program& program) {
    for (const Comment& comment : program.comments) note(comment.text, comment.begin);
    read(program.tokens);
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
  }

 private:
  void note(std::string_view text, std::size_t at) {
    if (const auto number = number_in(text)) marks.push_back({at, *number});
  }

  void read(const Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      const bool is_function = token.is_word("def") || token.is_word("func") || token.is_word("function");
      if (is_function && i + 1 < tokens.size()) read_function(tokens, i);
      if (token.is_literal()) note(token.text, token.begin);
      read(token.inner);
    }
  }

  /// A function's name stands for all of its body.
  void read_function(const Tokens& tokens, std::size_t at) {
    note(tokens[at + 1].text, tokens[at].begin);
    for (std::size_t i = at + 1; i < tokens.size() && !(tokens[i].is_line_end() && tokens[i].text == ";"); ++i)
      if (tokens[i].is_group(":") || tokens[i].is_group("{")) {
        functions.emplace_back(tokens[at].begin, tokens[i].end);
        return;
      }
  }
};

bool holds(const std::pair<std::size_t, std::size_t>& stretch, std::size_t at) {
  return stretch.first <= at && at < stretch.second;
}

/// The innermost function that the place is in; none between functions.
const std::pair<std::size_t, std::size_t>* function_at(std::size_t at, const MarkReader& read) {
  const auto found =
      std::find_if(read.functions.rbegin(), read.functions.rend(), [&](const auto& one) { return holds(one, at); });
  return found == read.functions.rend() ? nullptr : &*found;
}

/// Whether what stands between functions is about another one that comes first.
bool stands_between(std::size_t mark, const std::pair<std::size_t, std::size_t>* function, const MarkReader& read) {
  return function && std::any_of(read.functions.begin(), read.functions.end(),
                                 [&](const auto& one) { return mark < one.first && one.first < function->first; });
}

const Mark* mark_of(std::size_t site, const MarkReader& read) {
  const auto* function = function_at(site, read);
  const Mark *before = nullptr, *outside = nullptr, *behind = nullptr;
  for (const Mark& mark : read.marks) {
    const bool is_here = function && holds(*function, mark.at);
    if (mark.at <= site && is_here) before = &mark;
    if (mark.at <= site && !function_at(mark.at, read) && !stands_between(mark.at, function, read)) outside = &mark;
    if (mark.at > site && is_here && !behind) behind = &mark;
  }
  return before ? before : behind ? behind : outside;
}

/// The statement stands where it is run, and where the values stand that it was made from.
void add_lines(const SourceText& file, const Statement& statement, std::set<std::uint32_t>& lines) {
  lines.insert(file.at(statement.site).line);
  for (const Run& run : statement.runs)
    for (std::uint32_t line = file.at(run.from).line; line <= file.at(run.from + run.text.size()).line; ++line)
      lines.insert(line);
}

std::vector<Lines> stretches_of(const std::set<std::uint32_t>& lines) {
  std::vector<Lines> stretches;
  for (const std::uint32_t line : lines) {
    if (stretches.empty() || stretches.back().last + 1 < line) stretches.push_back({line, line});
    stretches.back().last = line;
  }
  return stretches;
}

}  // namespace

std::vector<Chapter> find_chapters(const SourceText& file, const Program& program, const std::vector<Statement>& statements) {
  MarkReader read;
  read.read(program);
  std::vector<std::string> numbers;
  std::map<std::string, std::set<std::uint32_t>> lines;
  for (const Statement& statement : statements) {
    const Mark* mark = mark_of(statement.site, read);
    if (!mark) continue;
    if (!lines.contains(mark->number)) numbers.push_back(mark->number);
    add_lines(file, statement, lines[mark->number]);
  }
  std::vector<Chapter> chapters;
  for (const std::string& number : numbers) chapters.push_back({number, number, stretches_of(lines[number])});
  return chapters;
}

}  // namespace pgplumb::scripts
