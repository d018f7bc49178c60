#include "history/tools/liquibase_checksum.h"

#include "history/digests.h"

namespace pgplumb {

std::string liquibase_change_checksum(std::string_view sql) {
  std::string bare(sql);
  std::erase_if(bare, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  return "9:" + md5_hex(bare);
}

std::string liquibase_checksum(std::string_view sql) { return "9:" + md5_hex(liquibase_change_checksum(sql) + ":"); }

}  // namespace pgplumb
