#include "findings/fixes/convert_values.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "findings/fixes/alter_column.h"
#include "findings/widths.h"
#include "kinds/column/definition.h"
#include "kinds/write.h"
#include "sql/builtin_types.h"

namespace pgplumb {

namespace {

bool is_text(const DataType& type) { return !type.is_array && family_of(type.name) == TypeFamily::text; }

bool is_text_of_any_length(const DataType& type) {
  return !type.is_array && (type.name == builtin_type("text") || type.name == builtin_type("varchar"));
}

/// Whether PostgreSQL takes the values as they are stored: text and varchar are one on disk, and none can be too long
/// (varchar_support() in varchar.c).
bool keeps_values(const DataType& from, const DataType& to) {
  return is_text_of_any_length(from) && is_text_of_any_length(to) && !is_shorter(from, to);
}

DataType element_of(DataType type) {
  type.is_array = false;
  return type;
}

/// Of an enum, a composite or a range type leads no cast but into text, and those that are made (find_coercion_pathway() in
/// parse_coerce.c).
bool is_without_casts(const Catalog& catalog, const DataType& type) {
  const Symbol* schema = type.name ? type.name->parent : nullptr;
  const Entry* made = schema ? catalog.find({Namespace::type, schema->text, type.name->text, {}}) : nullptr;
  return made && (std::holds_alternative<Enum>(made->object) || std::holds_alternative<CompositeType>(made->object) ||
                  std::holds_alternative<RangeType>(made->object));
}

/// Casts that cut digits, the time of day or the zone without a word.
struct LossyCast {
  std::string_view from, to;
};
constexpr auto lossy_casts = std::to_array<LossyCast>({
    {"numeric", "int2"},     {"numeric", "int4"},       {"numeric", "int8"}, {"numeric", "float4"}, {"numeric", "float8"},
    {"float8", "int2"},      {"float8", "int4"},        {"float8", "int8"},  {"float8", "float4"},  {"float4", "int2"},
    {"float4", "int4"},      {"float4", "int8"},        {"int4", "bool"},    {"timetz", "time"},    {"timestamp", "time"},
    {"timestamptz", "time"}, {"timestamptz", "timetz"}, {"text", "name"},    {"varchar", "name"},
});

bool is_lossy(const Symbol* from, const Symbol* to) {
  return std::any_of(lossy_casts.begin(), lossy_casts.end(),
                     [&](const LossyCast& cast) { return from == builtin_type(cast.from) && to == builtin_type(cast.to); });
}

/// The types of one column on both sides, as the side that is to be changed knows them.
class TypeChange {
 public:
  explicit TypeChange(const Case& one)
      : one_(one), from_(one.as<Column>(one.actuality())->type), to_(one.as<Column>(one.expectation())->type) {}

  /// What USING says; "" where a value has to be chosen.
  std::string expression(const std::string& column) const {
    if (from_.is_array == to_.is_array) return through_text(column, from_.is_array);
    // PostgreSQL writes an array into a text as '{…}', and reads it so.
    if (is_text(from_) || is_text(to_)) return cast(column, to_);
    if (from_.is_array) return {};
    return through_text("(CASE WHEN " + column + " IS NOT NULL THEN ARRAY[" + column + "] END)", true);
  }

  /// A text that is too long is refused where nothing says how it is made to fit, rather than cut.
  bool fits_or_is_refused() const { return is_text(from_) && is_text(to_); }

  /// Whether digits go, or the time of day.
  bool loses_part() const {
    const TypeFamily family = family_of(from_.name);
    const bool is_of_family = from_.name == to_.name || (family != TypeFamily::other && family == family_of(to_.name));
    const bool is_to_date = to_.name == builtin_type("date") && !(from_.name == to_.name);
    const bool has_fewer_fields = from_.name == builtin_type("interval") && from_.name == to_.name && !to_.modifiers.empty();
    return (is_of_family && (is_to_date || has_fewer_fields || is_shorter(from_, to_))) || is_lossy(from_.name, to_.name);
  }

  /// Whether a default of the one type is taken for the other: into text, and within a family.
  bool takes_default() const {
    if (is_text(to_)) return true;
    const TypeFamily family = family_of(from_.name);
    return family != TypeFamily::other && family == family_of(to_.name) && from_.is_array == to_.is_array;
  }

 private:
  static std::string cast(const std::string& value, const DataType& type) { return value + "::" + sql_type(type); }

  std::string through_text(const std::string& value, bool is_array) const {
    const DataType text{builtin_type("text"), {}, is_array};
    return cast(needs_text() ? cast(value, text) : value, to_);
  }

  bool needs_text() const {
    const DataType from = element_of(from_), to = element_of(to_);
    if (is_text(from) || is_text(to) || same_name(from.name, to.name)) return false;
    const Catalog &there = one_.source(one_.actual()).catalog, &wanted = one_.source(one_.expected()).catalog;
    const std::string name = "(" + display_type(from) + " AS " + display_type(to) + ")";
    return (is_without_casts(there, from) || is_without_casts(wanted, to)) && !there.find({Namespace::cast, {}, name, {}});
  }

  const Case& one_;
  const DataType &from_, &to_;
};

/// Whose values are elsewhere.
bool is_of_foreign_table(const Case& one) {
  const auto* table = std::get_if<Table>(&one.actual_owner().object);
  return table && table->relation_kind == RelationKind::foreign_table;
}

}  // namespace

SqlFix change_collation(const Case& one) {
  if (is_made_again(one)) return {};
  const Column& wanted = *one.as<Column>(one.expectation());
  return {alter_column(target_of(one).id) + "TYPE " + type_and_collation(wanted.type, wanted.collation),
          {"blocks-reads", "blocks-writes"}};
}

SqlFix change_type(const Case& one) {
  if (is_made_again(one)) return {};
  const Column &there = *one.as<Column>(one.actuality()), &wanted = *one.as<Column>(one.expectation());
  const ObjectId& id = target_of(one).id;
  const std::string column = quote_identifier(id.member), alter = "ALTER COLUMN " + column + " ";
  const std::string change = alter + "TYPE " + type_and_collation(wanted.type, wanted.collation);
  if (keeps_values(there.type, wanted.type) || is_of_foreign_table(one)) return {alter_table(id) + change, {"safe-to-repeat"}};
  const TypeChange conversion(one);
  const std::string expression = conversion.expression(column);
  if (expression.empty())
    return {.by_hand = alter_table(id) + change + " USING " + column + "[1], or whichever value of an array is to stay"};
  const std::string converted = change + (conversion.fits_or_is_refused() ? "" : " USING " + expression);
  std::vector<std::string> hazards{"rewrites-table", "blocks-reads", "blocks-writes"};
  if (conversion.loses_part() && !conversion.fits_or_is_refused()) hazards.push_back("deletes-data");
  if (!there.default_value || conversion.takes_default()) return {alter_table(id) + converted, hazards};
  const std::string new_default =
      wanted.default_value ? ", " + alter + "SET DEFAULT " + default_sql(wanted.type, *wanted.default_value.tree) : "";
  return {alter_table(id) + alter + "DROP DEFAULT, " + converted + new_default, hazards};
}

}  // namespace pgplumb
