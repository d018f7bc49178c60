// The one kind of transaction that is ever opened.
#pragma once

#include <pgplumb/sources/source.h>

#include "sources/database/connection.h"

namespace pgplumb {

/// Read only, one snapshot, our settings; from construction until the end of the scope.
class ReadOnlyTransaction {
 public:
  ReadOnlyTransaction(Connection& connection, const ReadOptions& options);
  ~ReadOnlyTransaction();
  ReadOnlyTransaction(const ReadOnlyTransaction&) = delete;
  ReadOnlyTransaction& operator=(const ReadOnlyTransaction&) = delete;

 private:
  Connection& connection_;
};

}  // namespace pgplumb
