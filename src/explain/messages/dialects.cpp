#include <algorithm>
#include <array>

#include "explain/messages/dialect.h"

namespace pgplumb {

std::span<const Dialect> dialects() {
  static const std::array list{
      prisma_dialect, psycopg_dialect,  asyncpg_dialect,    node_postgres_dialect,
      rails_dialect,  sqlstate_dialect, server_log_dialect, plain_dialect,
  };
  return list;
}

namespace {
constexpr std::size_t longest_look = 16 * 1024;
}

std::string_view Passage::lines_from(std::size_t at, std::size_t lines) const {
  const std::string_view ahead = text.substr(std::min(at, text.size()), longest_look);
  if (one_record) return ahead;
  std::size_t next = 0;
  for (; lines > 0; --lines) {
    const auto line_break = ahead.find('\n', next);
    if (line_break == std::string_view::npos) return ahead;
    next = line_break + 1;
  }
  return ahead.substr(0, next - 1);
}

std::string_view Passage::line_from(std::size_t at) const { return lines_from(at, 1); }

std::string_view Passage::before_mark() const {
  const std::size_t begin = mark > 512 ? mark - 512 : 0;
  const std::string_view behind = text.substr(begin, mark - begin);
  const auto line_break = behind.rfind('\n');
  return line_break == std::string_view::npos ? behind : behind.substr(line_break + 1);
}

}  // namespace pgplumb
