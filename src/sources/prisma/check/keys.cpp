#include <algorithm>
#include <array>
#include <set>

#include "sources/prisma/check/arguments.h"
#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/relation_fields.h"
#include "sources/prisma/check/suggest.h"
#include "sources/prisma/constraint_names.h"
#include "sources/prisma/index_methods.h"

namespace pgplumb::prisma {
namespace {

constexpr std::array<std::string_view, 3> form_names = {"id", "unique", "index"};
constexpr std::array<std::string_view, 3> suffixes = {"_pkey", "_key", "_idx"};

template <class Array>
std::string_view of(const Array& array, Key::Form form) {
  return array[static_cast<std::size_t>(form)];
}

class KeyReader {
 public:
  KeyReader(Schema& schema, Model& model) : schema_(schema), model_(model) {}

  void run() {
    for (const auto& field : model_.fields) {
      if (const auto* attribute = field.attribute("id")) read_on_field(field, *attribute, Key::Form::id);
      if (const auto* attribute = field.attribute("unique")) read_on_field(field, *attribute, Key::Form::unique);
    }
    for (const auto& attribute : model_.block->attributes) {
      if (attribute.name == "id") read_on_model(attribute, Key::Form::id);
      if (attribute.name == "unique") read_on_model(attribute, Key::Form::unique);
      if (attribute.name == "index") read_on_model(attribute, Key::Form::index);
      if (attribute.name == "fulltext")
        note(attribute.span, "@@fulltext is for MySQL", "@@index([…], type: Gin), or @@index([…])");
    }
    check_has_criterion();
  }

 private:
  void note(Span where, std::string message, std::string hint = {}) {
    schema_.problems.add(where, std::move(message), std::move(hint));
    noted_ = true;
  }

  void read_on_field(const Field& field, const Attribute& attribute, Key::Form form) {
    if (field.kind == Field::Kind::unknown) return;
    if (field.is_relation()) return note_relation_field(attribute, field, form);
    if (form == Key::Form::id && !field.is_required())
      note(attribute.span, "the id must be required", fmt::format("{} {}", field.name(), field.line->type.name));
    Key key{form, &attribute, {{&field}}};
    key.fields[0].descending = read_sort(attribute.argument("sort"), form);
    refuse_foreign_arguments(attribute);
    add(std::move(key));
  }

  void read_on_model(const Attribute& attribute, Key::Form form) {
    const Value* fields = attribute.argument("fields");
    if (!fields) return;
    if (fields->is(Value::Kind::list) && fields->items.empty()) return note(fields->span, "the list of fields is empty");
    Key key{form, &attribute};
    bool complete = true;
    for (const Value* element : elements_of(*fields)) complete &= read_key_field(key, *element);
    refuse_foreign_arguments(attribute);
    check_repeated_fields(key);
    if (form == Key::Form::index) read_method(key);
    check_client_name(key);
    if (complete) add(std::move(key));
  }

  bool read_key_field(Key& key, const Value& element) {
    if (!element.is(Value::Kind::constant) && !element.is(Value::Kind::call)) {
      note(element.span, fmt::format("expected the name of a field, found {}", element.span.text()));
      return false;
    }
    const Field* field = model_.find_field(element.text);
    if (!field) return note_unknown_field(element);
    if (field->kind == Field::Kind::unknown) return false;
    if (field->is_relation()) {
      note_relation_field(*key.attribute, *field, key.form, element.span);
      return false;
    }
    if (key.form == Key::Form::id && !field->is_required())
      note(element.span, fmt::format("field \"{}\" of the id must be required", field->name()));
    KeyField key_field{field};
    read_options(key, key_field, element);
    key.fields.push_back(std::move(key_field));
    return true;
  }

  bool note_unknown_field(const Value& element) {
    if (model_.block->unread_lines) return false;
    std::vector<std::string_view> known;
    for (const auto& field : model_.fields) known.push_back(field.name());
    std::string hint = suggest(element.text, known);
    for (const auto& field : model_.fields)
      if (field.database_name == element.text) hint = fmt::format("the field is called {} here", field.name());
    note(element.span, fmt::format("model {} has no field \"{}\"", model_.name(), element.text), std::move(hint));
    return false;
  }

  void note_relation_field(const Attribute& attribute, const Field& field, Key::Form form, Span where = {}) {
    const auto scalars = foreign_key_names(field);
    const std::string what = attribute.of_block ? fmt::format("@@{}([{}])", of(form_names, form), join_names(scalars, ", "))
                                                : fmt::format("put it on {}", join_names(scalars));
    note(where.file ? where : attribute.span, fmt::format("\"{}\" is a relation field, which is no column", field.name()),
         scalars.empty() ? "" : what);
  }

  void read_options(Key& key, KeyField& field, const Value& element) {
    for (const auto& option : element.arguments) {
      if (option.name == "sort") {
        field.descending = read_sort(&option.value, key.form);
      } else if (option.name == "ops") {
        if (key.form != Key::Form::index)
          note(option.span, "operator classes are for @@index");
        else
          field.operator_class = read_operator_class(option.value);
      } else if (option.name == "length") {
        note(option.span, "\"length\" is for MySQL");
      } else {
        note(option.span, fmt::format("a field of an index has no option \"{}\"", option.name), "it has sort and ops");
      }
    }
  }

  bool read_sort(const Value* value, Key::Form form) {
    if (!value) return false;
    if (form == Key::Form::id)
      note(value->span, "a primary key has no sort order in PostgreSQL");
    else if (value->text != "Asc" && value->text != "Desc")
      note(value->span, fmt::format("unknown sort order {}", value->span.text()), "it is Asc or Desc");
    return value->text == "Desc";
  }

  /// `raw("gin_trgm_ops")` or one of Prisma's own words.
  std::string read_operator_class(const Value& value) {
    if (value.is_call("raw") && value.arguments.size() == 1) return value.arguments[0].value.text;
    if (const auto* known = find_operator_class(value.text)) return known->postgres;
    std::vector<std::string> names;
    for (const auto& known : operator_classes()) names.push_back(known.name);
    std::string hint = suggest(value.text, names);
    if (hint.empty()) hint = fmt::format("one that Prisma does not know is written raw(\"{}\")", value.text);
    note(value.span, fmt::format("unknown operator class {}", value.span.text()), std::move(hint));
    return {};
  }

  /// Arguments that other databases have.
  void refuse_foreign_arguments(const Attribute& attribute) {
    if (const auto* value = attribute.argument("length")) note(value->span, "\"length\" is for MySQL");
    if (const auto* value = attribute.argument("clustered")) note(value->span, "\"clustered\" is for SQL Server");
  }

  void check_repeated_fields(const Key& key) {
    std::set<const Field*> seen;
    for (const auto& field : key.fields)
      if (!seen.insert(field.field).second)
        note(key.attribute->span, fmt::format("field \"{}\" stands twice in {}", field.field->name(), key.attribute->written()));
  }

  void read_method(Key& key) {
    const Value* type = key.attribute->argument("type");
    if (!type) return;
    if (const auto method = find_index_method(type->text)) {
      key.method = *method;
      return;
    }
    std::string hint = suggest(type->text, index_method_names());
    if (hint.empty()) hint = fmt::format("there are {}", join_names(index_method_names()));
    note(type->span, fmt::format("unknown index type {}", type->span.text()), std::move(hint));
  }

  /// `name:` of @@id and @@unique is a word of the client's, and must be one.
  void check_client_name(const Key& key) {
    if (key.form == Key::Form::index) return;
    const auto name = read_name(schema_, *key.attribute, "name");
    if (!name) return;
    const Span where = key.attribute->argument("name")->span;
    const auto is_plain = [](unsigned char c) { return c < 0x80 && (std::isalnum(c) || c == '_'); };
    if (!std::all_of(name->begin(), name->end(), is_plain))
      note(where, fmt::format("\"{}\" is no name for the client", *name),
           "letters, digits and _; the name in the database is map:");
    else if (model_.find_field(*name))
      note(where, fmt::format("\"{}\" is the name of a field already", *name));
    else if (!client_names_.insert(*name).second)
      note(where, fmt::format("\"{}\" names two keys of model {}", *name, model_.name()));
  }

  void add(Key key) {
    key.stated_at = place_of_name(*key.attribute);
    name(key);
    key.where = key.attribute->argument("where");
    if (key.where && !schema_.preview.partial_indexes)
      note(key.where->span, "partial indexes need the preview feature \"partialIndexes\"",
           "previewFeatures = [\"partialIndexes\"] in the generator");
    if (model_.is_view() && key.form != Key::Form::unique)
      return note(key.attribute->span, key.form == Key::Form::id ? "a view has no primary key" : "a view has no indexes",
                  "@unique tells the client what identifies a row");
    if (key.form == Key::Form::unique)
      model_.uniques.push_back(std::move(key));
    else if (key.form == Key::Form::index)
      model_.indexes.push_back(std::move(key));
    else if (model_.id)
      note(key.attribute->span, fmt::format("model {} has a second id", model_.name()),
           "a key of several fields is @@id([a, b])");
    else
      model_.id = std::move(key);
  }

  /// The name in the database. `name:` of an index is an old word for `map:`.
  void name(Key& key) {
    const Attribute& attribute = *key.attribute;
    auto given = read_name(schema_, attribute, "map");
    if (key.form == Key::Form::index && attribute.argument("name")) {
      if (attribute.argument("map")) note(attribute.span, "\"name\" of an index is an old word for \"map\"", "give only map");
      given = read_name(schema_, attribute, "name");
    }
    std::vector<std::string_view> columns;
    if (key.form != Key::Form::id)
      for (const auto& field : key.fields) columns.push_back(field.field->database_name);
    key.database_name = given ? *given : constraint_name(model_.database_name, columns, of(suffixes, key.form));
  }

  static bool identifies(const Key& key) {
    return std::all_of(key.fields.begin(), key.fields.end(),
                       [](const KeyField& f) { return f.field->is_required() && f.field->kind != Field::Kind::unsupported; });
  }

  /// The client needs something that tells rows apart.
  void check_has_criterion() {
    if (model_.is_view() || model_.ignored || model_.block->unread_lines || noted_) return;
    if (model_.id && identifies(*model_.id)) return;
    if (std::any_of(model_.uniques.begin(), model_.uniques.end(), identifies)) return;
    if (std::any_of(model_.fields.begin(), model_.fields.end(), [](const Field& f) { return f.kind == Field::Kind::unknown; }))
      return;
    const bool has_optional = model_.id || !model_.uniques.empty();
    note(model_.block->name_span, fmt::format("nothing identifies a row of model {}", model_.name()),
         has_optional ? "one of its keys must be of required fields only" : "add @id to a field, or @@id([a, b]), or @unique");
  }

  Schema& schema_;
  Model& model_;
  std::set<std::string> client_names_;
  bool noted_ = false;  // then what seems missing is perhaps what is wrong
};

}  // namespace

void read_keys(Schema& schema) {
  for (auto& model : schema.models)
    if (!model.duplicate) KeyReader(schema, model).run();
}

}  // namespace pgplumb::prisma
