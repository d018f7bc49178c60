// What arguments hold: lists of names, texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// Calls `visit` for the elements of a list; a single value is a list of one, as Prisma takes it.
template <class Visit>
void for_each_element(const Value& value, const Visit& visit) {
  if (!value.is(Value::Kind::list)) return visit(value);
  for (const Value& item : items_of(value)) visit(item);
}

/// The name in `map:` (or another argument); notes one that is empty, no text, or longer than PostgreSQL keeps.
std::optional<std::string_view> read_name(Schema& schema, const Attribute& attribute, std::string_view argument);

/// The attribute, or its `map:` where it has one.
Span place_of_name(const Attribute& attribute);

/// "[a, b]" or "a"
std::string bracketed(const std::vector<std::string_view>& names);

}  // namespace pgplumb::prisma
