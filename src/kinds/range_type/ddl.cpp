#include "kinds/range_type/ddl.h"

#include <pgplumb/sql/identifier.h>

#include <map>

#include "kinds/enum/ddl.h"

namespace pgplumb {

std::string usual_multirange(std::string_view range) {
  constexpr std::string_view behind = "_multirange";
  const auto word = range.find("range");
  std::string name(word == range.npos ? truncate_identifier(range, max_identifier_bytes - behind.size()) : range.substr(0, word));
  name += word == range.npos ? behind : std::string("multi").append(range.substr(word));
  return std::string(truncate_identifier(name));
}

namespace {

void name_multirange(Session& session, const Symbol* range, const Symbol* schema, std::string_view name) {
  require_free_type_name(session, schema, name);
  const Symbol* multirange = session.draft().give_second_name(range, schema, name);
  edit<RangeType>(session, range, [&](RangeType& made) { made.multirange = {multirange}; });
}

}  // namespace

bool read_create_range_type(Session& session, const Node* node) {
  const auto* statement = as<CreateRangeStmt>(node);
  const auto [schema_name, name] = qualified_name(statement->typeName);
  const Symbol* schema = session.creation_schema(schema_name);
  require_free_type_name(session, schema, name);
  RangeType range;
  QualifiedName multirange;
  std::map<std::string, std::string> options;
  for (const Node* option : nodes_of(statement->params)) {
    const auto* given = as<DefElem>(option);
    const auto* value = as<TypeName>(given->arg);
    const std::string_view what = view_of(given->defname);
    if (what == "subtype" && value)
      range.subtype = read_column_type(session, value);
    else if (what == "multirange_type_name" && value)
      multirange = qualified_name(value->names);
    else if (value)
      options[given->defname] = qualified_name(value->names).name;
  }
  std::string text;
  for (const auto& [what, value] : options) text += (text.empty() ? "" : ", ") + what + " = " + value;
  range.options = text;
  const Symbol* made = session.draft().declare(Namespace::type, schema, name, std::move(range), session.at());
  if (multirange.name.empty())
    name_multirange(session, made, schema, usual_multirange(name));
  else
    name_multirange(session, made, session.creation_schema(multirange.schema), multirange.name);
  return true;
}

}  // namespace pgplumb
