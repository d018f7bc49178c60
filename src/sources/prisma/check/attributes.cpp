#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {
namespace {

enum class Place : unsigned char { field = 1, model = 2, enumeration = 4, value = 8 };

/// What an attribute takes. `unnamed` is the argument that may be given without its name; it must be given, named or not.
struct AttributeRule {
  std::string_view name;
  unsigned places;  // of Place
  std::string_view unnamed;
  std::array<std::string_view, 8> arguments{};
};

constexpr unsigned in(auto... places) { return (static_cast<unsigned>(places) | ...); }

// Arguments of other databases (length, clustered) are known, so that they are refused as what they are.
constexpr AttributeRule rules[] = {
    {"id", in(Place::field), "", {"map", "sort", "length", "clustered"}},
    {"unique", in(Place::field), "", {"map", "sort", "length", "clustered", "where"}},
    {"default", in(Place::field), "value", {"value", "map"}},
    {"map", in(Place::field, Place::model, Place::enumeration, Place::value), "name", {"name"}},
    {"relation", in(Place::field), "", {"name", "fields", "references", "onDelete", "onUpdate", "map"}},
    {"updatedAt", in(Place::field), "", {}},
    {"ignore", in(Place::field, Place::model), "", {}},
    {"id", in(Place::model), "fields", {"fields", "name", "map", "clustered"}},
    {"unique", in(Place::model), "fields", {"fields", "name", "map", "clustered", "where"}},
    {"index", in(Place::model), "fields", {"fields", "name", "map", "type", "clustered", "where"}},
    {"fulltext", in(Place::model), "fields", {"fields", "name", "map"}},
    {"schema", in(Place::model, Place::enumeration), "map", {"map"}},
};

/// Attributes that may stand several times.
constexpr std::array<std::string_view, 3> repeatable = {"unique", "index", "fulltext"};

/// Attributes that are missed where they are not.
constexpr std::array<std::string_view, 4> missed = {"id", "unique", "relation", "schema"};

const AttributeRule* find_rule(std::string_view name, Place place) {
  for (const auto& rule : rules)
    if (rule.name == name && (rule.places & static_cast<unsigned>(place))) return &rule;
  return nullptr;
}

bool takes(const AttributeRule& rule, std::string_view argument) {
  return !argument.empty() && std::find(rule.arguments.begin(), rule.arguments.end(), argument) != rule.arguments.end();
}

class AttributeCheck {
 public:
  AttributeCheck(Schema& schema, Block& block) : schema_(schema), block_(block) {}

  void check(std::span<Attribute> attributes, Place place) {
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      Attribute& attribute = attributes[i];
      if (place == Place::field && attribute.name.find('.') != std::string_view::npos) {
        check_native_type_prefix(attribute, attributes.first(i));
      } else if (const auto* rule = find_rule(attribute.name, place)) {
        check_repeated(attribute, attributes.first(i), place);
        check_arguments(attribute, *rule);
      } else {
        note_unknown(attribute, place);
      }
    }
  }

 private:
  void note_unknown(const Attribute& attribute, Place place) {
    const std::string_view sign = attribute.of_block ? "@@" : "@";
    std::vector<std::string_view> known;
    for (const auto& rule : rules)
      if (rule.places & static_cast<unsigned>(place)) known.push_back(rule.name);
    const std::string nearest = nearest_name(attribute.name, known);
    const auto* meant = std::find(missed.begin(), missed.end(), nearest);
    if (meant != missed.end()) block_.unread_names.push_back(*meant);
    std::string hint = nearest.empty() ? "" : fmt::format("did you mean {}{}?", sign, nearest);
    const Place other = place == Place::field ? Place::model : Place::field;
    if (hint.empty() && find_rule(attribute.name, other))
      hint = attribute.of_block ? "this one belongs on a field" : fmt::format("on a line of its own: @@{}(…)", attribute.name);
    schema_.problems.add(attribute.span, fmt::format("unknown attribute {}", attribute.written()), std::move(hint));
  }

  /// `@db.Text`: the part before the point is the datasource's name.
  void check_native_type_prefix(const Attribute& attribute, std::span<const Attribute> before) {
    const auto prefix = attribute.name.substr(0, attribute.name.find('.'));
    const auto type = attribute.name.substr(prefix.size() + 1);
    if (schema_.datasource_name.empty() && schema_.tree.is_whole)
      schema_.problems.add(attribute.span, fmt::format("{} is a type of no datasource: the schema has none", attribute.written()),
                           "add a datasource block with provider = \"postgresql\"");
    else if (!schema_.datasource_name.empty() && prefix != schema_.datasource_name)
      schema_.problems.add(attribute.span, fmt::format("\"{}\" is not the name of the datasource", prefix),
                           fmt::format("did you mean @{}.{}?", schema_.datasource_name, type));
    const auto is_native = [](const Attribute& other) { return other.name.find('.') != std::string_view::npos; };
    if (std::any_of(before.begin(), before.end(), is_native))
      schema_.problems.add(attribute.span, "a field has one native type", "remove one of them");
  }

  void check_repeated(const Attribute& attribute, std::span<const Attribute> before, Place place) {
    if (place == Place::model && std::find(repeatable.begin(), repeatable.end(), attribute.name) != repeatable.end()) return;
    const auto first = std::find_if(before.begin(), before.end(), [&](auto& other) { return other.name == attribute.name; });
    if (first != before.end())
      schema_.problems.add(attribute.span, fmt::format("{} is given twice", attribute.written()),
                           fmt::format("remove one of them; the first is at {}", first->span.at().text()));
  }

  void check_arguments(Attribute& attribute, const AttributeRule& rule) {
    name_unnamed(attribute, rule);
    for (auto argument = attribute.arguments.begin(); argument != attribute.arguments.end(); ++argument) {
      const auto same = [&](const Argument& other) { return other.name == argument->name; };
      if (!takes(rule, argument->name))
        note_unknown_argument(attribute, *argument, rule);
      else if (std::any_of(attribute.arguments.begin(), argument, same))
        schema_.problems.add(argument->span, fmt::format("argument \"{}\" is given twice", argument->name));
    }
    if (!rule.unnamed.empty() && !attribute.argument(rule.unnamed))
      schema_.problems.add(attribute.span, fmt::format("{} lacks its argument \"{}\"", attribute.written(), rule.unnamed),
                           example_of(attribute, rule));
  }

  static std::string example_of(const Attribute& attribute, const AttributeRule& rule) {
    if (rule.unnamed == "fields") return fmt::format("{}([a, b])", attribute.written());
    return rule.unnamed == "value" ? "@default(1)" : fmt::format("{}(\"name_in_database\")", attribute.written());
  }

  /// @relation("name") is the one whose unnamed argument may be missing, so its rule does not say it.
  static std::string_view unnamed_of(const AttributeRule& rule) { return rule.name == "relation" ? "name" : rule.unnamed; }

  void name_unnamed(Attribute& attribute, const AttributeRule& rule) {
    const auto is_unnamed = [](const Argument& argument) { return argument.name.empty(); };
    auto& arguments = attribute.arguments;
    const auto first = std::find_if(arguments.begin(), arguments.end(), is_unnamed);
    if (first == arguments.end() || unnamed_of(rule).empty()) return;
    first->name = unnamed_of(rule);
    if (std::none_of(first, arguments.end(), is_unnamed)) return;
    std::vector<std::string_view> values = {first->span.text()};
    for (const auto& argument : arguments)
      if (is_unnamed(argument)) values.push_back(argument.span.text());
    schema_.problems.add(
        attribute.span, fmt::format("{} takes one unnamed argument, not {}", attribute.written(), values.size()),
        rule.unnamed == "fields" ? fmt::format("did you forget the brackets: [{}]?", join_names(values, ", ")) : "");
    arguments = arguments.first(
        static_cast<std::size_t>(std::remove_if(arguments.begin(), arguments.end(), is_unnamed) - arguments.begin()));
  }

  void note_unknown_argument(const Attribute& attribute, const Argument& argument, const AttributeRule& rule) {
    std::vector<std::string_view> known;
    std::copy_if(rule.arguments.begin(), rule.arguments.end(), std::back_inserter(known),
                 [](auto name) { return !name.empty(); });
    if (argument.name.empty()) {
      schema_.problems.add(argument.span, fmt::format("{} takes no unnamed argument", attribute.written()),
                           known.empty() ? "" : fmt::format("it takes {}", join_names(known)));
      return;
    }
    std::string hint = suggest(argument.name, known);
    if (hint.empty()) hint = known.empty() ? "it takes none" : fmt::format("it takes {}", join_names(known));
    schema_.problems.add(argument.span, fmt::format("{} has no argument \"{}\"", attribute.written(), argument.name),
                         std::move(hint));
  }

  Schema& schema_;
  Block& block_;
};

/// Arguments that are one piece of text.
void check_is_text(Schema& schema, std::span<const Attribute> attributes, std::string_view name, std::string_view argument) {
  for (const auto& attribute : attributes) {
    if (attribute.name != name) continue;
    const Value* value = attribute.argument(argument);
    if (value && !value->is(Value::Kind::string))
      schema.problems.add(value->span, fmt::format("{} takes text in quotes, not {}", attribute.written(), value->span.text()),
                          fmt::format("{}(\"{}\")", attribute.written(), value->span.text()));
  }
}

void check_texts(Schema& schema, std::span<const Attribute> attributes) {
  check_is_text(schema, attributes, "map", "name");
  check_is_text(schema, attributes, "schema", "map");
}

}  // namespace

void check_attributes(Schema& schema) {
  schema.second_thread->for_each_in_halves(schema.tree.blocks, [&](Block& block) {
    AttributeCheck check(schema, block);
    const bool is_enum = block.kind == Block::Kind::enumeration;
    check.check(block.attributes, is_enum ? Place::enumeration : Place::model);
    check_texts(schema, block.attributes);
    for (auto& field : block.fields) {
      check.check(field.attributes, Place::field);
      check_texts(schema, field.attributes);
    }
    for (auto& value : block.values) {
      check.check(value.attributes, Place::value);
      check_texts(schema, value.attributes);
    }
  });
}

}  // namespace pgplumb::prisma
