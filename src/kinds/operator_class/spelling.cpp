#include "kinds/spelling.h"

#include "kinds/operator_class/ddl.h"
#include "kinds/operator_class/made_operator_classes.sql.h"
#include "kinds/operator_class/operator_families.sql.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

/// `"app"."name" USING "btree"`
std::string name_and_method(const ObjectId& id) {
  constexpr std::string_view before_method = " USING ";
  const auto at = id.name.rfind(before_method);
  return quoted_owner({id.space, id.schema, id.name.substr(0, at), {}}) + std::string(before_method) +
         quote_identifier(id.name.substr(at + before_method.size()));
}

/// What has members is written with the arguments of its functions, which its fields do not have.
std::string create(const Entry& entry) { return entry.notes->written.str(); }

std::string drop_class(const Entry& entry) { return "DROP OPERATOR CLASS " + name_and_method(entry.id); }
std::string drop_family(const Entry& entry) { return "DROP OPERATOR FAMILY " + name_and_method(entry.id); }

constexpr CatalogQuery family_queries[] = {
    {"operator_families.sql", "reads operator families", operator_families_sql, 1, read_stated_row<OperatorFamily>}};
constexpr CatalogQuery class_queries[] = {
    {"made_operator_classes.sql", "reads operator classes", made_operator_classes_sql, 1, read_stated_row<OperatorClass>}};

constexpr StatementSpelling family_statements[] = {{T_CreateOpFamilyStmt, read_create_operator_family},
                                                   {T_AlterOpFamilyStmt, read_alter_operator_family}};
constexpr StatementSpelling class_statements[] = {{T_CreateOpClassStmt, read_create_operator_class}};

}  // namespace

extern const Spelling operator_family_spelling{
    OperatorFamily::kind, "operator families", family_statements, {}, {}, family_queries, create, drop_family};
extern const Spelling operator_class_spelling{
    OperatorClass::kind, "operator classes", class_statements, {}, {}, class_queries, create, drop_class};

}  // namespace pgplumb
