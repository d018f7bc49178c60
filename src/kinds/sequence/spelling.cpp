#include "kinds/spelling.h"

#include "kinds/sequence/ddl.h"
#include "kinds/sequence/rows.h"
#include "kinds/sequence/sequences.sql.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& sequence = std::get<Sequence>(entry.object);
  std::string sql = "CREATE SEQUENCE " + quoted_owner(entry.id) + " AS " +
                    sql_type({builtin_type(sequence.data_type.str()), {}, false}) + " START " + std::to_string(sequence.start) +
                    " INCREMENT " + std::to_string(sequence.increment) + " MINVALUE " + std::to_string(sequence.minimum) +
                    " MAXVALUE " + std::to_string(sequence.maximum);
  if (sequence.cache != 1) sql += " CACHE " + std::to_string(sequence.cache);
  if (sequence.cycle) sql += " CYCLE";
  if (const Symbol* column = sequence.owned_by.symbol)
    sql += " OWNED BY " + quote_qualified(*column->parent) + "." + quote_identifier(column->text);
  return sql;
}

std::string drop(const Entry& entry) { return "DROP SEQUENCE " + quoted_owner(entry.id); }

constexpr CatalogQuery queries[] = {{"sequences.sql", "reads sequences", sequences_sql, 1, read_sequence_row}};
constexpr StatementSpelling statements[] = {{T_CreateSeqStmt, read_create_sequence}, {T_AlterSeqStmt, read_alter_sequence}};

}  // namespace

extern const Spelling sequence_spelling{Sequence::kind, "sequences", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
