#include "compare/value_words.h"

#include <algorithm>

#include "catalog/expressions.h"
#include "sql/qualified_columns.h"

namespace pgplumb {
namespace {

bool read_the_same(const Disagreement& found) {
  return std::any_of(found.says.begin(), found.says.end(), [&](const Says& one) {
    return std::any_of(found.says.begin(), found.says.end(), [&](const Says& other) {
      return one.state == State::value && other.state == State::value && one.cluster != other.cluster && one.value == other.value;
    });
  });
}

std::string value_with_qualified_columns(Object object, std::string_view field) {
  for_each_expression(object, field, [](ExpressionField& expression) {
    if (expression) expression.tree = std::make_shared<const Expression>(with_qualified_columns(*expression.tree));
  });
  return value_in_words(object, field);
}

}  // namespace

std::string value_in_words(const Object& object, std::string_view field) {
  const auto* column = std::get_if<Column>(&object);
  const bool counts_by_its_own = column && column->identity == Identity::serial && !column->default_value;
  return field == "default" && counts_by_its_own ? "nextval() of its own sequence" : field_value(object, field);
}

void tell_apart_in_words(Disagreement& found) {
  if (!read_the_same(found)) return;
  for (Says& says : found.says)
    if (says.state == State::value && says.entry) says.value = value_with_qualified_columns(says.entry->object, found.field);
}

}  // namespace pgplumb
