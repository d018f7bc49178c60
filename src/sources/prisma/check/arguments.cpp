#include "sources/prisma/check/arguments.h"

#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {

std::optional<std::string_view> read_name(Schema& schema, const Attribute& attribute, std::string_view argument) {
  const Value* value = attribute.argument(argument);
  if (!value) return std::nullopt;
  if (!value->is(Value::Kind::string)) {
    schema.problems.add(value->span, fmt::format("argument \"{}\" takes text in quotes", argument),
                        fmt::format("{}: \"{}\"", argument, value->span.text()));
    return std::nullopt;
  }
  if (value->text.empty()) {
    schema.problems.add(value->span, fmt::format("argument \"{}\" is empty", argument));
    return std::nullopt;
  }
  if (argument == "map" && value->text.size() > max_identifier_bytes)
    schema.problems.add(value->span,
                        fmt::format("the name has {} bytes, PostgreSQL keeps {}", value->text.size(), max_identifier_bytes),
                        "shorten it");
  return value->text;
}

Span place_of_name(const Attribute& attribute) {
  const Value* map = attribute.argument("map");
  return map ? map->span : attribute.span;
}

std::string bracketed(const std::vector<std::string_view>& names) {
  return names.size() == 1 ? std::string(names[0]) : fmt::format("[{}]", join_names(names, ", "));
}

}  // namespace pgplumb::prisma
