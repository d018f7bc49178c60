#include "explain/conditions.h"

#include <algorithm>
#include <cctype>

namespace pgplumb {
namespace {

struct Condition {
  std::string_view sqlstate;
  std::string_view name;
};

constexpr Condition conditions[] = {
    {"22001", "string_data_right_truncation"},
    {"22003", "numeric_value_out_of_range"},
    {"22007", "invalid_datetime_format"},
    {"22P02", "invalid_text_representation"},
    {"23001", "restrict_violation"},
    {"23502", "not_null_violation"},
    {"23503", "foreign_key_violation"},
    {"23505", "unique_violation"},
    {"23514", "check_violation"},
    {"23P01", "exclusion_violation"},
    {"25P02", "in_failed_sql_transaction"},
    {"2BP01", "dependent_objects_still_exist"},
    {"3D000", "invalid_catalog_name"},
    {"3F000", "invalid_schema_name"},
    {"42501", "insufficient_privilege"},
    {"42601", "syntax_error"},
    {"42701", "duplicate_column"},
    {"42702", "ambiguous_column"},
    {"42703", "undefined_column"},
    {"42704", "undefined_object"},
    {"42710", "duplicate_object"},
    {"42804", "datatype_mismatch"},
    {"42830", "invalid_foreign_key"},
    {"42883", "undefined_function"},
    {"42P01", "undefined_table"},
    {"42P06", "duplicate_schema"},
    {"42P07", "duplicate_table"},
    {"42P10", "invalid_column_reference"},
    {"428C9", "generated_always"},
};

struct PrismaCode {
  std::string_view code;
  std::string_view sqlstate;
};

// Seen with Prisma Client 7.10 over adapter-pg on PostgreSQL 15; P2010 and P2039 print the server's own SQLSTATE.
constexpr PrismaCode prisma_codes[] = {
    {"P2000", "22001"}, {"P2002", "23505"}, {"P2003", "23503"}, {"P2007", "22P02"}, {"P2010", ""},
    {"P2011", "23502"}, {"P2020", "22003"}, {"P2021", "42P01"}, {"P2022", "42703"}, {"P2039", ""},
};

const PrismaCode* find_prisma_code(std::string_view code) {
  const auto found =
      std::find_if(std::begin(prisma_codes), std::end(prisma_codes), [&](const PrismaCode& row) { return row.code == code; });
  return found == std::end(prisma_codes) ? nullptr : found;
}

/// Equal apart from case and the underscores of the condition's name.
bool spells(std::string_view class_name, std::string_view condition) {
  std::size_t at = 0;
  for (const char c : condition) {
    if (c == '_') continue;
    if (at == class_name.size() || std::tolower(static_cast<unsigned char>(class_name[at])) != c) return false;
    ++at;
  }
  return at == class_name.size();
}

}  // namespace

std::string_view condition_name(std::string_view sqlstate) {
  for (const auto& [code, name] : conditions)
    if (code == sqlstate) return name;
  return {};
}

std::string_view sqlstate_of_class(std::string_view class_name) {
  if (class_name.ends_with("Error")) class_name.remove_suffix(5);
  for (const auto& [code, name] : conditions)
    if (spells(class_name, name)) return code;
  return {};
}

bool is_prisma_code(std::string_view code) { return find_prisma_code(code) != nullptr; }

std::string_view sqlstate_of_prisma_code(std::string_view code) {
  const PrismaCode* row = find_prisma_code(code);
  return row ? row->sqlstate : std::string_view{};
}

std::string display_code(std::string_view sqlstate, std::string_view prisma) {
  if (sqlstate.empty()) return std::string(prisma);
  std::string codes(sqlstate);
  if (!prisma.empty()) codes.append(", ").append(prisma);
  const auto name = condition_name(sqlstate);
  return name.empty() ? codes : std::string(name) + " (" + codes + ")";
}

}  // namespace pgplumb
