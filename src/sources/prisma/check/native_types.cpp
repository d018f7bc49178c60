#include "sources/prisma/native_types.h"

#include <charconv>

#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/scalars.h"
#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {
namespace {

using Takes = NativeType::Takes;

constexpr int most_digits = 1000;  // NUMERIC_MAX_PRECISION
constexpr int most_fraction = 6;   // MAX_TIMESTAMP_PRECISION

std::string_view explain(Takes takes) {
  switch (takes) {
    case Takes::nothing:
      return "takes no argument";
    case Takes::length:
      return "takes one length";
    case Takes::positive_length:
      return "takes one length of 1 or more";
    case Takes::precision:
      return "takes one number of digits after the second, 0 to 6";
    case Takes::precision_and_scale:
      return "takes two numbers: digits in all, 1 to 1000, and digits behind the point";
  }
  return "";
}

/// The arguments as numbers; false where one is none.
bool read_numbers(const Attribute& attribute, std::vector<int>& numbers) {
  for (const auto& argument : attribute.arguments) {
    const std::string_view text = argument.value.text;
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (!argument.value.is(Value::Kind::number) || failure != std::errc() || end != text.data() + text.size() || number < 0)
      return false;
    numbers.push_back(number);
  }
  return true;
}

bool fits(Takes takes, const std::vector<int>& numbers) {
  if (numbers.empty()) return true;
  switch (takes) {
    case Takes::nothing:
      return false;
    case Takes::length:
      return numbers.size() == 1;
    case Takes::positive_length:
      return numbers.size() == 1 && numbers[0] > 0;
    case Takes::precision:
      return numbers.size() == 1 && numbers[0] <= most_fraction;
    case Takes::precision_and_scale:
      return numbers.size() == 2 && numbers[0] > 0 && numbers[0] <= most_digits && numbers[1] <= numbers[0];
  }
  return false;
}

/// What stands in the type's parentheses.
std::string modifiers_of(const NativeType& type, const std::vector<int>& numbers) {
  std::string modifiers;
  for (const int number : numbers) modifiers += (modifiers.empty() ? "" : ",") + std::to_string(number);
  return numbers.empty() ? std::string(type.bare_modifiers) : modifiers;
}

void note_unknown(Schema& schema, const Field& field, const Attribute& attribute, std::string_view name) {
  std::vector<std::string_view> known;
  for (const auto& type : native_types())
    if (field.kind != Field::Kind::scalar || type.scalar == field.scalar) known.push_back(type.name);
  std::string hint = suggest(name, known, "@" + schema.datasource_name + ".");
  if (hint.empty()) hint = fmt::format("for {} there are {}", field.line->type.name, join_names(known));
  schema.problems.add(attribute.span, fmt::format("unknown native type \"{}\"", name), std::move(hint));
}

void check_native_type(Schema& schema, Field& field, const Attribute& attribute, std::string_view name) {
  const NativeType* type = find_native_type(name);
  if (!type) return note_unknown(schema, field, attribute, name);
  if (type->scalar != field.scalar) {
    schema.problems.add(attribute.span, fmt::format("{} is a type for {}, not for {}", attribute.written(), name_of(type->scalar),
                                                    name_of(field.scalar)));
    return;
  }
  std::vector<int> numbers;
  if (!read_numbers(attribute, numbers) || !fits(type->takes, numbers)) {
    schema.problems.add(attribute.span, fmt::format("{} {}", attribute.written(), explain(type->takes)));
    return;
  }
  field.native = type;
  field.native_modifiers = modifiers_of(*type, numbers);
}

}  // namespace

void check_native_types(Schema& schema) {
  schema.second_thread->for_each_in_halves(schema.models, [&](Model& model) {
    for (auto& field : model.fields)
      for (const auto& attribute : field.line->attributes) {
        const auto point = attribute.name.find('.');
        if (point == std::string_view::npos || field.kind == Field::Kind::unknown) continue;
        if (schema.datasource_name.empty() && schema.tree.is_whole) continue;  // said with the attribute
        if (field.kind != Field::Kind::scalar)
          schema.problems.add(attribute.span, "native types are for fields of a scalar type");
        else
          check_native_type(schema, field, attribute, attribute.name.substr(point + 1));
      }
  });
}

}  // namespace pgplumb::prisma
