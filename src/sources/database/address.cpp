// What an address says of itself.
#include <algorithm>
#include <cstdlib>

#include "sources/database/url.h"

namespace pgplumb {

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string first_of(std::initializer_list<std::string> candidates) {
  const auto found = std::find_if(candidates.begin(), candidates.end(), [](const std::string& text) { return !text.empty(); });
  return found == candidates.end() ? std::string() : *found;
}

std::string keyword_or(const DatabaseAddress& address, const std::string& keyword, const char* variable,
                       const std::string& otherwise) {
  const auto found = address.keywords.find(keyword);
  return first_of({found == address.keywords.end() ? "" : found->second, environment(variable), otherwise});
}

}  // namespace

std::string DatabaseAddress::host() const {
  const std::string given = keyword_or(*this, "host", "PGHOST", "");
  const bool is_socket = given.empty() || given.starts_with('/') || given.starts_with('@');
  if (!is_socket) return given;
  const auto address = keywords.find("hostaddr");
  return address == keywords.end() ? "localhost" : address->second;
}

std::string DatabaseAddress::port() const { return keyword_or(*this, "port", "PGPORT", "5432"); }

std::string DatabaseAddress::user() const { return keyword_or(*this, "user", "PGUSER", environment("USER")); }

std::string DatabaseAddress::database() const { return keyword_or(*this, "dbname", "PGDATABASE", user()); }

bool DatabaseAddress::names_only_a_service() const {
  return keywords.contains("service") && !keywords.contains("host") && !keywords.contains("dbname");
}

std::string DatabaseAddress::display() const {
  return names_only_a_service() ? "service " + keywords.at("service") : first_of({database(), "database"}) + " at " + host();
}

std::string DatabaseAddress::libpq_string() const {
  std::string text;
  for (const auto& [keyword, value] : keywords) {
    text += keyword + "='";
    for (const char c : value) {
      if (c == '\'' || c == '\\') text += '\\';
      text += c;
    }
    text += "' ";
  }
  return text;
}

std::string DatabaseAddress::without_password(std::string text) const {
  for (const char* keyword : {"password", "sslpassword"}) {
    const auto found = keywords.find(keyword);
    if (found == keywords.end() || found->second.empty()) continue;
    const std::string& secret = found->second;
    if (secret == user() || secret == database() || secret == host()) continue;  // it is printed for what else it is
    for (auto at = text.find(secret); at != text.npos; at = text.find(secret, at + 3)) text.replace(at, secret.size(), "***");
  }
  return text;
}

bool are_one_database(const DatabaseAddress& a, const DatabaseAddress& b) {
  if (a.names_only_a_service() || b.names_only_a_service()) return a.display() == b.display();
  const auto machine = [](const DatabaseAddress& address) {
    const std::string host = address.host();
    return host == "127.0.0.1" || host == "::1" ? "localhost" : host;
  };
  return machine(a) == machine(b) && a.port() == b.port() && a.database() == b.database();
}

}  // namespace pgplumb
