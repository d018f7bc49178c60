#include <algorithm>
#include <array>

#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/scalars.h"
#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {
namespace {

/// Words that Prisma refuses as names of models and enums: those that its generated client cannot bear.
constexpr std::array<std::string_view, 48> reserved_names = {
    "async",   "await",      "break",  "case",   "catch",      "class",     "const", "continue",    "debugger", "default",
    "delete",  "do",         "else",   "enum",   "export",     "extends",   "false", "finally",     "for",      "function",
    "if",      "implements", "import", "in",     "instanceof", "interface", "let",   "new",         "null",     "package",
    "private", "protected",  "public", "return", "super",      "switch",    "this",  "throw",       "true",     "try",
    "typeof",  "using",      "var",    "void",   "while",      "with",      "yield", "PrismaClient"};

class Declarer {
 public:
  explicit Declarer(Schema& schema) : schema_(schema) {}

  void declare(Block& block) {
    switch (block.kind) {
      case Block::Kind::model:
      case Block::Kind::view:
        return declare_model(block);
      case Block::Kind::enumeration:
        return declare_enum(block);
      case Block::Kind::type:
        schema_.problems.add(block.name_span, "composite types are for MongoDB: PostgreSQL has none in Prisma",
                             "use a Json field, or a model of its own");
        break;
      case Block::Kind::datasource:
      case Block::Kind::generator:
        refuse_scalar_name(block, "any other name will do, as in db");
        break;
    }
  }

 private:
  void declare_model(Block& block) {
    if (block.kind == Block::Kind::view && !schema_.preview.views && schema_.is_read_whole(Block::Kind::generator))
      schema_.problems.add(block.name_span, "views need the preview feature \"views\"",
                           "previewFeatures = [\"views\"] in the generator");
    Model& model = schema_.models.emplace_back();
    model.block = &block;
    model.number = schema_.models.size() - 1;
    model.first_field = schema_.field_count;
    schema_.field_count += block.fields.size();
    model.duplicate = !check_name(block);
    model.database_name = mapped_name(find_attribute(block.attributes, "map"), block.name);
    model.schema = read_schema_name(block);
    const auto* map = find_attribute(block.attributes, "map");
    model.stated_at = map ? map->span : block.name_span;
    model.fields_are_known = model.keys_are_known = !block.has_unread_lines();
    model.ignored = find_attribute(block.attributes, "ignore") != nullptr;
    if (!model.duplicate) schema_.models_by_name.emplace(block.name, &model);
  }

  void declare_enum(Block& block) {
    EnumType& type = schema_.enums.emplace_back();
    type.block = &block;
    type.database_name = mapped_name(find_attribute(block.attributes, "map"), block.name);
    type.schema = read_schema_name(block);
    const auto* map = find_attribute(block.attributes, "map");
    type.stated_at = map ? map->span : block.name_span;
    if (check_name(block)) schema_.enums_by_name.emplace(block.name, &type);
    check_values(block);
  }

  void check_values(const Block& block) {
    if (block.values.empty() && !block.has_unread_lines())
      schema_.problems.add(block.name_span, fmt::format("enum {} has no values", block.name));
    std::unordered_map<std::string_view, const EnumLine*> seen;
    for (const auto& value : block.values) {
      const auto [first, is_new] = seen.emplace(value.name, &value);
      if (!is_new)
        schema_.problems.add(value.name_span, fmt::format("value \"{}\" stands twice in enum {}", value.name, block.name),
                             fmt::format("first at {}", first->second->name_span.at().text()));
    }
  }

  /// False where the name is taken.
  bool check_name(const Block& block) {
    const auto [other, is_new] = names_.emplace(block.name, &block);
    if (!is_new) {
      schema_.problems.add(block.name_span,
                           fmt::format("{} \"{}\": the name is taken by the {} at {}", keyword_of(block.kind), block.name,
                                       keyword_of(other->second->kind), other->second->name_span.at().text()));
      return false;
    }
    refuse_scalar_name(block, map_hint(block));
    if (std::find(reserved_names.begin(), reserved_names.end(), block.name) != reserved_names.end())
      schema_.problems.add(block.name_span, fmt::format("\"{}\" is a reserved name", block.name), map_hint(block));
    return true;
  }

  void refuse_scalar_name(const Block& block, std::string hint) {
    if (find_scalar(block.name))
      schema_.problems.add(block.name_span, fmt::format("\"{}\" is the name of a scalar type", block.name), std::move(hint));
  }

  static std::string map_hint(const Block& block) {
    return fmt::format("give it another name, and @@map(\"{}\") for the database", block.name);
  }

  std::string_view read_schema_name(const Block& block) {
    const auto* attribute = find_attribute(block.attributes, "schema");
    const auto& known = schema_.datasource.schemas;
    if (!attribute) {
      if (schema_.has_schemas() && !block.has_unread_lines())
        schema_.problems.add(block.name_span,
                             fmt::format("{} {} does not say in which schema it is", keyword_of(block.kind), block.name),
                             fmt::format("@@schema(\"{}\")", known.front()));
      return schema_.default_schema;
    }
    const Value* given = attribute->argument("map");
    if (!given || !given->is(Value::Kind::string)) return schema_.default_schema;
    if (std::find(known.begin(), known.end(), given->text) == known.end() && schema_.is_read_whole(Block::Kind::datasource)) {
      std::string hint = suggest(given->text, known);
      if (hint.empty()) hint = fmt::format("add it to schemas = [\"{}\"] in the datasource", given->text);
      schema_.problems.add(given->span, fmt::format("schema \"{}\" is not listed in the datasource", given->text),
                           std::move(hint));
    }
    return given->text;
  }

  Schema& schema_;
  std::unordered_map<std::string_view, const Block*> names_;  // models, views, enums and types share their names
};

}  // namespace

void declare_names(Schema& schema) {
  Declarer declarer(schema);
  for (auto& block : schema.tree.blocks) declarer.declare(block);
}

}  // namespace pgplumb::prisma
