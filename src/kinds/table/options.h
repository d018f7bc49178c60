// Storage parameters, and the options of views.
#pragma once

#include <pgplumb/sql/text.h>

#include <map>
#include <string>
#include <vector>

#include "sql/nodes.h"

namespace pgplumb {

/// "autovacuum_enabled=false, fillfactor=70", sorted, as a DefElem list gives it.
Text options_text(const List* options);
/// The same of pg_class.reloptions.
Text options_text(std::vector<std::string> options);
/// What SET (…) or RESET (…) leaves of the options.
Text changed_options(Text options, const List* changes, bool reset);
/// WITH (…) and WITH CHECK OPTION.
Text view_options(const ViewStmt* statement);

/// By their names.
using Options = std::map<std::string, std::string>;
Options split_options(Text options);
/// With another value for it; "" takes it out.
Text with_option(Text options, std::string_view name, std::string_view value);

/// OPTIONS (…) of foreign tables and their columns, whose values are kept as they are written.
Text foreign_options_text(const List* options);
/// The same of pg_foreign_table.ftoptions and pg_attribute.attfdwoptions.
Text foreign_options_text(const std::vector<std::string>& options);
/// What OPTIONS (ADD …, SET …, DROP …) leaves of them.
Text changed_foreign_options(Text options, const List* changes);

/// "server (name=value)": where a foreign table's rows are.
Text server_text(std::string_view server, Text foreign_options);
/// The two parts of it.
std::string server_of(Text text);
Text server_options_of(Text text);

}  // namespace pgplumb
