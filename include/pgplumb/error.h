// The one kind of exception: work that cannot be done. Drift is a value, never an Error.
#pragma once

#include <stdexcept>
#include <string>

#include <pgplumb/position.h>

namespace pgplumb {

/// Thrown where a source cannot be read or an option makes no sense; caught once in `main`, printed as
/// "prisma/schema.prisma:12:7: unknown type "Strng"" with the hint on the next line, and ends with exit code 2.
/// Neither part ever holds a password.
class Error : public std::runtime_error {
 public:
  explicit Error(std::string message, Position at = {}, std::string hint = {});

  const std::string& message() const { return message_; }
  const Position& at() const { return at_; }
  const std::string& hint() const { return hint_; }
  /// The lines of source under the message (a caret line, several problems of one schema); "" when there are none.
  const std::string& excerpt() const { return excerpt_; }
  Error& with_excerpt(std::string excerpt);

 private:
  std::string message_;
  Position at_;
  std::string hint_;
  std::string excerpt_;
};

}  // namespace pgplumb
