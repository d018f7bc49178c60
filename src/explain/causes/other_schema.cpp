// A table of that name is there, in a schema that the statement does not look in.
#include <fmt/format.h>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

const Entry* find_elsewhere(const Source& source, const ErrorReport& error) {
  for (const Entry* table : tables_of(source))
    if (table->id.name == error.relation) return table;
  return nullptr;
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  if (error.sqlstate != "42P01" || !is_missing_object(error) || !evidence.database) return std::nullopt;
  const Entry* table = look(evidence.database, error).table ? nullptr : find_elsewhere(*evidence.database, error);
  if (!table) return std::nullopt;

  const std::string schema(table->id.schema);
  Cause cause;
  cause.confidence = Confidence::likely;
  cause.headline = fmt::format("{} is not in schema {}; {}.{} is there.", error.relation,
                               error.schema.empty() ? "public" : error.schema, schema, error.relation);
  cause.because = {reason("database", "has " + schema + "." + error.relation)};
  const bool by_prisma = !error.prisma.empty();
  cause.next_steps = {
      {"do", by_prisma
                 ? fmt::format("add ?schema={} to the URL, or @@schema(\"{}\") to the model", schema, schema)
                 : fmt::format("name it {}.{}, or put {} on the search_path of the program", schema, error.relation, schema)}};
  return cause;
}

}  // namespace

constinit const Detector other_schema{"other-schema", "the table is in another schema than the statement looks in", find};

}  // namespace pgplumb
