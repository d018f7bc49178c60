#include "sources/database/url_parameters.h"

#include <algorithm>
#include <array>
#include <string>

namespace pgplumb {

namespace {

/// The first schema of a search_path: `"$user", app` is app.
std::string first_schema(std::string_view search_path) {
  while (!search_path.empty()) {
    const auto comma = std::min(search_path.find(','), search_path.size());
    std::string name(search_path.substr(0, comma));
    std::erase_if(name, [](char c) { return c == '"' || c == ' '; });
    if (!name.empty() && name != "$user") return name;
    search_path.remove_prefix(std::min(comma + 1, search_path.size()));
  }
  return {};
}

void take_schema(DatabaseAddress& address, std::string_view value) { address.schema = first_schema(value); }

/// `-c search_path=app`, which libpq sends along as well.
void take_options(DatabaseAddress& address, std::string_view value) {
  address.keywords["options"] = value;
  constexpr std::string_view setting = "search_path=";
  const auto at = value.find(setting);
  if (at == value.npos) return;
  const auto path = value.substr(at + setting.size());
  take_schema(address, path.substr(0, path.find(' ')));
}

/// libpq's modes and node-postgres' `no-verify`.
void take_sslmode(DatabaseAddress& address, std::string_view value) {
  address.keywords["sslmode"] = value == "no-verify" ? "require" : value;
}

/// JDBC's and node-postgres' `ssl=true`, asyncpg's `ssl=require`.
void take_ssl(DatabaseAddress& address, std::string_view value) {
  const bool on = value == "true" || value == "1" || value.empty();
  const bool off = value == "false" || value == "0";
  take_sslmode(address, on ? "require" : off ? "disable" : value);
}

/// Prisma's: `strict` checks the certificate, `accept_invalid_certs` does not.
void take_sslaccept(DatabaseAddress& address, std::string_view value) {
  if (value == "strict") address.keywords["sslmode"] = "verify-full";
}

void take_connect_timeout(DatabaseAddress& address, std::string_view value) { address.keywords["connect_timeout"] = value; }

struct Parameter {
  std::string_view name;
  void (*take)(DatabaseAddress&, std::string_view value);
};

/// Those that mean something else, or are called something else, than libpq's.
constexpr auto translated = std::to_array<Parameter>({
    {"schema", take_schema},                   // Prisma
    {"currentSchema", take_schema},            // JDBC
    {"search_path", take_schema},              // Go's and Rust's drivers, Atlas
    {"options", take_options},                 // libpq
    {"sslmode", take_sslmode},                 // libpq, node-postgres
    {"ssl", take_ssl},                         // JDBC, node-postgres, asyncpg
    {"sslaccept", take_sslaccept},             // Prisma
    {"connectTimeout", take_connect_timeout},  // JDBC, seconds
    {"loginTimeout", take_connect_timeout},    // JDBC, seconds
});

/// libpq 15's keywords (libpq documentation, "Parameter Key Words") that a user may choose; what names us and our encoding are
/// not among them.
constexpr std::string_view libpq_keywords =
    "host hostaddr port dbname user password passfile service connect_timeout channel_binding "
    "keepalives keepalives_idle keepalives_interval keepalives_count tcp_user_timeout target_session_attrs "
    "sslcert sslkey sslpassword sslrootcert sslcrl sslcrldir sslsni ssl_min_protocol_version ssl_max_protocol_version "
    "sslcompression requirepeer krbsrvname gsslib gssencmode";

/// How tools pool, time and prepare, which is nothing to us.
constexpr std::array<std::string_view, 6> of_no_effect{
    // libpq: our own to say, and what only 16 and 17 know
    "application_name fallback_application_name client_encoding require_auth load_balance_hosts sslnegotiation sslcertmode",
    // Prisma
    "connection_limit pgbouncer pool_timeout socket_timeout statement_cache_size sslidentity max_connection_lifetime "
    "max_idle_connection_lifetime single_use_connections",
    // SQLAlchemy's drivers
    "prepared_statement_cache_size prepared_statement_name_func async_fallback timeout command_timeout server_settings",
    // JDBC
    "ApplicationName socketTimeout tcpKeepAlive prepareThreshold preparedStatementCacheQueries preferQueryMode "
    "reWriteBatchedInserts stringtype binaryTransfer targetServerType sslfactory autosave readOnly",
    // Rails
    "pool prepared_statements encoding reaping_frequency checkout_timeout adapter variables",
    // node-postgres, Ecto, pgx and poolers
    "uselibpqcompat pool_size pool_mode pool_max_conns default_query_exec_mode statement_timeout lock_timeout supa workaround",
};

bool has_word(std::string_view words, std::string_view word) {
  const std::string spaced = " " + std::string(words) + " ";
  return spaced.find(" " + std::string(word) + " ") != spaced.npos;
}

bool has_no_effect(std::string_view name) {
  return std::any_of(of_no_effect.begin(), of_no_effect.end(), [&](std::string_view words) { return has_word(words, name); });
}

}  // namespace

void take_parameter(DatabaseAddress& address, std::string_view name, std::string_view value) {
  const auto found = std::find_if(translated.begin(), translated.end(), [&](const Parameter& row) { return row.name == name; });
  if (found != translated.end())
    found->take(address, value);
  else if (has_word(libpq_keywords, name))
    address.keywords[std::string(name)] = value;
  else if (!has_no_effect(name))
    address.not_understood.emplace_back(name);
}

void settle_parameters(DatabaseAddress& address) {
  // Prisma's sslcert is the authority's certificate; libpq's is the client's own, which is nothing without its key.
  auto& keywords = address.keywords;
  if (!keywords.contains("sslcert") || keywords.contains("sslkey")) return;
  keywords.try_emplace("sslrootcert", keywords["sslcert"]);
  keywords.erase("sslcert");
}

}  // namespace pgplumb
