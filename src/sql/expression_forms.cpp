#include "sql/expression_forms.h"

#include <algorithm>

namespace pgplumb {

using Kind = Expression::Kind;

Expression make(Kind kind, std::string text, std::vector<Expression> args) {
  Expression expression;
  expression.kind = kind;
  expression.text = std::move(text);
  expression.args = std::move(args);
  return expression;
}

Expression number(std::string_view text) { return make(Kind::literal, std::string(text)); }

Expression string(std::string_view text) {
  Expression expression = make(Kind::literal, std::string(text));
  expression.is_string = true;
  return expression;
}

Expression cast_to(DataType type, Expression arg) {
  Expression expression = make(Kind::cast, {}, std::move(arg));
  expression.type = std::move(type);
  return expression;
}

Expression operation(std::string_view op, Expression left, Expression right) {
  Expression expression = make(Kind::operation, std::string(op), std::move(left));
  expression.args.push_back(std::move(right));
  return expression;
}

Expression junction(Kind kind, std::vector<Expression> terms) {
  if (terms.size() == 1) return std::move(terms.front());
  Expression expression = make(kind);
  for (Expression& term : terms) {
    if (term.kind == kind)
      std::move(term.args.begin(), term.args.end(), std::back_inserter(expression.args));
    else
      expression.args.push_back(std::move(term));
  }
  return expression;
}

namespace {

constexpr std::string_view distinct = "is distinct from";

Expression comparison(std::string_view op, Expression left, Expression right) {
  if (op != distinct) return operation(op, std::move(left), std::move(right));
  return make(Kind::other, std::string(op), {std::move(left), std::move(right)});
}

}  // namespace

Expression compare_rows_or(std::string_view op, Expression left, Expression right) {
  const bool both_rows = left.kind == Kind::row && right.kind == Kind::row && left.args.size() == right.args.size();
  const bool is_any = op == "<>" || op == distinct;
  if (!both_rows || !(is_any || op == "=")) return comparison(op, std::move(left), std::move(right));
  std::vector<Expression> terms;
  for (std::size_t i = 0; i < left.args.size(); ++i)
    terms.push_back(comparison(op, std::move(left.args[i]), std::move(right.args[i])));
  return junction(is_any ? Kind::any_of : Kind::all_of, std::move(terms));
}

bool is_sort(const Expression& expression) {
  const std::string_view text = expression.text;
  return expression.kind == Kind::other && (text.ends_with(" nulls last") || text.ends_with(" nulls first"));
}

const Expression& sorted_value(const Expression& key) { return is_sort(key) ? key.args.front() : key; }

std::vector<Expression> without_repeated(std::vector<Expression> keys) {
  std::vector<Expression> kept;
  for (Expression& key : keys) {
    const auto has_its_value = [&](const Expression& one) { return sorted_value(one) == sorted_value(key); };
    if (std::none_of(kept.begin(), kept.end(), has_its_value)) kept.push_back(std::move(key));
  }
  return kept;
}

const Expression& without_casts(const Expression& expression) {
  const Expression* inner = &expression;
  while (inner->kind == Kind::cast) inner = &inner->args.front();
  return *inner;
}

std::vector<Expression*> results_of(Expression& choice) {
  std::vector<Expression*> results;
  for (std::size_t i = choice.text == "simple" ? 2 : 1; i + 1 < choice.args.size(); i += 2) results.push_back(&choice.args[i]);
  results.push_back(&choice.args.back());
  return results;
}

namespace {
constexpr std::string_view unread = "unread";
}

Expression unread_literal(std::string_view text, DataType type) {
  Expression cast = cast_to(std::move(type), string(text));
  cast.text = unread;
  return cast;
}

bool is_unread(const Expression& expression) { return expression.kind == Kind::cast && expression.text == unread; }

bool is_number(const Expression& expression) { return expression.kind == Kind::literal && !expression.is_string; }
bool is_string(const Expression& expression) { return expression.kind == Kind::literal && expression.is_string; }

}  // namespace pgplumb
