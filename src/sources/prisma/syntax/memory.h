// Where the nodes of a tree stand: arrays that are made once, and go with the tree.
#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace pgplumb::prisma {

class Memory {
 public:
  explicit Memory(std::size_t first_piece) : resource_(first_piece) {}

  /// A copy of the items whose address stays.
  template <class T>
  std::span<T> keep(std::span<const T> items) {
    static_assert(std::is_trivially_destructible_v<T>, "nothing here is destroyed");
    if (items.empty()) return {};
    T* place = static_cast<T*>(resource_.allocate(items.size_bytes(), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), place);
    return {place, items.size()};
  }
  std::string_view keep(std::string_view text) {
    const auto kept = keep(std::span(text));
    return {kept.data(), kept.size()};
  }

 private:
  std::pmr::monotonic_buffer_resource resource_;
};

/// A list while it is read: its items lie on a pile that all lists of their kind share, and leave it with the list.
template <class T>
class Growing {
 public:
  explicit Growing(std::vector<T>& pile) : pile_(pile), begin_(pile.size()) {}
  Growing(const Growing&) = delete;
  Growing& operator=(const Growing&) = delete;
  ~Growing() { pile_.erase(pile_.begin() + static_cast<std::ptrdiff_t>(begin_), pile_.end()); }

  void push(const T& item) { pile_.push_back(item); }
  std::span<const T> items() const { return std::span(pile_).subspan(begin_); }

 private:
  std::vector<T>& pile_;
  std::size_t begin_;
};

}  // namespace pgplumb::prisma
