// Everything that is wrong with a schema, said in one go.
#pragma once

#include <pgplumb/error.h>

#include <mutex>
#include <string>
#include <vector>

#include "sources/prisma/syntax/file.h"

namespace pgplumb::prisma {

struct Problem {
  Span where;
  std::string message;
  std::string hint;  ///< what to write instead, "" where nothing better than the message can be said
};

/// Safe from several threads.
class Problems {
 public:
  /// Passwords in the texts are concealed.
  void add(Span where, std::string message, std::string hint = {});
  bool empty() const { return problems_.empty(); }
  /// In the order of the files, as they are read.
  std::vector<Problem> sorted() const;
  /// Throws the one Error that holds them all, if there are any.
  void throw_any() const;

 private:
  std::mutex mutex_;
  std::vector<Problem> problems_;
};

}  // namespace pgplumb::prisma
