#include "kinds/text_search/ddl.h"

#include <pgplumb/sql/identifier.h>

#include <map>

#include "kinds/definition.h"
#include "kinds/named_object.h"
#include "kinds/text_search/options.h"

namespace pgplumb {

namespace {

ObjectRef object_of(Session& session, Namespace space, QualifiedName name) {
  return {session.resolve(space, name.schema, name.name)};
}

Object read_parser(Session& session, const Definition& given) {
  const auto function = [&](std::string_view name) { return given.routine(session, name); };
  return TextSearchParser{function("start"), function("gettoken"), function("end"), function("headline"), function("lextypes")};
}

Object read_template(Session& session, const Definition& given) {
  return TextSearchTemplate{given.routine(session, "init"), given.routine(session, "lexize")};
}

constexpr std::string_view template_option = "template";

/// `"stopwords = 'english'"`: as pg_ts_dict.dictinitoption has it, each value quoted. What has no value is taken away.
Text changed_options(Text before, const List* changes) {
  std::map<std::string, std::string> options;
  for (const std::string& option : split_dictionary_options(before)) options[option.substr(0, option.find(" = "))] = option;
  const Definition given(changes);
  for (const Node* node : nodes_of(changes)) {
    const auto* option = as<DefElem>(node);
    const std::string_view name = view_of(option->defname);
    if (name == template_option) continue;
    const std::string quoted = quote_where_needed(name);
    options[quoted] = option->arg ? quoted + " = " + quote_literal(given.text(name)) : std::string();
  }
  std::string text;
  for (const auto& [name, option] : options)
    if (!option.empty()) text += (text.empty() ? "" : ", ") + option;
  return text;
}

Object read_dictionary(Session& session, const Definition& given, const List* options) {
  return TextSearchDictionary{object_of(session, Namespace::text_search_template, given.object(template_option)),
                              changed_options({}, options)};
}

struct Made {
  TextSearchConfiguration configuration;
  bool is_known = true;
};

Made read_configuration(Session& session, const Definition& given) {
  if (given.has("parser")) return {{object_of(session, Namespace::text_search_parser, given.object("parser")), {}}};
  const auto [schema, name] = given.object("copy");
  const Symbol* original = session.find_in_path(Namespace::text_search_configuration, schema, name);
  if (const auto* copied = session.draft().object<TextSearchConfiguration>(original)) return {*copied};
  TextSearchConfiguration copy{object_of(session, Namespace::text_search_parser, {{}, "default"}),
                               builtin_mappings(session, name)};
  return {copy, !copy.mappings.empty()};
}

bool make_configuration(Session& session, const DefineStmt* statement, const Definition& given) {
  const Made made = read_configuration(session, given);
  const Symbol* symbol =
      declare_new(session, Namespace::text_search_configuration, qualified_name(statement->defnames), made.configuration);
  if (made.is_known) return true;
  session.make_uncertain(symbol);
  session.not_compared("COPY of a text search configuration", "what is copied is not known", -1, symbol->text);
  return true;
}

}  // namespace

bool read_create_text_search(Session& session, const Node* node) {
  const auto* statement = as<DefineStmt>(node);
  const Definition given(statement->definition);
  const auto make = [&](Namespace space, Object object) {
    return declare_new(session, space, qualified_name(statement->defnames), std::move(object)) != nullptr;
  };
  switch (statement->kind) {
    case OBJECT_TSPARSER:
      return make(Namespace::text_search_parser, read_parser(session, given));
    case OBJECT_TSTEMPLATE:
      return make(Namespace::text_search_template, read_template(session, given));
    case OBJECT_TSDICTIONARY:
      return make(Namespace::text_search_dictionary, read_dictionary(session, given, statement->definition));
    case OBJECT_TSCONFIGURATION:
      return make_configuration(session, statement, given);
    default:
      return false;
  }
}

bool read_alter_dictionary(Session& session, const Node* node) {
  const auto* statement = as<AlterTSDictionaryStmt>(node);
  const Symbol* symbol =
      find_to_alter(session, Namespace::text_search_dictionary, qualified_name(statement->dictname), TextSearchDictionary::kind);
  if (!symbol) return true;
  edit<TextSearchDictionary>(session, symbol, [&](TextSearchDictionary& dictionary) {
    dictionary.options = changed_options(dictionary.options, statement->options);
  });
  session.record(Event::Verb::altered, symbol, "options");
  return true;
}

}  // namespace pgplumb
