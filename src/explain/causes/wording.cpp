#include "explain/causes/wording.h"

#include <pgplumb/findings/shell_word.h>

#include <algorithm>
#include <cctype>

#include "kinds/spelling.h"

namespace pgplumb {

std::string name_of(const ErrorReport& error) {
  const std::string& owner = error.relation.empty() ? error.type : error.relation;
  std::string name = display_id({Namespace::relation, error.schema, owner, {}});
  if (error.relation.empty() && !error.column.empty()) return error.column;
  return error.column.empty() ? name : name + "." + error.column;
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string reason(std::string_view witness, std::string_view says) { return std::string(witness) + "\t" + std::string(says); }

std::string witness_of(const Source& source, const Entry& entry) {
  return source.role != Role::database && entry.declared_at ? entry.declared_at.text() : std::string(role_name(source.role));
}

NextStep confirm_with_check(std::string_view relation) { return {"confirm", "pgplumb check --only " + shell_word(relation)}; }

std::string sql_that_makes(const Entry& entry) { return spelling_of(kind_of(entry.object)).create_sql(entry) + ";"; }

}  // namespace pgplumb
