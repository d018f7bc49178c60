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
Text joined_options(const Options& options);
/// With another value for it; "" takes it out.
Text with_option(Text options, std::string_view name, std::string_view value);

}  // namespace pgplumb
