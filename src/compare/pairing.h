// Taking two groups for one thing under two names.
#pragma once

#include <algorithm>
#include <map>
#include <vector>

#include "compare/candidates.h"
#include "compare/group.h"
#include "compare/presence.h"

namespace pgplumb {

/// Present in some sources and said to be absent by another: what a near miss can explain.
inline bool is_missing_somewhere(const Group& group, const Group* owner, const SourceList& sources) {
  return presence(group, owner, sources).has_value();
}

/// For each group the best partner and whether it is the only best.
struct Best {
  std::size_t partner = 0;
  double rank = -1;
  bool unique = true;

  void offer(std::size_t candidate, double value) {
    if (value > rank)
      *this = {candidate, value, true};
    else if (value == rank)
      unique = false;
  }
};

inline void erase_marked(std::vector<Group>& groups, const std::vector<char>& marks) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (!marks[i] && kept++ != i) groups[kept - 1] = std::move(groups[i]);
  groups.resize(kept);
}

/// Merges the groups that are each other's only best. `rank(a, b)` is negative for groups that are not alike.
template <class Rank, class Merge>
void pair_up(std::vector<Group>& groups, const Pairs& pairs, const Rank& rank, const Merge& merge) {
  std::map<std::size_t, Best> best;
  for (const auto& [a, b] : pairs)
    if (!groups[a].shares_source_with(groups[b]))
      if (const double value = rank(groups[a], groups[b]); value >= 0) {
        best[a].offer(b, value);
        best[b].offer(a, value);
      }
  std::vector<char> is_absorbed(groups.size(), false);
  for (const auto& [a, choice] : best) {
    const Best& back = best[choice.partner];
    if (a < choice.partner && choice.unique && back.unique && back.partner == a) {
      merge(groups[a], groups[choice.partner]);
      is_absorbed[choice.partner] = true;
    }
  }
  erase_marked(groups, is_absorbed);
}

/// Merges two groups under the name of the first speaker.
inline void unite(Group& into, const Group& from) {
  into.absorb(from, Match::near_miss);
  unite_names(into);
}

}  // namespace pgplumb
