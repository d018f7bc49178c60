// EXTRACT where one of the servers compared does not have it.
#pragma once

#include <pgplumb/catalog/draft.h>
#include <pgplumb/sources/servers.h>

#include <vector>

namespace pgplumb {

/// Up to PostgreSQL 13, EXTRACT(year FROM x) is date_part('year', x), which gives another type (func_expr_common_subexpr in
/// parser/gram.y): where one of the servers is that old, it is so in what others state, too. `servers`: null for none.
void read_extract_as_servers_do(Draft& draft, const Servers* servers);
/// The same of what was settled before.
void read_extract_as_servers_do(std::vector<Entry>& entries, const Servers* servers);

}  // namespace pgplumb
