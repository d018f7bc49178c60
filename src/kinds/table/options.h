// Storage parameters, and the options of views.
#pragma once

#include <pgplumb/sql/text.h>

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

/// "server (name=value)": where a foreign table's rows are.
Text server_text(std::string_view server, Text options);

}  // namespace pgplumb
