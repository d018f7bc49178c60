#include "kinds/spelling.h"

#include "kinds/foreign_data_wrapper/ddl.h"
#include "kinds/foreign_data_wrapper/foreign_data_wrappers.sql.h"
#include "kinds/foreign_options.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& wrapper = std::get<ForeignDataWrapper>(entry.object);
  if (hides_a_value(wrapper.options)) return {};
  return "CREATE FOREIGN DATA WRAPPER " + quote_identifier(entry.id.name) + function_clause(" HANDLER ", wrapper.handler) +
         function_clause(" VALIDATOR ", wrapper.validator) + options_clause(wrapper.options);
}

std::string drop(const Entry& entry) { return "DROP FOREIGN DATA WRAPPER " + quote_identifier(entry.id.name); }

constexpr CatalogQuery queries[] = {{"foreign_data_wrappers.sql", "reads foreign-data wrappers", foreign_data_wrappers_sql, 0,
                                     read_stated_row<ForeignDataWrapper>}};

constexpr StatementSpelling statements[] = {{T_CreateFdwStmt, read_create_foreign_data_wrapper},
                                            {T_AlterFdwStmt, read_alter_foreign_data_wrapper}};

}  // namespace

extern const Spelling foreign_data_wrapper_spelling{
    ForeignDataWrapper::kind, "foreign-data wrappers", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
