#include "sources/prisma/index_methods.h"

#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/suggest.h"
#include "sources/prisma/native_types.h"

namespace pgplumb::prisma {
namespace {

std::string_view postgres_type(const Field& field) {
  if (field.kind != Field::Kind::scalar) return {};
  return field.native ? field.native->postgres : type_of(field.scalar).postgres;
}

bool is_within(std::string_view blank_separated, std::string_view word) {
  return blank_separated.find(fmt::format(" {} ", word)) != std::string_view::npos;
}

void check_xml(Schema& schema, const Key& key, const Field& field) {
  if (postgres_type(field) == "xml" && key.form != Key::Form::id)
    schema.problems.add(key.attribute->span,
                        fmt::format("field \"{}\" is xml, which has no order and no equality", field.name()));
}

/// The operator class as Prisma calls it, where `ops` names it so.
const OperatorClass* named_class(const Key& key, const Field& field) {
  const Value* fields = key.attribute->argument("fields");
  if (!fields) return nullptr;
  for (const auto& element : items_of(*fields))
    if (element.text == field.name())
      for (const auto& option : element.arguments)
        if (option.name == "ops") return find_operator_class(option.value.text);
  return nullptr;
}

void check_operator_class(Schema& schema, const Key& key, const Field& field, const OperatorClass& named) {
  const auto type = postgres_type(field);
  if (!is_within(named.methods, key.method))
    schema.problems.add(key.attribute->span, fmt::format("{} indexes have no operator class {}", key.method, named.name),
                        fmt::format("it belongs to {}", named.methods.substr(1, named.methods.size() - 2)));
  else if (!is_within(named.types, type) && !(field.is_list() && is_within(named.types, "[]")))
    schema.problems.add(key.attribute->span,
                        fmt::format("operator class {} is not for the type of field \"{}\"", named.name, field.name()));
}

void check_method(Schema& schema, const Key& key, const KeyField& key_field) {
  const Field& field = *key_field.field;
  if (key.method == "hash" && key_field.descending)
    schema.problems.add(key.attribute->span, "a hash index has no order", "remove \"sort\", or the type");
  if (const auto* named = named_class(key, field)) return check_operator_class(schema, key, field, *named);
  if (!key_field.operator_class.empty() || field.kind == Field::Kind::unsupported) return;
  // Prisma takes a String without native type for GiST, though PostgreSQL has no default class for it; we refuse no more than
  // Prisma does.
  if (key.method == "gist" && field.kind == Field::Kind::scalar && field.scalar == Scalar::String && !field.native) return;
  if (!has_default_class(key.method, postgres_type(field), field.is_list()))
    schema.problems.add(key.attribute->span,
                        fmt::format("{} indexes do not take the type of field \"{}\"", key.method, field.name()),
                        fmt::format("name an operator class: {}(ops: raw(\"…\"))", field.name()));
}

}  // namespace

void check_index_methods(Schema& schema) {
  for (const auto& model : schema.models) {
    for (const auto& key : model.uniques)
      for (const auto& field : key.fields) check_xml(schema, key, *field.field);
    for (const auto& key : model.indexes)
      for (const auto& field : key.fields) {
        check_xml(schema, key, *field.field);
        check_method(schema, key, field);
      }
  }
}

}  // namespace pgplumb::prisma
