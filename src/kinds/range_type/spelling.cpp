#include "kinds/spelling.h"

#include "kinds/range_type/ddl.h"
#include "kinds/range_type/range_types.sql.h"
#include "kinds/range_type/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& range = std::get<RangeType>(entry.object);
  const Symbol& multirange = *range.multirange.symbol;
  const bool is_usual = multirange.text == usual_multirange(entry.id.name) && multirange.parent->text == entry.id.schema;
  return "CREATE TYPE " + quoted_owner(entry.id) + " AS RANGE (subtype = " + sql_type(range.subtype) +
         (range.options.empty() ? "" : ", " + range.options.str()) +
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
