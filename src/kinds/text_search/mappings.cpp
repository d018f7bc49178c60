#include <algorithm>
#include <array>

#include "kinds/named_object.h"
#include "kinds/text_search/ddl.h"

namespace pgplumb {

namespace {

using Mappings = std::vector<TokenMapping>;

/// What `initdb` maps (backend/snowball/snowball_create.pl): words to the stemmer of their language, the rest as they are.
constexpr std::array as_they_are = {"email",   "file",   "float", "host", "hword_numpart", "int",    "numhword",
                                    "numword", "sfloat", "uint",  "url",  "url_path",      "version"};
constexpr std::array ascii_words = {"asciihword", "asciiword", "hword_asciipart"};
constexpr std::array other_words = {"hword", "hword_part", "word"};
/// PostgreSQL 12 and later; their configurations are called like them.
constexpr std::array languages = {"arabic",  "armenian", "basque",     "catalan", "danish",    "dutch",      "english",
                                  "finnish", "french",   "german",     "greek",   "hindi",     "hungarian",  "indonesian",
                                  "irish",   "italian",  "lithuanian", "nepali",  "norwegian", "portuguese", "romanian",
                                  "russian", "serbian",  "spanish",    "swedish", "tamil",     "turkish",    "yiddish"};

bool is_of(const TokenMapping& mapping, std::string_view token) { return mapping.token.str() == token; }

Mappings::iterator find(Mappings& mappings, std::string_view token) {
  return std::find_if(mappings.begin(), mappings.end(), [&](const TokenMapping& mapping) { return is_of(mapping, token); });
}

void put(Mappings& mappings, std::string_view token, const std::vector<ObjectRef>& dictionaries) {
  const auto found = find(mappings, token);
  if (found != mappings.end())
    found->dictionaries = dictionaries;
  else
    mappings.push_back({token, dictionaries});
}

void require_none(Mappings& mappings, std::string_view token) {
  if (find(mappings, token) != mappings.end())
    fail(sqlstate::unique_violation, "there is a mapping for token type " + quoted_name({}, token) + " already");
}

void drop(Mappings& mappings, std::string_view token, bool missing_ok) {
  if (find(mappings, token) == mappings.end() && !missing_ok)
    fail(sqlstate::undefined_object, "mapping for token type " + quoted_name({}, token) + " does not exist");
  std::erase_if(mappings, [&](const TokenMapping& mapping) { return is_of(mapping, token); });
}

/// Of the tokens that are named, or of all.
void replace_dictionary(Mappings& mappings, const std::vector<std::string_view>& tokens, ObjectRef from, ObjectRef to) {
  for (TokenMapping& mapping : mappings) {
    const bool is_meant = tokens.empty() || std::any_of(tokens.begin(), tokens.end(),
                                                        [&](std::string_view token) { return is_of(mapping, token); });
    if (is_meant) std::replace(mapping.dictionaries.begin(), mapping.dictionaries.end(), from, to);
  }
}

std::vector<ObjectRef> dictionaries_of(Session& session, const List* names) {
  std::vector<ObjectRef> dictionaries;
  for (const Node* node : nodes_of(names)) {
    const auto [schema, name] = qualified_name(as<List>(node));
    dictionaries.push_back({session.resolve(Namespace::text_search_dictionary, schema, name)});
  }
  return dictionaries;
}

void change(Session& session, Mappings& mappings, const AlterTSConfigurationStmt* statement) {
  const auto tokens = texts_of(statement->tokentype);
  const auto dictionaries = dictionaries_of(session, statement->dicts);
  if (statement->replace) return replace_dictionary(mappings, tokens, dictionaries.front(), dictionaries.back());
  for (const std::string_view token : tokens) {
    if (statement->kind == ALTER_TSCONFIG_ADD_MAPPING) require_none(mappings, token);
    if (statement->kind == ALTER_TSCONFIG_DROP_MAPPING)
      drop(mappings, token, statement->missing_ok);
    else
      put(mappings, token, dictionaries);
  }
}

void order(Mappings& mappings) {
  std::sort(mappings.begin(), mappings.end(),
            [](const TokenMapping& a, const TokenMapping& b) { return a.token.str() < b.token.str(); });
}

}  // namespace

std::vector<TokenMapping> builtin_mappings(Session& session, std::string_view configuration) {
  const auto dictionary = [&](const std::string& name) {
    return std::vector<ObjectRef>{{session.resolve(Namespace::text_search_dictionary, "pg_catalog", name)}};
  };
  const bool is_language = std::find(languages.begin(), languages.end(), configuration) != languages.end();
  if (!is_language && configuration != "simple") return {};
  const bool has_english_ascii = configuration == "hindi" || configuration == "russian";
  const auto stemmer = [&](std::string_view language) {
    return dictionary(is_language ? std::string(language) + "_stem" : std::string(language));
  };
  Mappings mappings;
  for (const std::string_view token : as_they_are) put(mappings, token, dictionary("simple"));
  for (const std::string_view token : ascii_words) put(mappings, token, stemmer(has_english_ascii ? "english" : configuration));
  for (const std::string_view token : other_words) put(mappings, token, stemmer(configuration));
  order(mappings);
  return mappings;
}

bool read_alter_configuration(Session& session, const Node* node) {
  const auto* statement = as<AlterTSConfigurationStmt>(node);
  const Symbol* symbol = find_to_alter(session, Namespace::text_search_configuration, qualified_name(statement->cfgname),
                                       TextSearchConfiguration::kind);
  if (!symbol) return true;
  Mappings mappings = session.draft().object<TextSearchConfiguration>(symbol)->mappings;
  if (!session.draft().item(symbol)->uncertain) change(session, mappings, statement);
  order(mappings);
  edit<TextSearchConfiguration>(session, symbol, [&](TextSearchConfiguration& changed) { changed.mappings = mappings; });
  session.record(Event::Verb::altered, symbol, "mappings");
  return true;
}

}  // namespace pgplumb
