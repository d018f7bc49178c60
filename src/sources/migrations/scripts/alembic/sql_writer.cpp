#include "sources/migrations/scripts/alembic/sql_writer.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "history/digests.h"

namespace pgplumb::scripts {

namespace {

constexpr std::string_view unknown_name = "\"unknown\"";

/// As SQLAlchemy cuts a name that PostgreSQL would cut.
std::string shortened(const std::string& name) {
  constexpr std::size_t longest = 63, kept = 55, digits = 4;
  if (name.size() <= longest) return name;
  const std::string digest = md5_hex(name);
  return name.substr(0, kept) + "_" + digest.substr(digest.size() - digits);
}

}  // namespace

SqlWriter& SqlWriter::sql(std::string_view words) {
  append_text(value_, text_value(std::string(words), place_), "", place_);
  return *this;
}

SqlWriter& SqlWriter::text(const Value& value) {
  is_sound_ = is_sound_ && value.is_wholly_known();
  if (!value.is_wholly_known()) return sql(unknown_name);
  if (!value.runs.empty()) place_ = value.runs.front().from;
  append_text(value_, value, "", place_);
  return *this;
}

SqlWriter& SqlWriter::name(const Value& value) {
  is_sound_ = is_sound_ && value.is_wholly_known();
  if (!value.is_wholly_known()) return sql(unknown_name);
  place_ = value.runs.empty() ? place_ : value.runs.front().from;
  return sql(quote_identifier(value.plain()));
}

SqlWriter& SqlWriter::names(const Value& list) {
  if (list.kind != Value::Kind::list || list.items.empty()) return name({});
  for (std::size_t i = 0; i < list.items.size(); ++i) sql(i ? ", " : "").name(list.items[i]);
  return *this;
}

SqlWriter& SqlWriter::shortened_name(const Value& value) {
  if (!value.is_wholly_known()) return name(value);
  return name(text_value(shortened(value.plain()), value.runs.empty() ? place_ : value.runs.front().from));
}

bool knows_keywords(const Arguments& arguments, const Keywords& known) {
  constexpr auto others = std::to_array<std::string_view>({"sqlite_", "mysql_", "mariadb_", "mssql_", "oracle_"});
  return std::all_of(arguments.begin(), arguments.end(), [&](const Argument& argument) {
    const std::string& name = argument.keyword;
    const auto begins_it = [&](std::string_view prefix) { return name.starts_with(prefix); };
    return name.empty() || is_none(argument.value) || std::find(known.begin(), known.end(), name) != known.end() ||
           std::any_of(others.begin(), others.end(), begins_it);
  });
}

const Value* given(const Arguments& arguments, std::string_view name) {
  const Argument* found = keyword(arguments, name);
  return found && !is_none(found->value) ? &found->value : nullptr;
}

bool flag(SqlWriter& sql, const Arguments& arguments, std::string_view name, bool otherwise) {
  const Value* value = given(arguments, name);
  if (!value) return otherwise;
  const auto truth = truth_of(*value);
  if (!truth) sql.spoil();
  return truth.value_or(otherwise);
}

std::string word(SqlWriter& sql, const Arguments& arguments, std::string_view name) {
  const Value* value = given(arguments, name);
  if (value && !value->is_wholly_known()) sql.spoil();
  return value && value->is_wholly_known() ? value->plain() : "";
}

std::string default_sql(SqlWriter& sql, const Value& value) {
  if (!value.is_wholly_known()) return sql.spoil(), "NULL";
  return value.is_sql ? value.plain() : quote_literal(value.plain());
}

}  // namespace pgplumb::scripts
