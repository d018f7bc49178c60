// Pairs of values that cannot be decided without a server, put to whoever has one.
#pragma once

#include <pgplumb/compare/disagreement.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// What is said of two values of one field.
struct Opinion {
  enum class Answer { same, different, none };
  Answer answer = Answer::none;
  std::string because = {};  ///< why there is no answer
};

/// One source's word on an object.
struct Stated {
  const Source* source;
  const Entry* entry;
};
using Adviser = std::function<Opinion(const Stated& a, const Stated& b, std::string_view field)>;

struct OpinionCount {
  std::size_t asked = 0, decided = 0;  ///< pairs of values
};

/// Asks about each pair that is undecided. Values that are one by that agree from here on, and what agrees throughout is no
/// disagreement; values that are two are told apart.
OpinionCount take_second_opinions(Comparison& comparison, const std::vector<const Source*>& sources, const Adviser& adviser);

}  // namespace pgplumb
