#include "kinds/spelling.h"

#include "kinds/text_search/ddl.h"
#include "kinds/text_search/text_search_configurations.sql.h"
#include "kinds/text_search/text_search_dictionaries.sql.h"
#include "kinds/text_search/text_search_parsers.sql.h"
#include "kinds/text_search/text_search_templates.sql.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

/// `CREATE TEXT SEARCH PARSER "words"`; the words behind the verb are the kind's.
std::string words(std::string_view verb, const Entry& entry) {
  std::string kind(kind_of(entry.object));
  for (char& c : kind) c = static_cast<char>(c == ' ' ? c : c - 'a' + 'A');
  return std::string(verb) + " " + kind + " " + quoted_owner(entry.id);
}

std::string drop(const Entry& entry) { return words("DROP", entry); }

/// ` (START = "f", GETTOKEN = "g")`
std::string functions(std::initializer_list<std::pair<std::string_view, RoutineRef>> named) {
  std::string sql;
  for (const auto& [name, function] : named)
    sql += function_clause((sql.empty() ? " (" : ", ") + std::string(name) + " = ", function);
  return sql + ")";
}

std::string create_parser(const Entry& entry) {
  const auto& parser = std::get<TextSearchParser>(entry.object);
  return words("CREATE", entry) + functions({{"START", parser.start},
                                             {"GETTOKEN", parser.get_token},
                                             {"END", parser.end},
                                             {"HEADLINE", parser.headline},
                                             {"LEXTYPES", parser.token_types}});
}

std::string create_template(const Entry& entry) {
  const auto& made = std::get<TextSearchTemplate>(entry.object);
  return words("CREATE", entry) + functions({{"INIT", made.init}, {"LEXIZE", made.lexize}});
}

std::string create_dictionary(const Entry& entry) {
  const auto& dictionary = std::get<TextSearchDictionary>(entry.object);
  return words("CREATE", entry) + " (TEMPLATE = " + quote_qualified(*dictionary.template_.symbol) +
         (dictionary.options.empty() ? "" : ", " + dictionary.options.str()) + ")";
}

std::string create_configuration(const Entry& entry) {
  const auto& configuration = std::get<TextSearchConfiguration>(entry.object);
  std::string sql = words("CREATE", entry) + " (PARSER = " + quote_qualified(*configuration.parser.symbol) + ")";
  for (const TokenMapping& mapping : configuration.mappings) {
    std::string dictionaries;
    for (const ObjectRef dictionary : mapping.dictionaries)
      dictionaries += (dictionaries.empty() ? "" : ", ") + quote_qualified(*dictionary.symbol);
    sql += ";\n" + words("ALTER", entry) + " ADD MAPPING FOR " + quote_identifier(mapping.token.str()) + " WITH " + dictionaries;
  }
  return sql;
}

constexpr CatalogQuery parser_queries[] = {
    {"text_search_parsers.sql", "reads text search parsers", text_search_parsers_sql, 1, read_stated_row<TextSearchParser>}};
constexpr CatalogQuery template_queries[] = {{"text_search_templates.sql", "reads text search templates",
                                              text_search_templates_sql, 1, read_stated_row<TextSearchTemplate>}};
constexpr CatalogQuery dictionary_queries[] = {{"text_search_dictionaries.sql", "reads text search dictionaries",
                                                text_search_dictionaries_sql, 1, read_stated_row<TextSearchDictionary>}};
constexpr CatalogQuery configuration_queries[] = {{"text_search_configurations.sql", "reads text search configurations",
                                                   text_search_configurations_sql, 1, read_stated_row<TextSearchConfiguration>}};

constexpr StatementSpelling statements[] = {{T_DefineStmt, read_create_text_search}};
constexpr StatementSpelling dictionary_statements[] = {{T_AlterTSDictionaryStmt, read_alter_dictionary}};
constexpr StatementSpelling configuration_statements[] = {{T_AlterTSConfigurationStmt, read_alter_configuration}};

}  // namespace

// CREATE is read once, for all four.
extern const Spelling text_search_parser_spelling{TextSearchParser::kind, "text search parsers", statements, {}, {},
                                                  parser_queries,         create_parser,         drop};
extern const Spelling text_search_template_spelling{TextSearchTemplate::kind, "text search templates", {},  {}, {},
                                                    template_queries,         create_template,         drop};
extern const Spelling text_search_dictionary_spelling{TextSearchDictionary::kind,
                                                      "text search dictionaries",
                                                      dictionary_statements,
                                                      {},
                                                      {},
                                                      dictionary_queries,
                                                      create_dictionary,
                                                      drop};
extern const Spelling text_search_configuration_spelling{TextSearchConfiguration::kind,
                                                         "text search configurations",
                                                         configuration_statements,
                                                         {},
                                                         {},
                                                         configuration_queries,
                                                         create_configuration,
                                                         drop};

}  // namespace pgplumb
