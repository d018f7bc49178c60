#include "sources/prisma/check/key_options.h"

#include "sources/prisma/check/suggest.h"
#include "sources/prisma/index_methods.h"

namespace pgplumb::prisma {
namespace {

/// `raw("gin_trgm_ops")` or one of Prisma's own words.
std::string_view read_operator_class(Schema& schema, const Value& value) {
  if (value.is_call("raw") && value.arguments.size() == 1) return value.arguments[0].value.text;
  if (const auto* known = find_operator_class(value.text)) return known->postgres;
  std::vector<std::string> names;
  for (const auto& known : operator_classes()) names.push_back(known.name);
  std::string hint = suggest(value.text, names);
  if (hint.empty()) hint = fmt::format("one that Prisma does not know is written raw(\"{}\")", value.text);
  schema.problems.add(value.span, fmt::format("unknown operator class {}", value.span.text()), std::move(hint));
  return {};
}

}  // namespace

void read_key_options(Schema& schema, const Key& key, KeyField& field, const Value& element) {
  for (const auto& option : element.arguments) {
    if (option.name == "sort")
      field.descending = read_sort(schema, &option.value, key.form);
    else if (option.name == "ops" && key.form == Key::Form::index)
      field.operator_class = read_operator_class(schema, option.value);
    else if (option.name == "ops")
      schema.problems.add(option.span, "operator classes are for @@index");
    else if (option.name == "length")
      schema.problems.add(option.span, "\"length\" is for MySQL");
    else
      schema.not_compared.push_back({"option of an indexed field", fmt::format("Prisma knows no option \"{}\"", option.name),
                                     option.span.at(), 1, std::string(field.field->model->database_name)});
  }
}

bool read_sort(Schema& schema, const Value* value, Key::Form form) {
  if (!value) return false;
  if (form == Key::Form::id)
    schema.problems.add(value->span, "a primary key has no sort order in PostgreSQL");
  else if (value->text != "Asc" && value->text != "Desc")
    schema.problems.add(value->span, fmt::format("unknown sort order {}", value->span.text()), "it is Asc or Desc");
  return value->text == "Desc";
}

void read_index_method(Schema& schema, Key& key) {
  const Value* type = key.attribute->argument("type");
  if (!type) return;
  if (const auto method = find_index_method(type->text)) {
    key.method = *method;
    return;
  }
  std::string hint = suggest(type->text, index_method_names());
  if (hint.empty()) hint = fmt::format("there are {}", join_names(index_method_names()));
  schema.problems.add(type->span, fmt::format("unknown index type {}", type->span.text()), std::move(hint));
}

void refuse_foreign_arguments(Schema& schema, const Attribute& attribute) {
  if (const auto* value = attribute.argument("length")) schema.problems.add(value->span, "\"length\" is for MySQL");
  if (const auto* value = attribute.argument("clustered")) schema.problems.add(value->span, "\"clustered\" is for SQL Server");
}

}  // namespace pgplumb::prisma
