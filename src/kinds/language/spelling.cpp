#include "kinds/spelling.h"

#include "kinds/language/ddl.h"
#include "kinds/language/languages.sql.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& language = std::get<Language>(entry.object);
  return std::string(language.trusted ? "CREATE TRUSTED LANGUAGE " : "CREATE LANGUAGE ") + quote_identifier(entry.id.name) +
         function_clause(" HANDLER ", language.handler) + function_clause(" INLINE ", language.inline_handler) +
         function_clause(" VALIDATOR ", language.validator);
}

std::string drop(const Entry& entry) { return "DROP LANGUAGE " + quote_identifier(entry.id.name); }

constexpr CatalogQuery queries[] = {{"languages.sql", "reads languages", languages_sql, 0, read_stated_row<Language>}};

constexpr StatementSpelling statements[] = {{T_CreatePLangStmt, read_create_language}};

}  // namespace

extern const Spelling language_spelling{Language::kind, "languages", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
