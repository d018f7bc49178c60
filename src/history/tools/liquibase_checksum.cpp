#include "history/tools/liquibase_checksum.h"

#include "history/digests.h"

namespace pgplumb {

namespace {

std::string change_checksum(std::string_view sql) {
  std::string bare(sql);
  std::erase_if(bare, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  return "9:" + md5_hex(bare);
}

}  // namespace

std::string liquibase_checksum(std::string_view sql) { return "9:" + md5_hex(change_checksum(sql) + ":"); }

}  // namespace pgplumb
