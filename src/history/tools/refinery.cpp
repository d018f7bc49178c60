// refinery.
#include <algorithm>
#include <cstdlib>

#include "history/siphash.h"
#include "history/tools/keys.h"
#include "history/tools/refinery_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"refinery_schema_history", {"applied_on", "version", "name", "checksum"}, false, true},
};

/// V1__initial or U2__more: the number, and what stands behind the underscores.
struct Name {
  std::string number, words;
};
Name name_in(const Migration& migration) {
  const std::string stem = stem_of(migration);
  const std::size_t words = stem.find("__");
  if (stem.empty() || words == std::string::npos) return {version_of(migration), stem};
  const std::string number = stem.substr(1, words - 1);
  return {number.substr(std::min(number.find_first_not_of('0'), number.size() - 1)), stem.substr(words + 2)};
}

std::string key_of(const Migration& migration) { return name_in(migration).number; }

/// SipHash-1-3 of the name, the version as 32 bits and the text, as Rust's Hash feeds them.
Checked check(const CheckedFile& file, const HistoryRecord& record) {
  const Name name = name_in(file.migration);
  const auto version = static_cast<std::uint32_t>(std::strtoul(name.number.c_str(), nullptr, 10));
  std::string fed = name.words + "\xFF";
  for (int shift = 0; shift < 32; shift += 8) fed += static_cast<char>(version >> shift & 0xFF);
  fed.append(file.text).append("\xFF");
  return std::to_string(siphash_1_3(fed)) == record.checksum ? Checked::same : Checked::different;
}

}  // namespace

constinit const HistoryTool refinery_tool{
    .name = "refinery",
    .layout = "refinery",
    .tables = tables,
    .records_name = "refinery_records.sql",
    .records_sql = refinery_records_sql,
    .key_of = key_of,
    .check = check,
    .on_edited = "refinery refuses to run anything (divergent version)",
    .on_missing_file = "refinery refuses to run anything (missing version)",
    .apply = "refinery migrate",
};

}  // namespace pgplumb
