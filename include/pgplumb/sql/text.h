// Text of any length in 8 bytes.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace pgplumb {

/// Text that is kept once for the life of the process: equal texts are one, so comparing is comparing addresses. For what few
/// objects have and long bodies are, and for what many have alike: storage parameters, a function's source, the modifiers of a
/// type. Safe from several threads.
class Text {
 public:
  Text() = default;
  Text(std::string_view text);
  Text(const char* text) : Text(std::string_view(text)) {}
  Text(const std::string& text) : Text(std::string_view(text)) {}

  const std::string& str() const;
  bool empty() const { return text_ == nullptr; }
  friend bool operator==(Text, Text) = default;
  /// Without keeping the other one.
  template <class Other>
  requires std::convertible_to<const Other&, std::string_view>
  friend bool operator==(Text text, const Other& other) { return text.str() == std::string_view(other); }

 private:
  const std::string* text_ = nullptr;  // null for ""
};

}  // namespace pgplumb
