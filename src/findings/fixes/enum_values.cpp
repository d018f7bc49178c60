#include "findings/fixes/enum_values.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <vector>

#include "findings/fixes/replace.h"
#include "kinds/spelling.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::vector<const Entry*> in_order(const Catalog& catalog, const Entry& type) {
  std::vector<const Entry*> values;
  for (const Entry& value : catalog.members(type)) values.push_back(&value);
  std::sort(values.begin(), values.end(), [](const Entry* a, const Entry* b) {
    return std::get<EnumValue>(a->object).position < std::get<EnumValue>(b->object).position;
  });
  return values;
}

}  // namespace

std::string create_enum_sql(const Catalog& catalog, const Entry& type) {
  std::string list;
  for (const Entry* value : in_order(catalog, type)) list += (list.empty() ? "" : ", ") + quote_literal(value->id.member);
  return "CREATE TYPE " + quoted_owner(type.id) + " AS ENUM (" + list + ")";
}

std::string add_enum_value_sql(const Case& one, const Catalog& catalog, const Entry& value) {
  const Entry there = as_there(one, value);
  const std::string add = spelling_of(EnumValue::kind).create_sql(there);
  const Entry* type = catalog.find({Namespace::type, value.id.schema, value.id.name, {}});
  if (!type) return add;
  const auto values = in_order(catalog, *type);
  const auto own = std::find_if(values.begin(), values.end(), [&](const Entry* other) { return other->id == value.id; });
  const Catalog& actual = one.source(one.actual()).catalog;
  const auto next = std::find_if(own, values.end(), [&](const Entry* other) {
    return actual.find({Namespace::enum_value, there.id.schema, there.id.name, other->id.member});
  });
  return next == values.end() ? add : add + " BEFORE " + quote_literal((*next)->id.member);
}

}  // namespace pgplumb
