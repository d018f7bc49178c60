// 23502: the database demands a value that the code does not give.
#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

bool demands_value(const Column& column) {
  return column.not_null && !column.default_value && column.identity == Identity::none && !column.generated;
}
bool has_default(const Column& column) { return column.default_value || column.identity != Identity::none; }

/// The error's table as a source knows it: by name, or by the Prisma model that was asked.
const Entry* find_table_of(const Source* source, const Source* model, ErrorReport error) {
  if (!source) return nullptr;
  if (error.relation.empty() && model)
    if (const Entry* asked = find_model(*model, error.model)) {
      error.schema = asked->id.schema;
      error.relation = asked->id.name;
    }
  error.column.clear();
  return look(source, error).table;
}

/// Why the code sends no value for a column that demands one; "" when the source does not tell.
std::string why_not_sent(const Source& source, const Entry& table, const Entry& demanding) {
  for (const Entry& column : source.catalog.members(table, Namespace::column)) {
    if (column.id.member != demanding.id.member) continue;
    const auto& stated = std::get<Column>(column.object);
    if (!stated.not_null) return "is optional";
    return has_default(stated) ? "has " + describe(column.object) : std::string();
  }
  return source.role == Role::model && !table.stated_in_part && !table.uncertain ? "is not there" : "";
}

struct Demand {
  const Entry* column;   ///< of the database
  const Source* source;  ///< who says otherwise
  const Entry* table;    ///< the table there
  std::string why;
};

std::vector<Demand> find_demands(const ErrorReport& error, const Evidence& evidence) {
  std::vector<Demand> demands;
  const Entry* table = find_table_of(evidence.database, evidence.model, error);
  if (!table) return demands;
  for (const Entry& column : evidence.database->catalog.members(*table, Namespace::column)) {
    if ((!error.column.empty() && column.id.member != error.column) || !demands_value(std::get<Column>(column.object))) continue;
    for (const Source* source : {evidence.model, evidence.migrations}) {
      const Entry* stated = find_table_of(source, evidence.model, error);
      const std::string why = stated ? why_not_sent(*source, *stated, column) : "";
      if (why.empty()) continue;
      demands.push_back({&column, source, stated, why});
      break;
    }
  }
  return demands;
}

std::string mending_sql(const Demand& demand) {
  const ObjectId& id = demand.column->id;
  ErrorReport error{
      .sqlstate = "42703", .schema = std::string(id.schema), .relation = std::string(id.name), .column = std::string(id.member)};
  const std::string alter = fmt::format("ALTER TABLE {} ALTER COLUMN {} ", quote_qualified(*demand.column->symbol->parent),
                                        quote_identifier(id.member));
  const Entry* stated = look(demand.source, error).column;
  const auto* column = stated ? std::get_if<Column>(&stated->object) : nullptr;
  if (column && column->not_null && column->default_value)
    return alter + "SET DEFAULT " + display_expression(*column->default_value.tree) + ";";
  return alter + "DROP NOT NULL;";
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  if (error.sqlstate != "23502") return std::nullopt;
  const auto demands = find_demands(error, evidence);
  if (demands.empty()) return std::nullopt;

  const Demand& first = demands.front();
  const std::string name = display_id(first.column->id);
  Cause cause;
  cause.confidence = demands.size() == 1 ? Confidence::certain : Confidence::possible;
  cause.headline = fmt::format("{} is NOT NULL without a default in the database; in the {} it {}.", name,
                               role_name(first.source->role), first.why);
  for (const Demand& demand : demands) {
    ErrorReport column{
        .sqlstate = "42703", .schema = std::string(demand.table->id.schema), .relation = std::string(demand.table->id.name)};
    column.column = demand.column->id.member;
    const Entry* stated = look(demand.source, column).column;
    if (!cause.at) cause.at = (stated ? stated : demand.table)->declared_at;
    cause.because.push_back(
        reason(witness_of(*demand.source, stated ? *stated : *demand.table), display_id(demand.column->id) + " " + demand.why));
  }
  cause.because.push_back(reason("database", describe(first.column->object)));
  cause.next_steps = {{"do", "give a value wherever a row is written, or, in a migration:"},
                      {"do", mending_sql(first)},
                      confirm_with_check(first.column->id.name)};
  return cause;
}

}  // namespace

constinit const Detector null_refused{"null-refused", "the database demands a value that the code need not give", find};

}  // namespace pgplumb
