#include "sql/kept_parses.h"

#include "sql/grammar.h"

namespace pgplumb {

struct KeptParses::Kept {
  explicit Kept(std::string_view read) : text(read), tree(text) {}
  const std::string text;
  const RawTree tree;
};

KeptParses::KeptParses() = default;
KeptParses::~KeptParses() = default;

std::shared_ptr<const KeptParses::Kept> KeptParses::kept(std::string_view text) {
  constexpr std::size_t most_kept = 300;
  const std::string key(text);
  if (const auto found = by_text_.find(key); found != by_text_.end()) return found->second;
  if (by_text_.size() >= most_kept) by_text_.clear();
  return by_text_.emplace(key, std::make_shared<const Kept>(text)).first->second;
}

void KeptParses::visit(std::string_view text, const ScriptVisitor& visitor) {
  constexpr std::size_t longest = 4096;
  const bool may_be_kept = text.size() <= longest && text.find('\0') == std::string_view::npos;
  const auto found = may_be_kept ? kept(text) : nullptr;
  if (!found || found->tree.error()) return parse_script(text, visitor);
  visit_statements(found->tree, found->text, {0, found->text.size()}, visitor);
}

}  // namespace pgplumb
