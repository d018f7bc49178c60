// One connection to a server: the only place that knows libpqxx.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "kinds/spelling.h"
#include "sources/database/url.h"

namespace pgplumb {

/// The server refused a statement.
struct ServerRefusal {
  std::string sqlstate;
  std::string message;
};

class Connection {
 public:
  /// Throws Error where there is no way in.
  Connection(const DatabaseAddress& address, int timeout_seconds);
  ~Connection();

  using ReadRow = std::function<void(const Row&)>;
  /// Sends one embedded statement with its parameters, as many as it has, and hands over its rows. Throws ServerRefusal, or Error
  /// where the server has gone away.
  void send(std::string_view sql, std::span<const std::string> parameters = {}, const ReadRow& read = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pgplumb
