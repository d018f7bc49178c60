#include "findings/column_judgements.h"

#include <algorithm>

#include "findings/judgements.h"
#include "findings/widths.h"

namespace pgplumb {

namespace {

bool is_enum(const Catalog& catalog, const DataType& type) {
  if (!type.name || !type.name->parent) return false;
  const Entry* entry = catalog.find({Namespace::type, type.name->parent->text, type.name->text, {}});
  return entry && std::holds_alternative<Enum>(entry->object);
}

/// What a partition says of its table's columns by itself.
Judgement partition_nullability(const Case& one) {
  const auto *expected = one.as<Partition>(one.expectation()), *actual = one.as<Partition>(one.actuality());
  const auto& allowed = *expected->not_null;
  const bool refuses = std::any_of(actual->not_null->begin(), actual->not_null->end(), [&](ColumnRef column) {
    return std::find(allowed.begin(), allowed.end(), column) == allowed.end();
  });
  if (refuses) return error("23502", "", "writing NULL to " + called(one) + " fails");
  return warning("a NULL can arrive in " + called(one) + ", where the code expects none");
}

bool left_to_database(const ExpressionField& value) {
  using Kind = Expression::Kind;
  const auto& tree = *value.tree;
  const bool is_now = tree.kind == Kind::call && (tree.text == "now" || tree.text == "current_timestamp");
  const bool is_constant = tree.kind == Kind::literal || tree.kind == Kind::boolean || tree.kind == Kind::array ||
                           (tree.kind == Kind::cast && tree.args[0].kind == Kind::literal);
  return !is_now && !is_constant;
}

}  // namespace

Judgement extra_column(const Case& one) {
  const auto* column = one.as<Column>(one.actuality());
  const bool must_be_given =
      column && column->not_null && !column->default_value && column->identity == Identity::none && !column->generated;
  if (must_be_given)
    return error(
        "23502", prisma_code(one, "P2011"),
        "every INSERT that does not name " + std::string(one.entry().id.member) + " fails: it is NOT NULL and has no default");
  return unstated(one);
}

Judgement column_type(const Case& one) {
  const auto *expected = one.as<Column>(one.expectation()), *actual = one.as<Column>(one.actuality());
  if (!expected || !actual) return warning("values are stored as another type");
  const auto judged = [&](const DataType& type, int source) {
    return JudgedType{type, is_enum(one.source(source).catalog, type)};
  };
  Judgement judgement = judge_type(judged(expected->type, one.expected()), judged(actual->type, one.actual()), has_model(one));
  judgement.consequence->prisma = prisma_code(one, judgement.consequence->prisma);
  return judgement;
}

Judgement column_nullability(const Case& one) {
  if (one.as<Partition>(one.actuality())) return partition_nullability(one);
  const auto* actual = one.as<Column>(one.actuality());
  if (actual && actual->not_null) return error("23502", prisma_code(one, "P2011"), "writing NULL to " + called(one) + " fails");
  return warning("a NULL can arrive in " + called(one) + ", where the code expects none");
}

Judgement column_default(const Case& one) {
  const auto *expected = one.as<Column>(one.expectation()), *actual = one.as<Column>(one.actuality());
  const bool lost = expected && actual && expected->default_value && !actual->default_value && actual->not_null;
  // Prisma's client sends constants and now() itself; dbgenerated() it leaves to the database.
  if (lost && (!has_model(one) || left_to_database(expected->default_value)))
    return error("23502", prisma_code(one, "P2011"),
                 "an INSERT that leaves " + called(one) + " out fails: NOT NULL, and the default is gone");
  return warning("rows written by anything but the code get another value");
}

Judgement column_identity(const Case& one) {
  const auto* actual = one.as<Column>(one.actuality());
  const auto* expected = one.as<Column>(one.expectation());
  if (actual && actual->identity == Identity::none && actual->not_null && !actual->default_value)
    return error("23502", prisma_code(one, "P2011"), "an INSERT that leaves " + called(one) + " to the database fails");
  if (actual && actual->identity == Identity::always && expected && expected->identity != Identity::always)
    return warning("428C9", "", "an INSERT that gives a value for " + called(one) + " fails");
  return warning("new numbers come from elsewhere");
}

}  // namespace pgplumb
