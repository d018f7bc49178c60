// Supabase.
#include "history/edits.h"
#include "history/tools/keys.h"
#include "history/tools/supabase_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"schema_migrations", {"version text", "statements text[]", "name"}},
    ToolTable{"seed_files", {"path", "hash"}},
};

/// It keeps the statements, not a hash: without comments and semicolons they are those of the file, or are not.
Checked check(const CheckedFile& file, const HistoryRecord& record) {
  if (record.checksum.empty()) return Checked::cannot_tell;
  const auto statements = [](std::string_view text) {
    std::string bare = without_comments_and_space(text);
    std::erase_if(bare, [](char c) { return c == ';' || c == ' '; });
    return bare;
  };
  return statements(file.text) == statements(record.checksum) ? Checked::same : Checked::different;
}

}  // namespace

constinit const HistoryTool supabase_tool{
    .name = "Supabase",
    .layout = "supabase",
    .tables = tables,
    .records_name = "supabase_records.sql",
    .records_sql = supabase_records_sql,
    .key_of = version_of,
    .check = check,
    .on_edited = "nothing: supabase db push compares versions only",
    .on_late = "supabase db push, unless --include-all is given",
    .passes_over = stands_before_newest,
    .apply = "supabase db push",
    .mark_applied = "supabase migration repair --status applied {}",
    .mark_rolled_back = "supabase migration repair --status reverted {}",
};

}  // namespace pgplumb
