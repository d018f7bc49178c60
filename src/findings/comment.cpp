#include "findings/comment.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "findings/replace.h"
#include "kinds/privileges/write.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

/// `COLUMN "t"."a"`, `CONSTRAINT "c" ON "t"`, `VIEW "v"`; "" for what takes no comment.
std::string commented(const Entry& entry) {
  if (entry.id.space == Namespace::column) return "COLUMN " + quoted_owner(entry.id) + "." + quote_identifier(entry.id.member);
  if (entry.id.space == Namespace::constraint)
    return "CONSTRAINT " + quote_identifier(entry.id.member) + " ON " + quoted_owner(entry.id);
  constexpr std::array without = {Namespace::enum_value, Namespace::default_privileges, Namespace::user_mapping};
  return std::find(without.begin(), without.end(), entry.id.space) == without.end() ? named_with_kind(entry) : "";
}

std::string comment_on(const std::string& what, Text comment) {
  return "COMMENT ON " + what + " IS " + (comment.empty() ? "NULL" : quote_literal(comment.str()));
}

std::string comments_on_columns(const Case& one) {
  const auto &there = *one.as<Partition>(one.actuality())->comments, &wanted = *one.as<Partition>(one.expectation())->comments;
  const std::string before = "COLUMN " + quoted_owner(target_of(one).id) + ".";
  std::string sql;
  const auto add = [&](const PartitionComment& own, Text comment) {
    sql += (sql.empty() ? "" : ";\n") + comment_on(before + quote_identifier(own.column.symbol->text), comment);
  };
  const auto speaks_of = [](const std::vector<PartitionComment>& comments, const PartitionComment& like) {
    return std::any_of(comments.begin(), comments.end(), [&](const PartitionComment& own) { return own.column == like.column; });
  };
  for (const PartitionComment& own : there)
    if (!speaks_of(wanted, own)) add(own, {});
  for (const PartitionComment& own : wanted)
    if (std::find(there.begin(), there.end(), own) == there.end()) add(own, own.comment);
  return sql;
}

}  // namespace

SqlFix change_comment(const Case& one) {
  const std::string what = commented(target_of(one));
  if (what.empty()) return {};
  return {comment_on(what, one.expectation().entry->notes->remarks.comment), {"safe-to-repeat"}};
}

SqlFix change_comment_of_partition(const Case& one) {
  const auto is_of_columns = [](const Disagreement* found) { return found->field == "column_comments"; };
  const bool some = std::any_of(one.found.begin(), one.found.end(), is_of_columns);
  const bool all = std::all_of(one.found.begin(), one.found.end(), is_of_columns);
  SqlFix fix = all ? SqlFix{{}, {"safe-to-repeat"}} : change_comment(one);
  if (some) fix.text += (fix.text.empty() ? "" : ";\n") + comments_on_columns(one);
  return fix;
}

std::string comment_again(const Entry& entry) {
  const Text comment = entry.notes->remarks.comment;
  const std::string what = comment.empty() ? "" : commented(entry);
  return what.empty() ? "" : ";\n" + comment_on(what, comment);
}

std::string comments_again(const Case& one) {
  const Entry& told = told_whole(one);
  std::string sql = comment_again(as_there(one, told));
  if (told.id.member.empty())
    for (const Entry& part : one.source(teller(one)).catalog.members(told)) sql += comment_again(as_there(one, part));
  return sql;
}

}  // namespace pgplumb
