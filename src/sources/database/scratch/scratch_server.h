// A server that was given to be asked what spellings come to. Whatever is made on it is undone: one transaction, always rolled
// back.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sources/database/connection.h"
#include "sources/database/scratch/trial.h"

namespace pgplumb {

/// What a server made of a trial: the form in which it stores it, or why it does not.
struct Stored {
  std::string form;
  std::string refused_because;  ///< "" where it was stored
};

class ScratchServer {
 public:
  /// Throws Error where there is no way in, and where no temporary table may be made.
  explicit ScratchServer(const DatabaseAddress& address);
  ~ScratchServer();
  ScratchServer(const ScratchServer&) = delete;
  ScratchServer& operator=(const ScratchServer&) = delete;

  /// Throws Error where the server has gone away.
  const Stored& store(const Trial& trial);

 private:
  Stored store_anew(const Trial& trial);

  Connection connection_;
  std::map<std::vector<std::string>, Stored> known_;  // by what was sent
};

}  // namespace pgplumb
