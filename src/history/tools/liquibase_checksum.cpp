#include "history/tools/liquibase_checksum.h"

#include <algorithm>
#include <cctype>

#include "history/digests.h"

namespace pgplumb {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_blank(char c) { return blanks.find(c) != std::string_view::npos; }

std::string_view without_blanks_before(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(blanks), text.size()));
}

/// As Java's String.trim() does.
std::string_view trimmed(std::string_view text) {
  const auto is_kept = [](char c) { return static_cast<unsigned char>(c) > ' '; };
  const auto first = std::find_if(text.begin(), text.end(), is_kept);
  const auto last = std::find_if(text.rbegin(), text.rend(), is_kept).base();
  return first < last ? std::string_view(first, last) : std::string_view();
}

/// Whether it begins with the words, which are in lower case.
bool begins_with(std::string_view text, std::string_view words) {
  return text.size() >= words.size() && std::equal(words.begin(), words.end(), text.begin(), [](char word, char letter) {
           return word == std::tolower(static_cast<unsigned char>(letter));
         });
}

/// The word behind `name:` in a line; "" where there is none.
std::string attribute_in(std::string_view line, std::string_view name) {
  for (std::size_t at = 0; at + name.size() < line.size(); ++at) {
    const bool stands_alone = at == 0 || !std::isalnum(static_cast<unsigned char>(line[at - 1]));
    if (!stands_alone || !begins_with(line.substr(at), name) || line[at + name.size()] != ':') continue;
    const std::string_view value = line.substr(at + name.size() + 1);
    return std::string(value.substr(0, value.find_first_of(blanks)));
  }
  return {};
}

bool is_true(std::string_view line, std::string_view name, bool otherwise) {
  const std::string value = attribute_in(line, name);
  return value.empty() ? otherwise : begins_with(value, "true");
}

/// Lines about the changeset, not of it. `comment` is what stands behind the dashes.
bool speaks_to_liquibase(std::string_view comment) {
  constexpr std::string_view words[] = {"changeset ", "rollback ", "preconditions", "precondition-",
                                        "comment ",   "comment: ", "validchecksum"};
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return begins_with(comment, word); });
}

std::string without_blanks(std::string_view sql) {
  std::string text(sql);
  std::erase_if(text, is_blank);
  return text;
}

/// A comment of several lines that is no part of what is hashed.
bool begins_rollback(std::string_view line) {
  constexpr std::string_view mark = "/*liquibaserollback";
  const std::string bare = without_blanks(line);
  return bare.size() == mark.size() && begins_with(bare, mark);
}

std::string with_single_blanks(std::string_view sql) {
  std::string text;
  for (const char c : sql)
    if (!is_blank(c))
      text += c;
    else if (!text.empty() && text.back() != ' ')
      text += ' ';
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

/// Of a changeset with this one change.
std::string of_changeset(std::string_view version, const std::string& change) {
  return std::string(version) + md5_hex(std::string(version) + change + ":");
}

}  // namespace

LiquibaseChangeset::LiquibaseChangeset(std::string_view text, RollbackBlocks blocks) {
  bool in_rollback = false;  // of several lines: /* liquibase rollback … */
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end), bare = without_blanks_before(line);
    text.remove_prefix(end);
    if (in_rollback || (blocks == RollbackBlocks::known && begins_rollback(bare))) {
      in_rollback = trimmed(line).find("*/") == std::string_view::npos;
      continue;
    }
    const std::string_view comment = bare.starts_with("--") ? without_blanks_before(bare.substr(2)) : std::string_view();
    if (!speaks_to_liquibase(comment)) {
      sql += line;
    } else if (begins_with(comment, "changeset ")) {
      if (const std::string given = attribute_in(line, "enddelimiter"); !given.empty()) end_delimiter = given;
      splits_statements = is_true(line, "splitstatements", true);
      strips_comments = is_true(line, "stripcomments", true);
      runs_again = is_true(line, "runonchange", false) || is_true(line, "runalways", false);
    } else if (begins_with(comment, "validchecksum")) {
      const std::string_view value = comment.substr(std::string_view("validchecksum").size());
      valid_checksums.emplace_back(trimmed(value.starts_with(':') ? value.substr(1) : value));
    }
  }
}

std::string liquibase_checksum_9(std::string_view sql) { return of_changeset("9:", md5_hex(without_blanks(trimmed(sql)))); }

std::string liquibase_checksum_8(const LiquibaseChangeset& changeset, std::string_view sql) {
  const auto word = [](bool is_so) { return is_so ? "true" : "false"; };
  const std::string head =
      changeset.end_delimiter + ":" + word(changeset.splits_statements) + ":" + word(changeset.strips_comments) + ":";
  return of_changeset("8:", md5_hex(head + with_single_blanks(trimmed(sql))));
}

}  // namespace pgplumb
