#include "kinds/spelling.h"

#include <pgplumb/pattern.h>

#include "kinds/operator/ddl.h"
#include "kinds/operator/operators.sql.h"
#include "kinds/operator/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) { return entry.notes->written.str(); }

/// With its schema, which the operator's name lacks, where the statement that makes it is known.
std::string operand(const Entry& entry, const char* option, std::string_view otherwise) {
  const Pattern given(std::string(option) + R"(\s*=\s*([^,]*[^,)\s]))", Pattern::Letters::of_either_case);
  const std::string written = entry.notes->written.str();
  const auto found = given.find(written);
  std::string_view type = found.empty() ? otherwise : found[1];
  constexpr std::string_view usual = "public.";
  if (type.starts_with(usual)) type.remove_prefix(usual.size());
  return std::string(type);
}

std::string drop(const Entry& entry) {
  // The name is "+(left, right)".
  static const Pattern name(R"((.*)\((.*), (.*)\))");
  const std::string named(entry.id.name);
  const auto parts = name.match(named);
  if (parts.empty()) return {};
  const std::string schema =
      entry.id.schema.empty() || entry.id.schema == "public" ? "" : quote_identifier(entry.id.schema) + ".";
  return "DROP OPERATOR " + schema + std::string(parts[1]) + " (" + operand(entry, "leftarg", parts[2]) + ", " +
         operand(entry, "rightarg", parts[3]) + ")";
}

constexpr CatalogQuery queries[] = {{"operators.sql", "reads operators", operators_sql, 1, read_operator_row}};

constexpr StatementSpelling statements[] = {{T_DefineStmt, read_create_operator}, {T_AlterOperatorStmt, read_alter_operator}};

}  // namespace

extern const Spelling operator_spelling{Operator::kind, "operators", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
