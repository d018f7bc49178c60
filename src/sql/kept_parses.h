// Parses of short texts that are read again and again: what loops, conditions and functions hold.
#pragma once

#include <pgplumb/sql/parse.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pgplumb {

class RawTree;

class KeptParses {
 public:
  KeptParses();
  ~KeptParses();
  KeptParses(const KeptParses&) = delete;
  KeptParses& operator=(const KeptParses&) = delete;

  /// As parse_script(); of a text that was read before the statements are those that were kept of it.
  void visit(std::string_view text, const ScriptVisitor& visitor);

 private:
  struct Kept;
  std::shared_ptr<const Kept> kept(std::string_view text);

  std::unordered_map<std::string, std::shared_ptr<const Kept>> by_text_;
};

}  // namespace pgplumb
