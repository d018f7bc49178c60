#include "sources/database/connection.h"

#include <pgplumb/error.h>

#include <atomic>
#include <functional>
#include <future>
#include <pqxx/pqxx>
#include <semaphore>

#include "sources/database/connection_failure.h"

namespace pgplumb {

namespace {

/// SQLSTATEs with which a server says goodbye: administrator shutdown, crash shutdown, cannot connect now, and class 08.
bool is_farewell(std::string_view sqlstate) {
  return sqlstate == "57P01" || sqlstate == "57P02" || sqlstate == "57P03" || sqlstate.starts_with("08");
}

std::string libpq_string(DatabaseAddress address, int timeout_seconds) {
  address.keywords["application_name"] = "pgplumb";
  address.keywords["client_encoding"] = "UTF8";
  address.keywords.try_emplace("connect_timeout", std::to_string(timeout_seconds));
  return address.libpq_string();
}

/// libpqxx 6 would reconnect by itself, and go on reading in another snapshot; 7 never does.
void stay_closed_once_lost([[maybe_unused]] pqxx::connection& connection) {
#if PQXX_VERSION_MAJOR < 7
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  connection.inhibit_reactivation(true);
#pragma GCC diagnostic pop
#endif
}

/// libpqxx takes as many parameters as the call names.
pqxx::result execute(pqxx::nontransaction& session, const std::string& sql, const std::vector<std::string>& parameters) {
  switch (parameters.size()) {
    case 0:
      return session.exec_params(sql);
    case 1:
      return session.exec_params(sql, parameters[0]);
    case 2:
      return session.exec_params(sql, parameters[0], parameters[1]);
    default:
      return session.exec_params(sql, parameters[0], parameters[1], parameters[2]);
  }
}

void read_rows(const pqxx::result& result, const Question& question) {
  if (!question.read) return;
  std::vector<const char*> values(result.columns());
  for (const auto& row : result) {
    std::size_t column = 0;
    for (const auto& field : row) values[column++] = field.is_null() ? nullptr : field.c_str();
    question.read(Row(values));
  }
}

}  // namespace

struct Connection::State {
  DatabaseAddress address;
  pqxx::connection connection;
  /// No transaction of libpqxx's own: every statement, BEGIN too, is one of ours.
  pqxx::nontransaction session;

  State(const DatabaseAddress& to, int timeout_seconds)
      : address(to), connection(libpq_string(to, timeout_seconds)), session(connection) {
    stay_closed_once_lost(connection);
  }

  pqxx::result answer(const Question& question) {
    try {
      return execute(session, std::string(question.sql), question.parameters);
    } catch (const pqxx::sql_error& refusal) {
      if (!connection.is_open() || is_farewell(refusal.sqlstate())) throw connection_lost(address);
      throw ServerRefusal{refusal.sqlstate(), address.without_password(refusal.what())};
    } catch (const pqxx::failure&) {
      throw connection_lost(address);
    }
  }
};

Connection::Connection(const DatabaseAddress& address, int timeout_seconds) {
  try {
    state_ = std::make_unique<State>(address, timeout_seconds);
  } catch (const std::exception& failure) {
    throw connection_failure(address, failure.what());
  }
}

Connection::~Connection() = default;

int Connection::server_version() const { return state_->connection.server_version(); }

void Connection::ask(const Question& question) { read_rows(state_->answer(question), question); }

namespace {

/// Answers that the server gave before their rows are read: it works on the next ones meanwhile.
class Answers {
 public:
  Answers(const std::vector<Question>& questions, const std::function<pqxx::result(const Question&)>& answer)
      : promises_(questions.size()), asking_(std::async(std::launch::async, [this, &questions, answer] {
          for (std::size_t i = 0; i < questions.size(); ++i) {
            room_.acquire();
            if (is_given_up_ || !give(promises_[i], questions[i], answer)) return;
          }
        })) {}
  ~Answers() {
    is_given_up_ = true;
    room_.release();
  }

  pqxx::result take(std::size_t i) {
    pqxx::result result = promises_[i].get_future().get();
    room_.release();
    return result;
  }

 private:
  static constexpr std::ptrdiff_t most_in_memory = 3;

  static bool give(std::promise<pqxx::result>& promise, const Question& question,
                   const std::function<pqxx::result(const Question&)>& answer) try {
    promise.set_value(answer(question));
    return true;
  } catch (...) {
    promise.set_exception(std::current_exception());
    return false;
  }

  std::vector<std::promise<pqxx::result>> promises_;
  std::counting_semaphore<> room_{most_in_memory};
  std::atomic<bool> is_given_up_ = false;
  std::future<void> asking_;  // its end waits for the thread
};

}  // namespace

void Connection::ask(const std::vector<Question>& questions) {
  Answers answers(questions, [this](const Question& question) { return state_->answer(question); });
  for (std::size_t i = 0; i < questions.size(); ++i) read_rows(answers.take(i), questions[i]);
}

}  // namespace pgplumb
