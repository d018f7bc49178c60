// What cannot be told from two expressions that differ: docs/expressions.md says what it is.
#include <algorithm>

#include "sql/canonical/literals/literals.h"
#include "sql/expression_forms.h"
#include "sql/same_shape.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

std::string_view text_of(const Expression& expression) { return expression.text; }

/// Of what is tested for NULL nothing may tell whether it is a row; see tell_types_of_rows().
std::string_view without_whole(const Expression& expression) {
  const std::string_view text = expression.text;
  const bool is_of_whole = expression.kind == Kind::other && text.ends_with(of_the_whole) && !expression.type.name;
  return is_of_whole ? text.substr(0, text.size() - of_the_whole.size()) : text;
}

bool is_constant(const Expression& expression) { return expression.kind == Kind::literal || expression.kind == Kind::boolean; }

/// PostgreSQL's own, or one that the source makes. `json` keeps what was written, of which other texts may be the same.
bool is_read(const Symbol* type) { return type && (type->parent == pg_catalog() ? type->text != "json" : type->number > 0); }

/// A literal as its type prints it.
bool is_read_value(const Expression& expression) {
  return expression.kind == Kind::cast && expression.args.front().kind == Kind::literal && !is_unread(expression) &&
         is_read(expression.type.name);
}

/// The literal with its own cast, whatever it is cast to then.
const Expression& read_value_in(const Expression& expression) {
  const Expression* inner = &expression;
  while (inner->kind == Kind::cast && !is_read_value(*inner)) inner = &inner->args.front();
  return *inner;
}

/// Two values of one type.
bool are_read_values(const Expression& a, const Expression& b) {
  return is_read_value(a) && is_read_value(b) && a.type == b.type;
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

/// `of 1.1 "id"`, or a column by itself; null for other nodes.
const Expression* column_of(const Expression& expression) {
  if (expression.kind == Kind::column) return &expression;
  const bool is_of_item = expression.kind == Kind::other && expression.text.starts_with("of ");
  return is_of_item && expression.args.front().kind == Kind::column ? &expression.args.front() : nullptr;
}

bool has_number(const Expression& column) { return !column.column.symbol && column.text.starts_with('#'); }

/// Taken for one of an item whose columns nothing tells: it may be another item's, or a parameter.
bool is_guessed(const Expression& column) { return !column.column.symbol && !column.type.name && !has_number(column); }

/// The server lists all columns of a function, also where nothing else tells them, so that there they have numbers.
bool may_be_one_column(const Expression& a, const Expression& b) {
  const Expression &left = *column_of(a), &right = *column_of(b);
  const bool one_is_guessed = is_guessed(left) || is_guessed(right);
  const bool is_of_one_item = a.kind == b.kind && (a.kind == Kind::column || a.text == b.text);
  if (column_name(left) == column_name(right)) return is_of_one_item || one_is_guessed;
  return is_of_one_item && one_is_guessed && has_number(left) != has_number(right);
}

/// A function by its alias is taken for a value where nothing tells whether it gives rows: `of 1.1 "#1"` and `of 1.1 *`.
bool may_be_row(const Expression& value, const Expression& row) {
  const Expression* column = column_of(value);
  return column && column != &value && has_number(*column) && !column->type.name && row.kind == Kind::other &&
         row.text == value.text && row.args.front().text == "*";
}

/// All columns, operators and constants of the expression: what tells it from others.
void collect_marks(const Expression& expression, std::vector<std::string_view>& marks) {
  if (expression.kind == Kind::column) marks.push_back(column_name(expression));
  const bool has_words = expression.kind == Kind::operation || expression.kind == Kind::other || is_constant(expression);
  if (has_words) marks.push_back(expression.text);
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
  const Expression &one = read_value_in(a), &other = read_value_in(b);
  if (are_read_values(one, other)) return one.args == other.args;
  const Expression& left = without_casts(a);
  const Expression& right = without_casts(b);
  const bool is_typed = &left != &a || &right != &b || left.is_string != right.is_string;
  if (is_typed && is_constant(left) && is_constant(right))
    return is_cast_of_unread(a) || is_cast_of_unread(b) || may_be_one_constant(left, right);
  if (may_be_row(left, right) || may_be_row(right, left)) return true;
  if (column_of(left) && column_of(right)) return may_be_one_column(left, right);
  if (is_relation(left) && is_relation(right)) return may_be_one_relation(left.type.name->meant(), right.type.name->meant());
  if (is_junction(left)) return members_are_equal_but_for_casts(left, right);
  return left.is_string == right.is_string &&
         same_shape(left, right, left.text == right.text ? text_of : without_whole, equal_but_for_casts);
}

}  // namespace

bool may_mean_the_same(const Expression& a, const Expression& b) {
  return has_opaque_part(a) || has_opaque_part(b) || equal_but_for_casts(a, b);
}

}  // namespace pgplumb
