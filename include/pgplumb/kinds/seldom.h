// What few objects have, in 8 bytes for all the others.
#pragma once

#include <memory>
#include <utility>

namespace pgplumb {

/// A T that is mostly T(), and then takes no room of its own. Copies are deep.
template <class T>
class Seldom {
 public:
  using element_type = T;

  Seldom() = default;
  Seldom(T value) : value_(value == T() ? nullptr : std::make_unique<T>(std::move(value))) {}
  Seldom(const Seldom& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  Seldom(Seldom&&) noexcept = default;
  Seldom& operator=(Seldom other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }

  explicit operator bool() const { return value_ != nullptr; }
  const T& operator*() const {
    static const T none;
    return value_ ? *value_ : none;
  }
  const T* operator->() const { return &**this; }
  T& edit() {
    if (!value_) value_ = std::make_unique<T>();
    return *value_;
  }
  friend bool operator==(const Seldom& a, const Seldom& b) { return *a == *b; }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace pgplumb
