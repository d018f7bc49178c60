#include "statements/do_block/doubt/assigned.h"

#include <algorithm>

#include "statements/do_block/doubt/effect.h"
#include "statements/words.h"

namespace pgplumb {

using Kind = PlStatement::Kind;

Assigned::Assigned(Session& session, const Surroundings& around, std::string_view variable)
    : session_(session), around_(around), variable_(variable) {
  for_each_in(around.block, [this](const PlStatement& one) {
    if (std::find(one.targets.begin(), one.targets.end(), variable_) != one.targets.end()) add(one);
    is_told_ &= !may_set_otherwise(one);
  });
}

std::vector<std::string> Assigned::texts() const {
  std::vector<std::string> texts = beginnings_;
  for (std::string& text : texts) text += behind_;
  return texts;
}

void Assigned::add(const PlStatement& one) {
  const std::string_view expression = one.text.of(around_.body);
  const bool is_declaration = one.type.begin != one.type.end;
  is_declared_ |= is_declaration;
  if (expression.empty() && is_declaration) return;
  const Value value = evaluate_unless_it_fails(session_, around_.steady, expression);
  const bool holds_nothing = value.is_null() || (value.is_known() && value.text.empty());
  const std::string known = known_text(expression, value);
  if (one.kind == Kind::assign && continues_it(expression))
    behind_ += gap() + known;
  else if (!holds_nothing)
    beginnings_.push_back(known);
  is_told_ &= one.kind == Kind::assign && (holds_nothing || continues_it(expression) || !begins_unknown(known));
}

/// CALL p(s)
bool Assigned::may_set_otherwise(const PlStatement& one) const {
  return one.kind == Kind::unread || (one.kind == Kind::sql && is_named_in(one.text.of(around_.body)));
}

bool Assigned::is_named_in(std::string_view text) const {
  const auto words = cut_into_words(text);
  return std::any_of(words.begin(), words.end(), [this](const Word& word) { return word.is_name() && word.text == variable_; });
}

/// s := s || …
bool Assigned::continues_it(std::string_view expression) const {
  const auto words = cut_into_words(expression);
  return words.size() > 1 && words[0].is_name() && words[0].text == variable_ && words[1].is_sign("|");
}

}  // namespace pgplumb
