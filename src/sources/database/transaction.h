// The one kind of transaction that is ever opened.
#pragma once

#include <pgplumb/sources/source.h>

#include <string>

#include "sources/database/connection.h"

namespace pgplumb {

/// Read only, one snapshot, our settings; from construction until the end of the scope.
class ReadOnlyTransaction {
 public:
  ReadOnlyTransaction(Connection& connection, const ReadOptions& options);
  ~ReadOnlyTransaction();
  ReadOnlyTransaction(const ReadOnlyTransaction&) = delete;
  ReadOnlyTransaction& operator=(const ReadOnlyTransaction&) = delete;

  /// As Source has it; "" where the connection finds no schema by itself.
  const std::string& path_schema() const { return path_schema_; }

 private:
  Connection& connection_;
  std::string path_schema_;
};

}  // namespace pgplumb
