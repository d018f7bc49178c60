#include "catalog/row_types.h"

#include <pgplumb/catalog/session.h>

#include <algorithm>

#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/system_relations.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"
#include "sql/row_of_table.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

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
      expression.kind == Kind::other && (expression.text.starts_with(of_field) || expression.text.ends_with(of_the_whole));
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
    if (expression.text.starts_with(of_field)) return tell_field(expression);
    if (expression.text.ends_with(of_the_whole)) tell_what_is_tested(expression);
  }

 private:
  std::vector<RowColumn> columns_of(const MaybeType& row) const {
    return row ? columns_of_row(draft_, base_type(*row, types_)) : std::vector<RowColumn>();
  }

  void tell_field(Expression& access) const {
    const Expression& row = access.args.front();
    auto columns = columns_of(type_of(row, types_));
    if (columns.empty()) columns = columns_of_record(row);
    for (RowColumn& column : columns)
      if (column.name == access.text.substr(of_field.size())) access.type = std::move(column.type);
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
    const Symbol* base = type && !type->is_array ? base_type(*type, types_).name : nullptr;
    const auto made = base ? types_.made(base) : std::nullopt;
    if (!made) return;
    if (made->form == MadeType::Form::composite)
      test.type = *type;
    else if (made->form != MadeType::Form::other || draft_.object<BaseType>(base))
      test.text.resize(test.text.size() - of_the_whole.size());
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

std::vector<RowColumn> columns_of_record(const Expression& call) {
  std::vector<RowColumn> columns;
  if (call.kind != Kind::call || call.routine) return columns;
  const auto known = columns_of_system_function(call.text);
  if (!are_in_all_versions(known)) return columns;
  for (const SystemColumn& column : known) {
    if (!column.type) return {};
    columns.push_back({std::string(column.name), *column.type});
  }
  return columns;
}

Expression row_of_table(const Symbol* table) {
  Expression row = make(Kind::other, "*");
  row.type.name = table;
  return make(Kind::other, std::string(of_row), std::move(row));
}

std::optional<Expression> row_in_expression(const Draft& draft, const Symbol* table, const std::vector<std::string_view>& parts,
                                            const NameResolver& names) {
  const bool is_part = parts.size() == 4 && parts[0].empty();
  const std::string_view row = is_part ? parts[2] : parts[0];
  const auto column = [&](std::string_view name) { return draft.find(Namespace::column, root_of(draft, table), name); };
  const bool is_row = row == table->text && (parts.size() < 3 || is_part) && (parts.size() == 2 || !column(row));
  if (!is_row) return std::nullopt;
  if (parts.size() == 1 || parts.back() == "*") return row_of_table(table);
  if (const Symbol* found = column(parts.back())) {
    Expression own = make(Kind::column);
    own.column.symbol = found;
    return own;
  }
  Expression whole = row_of_table(table);
  const Symbol* routine = names.function_of_row ? names.function_of_row(parts.back(), whole) : nullptr;
  if (!routine) return std::nullopt;
  Expression call = make(Kind::call, std::string(parts.back()), std::move(whole));
  call.routine = routine;
  return call;
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
