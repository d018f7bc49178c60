#include "history/edits.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "sql/blank_stretches.h"

namespace pgplumb {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF", comments_or_space = "comments or white space";

using Rewrite = std::string (*)(std::string_view);

std::string as_is(std::string_view text) { return std::string(text); }

std::string with_mark(std::string_view text) { return std::string(byte_order_mark) + std::string(text); }
std::string without_mark(std::string_view text) {
  return std::string(text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text);
}

std::string with_final_line_feed(std::string_view text) { return std::string(text) + "\n"; }
std::string with_final_carriage_return(std::string_view text) { return std::string(text) + "\r\n"; }
std::string without_final_line_break(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return std::string(text);
}
std::string without_final_space(std::string_view text) {
  return std::string(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
}

/// Ways in which a file's form may have changed, each with the ways back.
struct Dimension {
  std::string_view what;
  std::array<Rewrite, 5> rewrites;  // null behind the last
};
constexpr std::array dimensions{
    Dimension{"the byte order mark", {as_is, without_mark, with_mark}},
    Dimension{"the line break at the end",
              {as_is, without_final_line_break, with_final_line_feed, with_final_carriage_return, without_final_space}},
    Dimension{"line endings", {as_is, with_line_feeds, with_carriage_returns}},
};

/// A text that the file may have been, and in what it differs.
struct Candidate {
  std::string text;
  std::vector<std::string_view> what;
};

/// Every way of each dimension with every way of the others; those with the fewest differences first.
std::vector<Candidate> other_forms(std::string_view text) {
  std::vector<Candidate> all{{std::string(text), {}}};
  for (const Dimension& dimension : dimensions) {
    std::vector<Candidate> more;
    for (const Candidate& one : all)
      for (const Rewrite rewrite : dimension.rewrites) {
        if (!rewrite) break;
        Candidate next{rewrite(one.text), one.what};
        if (rewrite != as_is && next.text == one.text) continue;
        if (rewrite != as_is) next.what.push_back(dimension.what);
        more.push_back(std::move(next));
      }
    all = std::move(more);
  }
  std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.what.size() < b.what.size(); });
  return all;
}

/// The comment with the blanks before it on its line and, where nothing else stands there, with the line break.
Stretch with_its_line(std::string_view text, Stretch comment) {
  while (comment.begin > 0 && (text[comment.begin - 1] == ' ' || text[comment.begin - 1] == '\t')) --comment.begin;
  const bool begins_line = comment.begin == 0 || text[comment.begin - 1] == '\n';
  if (begins_line && comment.end < text.size() && text[comment.end] == '\n') ++comment.end;
  return comment;
}

std::string without(std::string_view text, const std::vector<Stretch>& stretches) {
  std::string rest;
  std::size_t at = 0;
  for (const Stretch& one : stretches) {
    rest += text.substr(at, one.begin - at);
    at = one.end;
  }
  return rest.append(text.substr(at));
}

std::string without_space_at_line_ends(std::string_view text) {
  std::string rest;
  for (char c : text) {
    if (c == '\n')
      while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\t')) rest.pop_back();
    rest += c;
  }
  return rest;
}

std::string without_empty_lines(std::string_view text) {
  std::string rest;
  for (char c : text)
    if (c != '\n' || !rest.ends_with("\n")) rest += c;
  return rest;
}

/// The text without each of its comments, without all of them, and with white space tidied: an edit that added no more than that
/// is found so. One that reworded a comment is not, unless git has the text that ran.
std::vector<std::string> without_additions(std::string_view text) {
  constexpr std::size_t most_comments = 200;  // each costs a hash
  std::vector<Stretch> comments;
  for (const Stretch& blank : blank_stretches(text))
    for (const Stretch& comment : comments_in(text, blank)) comments.push_back(with_its_line(text, comment));
  std::vector<std::string> texts{without(text, comments), without_space_at_line_ends(text), without_empty_lines(text)};
  for (std::size_t i = 0; i < std::min(comments.size(), most_comments); ++i) texts.push_back(without(text, {comments[i]}));
  return texts;
}

/// The former text is what ran.
Edit edit_since(const FormerText& former, std::string_view text) {
  if (without_comments_and_space(former.text) == without_comments_and_space(text))
    return {Edit::Kind::form, std::string(comments_or_space), former.revision};
  return {Edit::Kind::contents, {}, former.revision};
}

std::string listed(const std::vector<std::string_view>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i)
    text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + std::string(items[i]);
  return text;
}

}  // namespace

std::string with_line_feeds(std::string_view text) {
  std::string lines;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') lines += text[i];
  return lines;
}

std::string with_carriage_returns(std::string_view text) {
  std::string lines;
  for (char c : with_line_feeds(text)) {
    if (c == '\n') lines += '\r';
    lines += c;
  }
  return lines;
}

std::string without_comments_and_space(std::string_view sql) {
  std::string tokens;
  std::size_t at = 0;
  for (const Stretch& blank : blank_stretches(sql)) {
    tokens += sql.substr(at, blank.begin - at);
    if (!tokens.empty() && blank.end < sql.size()) tokens += ' ';
    at = blank.end;
  }
  return tokens.append(sql.substr(at));
}

Edit find_edit(const HistoryTool& tool, const CheckedFile& file, const HistoryRecord& record, const FormerTexts& former_texts) {
  if (!tool.check) return {};
  const auto check = [&](std::string_view text) {
    return tool.check({file.migration, text, file.earlier, file.is_preceded_by_unchanged}, record);
  };
  const auto is_what_ran = [&](std::string_view text) { return check(text).result == Checked::same; };
  const Checked as_it_is = check(file.text);
  if (as_it_is.result == Checked::same) return {Edit::Kind::none, {}, {}};
  if (as_it_is.result == Checked::runs_again) return {Edit::Kind::runs_again, {}, {}};
  if (as_it_is.result == Checked::cannot_tell)
    return {as_it_is.because.empty() ? Edit::Kind::unknown : Edit::Kind::undecided, std::string(as_it_is.because), {}};
  for (const Candidate& form : other_forms(file.text))
    if (is_what_ran(form.text)) return {Edit::Kind::form, listed(form.what), {}};
  for (const std::string& text : without_additions(file.text))
    if (is_what_ran(text)) return {Edit::Kind::form, std::string(comments_or_space), {}};
  const bool is_whole_file = file.migration.lines.empty();
  if (!former_texts || !is_whole_file) return {Edit::Kind::contents, {}, {}};
  for (const FormerText& former : former_texts(*file.migration.file))
    for (const Candidate& form : other_forms(former.text))
      if (is_what_ran(form.text)) return edit_since(former, file.text);
  return {Edit::Kind::contents, {}, {}};
}

}  // namespace pgplumb
