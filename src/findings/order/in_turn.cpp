#include "findings/order/turns.h"

namespace pgplumb {

std::vector<std::size_t> in_turn(const Prerequisites& before) {
  enum class Mark : char { open, begun, done };
  std::vector<Mark> marks(before.size(), Mark::open);
  std::vector<std::size_t> order;
  struct Step {
    std::size_t item, next;
  };
  std::vector<Step> path;
  const auto enter = [&](std::size_t item) {
    if (marks[item] != Mark::open) return;
    marks[item] = Mark::begun;
    path.push_back({item, 0});
  };
  for (std::size_t i = 0; i < before.size(); ++i)
    for (enter(i); !path.empty();) {
      auto& [item, next] = path.back();
      if (next < before[item].size()) {
        enter(before[item][next++]);
        continue;
      }
      marks[item] = Mark::done;
      order.push_back(item);
      path.pop_back();
    }
  return order;
}

Prerequisites rearranged(const Prerequisites& before, const std::vector<std::size_t>& order) {
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  Prerequisites moved(order.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const std::size_t item : before[order[i]]) moved[i].push_back(place[item]);
  return moved;
}

}  // namespace pgplumb
