#include "kinds/spelling.h"

#include "kinds/column/columns.sql.h"
#include "kinds/column/ddl.h"
#include "kinds/column/definition.h"
#include "kinds/column/owned_sequences.sql.h"
#include "kinds/column/rows.h"
#include "kinds/column/storage.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  return alter_table(entry.id) + "ADD COLUMN " + column_definition(entry.id.member, std::get<Column>(entry.object));
}

std::string drop(const Entry& entry) { return alter_table(entry.id) + "DROP COLUMN " + quote_identifier(entry.id.member); }

constexpr CatalogQuery queries[] = {
    {"columns.sql", "reads columns", columns_sql, 2, read_column_row},
    {"owned_sequences.sql", "reads which sequences columns own", owned_sequences_sql, 1, read_owned_sequence_row}};

constexpr AlterTableSpelling clauses[] = {
    {AT_DropColumn, read_drop_column},
    {AT_AlterColumnType, read_alter_type},
    {AT_ColumnDefault, read_set_default},
    {AT_SetNotNull, read_set_not_null},
    {AT_DropNotNull, read_drop_not_null},
    {AT_AddIdentity, read_add_identity},
    {AT_SetIdentity, read_set_identity},
    {AT_DropIdentity, read_drop_identity},
    {AT_DropExpression, read_drop_expression},
    {AT_SetStorage, read_storage_clause},
    {AT_SetCompression, read_storage_clause},
    {AT_SetStatistics, read_storage_clause},
    {AT_SetOptions, read_storage_clause},
    {AT_ResetOptions, read_storage_clause},
    {AT_AlterColumnGenericOptions, read_foreign_column_options},
};

}  // namespace

extern const Spelling column_spelling{Column::kind, "columns", {}, clauses, {}, queries, create, drop};

}  // namespace pgplumb
