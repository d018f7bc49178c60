#include "findings/fixes/comment.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <map>

#include "compare/common_parts.h"
#include "findings/fixes/replace.h"
#include "findings/order/turns.h"
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

/// Of parts that are no objects of their own, by their names.
using Comments = std::map<std::string, Text>;

Comments comments_on_parts(const Object& object) {
  Comments comments;
  if (const auto* partition = std::get_if<Partition>(&object))
    for (const PartitionComment& own : *partition->comments) comments[own.column.symbol->text] = own.comment;
  const auto* domain = std::get_if<Domain>(&object);
  const auto* composite = std::get_if<CompositeType>(&object);
  if (domain || composite)
    for (const PartComment& own : domain ? *domain->comments : *composite->comments) comments[own.part.str()] = own.comment;
  return comments;
}

/// `COLUMN "t"."a"`, `CONSTRAINT "c" ON DOMAIN "d"`
std::string commented_part(const Entry& of, const std::string& part) {
  const std::string owner = quoted_owner(of.id), name = quote_identifier(part);
  return std::holds_alternative<Domain>(of.object) ? "CONSTRAINT " + name + " ON DOMAIN " + owner
                                                   : "COLUMN " + owner + "." + name;
}

/// Each behind a semicolon.
std::string changed_comments_on_parts(const Entry& of, Comments there, const Comments& wanted) {
  std::string sql;
  for (const auto& [part, comment] : wanted)
    if (const Text now = there[part]; !(now == comment)) sql += ";\n" + comment_on(commented_part(of, part), comment);
  for (const auto& [part, comment] : there)
    if (!comment.empty() && !wanted.contains(part)) sql += ";\n" + comment_on(commented_part(of, part), {});
  return sql;
}

/// Of parts that are there already, under the names that are expected of them.
std::string changed_comments_on_common_parts(const Case& one, const Entry& target) {
  const Object& wanted = one.expectation().entry->object;
  std::string sql;
  for (const auto& [there, expected] : common_parts(target.object, wanted))
    if (const Text comment = comment_on_part(wanted, expected); !(comment == comment_on_part(target.object, there)))
      sql += ";\n" + comment_on(commented_part(target, expected.str()), comment);
  return sql;
}

}  // namespace

SqlFix change_comment(const Case& one) {
  const Entry target = target_of(one);
  const std::string what = commented(target);
  std::string sql;
  for (const Disagreement* found : one.found)
    if (found->field == "comment" && !what.empty())
      sql += ";\n" + comment_on(what, one.expectation().entry->notes->remarks.comment);
    else if (!std::holds_alternative<Partition>(target.object))
      sql += changed_comments_on_common_parts(one, target);
    else
      sql +=
          changed_comments_on_parts(target, comments_on_parts(target.object), comments_on_parts(one.expectation().entry->object));
  if (sql.empty()) return {};
  return {sql.substr(2), {"safe-to-repeat"}};
}

std::string comments_on_new_parts(const Case& one, const std::vector<std::string>& made_again) {
  const Entry target = target_of(one);
  const Object& wanted = one.expectation().entry->object;
  const auto common = common_parts(target.object, wanted);
  std::string sql;
  for (const auto& [part, comment] : comments_on_parts(wanted)) {
    const bool is_there = std::any_of(common.begin(), common.end(), [&](const auto& pair) { return pair.second == Text(part); });
    const bool is_new = !is_there || std::find(made_again.begin(), made_again.end(), part) != made_again.end();
    if (is_new) sql += ";\n" + comment_on(commented_part(target, part), comment);
  }
  return sql;
}

std::string comment_again(const Entry& entry) {
  const Text comment = entry.notes->remarks.comment;
  const std::string what = comment.empty() ? "" : commented(entry);
  return what.empty() ? "" : ";\n" + comment_on(what, comment);
}

std::string comments_again(const Case& one) {
  const Entry& told = told_whole(one);
  const auto again = [&](const Entry& entry) {
    return one.turns && one.turns->is_commented_later(entry.id, one) ? "" : comment_again(as_there(one, entry));
  };
  std::string sql = again(told) + changed_comments_on_parts(as_there(one, told), {}, comments_on_parts(told.object));
  if (told.id.member.empty())
    for (const Entry& part : one.source(teller(one)).catalog.members(told)) sql += again(part);
  return sql;
}

}  // namespace pgplumb
