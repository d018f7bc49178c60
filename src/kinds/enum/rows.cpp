#include "kinds/enum/rows.h"

namespace pgplumb {

void read_enum_row(Introspection& read, const Row& row) {
  enum { oid, schema, name, value };
  Symbol*& type = read.types[row.oid(oid)];
  if (!type) type = read.draft.declare(Namespace::type, read.schemas.at(row.oid(schema)), row.text(name), Enum{}, {});
  if (row.is_null(value)) return;
  const auto position = static_cast<float>(read.draft.members(type).size());
  read.draft.declare(Namespace::enum_value, type, row.text(value), EnumValue{position}, {});
}

}  // namespace pgplumb
