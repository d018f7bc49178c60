// Django.
#include <filesystem>

#include "history/tools/django_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"django_migrations", {"app", "name", "applied"}},
};

/// shop/migrations/0001_initial.py is shop.0001_initial.
std::string key_of(const Migration& migration) {
  const std::filesystem::path path(*migration.file);
  return path.parent_path().parent_path().filename().string() + "." + stem_of(migration);
}

std::string_view app_of(std::string_view key) { return key.substr(0, key.find('.')); }

}  // namespace

constinit const HistoryTool django_tool{
    .name = "Django",
    .layout = "django",
    .tables = tables,
    .records_name = "django_records.sql",
    .records_sql = django_records_sql,
    .key_of = key_of,
    .part_of = app_of,
    .apply = "python manage.py migrate",
};

}  // namespace pgplumb
