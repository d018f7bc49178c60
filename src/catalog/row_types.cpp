#include "catalog/row_types.h"

#include <algorithm>

#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

constexpr std::string_view field = "field ";

bool is_cast_of_row(const Expression& expression) {
  return expression.kind == Kind::cast && expression.args.front().kind == Kind::row;
}

/// `ARRAY[ROW(1, 'x')]::place[]`
bool is_cast_of_array(const Expression& expression) {
  return expression.kind == Kind::cast && expression.type.is_array && expression.args.front().kind == Kind::array;
}

/// Whether some part is what this is about: most expressions have none.
bool concerns_rows(const Expression& expression) {
  const bool is_cast = is_cast_of_row(expression) || is_cast_of_array(expression);
  const bool is_other =
      expression.kind == Kind::other && (expression.text.starts_with(field) || expression.text.ends_with(of_the_whole));
  return is_cast || is_other || std::any_of(expression.args.begin(), expression.args.end(), concerns_rows);
}

class RowTypes {
 public:
  explicit RowTypes(const Draft& draft) : draft_(draft), types_(certain_types(draft)) {}

  void tell(Expression& expression) const {
    for (Expression& argument : expression.args) tell(argument);
    if (is_cast_of_row(expression)) return tell_members(expression);
    if (is_cast_of_array(expression)) return tell_rows_of_array(expression);
    if (expression.kind != Kind::other) return;
    if (expression.text.starts_with(field)) return tell_field(expression);
    if (expression.text.ends_with(of_the_whole)) tell_what_is_tested(expression);
  }

 private:
  std::vector<RowColumn> columns_of(const MaybeType& row) const {
    return row ? columns_of_row(draft_, base_type(*row, types_)) : std::vector<RowColumn>();
  }

  void tell_field(Expression& access) const {
    for (RowColumn& column : columns_of(type_of(access.args.front(), types_)))
      if (column.name == access.text.substr(field.size())) access.type = std::move(column.type);
  }

  void tell_members(Expression& cast) const {
    std::vector<Expression>& members = cast.args.front().args;
    const auto columns = columns_of(cast.type);
    if (columns.size() != members.size()) return;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (members[i].kind == Kind::cast && members[i].type == columns[i].type) continue;
      members[i] = cast_to(columns[i].type, std::move(members[i]));
      if (is_cast_of_row(members[i])) tell_members(members[i]);
    }
  }

  void tell_rows_of_array(Expression& cast) const {
    for (Expression& member : cast.args.front().args) {
      if (member.kind != Kind::row) continue;
      member = cast_to(element_of(cast.type), std::move(member));
      tell_members(member);
    }
  }

  void tell_what_is_tested(Expression& test) const {
    const MaybeType type = type_of(test.args.front(), types_);
    if (!type) return;
    const Symbol* base = base_type(*type, types_).name;
    const bool is_no_row = draft_.object<Enum>(base) || draft_.object<RangeType>(base) || draft_.object<BaseType>(base);
    if (is_no_row) test.text.resize(test.text.size() - of_the_whole.size());
  }

  const Draft& draft_;
  const KnownTypes types_;
};

}  // namespace

std::vector<RowColumn> columns_of_row(const Draft& draft, const DataType& type) {
  std::vector<RowColumn> columns;
  if (type.is_array) return columns;
  if (const auto* composite = draft.object<CompositeType>(type.name))
    for (const TypeAttribute& attribute : composite->attributes) columns.push_back({attribute.name.str(), attribute.type});
  const Draft::Item* table = draft.object<Table>(type.name) ? draft.item(type.name) : nullptr;
  if (!table || table->stated_in_part || table->uncertain) return columns;
  for (const Symbol* column : draft.members(type.name, Namespace::column))
    columns.push_back({column->text, draft.object<Column>(column)->type});
  return columns;
}

KnownTypes certain_types(const Draft& draft) {
  KnownTypes types = draft.types();
  types.column = [&draft, all = types.column](ColumnRef column) -> const DataType* {
    const Draft::Item* item = column.symbol ? draft.item(column.symbol) : nullptr;
    return item && !item->uncertain ? all(column) : nullptr;
  };
  return types;
}

void tell_types_of_rows(const Draft& draft, Expression& expression, const DataType* target) {
  if (target && expression.kind == Kind::row) expression = cast_to(*target, std::move(expression));
  if (concerns_rows(expression)) RowTypes(draft).tell(expression);
}

}  // namespace pgplumb
