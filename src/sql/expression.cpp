#include <pgplumb/sql/expression.h>

#include <algorithm>

#include "sql/canonical/functions.h"
#include "sql/canonical/literals/literals.h"
#include "sql/expression_forms.h"
#include "sql/named_constant.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

const std::string& column_name(const Expression& column) {
  return column.column.symbol ? column.column.symbol->meant().text : column.text;
}

const Expression& without_casts(const Expression& expression) {
  const Expression* inner = &expression;
  while (inner->kind == Kind::cast) inner = &inner->args.front();
  return *inner;
}

/// EXTRACT is the function date_part up to PostgreSQL 13, and one of its own from 14 on: which was written, an old server does
/// not tell.
std::string_view without_version(const Expression& expression) {
  return expression.kind == Kind::call && expression.text == "date_part" ? std::string_view("extract") : expression.text;
}

bool is_constant(const Expression& expression) { return expression.kind == Kind::literal || expression.kind == Kind::boolean; }

template <class Equal>
bool same_shape(const Expression& a, const Expression& b, std::string_view (*text)(const Expression&), Equal same_args) {
  if (a.kind != b.kind) return false;
  if (a.kind == Kind::column) return column_name(a) == column_name(b);
  if ((a.kind == Kind::cast || names_an_object(a)) && !(a.type == b.type)) return false;
  const bool same_text = text(a) == text(b) || (a.kind == Kind::call && may_be_one_function(a.text, b.text));
  return same_text && std::equal(a.args.begin(), a.args.end(), b.args.begin(), b.args.end(), same_args);
}

/// A literal of PostgreSQL's own type as it prints it. `json` keeps what was written, of which other texts may be the same.
bool is_read_value(const Expression& expression) {
  return expression.kind == Kind::cast && expression.args.front().kind == Kind::literal && !is_unread(expression) &&
         expression.type.name && expression.type.name->parent == pg_catalog() && expression.type.name->text != "json";
}

bool is_cast_of_unread(const Expression& expression) {
  return expression.kind == Kind::cast && (is_unread(expression) || is_cast_of_unread(expression.args.front()));
}

/// Numbers of any type are of one value, or not; so is a string that may be read as one, as '5' of a column of an unknown type.
bool may_be_one_constant(const Expression& a, const Expression& b) {
  if (is_number(a) || is_number(b)) return number_value(a.text) == number_value(b.text);
  return true;
}

/// A relation of which nothing tells the schema may be of any.
bool may_be_one_relation(const Symbol& a, const Symbol& b) {
  const bool same_schema = !a.parent || !b.parent || a.parent->text == b.parent->text;
  return a.text == b.text && same_schema;
}

/// A column of a function of which nothing tells the columns goes by its name; the server lists them all, so there by its number.
bool may_be_one_column(const std::string& a, const std::string& b) {
  return a == b || (a.starts_with('#') != b.starts_with('#'));
}

/// All columns and operators of the expression: what tells it from others.
void collect_marks(const Expression& expression, std::vector<std::string_view>& marks) {
  if (expression.kind == Kind::column) marks.push_back(column_name(expression));
  if (expression.kind == Kind::operation || expression.kind == Kind::other) marks.push_back(expression.text);
  for (const Expression& arg : expression.args) collect_marks(arg, marks);
}

struct Member {
  std::vector<std::string_view> marks;
  const Expression* expression;
};

std::vector<Member> sorted_members(const Expression& junction) {
  std::vector<Member> members;
  for (const Expression& expression : junction.args) {
    Member& member = members.emplace_back(Member{{}, &expression});
    collect_marks(expression, member.marks);
    std::sort(member.marks.begin(), member.marks.end());
  }
  std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.marks < b.marks; });
  return members;
}

bool is_junction(const Expression& expression) { return expression.kind == Kind::all_of || expression.kind == Kind::any_of; }

bool is_relation(const Expression& expression) { return expression.text == "relation" && expression.type.name; }

bool equal_but_for_casts(const Expression& a, const Expression& b);

/// AND and OR mean the same in any order of their members.
bool members_are_equal_but_for_casts(const Expression& a, const Expression& b) {
  if (a.kind != b.kind || a.args.size() != b.args.size()) return false;
  const auto left = sorted_members(a), right = sorted_members(b);
  const auto same_marks = [](const Member& one, const Member& other) { return one.marks == other.marks; };
  if (!std::equal(left.begin(), left.end(), right.begin(), same_marks))
    return std::equal(a.args.begin(), a.args.end(), b.args.begin(), equal_but_for_casts);
  return std::equal(left.begin(), left.end(), right.begin(), [](const Member& one, const Member& other) {
    return equal_but_for_casts(*one.expression, *other.expression);
  });
}

bool equal_but_for_casts(const Expression& a, const Expression& b) {
  if (is_read_value(a) && is_read_value(b) && a.type == b.type) return a.args == b.args;
  const Expression& left = without_casts(a);
  const Expression& right = without_casts(b);
  const bool is_typed = &left != &a || &right != &b || left.is_string != right.is_string;
  if (is_typed && is_constant(left) && is_constant(right))
    return is_cast_of_unread(a) || is_cast_of_unread(b) || may_be_one_constant(left, right);
  if (left.kind == Kind::column && right.kind == Kind::column) return may_be_one_column(column_name(left), column_name(right));
  if (is_relation(left) && is_relation(right)) return may_be_one_relation(left.type.name->meant(), right.type.name->meant());
  if (is_junction(left)) return members_are_equal_but_for_casts(left, right);
  return left.is_string == right.is_string && same_shape(left, right, without_version, equal_but_for_casts);
}

}  // namespace

bool operator==(const Expression& a, const Expression& b) {
  const auto text = [](const Expression& expression) -> std::string_view { return expression.text; };
  return a.is_string == b.is_string && same_shape(a, b, text, std::equal_to<>());
}

bool holds_a_query(const Expression& expression) {
  const bool is_query = expression.kind == Kind::other && (expression.text == "select" || expression.text == "values");
  return is_query || std::any_of(expression.args.begin(), expression.args.end(), holds_a_query);
}

bool is_nextval(const Expression& expression) {
  const Expression& value = without_casts(expression);
  return value.kind == Kind::call && value.text == "nextval" && value.args.size() == 1;
}

bool has_opaque_part(const Expression& expression) {
  return expression.kind == Kind::opaque || std::any_of(expression.args.begin(), expression.args.end(), has_opaque_part);
}

bool may_mean_the_same(const Expression& a, const Expression& b) {
  return has_opaque_part(a) || has_opaque_part(b) || equal_but_for_casts(a, b);
}

}  // namespace pgplumb
