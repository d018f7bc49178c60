// OPTIONS (…) of foreign-data wrappers, servers, foreign tables and their columns.
#pragma once

#include <pgplumb/sql/text.h>

#include <string>
#include <vector>

#include "kinds/ddl.h"

namespace pgplumb {

/// "dbname=shop, host=db", sorted. Values are kept as they are written, but for what may be a secret, which is hidden.
Text foreign_options_text(const List* options);
/// The same of pg_foreign_table.ftoptions and the like.
Text foreign_options_text(const std::vector<std::string>& options);
/// What OPTIONS (ADD …, SET …, DROP …) leaves of them.
Text changed_foreign_options(Text options, const List* changes);
/// The same of the names alone: "password, user".
Text changed_option_names(Text names, const List* changes);

/// Why the value of an option is hidden; it is named as not compared then.
inline constexpr std::string_view hidden_option = "option that may be a secret", why_hidden = "its value is never read";
bool is_hidden(std::string_view value);
bool hides_a_value(Text options);
void report_hidden_value(Session& session, Text options, std::string_view object);

/// ` OPTIONS (dbname 'shop')`, "" for none.
std::string options_clause(Text options);

}  // namespace pgplumb
