// One connection to a server: the only place that knows libpqxx.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kinds/spelling.h"
#include "sources/database/url.h"

namespace pgplumb {

/// The server refused a statement.
struct ServerRefusal {
  std::string sqlstate;
  std::string message;
};

/// One embedded statement, its parameters, as many as it has, and who reads the rows.
struct Question {
  std::string_view sql;
  std::vector<std::string> parameters = {};
  std::function<void(const Row&)> read = {};
};

class Connection {
 public:
  /// Throws Error where there is no way in.
  Connection(const DatabaseAddress& address, int timeout_seconds);
  ~Connection();

  /// server_version_num
  int server_version() const;

  /// Sends the statement and hands over its rows. Throws ServerRefusal, or Error where the server has gone away.
  void ask(const Question& question);
  /// Asks all, in their order: the server works on the next one while the rows of the last are read.
  void ask(const std::vector<Question>& questions);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pgplumb
