// Short ways to make nodes of the canonical tree, and questions about one.
#pragma once

#include <pgplumb/sql/expression.h>

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

Expression make(Expression::Kind kind, std::string text = {}, std::vector<Expression> args = {});
inline Expression make(Expression::Kind kind, std::string text, Expression arg) {
  std::vector<Expression> args;
  args.push_back(std::move(arg));
  return make(kind, std::move(text), std::move(args));
}
Expression number(std::string_view text);
Expression string(std::string_view text);
Expression cast_to(DataType type, Expression arg);
Expression operation(std::string_view op, Expression left, Expression right);

/// AND or OR of the terms: nested ones of the same kind flattened, a single term by itself.
Expression junction(Expression::Kind kind, std::vector<Expression> terms);

/// An operation, or IS DISTINCT FROM; of two rows of one length, these, `=` and `<>` become what they mean for their members
/// (make_row_comparison_op and make_row_distinct_op in parser/parse_expr.c).
Expression compare_rows_or(std::string_view op, Expression left, Expression right);

/// `a DESC`
bool is_sort(const Expression& expression);
/// `a` of `a DESC`, or of `a` by itself.
const Expression& sorted_value(const Expression& key);

/// The first of each that sort or group by one value, whatever their direction (targetIsInSortList in parser/parse_clause.c).
std::vector<Expression> without_repeated(std::vector<Expression> keys);

/// `a` of `a::text::varchar`.
const Expression& without_casts(const Expression& expression);

/// What a CASE may give, the ELSE last.
std::vector<Expression*> results_of(Expression& choice);

/// Begins the text of `(row).name`, the name of the field behind it.
inline constexpr std::string_view of_field = "field ";
/// Ends the text of a test whether a row as a whole is NULL.
inline constexpr std::string_view of_the_whole = " as a whole";

/// A literal whose text is not known to be the spelling of `type`: another text may be the same value.
Expression unread_literal(std::string_view text, DataType type);
bool is_unread(const Expression& expression);

bool is_number(const Expression& expression);
bool is_string(const Expression& expression);

}  // namespace pgplumb
