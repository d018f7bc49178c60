#include "kinds/routine/percent_type.h"

#include "kinds/ddl.h"

namespace pgplumb {

std::optional<DataType> percent_type(Session& session, const ::TypeName* type) {
  const auto names = texts_of(type->names);
  if (names.size() < 2) fail(sqlstate::syntax_error, "improper %TYPE reference");
  const std::string_view schema = names.size() > 2 ? names[names.size() - 3] : std::string_view();
  const Symbol* table = session.relation_to_refer_to(schema, names[names.size() - 2]);
  const Symbol* column = table ? session.column_to_alter(const_cast<Symbol*>(table), names.back()) : nullptr;
  if (!column || !session.is_known(column)) return std::nullopt;
  return session.draft().object<Column>(column)->type;
}

}  // namespace pgplumb
