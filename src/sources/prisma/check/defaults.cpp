#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/scalars.h"
#include "sources/prisma/check/suggest.h"
#include "sources/prisma/literals.h"

namespace pgplumb::prisma {
namespace {

/// A function that may stand in @default. `numbers` are the arguments it takes, none of them needed; `low` 0 for none at all.
struct Function {
  std::string_view name;
  std::array<Scalar, 2> scalars;
  int low = 0, high = 0;
};
constexpr std::array<Function, 6> functions{{{"autoincrement", {Scalar::Int, Scalar::BigInt}},
                                             {"now", {Scalar::DateTime, Scalar::DateTime}},
                                             {"uuid", {Scalar::String, Scalar::String}, 4, 7},
                                             {"cuid", {Scalar::String, Scalar::String}, 1, 2},
                                             {"nanoid", {Scalar::String, Scalar::String}, 2, 255},
                                             {"ulid", {Scalar::String, Scalar::String}}}};

bool is_whole(const Value& value) {
  std::int64_t number = 0;
  const auto [end, failure] = std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
  return value.is(Value::Kind::number) && failure == std::errc() && end == value.text.data() + value.text.size();
}

/// Whether the value can be written for the type, and how one is written.
struct Literal {
  bool (*takes)(const Value&);
  std::string_view example;
};
constexpr std::array<Literal, 9> literals{{
    {[](const Value& value) { return value.is(Value::Kind::string); }, "\"text\""},
    {[](const Value& value) { return value.is(Value::Kind::constant) && (value.text == "true" || value.text == "false"); },
     "true or false"},
    {is_whole, "0"},
    {is_whole, "0"},
    {[](const Value& value) { return value.is(Value::Kind::number); }, "1.5"},
    {[](const Value& value) {
       return value.is(Value::Kind::number) || (value.is(Value::Kind::string) && sql_decimal(value.text).has_value());
     },
     "9.99"},
    {[](const Value& value) { return value.is(Value::Kind::string) && sql_time(value.text).has_value(); },
     "now() or \"2020-01-31T00:00:00Z\""},
    {[](const Value& value) { return value.is(Value::Kind::string) && nlohmann::json::accept(value.text); }, "\"{}\""},
    {[](const Value& value) { return value.is(Value::Kind::string) && sql_bytes(value.text).has_value(); },
     "base64, as in \"aGVsbG8=\""},
}};

class DefaultCheck {
 public:
  DefaultCheck(Schema& schema, const Field& field, const Attribute& attribute)
      : schema_(schema), field_(field), attribute_(attribute) {}

  void run() {
    if (attribute_.argument("map")) note(attribute_.span, "a default has no name in PostgreSQL", "remove the argument \"map\"");
    const Value* value = attribute_.argument("value");
    if (!value || field_.kind == Field::Kind::unknown) return;
    if (field_.is_relation()) return note(attribute_.span, "a relation field has no default", "put it on the scalar field");
    if (value->is(Value::Kind::call)) return check_function(*value);
    if (field_.kind == Field::Kind::unsupported)
      return note(value->span, "a field of an unsupported type has dbgenerated() as default only",
                  "@default(dbgenerated(\"…\"))");
    if (field_.is_list() != value->is(Value::Kind::list)) return note_list(*value);
    if (!field_.is_list()) return check_literal(*value);
    for (const auto& item : items_of(*value)) check_literal(item);
  }

 private:
  void note(Span where, std::string message, std::string hint = {}) {
    schema_.problems.add(where, std::move(message), std::move(hint));
  }

  void note_list(const Value& value) {
    if (field_.is_list())
      note(value.span, "the default of a list is a list", fmt::format("@default([{}])", value.span.text()));
    else
      note(value.span, "the default of a single value cannot be a list");
  }

  void check_literal(const Value& value) {
    if (field_.kind == Field::Kind::enumeration) return check_enum_value(value);
    const auto& literal = literals[static_cast<std::size_t>(field_.scalar)];
    if (!literal.takes(value))
      note(value.span, fmt::format("{} is no default for {}", value.span.text(), name_of(field_.scalar)),
           fmt::format("write {}", literal.example));
  }

  void check_enum_value(const Value& value) {
    const Block& block = *field_.enumeration->block;
    if (value.is(Value::Kind::constant) && (field_.enumeration->find_value(value.text) || block.is_unread(value.text))) return;
    std::vector<std::string_view> names;
    for (const auto& line : block.values) names.push_back(line.name);
    for (const auto& line : block.values)
      if (mapped_name(find_attribute(line.attributes, "map"), line.name) == value.text)
        return note(value.span, fmt::format("{} is no value of enum {}", value.span.text(), block.name),
                    fmt::format("write {}", line.name));
    std::string hint = suggest(value.text, names);
    if (hint.empty() && !names.empty()) hint = fmt::format("its values are {}", join_names(names));
    note(value.span, fmt::format("{} is no value of enum {}", value.span.text(), block.name), std::move(hint));
  }

  void check_function(const Value& value) {
    if (value.text == "dbgenerated") return check_dbgenerated(value);
    const auto* function = std::find_if(functions.begin(), functions.end(), [&](auto& f) { return f.name == value.text; });
    if (function == functions.end()) return note_unknown_function(value);
    const bool fits = field_.kind == Field::Kind::scalar &&
                      std::find(function->scalars.begin(), function->scalars.end(), field_.scalar) != function->scalars.end();
    if (!fits) return note(value.span, fmt::format("{}() is no default for {}", value.text, field_.line->type.name));
    check_arguments(value, *function);
  }

  void check_arguments(const Value& value, const Function& function) {
    if (value.arguments.empty()) return;
    if (!function.low)
      return note(value.span, fmt::format("{}() takes no argument", function.name), fmt::format("{}()", function.name));
    int number = 0;
    const auto& given = value.arguments[0].value;
    std::from_chars(given.text.data(), given.text.data() + given.text.size(), number);
    const bool between = function.name == "uuid" ? number == 4 || number == 7 : number >= function.low && number <= function.high;
    if (value.arguments.size() > 1 || !is_whole(given) || !between)
      note(value.span, fmt::format("{}() takes nothing, or a number: {} {} {}", function.name, function.low,
                                   function.name == "nanoid" ? "to" : "or", function.high));
  }

  void check_dbgenerated(const Value& value) {
    if (value.arguments.empty()) return;
    const auto& given = value.arguments[0].value;
    if (value.arguments.size() > 1 || !given.is(Value::Kind::string) || given.text.empty())
      note(value.span, "dbgenerated() takes nothing, or one expression in quotes", "dbgenerated(\"gen_random_uuid()\")");
  }

  void note_unknown_function(const Value& value) {
    if (value.text == "auto") return note(value.span, "auto() is for MongoDB", "autoincrement(), uuid() or dbgenerated(\"…\")");
    if (value.text == "sequence") return note(value.span, "sequence() is for CockroachDB", "autoincrement()");
    std::vector<std::string_view> known{"dbgenerated"};
    for (const auto& function : functions) known.push_back(function.name);
    const std::string nearest = nearest_name(value.text, known);
    std::string hint = nearest.empty()
                           ? fmt::format("a function of the database goes into dbgenerated(\"{}\")", value.span.text())
                           : fmt::format("did you mean {}()?", nearest);
    note(value.span, fmt::format("unknown function {}()", value.text), std::move(hint));
  }

  Schema& schema_;
  const Field& field_;
  const Attribute& attribute_;
};

}  // namespace

void check_defaults(Schema& schema) {
  for (const auto& model : schema.models)
    for (const auto& field : model.fields)
      if (field.given_default) DefaultCheck(schema, field, *field.given_default).run();
}

}  // namespace pgplumb::prisma
