#include "sources/database/connection_failure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pgplumb {

namespace {

/// What libpq or the server says (fe-connect.c, postinit.c, auth.c; untranslated), in fewer words, and what to do. {host},
/// {port}, {database} and {user} stand for the address.
struct Failure {
  std::string_view says;
  std::string_view reason;
  std::string_view hint;
};

constexpr auto failures = std::to_array<Failure>({
    {"could not translate host name", "the host name {host} is not known", "check the host in the URL"},
    {"Connection refused", "nothing listens at {host}, port {port}", "is the server running, and is it that port?"},
    {"No such file or directory", "there is no server on this machine's socket, port {port}",
     "is it running? a server in a container is reached with a host: postgresql://user:password@localhost:{port}/{database}"},
    {"timeout expired", "{host} does not answer", "is there a firewall or VPN in between? ?connect_timeout=SECONDS waits longer"},
    {"Connection timed out", "{host} does not answer", "is there a firewall or VPN in between?"},
    {"No route to host", "there is no way to {host}", "is there a firewall or VPN in between?"},
    {"Network is unreachable", "there is no way to {host}", "is there a firewall or VPN in between?"},
    {"no password supplied", "the server wants a password for {user}", "put it into the URL, into PGPASSWORD or into ~/.pgpass"},
    {"password authentication failed", "wrong password for {user}, or there is no such role",
     "check user and password; special characters of a password are percent-encoded in a URL"},
    {"Peer authentication failed", "the server lets only the system's user {user} in here",
     "give a host, so that a password is asked for"},
    {"Ident authentication failed", "the server lets only the system's user {user} in here", "see pg_hba.conf of the server"},
    {"no pg_hba.conf entry", "the server has no rule that lets {user} in from here",
     "see pg_hba.conf of the server; where it says \"no encryption\", add ?sslmode=require"},
    {"permission denied for database", "permission denied: the role {user} may not connect to {database}",
     "GRANT CONNECT ON DATABASE \"{database}\" TO \"{user}\";"},
    {"is not permitted to log in", "the role {user} may not log in", "ALTER ROLE \"{user}\" LOGIN;"},
    {"database \"", "there is no database {database} on that server",
     "psql --list shows what there is; names are case-sensitive"},
    {"role \"", "there is no role {user} on that server", "check the user in the URL"},
    {"server does not support SSL", "the server does not speak TLS, which sslmode asks for",
     "leave sslmode out, or ?sslmode=disable"},
    {"root certificate file", "the certificate that sslmode wants to check against is not there", "?sslrootcert=FILE names it"},
    {"certificate verify failed", "the server's certificate is signed by nobody known",
     "?sslrootcert=FILE names who may sign it"},
    {"does not match host name", "the server's certificate is for another host than {host}",
     "use the name that it is for, or ?sslmode=verify-ca"},
    {"SSL error", "TLS with {host} failed", "see ?sslmode= and ?sslrootcert="},
    {"invalid sslmode value", "sslmode has a value that does not exist",
     "disable, allow, prefer, require, verify-ca or verify-full"},
    {"definition of service", "the service is not defined", "pg_service.conf or ~/.pg_service.conf defines services"},
    {"too many clients", "the server has no connection left", "try again, or end idle sessions"},
    {"remaining connection slots", "the server has no connection left for {user}", "try again, or end idle sessions"},
    {"too many connections", "the server allows {user} or {database} no more connections", "try again, or end idle sessions"},
    {"the database system is", "the server is starting or stopping", "try again in a moment"},
    {"is not currently accepting connections", "{database} accepts no connections",
     "ALTER DATABASE \"{database}\" ALLOW_CONNECTIONS true;"},
    {"server closed the connection unexpectedly", "{host} closed the connection at once",
     "is it a PostgreSQL that listens at port {port}?"},
    {"invalid response", "what listens at {host}, port {port}, is no PostgreSQL", "check host and port"},
});

std::string filled_in(std::string_view text, const DatabaseAddress& address) {
  return text.empty() ? std::string()
                      : fmt::format(fmt::runtime(text), fmt::arg("host", address.host()), fmt::arg("port", address.port()),
                                    fmt::arg("database", address.database()), fmt::arg("user", address.user()));
}

/// A bare label that no name server knows is what compose files and Kubernetes call a service.
bool looks_like_service(const DatabaseAddress& address) {
  const std::string host = address.host();
  return host != "localhost" && host.find_first_of(".:,") == host.npos;
}

std::string service_hint(const DatabaseAddress& address) {
  const std::string port = address.port();
  return fmt::format(
      "{0} looks like a service of docker compose, whose name only its containers know: publish its port (ports: "
      "\"{1}:{1}\") and use localhost:{1} here",
      address.host(), port);
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\t', ' ');
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string where(const DatabaseAddress& address) {
  if (address.names_only_a_service()) return address.display();
  const std::string user = address.user().empty() ? "" : " as " + address.user();
  return fmt::format("{}:{}{}", address.display(), address.port(), user);
}

}  // namespace

Error connection_failure(const DatabaseAddress& address, std::string_view message) {
  const auto found =
      std::find_if(failures.begin(), failures.end(), [&](const Failure& row) { return message.find(row.says) != message.npos; });
  const std::string cannot = "cannot connect to " + where(address) + ": ";
  if (found == failures.end()) return Error(cannot + address.without_password(one_line(std::string(message))));
  const bool unknown_host = found == failures.begin();
  return Error(cannot + filled_in(found->reason, address), {},
               unknown_host && looks_like_service(address) ? service_hint(address) : filled_in(found->hint, address));
}

Error connection_lost(const DatabaseAddress& address) {
  return Error("the connection to " + where(address) + " was lost while its catalog was read", {},
               "the server was stopped, or something in between cut the connection: try again");
}

}  // namespace pgplumb
