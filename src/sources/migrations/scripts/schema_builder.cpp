#include "sources/migrations/scripts/schema_builder.h"

#include <pgplumb/pattern.h>

#include <algorithm>
#include <array>

#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace {

struct Builder {
  std::string_view name;
  const char* mark;  ///< how scripts call it
};

/// Those whose mark is narrower first.
constexpr auto builders = std::to_array<Builder>({
    {"Sequelize", R"(\bqueryInterface\b)"},
    {"TypeORM", R"(\bqueryRunner\b)"},
    {"node-pg-migrate", R"(\bpgm\.)"},
    {"Django", R"(\bdjango\.db\b)"},
    {"Knex", R"(\bschema\s*\.\s*(?:createTable|alterTable|table|dropTable|renameTable)\w*\()"},
    {"db-migrate", R"(\bdb\.(?:createTable|addColumn|dropTable|addIndex)\()"},
});

}  // namespace

std::string_view schema_builder_of(const std::filesystem::path& folder) {
  for (const NamedFile& program : numbered_programs(folder)) {
    const std::string text = read_sql_file(program.path);
    const auto found =
        std::find_if(builders.begin(), builders.end(), [&](const Builder& builder) { return Pattern(builder.mark).is_in(text); });
    if (found != builders.end()) return found->name;
  }
  return {};
}

}  // namespace pgplumb
