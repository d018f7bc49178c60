#include "kinds/spelling.h"

#include "kinds/sequence/ddl.h"
#include "kinds/sequence/rows.h"
#include "kinds/sequence/sequences.sql.h"
#include "kinds/sequence/write.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& sequence = std::get<Sequence>(entry.object);
  return "CREATE SEQUENCE " + quoted_owner(entry.id) + sequence_definition(sequence) +
         (sequence.owned_by ? owner_clause(sequence.owned_by) : "");
}

std::string drop(const Entry& entry) { return "DROP SEQUENCE " + quoted_owner(entry.id); }

constexpr CatalogQuery queries[] = {{"sequences.sql", "reads sequences", sequences_sql, 1, read_sequence_row}};
constexpr StatementSpelling statements[] = {{T_CreateSeqStmt, read_create_sequence}, {T_AlterSeqStmt, read_alter_sequence}};

}  // namespace

extern const Spelling sequence_spelling{Sequence::kind, "sequences", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
