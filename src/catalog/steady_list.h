// A list that grows without moving its items.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace pgplumb {

/// Items by number, counted from 0; their addresses stay. Many share a block, where std::deque takes one for every two large
/// ones.
template <class T>
class SteadyList {
 public:
  template <class... Arguments>
  T& emplace_back(Arguments&&... arguments) {
    if (size_++ % block_size == 0) blocks_.emplace_back().reserve(block_size);
    return blocks_.back().emplace_back(std::forward<Arguments>(arguments)...);
  }
  void pop_back() {
    blocks_.back().pop_back();
    if (--size_ % block_size == 0) blocks_.pop_back();
  }
  T& operator[](std::size_t i) { return blocks_[i / block_size][i % block_size]; }
  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t block_size = 64;

  std::vector<std::vector<T>> blocks_;  // none grows over its room
  std::size_t size_ = 0;
};

}  // namespace pgplumb
