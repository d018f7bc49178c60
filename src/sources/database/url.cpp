#include "sources/database/url.h"

#include <pgplumb/error.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <optional>

#include "sources/database/url_parameters.h"

namespace pgplumb {

namespace {

constexpr std::string_view encode_hint = "in a user name or password, write / as %2F, ? as %3F, @ as %40, : as %3A and % as %25";

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

/// Cuts `text` at the separator and gives what stood before it, the separator dropped; all of it where there is none.
std::string_view cut(std::string_view& text, char separator) {
  const auto at = std::min(text.find(separator), text.size());
  const auto before = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return before;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char letter = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
    if (low < 0 || (high == 0 && low == 0))
      throw Error("a % in the connection URL is not followed by two hexadecimal digits", {}, std::string(encode_hint));
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}

/// The scheme of a URL in lower case, "" when the text has none that could be one.
std::string scheme_of(std::string_view text) {
  const auto end = text.find("://");
  if (end == text.npos || end == 0) return {};
  const auto scheme = text.substr(0, end);
  const bool is_scheme = std::all_of(scheme.begin(), scheme.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '+' || c == '-' || c == '.' || c == ':';
  });
  return is_scheme ? lower(scheme) : std::string();
}

/// postgresql of `jdbc:postgresql`, `postgresql+psycopg2`, `postgres+asyncpg`.
std::string_view dialect_dropped(std::string_view scheme) {
  constexpr std::string_view jdbc = "jdbc:";
  if (scheme.starts_with(jdbc)) scheme.remove_prefix(jdbc.size());
  const auto base = scheme.substr(0, scheme.find('+'));
  return base == "postgres" || base == "postgresql" ? base : scheme;
}

[[noreturn]] void refuse_scheme(const std::string& scheme) {
  if (scheme == "prisma" || scheme == "prisma+postgres")
    throw Error(scheme + ":// leads to Prisma Accelerate or Prisma's own server, not to PostgreSQL", {},
                "give the URL that directUrl has, postgresql://…");
  const std::string nearest = nearest_name(dialect_dropped(scheme), std::array<std::string, 2>{"postgresql", "postgres"});
  throw Error("a database URL cannot begin with " + (scheme.empty() ? std::string("this") : scheme + "://"), {},
              nearest.empty() ? "pgplumb reads PostgreSQL: postgresql://user:password@host:5432/database"
                              : "did you mean " + nearest + "://?");
}

void take_host(DatabaseAddress& address, std::string_view text) {
  std::string hosts, ports;
  bool first = true;
  while (first || !text.empty()) {
    std::string_view rest = cut(text, ',');
    std::string_view host;
    if (rest.starts_with('[')) {
      rest.remove_prefix(1);
      host = cut(rest, ']');
      cut(rest, ':');
    } else {
      host = cut(rest, ':');
    }
    if (!std::all_of(rest.begin(), rest.end(), [](unsigned char c) { return std::isdigit(c); }))
      throw Error("the port in the connection URL is not a number", {}, std::string(encode_hint));
    hosts += (first ? "" : ",") + percent_decoded(host);
    ports += (first ? "" : ",") + std::string(rest);
    first = false;
  }
  if (!hosts.empty()) address.keywords["host"] = hosts;
  if (ports.find_first_not_of(',') != ports.npos) address.keywords["port"] = ports;
}

void take_authority(DatabaseAddress& address, std::string_view authority) {
  const auto at = authority.rfind('@');
  if (at != authority.npos) {
    std::string_view password = authority.substr(0, at);
    const std::string_view user = cut(password, ':');
    if (!user.empty()) address.keywords["user"] = percent_decoded(user);
    if (!password.empty()) address.keywords["password"] = percent_decoded(password);
    authority.remove_prefix(at + 1);
  }
  take_host(address, authority);
}

DatabaseAddress read_url(std::string_view text) {
  DatabaseAddress address;
  text.remove_prefix(text.find("://") + 3);
  const auto end = std::min(text.find_first_of("/?"), text.size());
  take_authority(address, text.substr(0, end));
  text.remove_prefix(end);
  const std::string_view path = cut(text, '?');
  if (path.find('@') != path.npos) throw Error("the connection URL has an @ behind its first /", {}, std::string(encode_hint));
  if (path.size() > 1) address.keywords["dbname"] = percent_decoded(path.substr(1));
  while (!text.empty()) {
    std::string_view value = cut(text, '&');
    const std::string name = percent_decoded(cut(value, '='));
    if (!name.empty()) take_parameter(address, name, percent_decoded(value));
  }
  return address;
}

/// A keyword string's value: up to a blank, or in single quotes; a backslash takes the next character as it is.
std::string take_value(std::string_view& text) {
  const bool quoted = text.starts_with('\'');
  if (quoted) text.remove_prefix(1);
  std::string value;
  while (!text.empty() && (quoted ? text.front() != '\'' : !std::isspace(static_cast<unsigned char>(text.front())))) {
    if (text.front() == '\\' && text.size() > 1) text.remove_prefix(1);
    value += text.front();
    text.remove_prefix(1);
  }
  if (quoted && text.empty()) throw Error("the connection string has a ' that nothing closes");
  if (quoted) text.remove_prefix(1);
  return value;
}

/// The keyword that the text begins with when a = follows it, and takes both off.
std::optional<std::string> take_keyword(std::string_view& text) {
  const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
  if (end == 0 || end == text.npos) return std::nullopt;
  std::string keyword(text.substr(0, end));
  const std::string_view rest = trim(text.substr(end));
  if (!rest.starts_with('=')) return std::nullopt;
  text = trim(rest.substr(1));
  return keyword;
}

DatabaseAddress read_keywords(std::string_view text) {
  DatabaseAddress address;
  while (!(text = trim(text)).empty()) {
    const auto keyword = take_keyword(text);
    if (!keyword)
      throw Error("the connection string is not made of keyword=value", {},
                  "put a value with blanks into single quotes: password='a b'");
    take_parameter(address, *keyword, take_value(text));
  }
  return address;
}

bool is_keyword_string(std::string_view text) {
  const auto keyword = take_keyword(text);
  if (!keyword) return false;
  DatabaseAddress probe;
  take_parameter(probe, *keyword, "probe");
  return probe.not_understood.empty();
}

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

bool is_database_url(std::string_view text) {
  text = trim(text);
  return text.find("://") != text.npos || is_keyword_string(text);
}

DatabaseAddress read_database_url(std::string_view text) {
  text = trim(text);
  if (text.empty()) throw Error("the database URL is empty", {}, "is the variable set that it comes from?");
  if (text.starts_with('"') || text.starts_with('\'') || text.starts_with('`'))
    throw Error("the database URL has quotes around it", {},
                "leave them out: a shell or .env file takes them off, docker --env-file and others do not");
  DatabaseAddress address;
  if (text.find("://") != text.npos) {
    const std::string scheme = scheme_of(text);
    const auto base = dialect_dropped(scheme);
    if (base != "postgres" && base != "postgresql") refuse_scheme(scheme);
    address = read_url(text);
  } else if (is_keyword_string(text)) {
    address = read_keywords(text);
  } else {
    throw Error("this is no database URL", {}, "postgresql://user:password@host:5432/database");
  }
  settle_parameters(address);
  return address;
}

}  // namespace pgplumb
