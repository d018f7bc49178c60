// Supabase: supabase/migrations/20240101000000_what.sql.
#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/layouts/supabase_platform.sql.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

bool is_supabase_folder(const fs::path& path) {
  if (!fs::is_directory(path) || path.lexically_normal().filename() != "migrations") return false;
  const fs::path above = fs::absolute(path / "..").lexically_normal().parent_path();
  return above.filename() == "supabase" || fs::exists(above / "config.toml");
}

/// Its CLI passes over a first file that older versions wrote for it: 14 digits before 20211209000000 and `_init`.
bool is_old_initial(const MigrationFile& file) {
  return file.version.size() == 14 && file.version < "20211209000000" && file.name == file.version + "_init.sql";
}

MigrationList list_supabase_folder(const fs::path& path) {
  static const Pattern pattern(R"((\d+)_(.*)\.sql)");
  MigrationList list = list_numbered(path, pattern);
  if (list.files.empty() || !is_old_initial(list.files.front())) return list;
  list.unmentioned.push_back(list.files.front().path);
  list.files.erase(list.files.begin());
  return list;
}

constexpr std::string_view others[] = {
    // extensions
    "pg_graphql", "pg_net", "pg_stat_statements", "pgcrypto", "pgjwt", "pgsodium", "supabase_vault", "uuid-ossp",
    // event triggers
    "issue_graphql_placeholder", "issue_pg_cron_access", "issue_pg_graphql_access", "issue_pg_net_access", "pgrst_ddl_watch",
    "pgrst_drop_watch",
    // publications
    "supabase_realtime", "supabase_realtime_messages_publication"};

constexpr Platform platform{"Supabase", supabase_platform_sql, others};

}  // namespace

constinit const Layout supabase_layout{"supabase",         "1_what.sql by number, in supabase/migrations",
                                       is_supabase_folder, list_supabase_folder,
                                       RunsIn::message,    nullptr,
                                       &platform};

}  // namespace pgplumb
