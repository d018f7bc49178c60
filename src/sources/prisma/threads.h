// Work on a schema in two threads, where it is large enough for a second one to pay: starting it takes as long as reading some
// twenty models.
#pragma once

#include <cstddef>
#include <future>
#include <utility>

namespace pgplumb::prisma {

inline constexpr std::size_t worth_a_thread = 100;  // blocks

/// Begins `action` in a thread of its own; of a small schema it runs when it is waited for. Gives its future.
template <class Action>
auto begin(std::size_t blocks, Action action) {
  return std::async(blocks < worth_a_thread ? std::launch::deferred : std::launch::async, std::move(action));
}

/// Calls `action` for each of the items, in both halves at once. What it changes must belong to the item.
template <class Items, class Action>
void for_each_in_halves(Items& items, const Action& action) {
  const auto run = [&](std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) action(items[i]);
  };
  const std::size_t half = items.size() / 2;
  auto behind = begin(items.size(), [&] { run(half, items.size()); });
  run(0, half);
  behind.get();
}

}  // namespace pgplumb::prisma
