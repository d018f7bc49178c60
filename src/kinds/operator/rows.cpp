#include "kinds/operator/rows.h"

#include <pgplumb/sql/identifier.h>

namespace pgplumb {

namespace {

/// NONE on the left side of a prefix operator.
RoutineParameter operand(Introspection& read, const Row& row, std::size_t type) {
  RoutineParameter parameter;
  if (row.is_null(type))
    parameter.type.name = read.draft.phantom({}, "NONE");
  else
    parameter.type = read.type(row.text(type));
  return parameter;
}

/// What is read later is a phantom until then.
LinkedOperator linked(Introspection& read, const Row& row, std::size_t schema, const std::vector<RoutineParameter>& operands) {
  const std::size_t name = schema + 1;
  if (row.is_null(name)) return {};
  const std::string signature = signature_of(row.text(name), operands);
  const Symbol* home = read.draft.find(Namespace::schema, nullptr, row.text(schema));
  const Symbol* found = home ? read.draft.find(Namespace::operators, home, signature) : nullptr;
  const bool is_of_server = row.text(schema) == pg_catalog()->text;
  return {found ? found : read.draft.phantom(is_of_server ? std::string_view() : row.text(schema), signature)};
}

/// With the two others, which a statement would make both have of one another.
std::string whole_statement(const Row& row, std::size_t statement, std::size_t commutator_schema, std::size_t negator_schema) {
  std::string text(row.text(statement));
  const auto add = [&](const char* option, std::size_t schema) {
    if (row.is_null(schema)) return;
    text.insert(text.size() - 1, std::string(", ") + option + " = OPERATOR(" + quote_identifier(row.text(schema)) + "." +
                                     std::string(row.text(schema + 1)) + ")");
  };
  add("COMMUTATOR", commutator_schema);
  add("NEGATOR", negator_schema);
  return text;
}

}  // namespace

void read_operator_row(Introspection& read, const Row& row) {
  enum { name, statement, schema, left, right, commutator_schema, commutator, negator_schema, negator };
  if (!read.run(row.text(statement), "operator", row.text(name))) return;
  const RoutineParameter first = operand(read, row, left), second = operand(read, row, right);
  const Symbol* made =
      read.draft.find(Namespace::operators, read.schemas.at(row.oid(schema)), signature_of(row.text(name), {first, second}));
  if (!made) return;
  read.draft.change(made, [&](Draft::Item& item) {
    auto& changed = std::get<Operator>(item.object);
    changed.commutator = linked(read, row, commutator_schema, {second, first});
    changed.negator = linked(read, row, negator_schema, {first, second});
    item.notes.edit().written = whole_statement(row, statement, commutator_schema, negator_schema);
  });
}

}  // namespace pgplumb
