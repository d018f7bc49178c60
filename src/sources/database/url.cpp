#include "sources/database/url.h"

#include <pgplumb/error.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "sources/database/keyword_string.h"
#include "sources/database/url_parameters.h"

namespace pgplumb {

namespace {

constexpr std::string_view encode_hint = "in a user name or password, write / as %2F, ? as %3F, @ as %40, : as %3A and % as %25";

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
  return is_scheme ? lower_case(scheme) : std::string();
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

}  // namespace

bool is_database_url(std::string_view text) {
  text = without_blanks(text);
  return text.find("://") != text.npos || is_keyword_string(text);
}

DatabaseAddress read_database_url(std::string_view text) {
  text = without_blanks(text);
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
    address = read_keyword_string(text);
  } else {
    throw Error("this is no database URL", {}, "postgresql://user:password@host:5432/database");
  }
  settle_parameters(address);
  return address;
}

}  // namespace pgplumb
