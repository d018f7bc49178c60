#include "statements/do_block/texts.h"

#include <string>
#include <unordered_map>

#include "sql/kept_parses.h"

namespace pgplumb {

struct KeptTexts {
  KeptParses parses;
  std::unordered_map<std::string, std::shared_ptr<const PlStatement>> bodies;
};

namespace {

std::shared_ptr<KeptTexts> kept(Session& session) {
  if (!session.kept_texts) session.kept_texts = std::make_shared<KeptTexts>();
  return session.kept_texts;
}

}  // namespace

void read_text(Session& session, std::string_view text, const ScriptVisitor& visitor) {
  const auto texts = kept(session);
  texts->parses.visit(text, visitor);
}

std::shared_ptr<const PlStatement> read_body(Session& session, const std::string& body) {
  auto& known = kept(session)->bodies[body];
  if (!known) known = std::make_shared<const PlStatement>(read_plpgsql(body));
  return known;
}

}  // namespace pgplumb
