#include "kinds/spelling.h"

#include <pgplumb/pattern.h>

#include "kinds/range_type/ddl.h"
#include "kinds/range_type/range_types.sql.h"
#include "kinds/range_type/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

/// `collation = "C", subtype_diff = float8mi`: what an option names is kept as it is meant.
std::string written(Text options) {
  static const Pattern name(R"((\w+) = ([^,]*))");
  const std::string text = options.str();
  std::string sql;
  for (const auto& option : name.find_all(text)) sql += ", " + std::string(option[1]) + " = " + quote_where_needed(option[2]);
  return sql;
}

std::string create(const Entry& entry) {
  const auto& range = std::get<RangeType>(entry.object);
  const Symbol& multirange = *range.multirange.symbol;
  const bool is_usual = multirange.text == usual_multirange(entry.id.name) && multirange.parent->text == entry.id.schema;
  return "CREATE TYPE " + quoted_owner(entry.id) + " AS RANGE (subtype = " + sql_type(range.subtype) + written(range.options) +
         (is_usual ? ""
                   : ", multirange_type_name = " + quoted_owner({entry.id.space, multirange.parent->text, multirange.text, {}})) +
         ")";
}

std::string drop(const Entry& entry) { return "DROP TYPE " + quoted_owner(entry.id); }

constexpr CatalogQuery queries[] = {{"range_types.sql", "reads range types", range_types_sql, 1, read_range_type_row}};

constexpr StatementSpelling statements[] = {{T_CreateRangeStmt, read_create_range_type}};

}  // namespace

extern const Spelling range_type_spelling{RangeType::kind, "range types", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
