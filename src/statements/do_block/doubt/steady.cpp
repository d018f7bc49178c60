#include "statements/do_block/doubt/steady.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "statements/do_block/doubt/undecided.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Kind = PlStatement::Kind;

bool is_declared_without_value(const PlStatement& one) { return one.kind == Kind::assign && one.text.begin == one.text.end; }

/// Of what is there at a time, or of what the variable held before.
bool changes(std::string_view expression, const std::string& target) {
  constexpr std::array asking = {"select", "exists", "regclass", "to_regclass", "regtype", "to_regtype"};
  const auto words = cut_into_words(expression);
  return has_one_of(words, asking) ||
         std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.is_name() && word.text == target; });
}

}  // namespace

Variables steady_variables(Session& session, const Variables& given, const PlStatement& block, std::string_view body) {
  std::map<std::string, int> times_assigned;
  for_each_in(block, [&](const PlStatement& one) {
    if (is_declared_without_value(one)) return;
    for (const std::string& target : one.targets) {
      ++times_assigned[target];
      if (const auto label = target.find('.'); label != std::string::npos) ++times_assigned[target.substr(label + 1)];
    }
  });
  Variables steady = given;
  forget_assigned(steady, block);
  for_each_in(block, [&](const PlStatement& one) {
    if (one.kind != Kind::assign || is_declared_without_value(one)) return;
    const std::string& target = one.targets.front();
    const std::string_view expression = one.text.of(body);
    const bool is_steady = times_assigned[target] == 1 && given.get(target).state == Value::State::unknown;
    if (is_steady && !changes(expression, target)) steady.set(target, evaluate_unless_it_fails(session, steady, expression));
  });
  return steady;
}

}  // namespace pgplumb
