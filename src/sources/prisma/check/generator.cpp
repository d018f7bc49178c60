#include "sources/prisma/check/generator.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pgplumb::prisma {
namespace {

/// The properties whose values Prisma looks at; a generator of one's own may have others.
struct TextProperty {
  std::string_view name;
  bool takes_env;
  bool takes_list;
};
constexpr std::array<TextProperty, 5> text_properties{{{"provider", true, false},
                                                       {"output", true, false},
                                                       {"engineType", false, false},
                                                       {"binaryTargets", true, true},
                                                       {"previewFeatures", false, true}}};

bool is_text(const Value& value, const TextProperty& property) {
  return value.is(Value::Kind::string) || (property.takes_env && value.is_call("env"));
}

void check_text(Schema& schema, const Value& value, const TextProperty& property) {
  if (is_text(value, property)) return;
  if (!property.takes_list || !value.is(Value::Kind::list))
    return schema.problems.add(value.span, fmt::format("{} is text in quotes", property.name));
  for (const auto& item : items_of(value))
    if (!is_text(item, property))
      schema.problems.add(item.span, fmt::format("{} are text in quotes", property.name),
                          fmt::format("\"{}\"", item.span.text()));
}

bool has_feature(const Value& features, std::string_view name) {
  return features.text == name || std::ranges::any_of(items_of(features), [&](const Value& item) { return item.text == name; });
}

}  // namespace

void read_generator(Schema& schema, const Block& block) {
  if (!block.property("provider") && !block.is_unread("provider"))
    schema.problems.add(block.name_span, fmt::format("generator {} has no provider", block.name), "provider = \"prisma-client\"");
  for (const auto& property : text_properties)
    if (const auto* given = block.property(property.name)) check_text(schema, given->value, property);
  const Property* features = block.property("previewFeatures");
  if (!features) return;
  schema.preview.views |= has_feature(features->value, "views");
  schema.preview.partial_indexes |= has_feature(features->value, "partialIndexes");
  schema.preview.extensions |= has_feature(features->value, "postgresqlExtensions");
}

}  // namespace pgplumb::prisma
