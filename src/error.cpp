#include <pgplumb/error.h>

namespace pgplumb {

Error::Error(std::string message, Position at, std::string hint)
    : std::runtime_error(message), message_(std::move(message)), at_(at), hint_(std::move(hint)) {}

Error& Error::with_excerpt(std::string excerpt) {
  excerpt_ = std::move(excerpt);
  return *this;
}

}  // namespace pgplumb
