#include <algorithm>
#include <array>
#include <set>

#include "sources/prisma/check/arguments.h"
#include "sources/prisma/check/key_options.h"
#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/predicates.h"
#include "sources/prisma/check/relation_fields.h"
#include "sources/prisma/check/suggest.h"
#include "sources/prisma/constraint_names.h"

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
      if (field.id) read_on_field(field, *field.id, Key::Form::id);
      if (field.unique) read_on_field(field, *field.unique, Key::Form::unique);
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
    model_.keys_are_known = false;  // what seems missing is perhaps what is wrong
  }

  void read_on_field(const Field& field, const Attribute& attribute, Key::Form form) {
    if (field.kind == Field::Kind::unknown) {
      model_.keys_are_known = false;
      return;
    }
    if (field.is_relation()) return note_relation_field(attribute, field, form);
    if (form == Key::Form::id && !field.is_required())
      note(attribute.span, "the id must be required", fmt::format("{} {}", field.name(), field.line->type.name));
    Key key{form, &attribute, {{&field}}};
    key.fields[0].descending = read_sort(schema_, attribute.argument("sort"), form);
    refuse_foreign_arguments(schema_, attribute);
    add(std::move(key));
  }

  void read_on_model(const Attribute& attribute, Key::Form form) {
    const Value* fields = attribute.argument("fields");
    if (!fields) return;
    if (fields->is(Value::Kind::list) && fields->arguments.empty()) return note(fields->span, "the list of fields is empty");
    Key key{form, &attribute};
    bool complete = true;
    for_each_element(*fields, [&](const Value& element) { complete &= read_key_field(key, element); });
    model_.keys_are_known &= complete;
    refuse_foreign_arguments(schema_, attribute);
    check_repeated_fields(key);
    if (form == Key::Form::index) read_index_method(schema_, key);
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
    read_key_options(schema_, key, key_field, element);
    key.fields.push_back(std::move(key_field));
    return true;
  }

  bool note_unknown_field(const Value& element) {
    if (model_.block->is_unread(element.text)) return false;
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

  void check_repeated_fields(const Key& key) {
    std::set<const Field*> seen;
    for (const auto& field : key.fields)
      if (!seen.insert(field.field).second)
        note(key.attribute->span, fmt::format("field \"{}\" stands twice in {}", field.field->name(), key.attribute->written()));
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
    if (key.where && !schema_.preview.partial_indexes && schema_.is_read_whole(Block::Kind::generator))
      note(key.where->span, "partial indexes need the preview feature \"partialIndexes\"",
           "previewFeatures = [\"partialIndexes\"] in the generator");
    if (key.where && !check_predicate(schema_, model_, *key.where)) key.where = nullptr;
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
    key.database_name = given ? std::string(*given) : constraint_name(model_.database_name, columns, of(suffixes, key.form));
  }

  static bool identifies(const Key& key) {
    return std::all_of(key.fields.begin(), key.fields.end(), [](const KeyField& f) {
      return f.field->arity() != Arity::optional && f.field->kind != Field::Kind::unsupported;
    });
  }

  /// The client needs something that tells rows apart.
  void check_has_criterion() {
    if (model_.is_view() || model_.ignored || model_.duplicate || !model_.keys_are_known || !model_.fields_are_known) return;
    if (model_.id && identifies(*model_.id)) return;
    if (std::any_of(model_.uniques.begin(), model_.uniques.end(), identifies)) return;
    const bool has_optional = model_.id || !model_.uniques.empty();
    schema_.problems.add(
        model_.block->name_span, fmt::format("nothing identifies a row of model {}", model_.name()),
        has_optional ? "one of its keys must be of required fields only" : "add @id to a field, or @@id([a, b]), or @unique");
  }

  Schema& schema_;
  Model& model_;
  std::set<std::string_view> client_names_;
};

}  // namespace

void read_keys(Schema& schema) {
  for (auto& model : schema.models) KeyReader(schema, model).run();
}

}  // namespace pgplumb::prisma
