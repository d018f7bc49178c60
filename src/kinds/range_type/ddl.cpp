#include "kinds/range_type/ddl.h"

#include <map>

#include "kinds/enum/ddl.h"

namespace pgplumb {

bool read_create_range_type(Session& session, const Node* node) {
  const auto* statement = as<CreateRangeStmt>(node);
  const auto [schema_name, name] = qualified_name(statement->typeName);
  const Symbol* schema = session.creation_schema(schema_name);
  require_free_type_name(session, schema, name);
  RangeType range;
  std::map<std::string, std::string> options;
  for (const Node* option : nodes_of(statement->params)) {
    const auto* given = as<DefElem>(option);
    const auto* value = as<TypeName>(given->arg);
    const std::string_view what = view_of(given->defname);
    if (what == "subtype" && value)
      range.subtype = read_column_type(session, value);
    else if (what == "multirange_type_name")  // PostgreSQL 14 and later, which makes one by itself
      session.not_compared("multirange_type_name", "how the multiranges of a range type are called is not compared");
    else if (value)
      options[given->defname] = qualified_name(value->names).name;
  }
  std::string text;
  for (const auto& [what, value] : options) text += (text.empty() ? "" : ", ") + what + " = " + value;
  range.options = text;
  session.draft().declare(Namespace::type, schema, name, std::move(range), session.at());
  return true;
}

}  // namespace pgplumb
