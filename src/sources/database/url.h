// Where a database is and how to get in, read from any way that tools write it, before libpq sees it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// libpq would take `postgresql+psycopg2://u:pw@h/db`, or a URL in quotes, for a database's name, and print it with its password:
/// so it only ever gets `keywords`.
struct DatabaseAddress {
  std::map<std::string, std::string> keywords;  ///< libpq's own: host, port, dbname, user, password, sslmode …
  std::string schema;                           ///< Prisma's ?schema=, JDBC's currentSchema, a search_path; "" for none
  std::vector<std::string> not_understood;      ///< names of parameters that were passed over

  // What libpq will use: the keyword, else its environment variable, else its default.
  std::string host() const;  ///< "localhost" for a unix socket
  std::string port() const;
  std::string user() const;
  std::string database() const;
  /// Whether host and database are what pg_service.conf says.
  bool names_only_a_service() const;
  /// "shop at db-1", or "service shop"; holds no secret.
  std::string display() const;
  /// The keywords as libpq's connection string.
  std::string libpq_string() const;
  /// `text` without the password, should a server or library have put it there.
  std::string without_password(std::string text) const;
};

/// Whether both lead to one database, as far as can be told without asking: this machine has several names.
bool are_one_database(const DatabaseAddress& a, const DatabaseAddress& b);

/// Whether the text is meant as a connection string: it has a scheme, or is made of libpq's keywords.
bool is_database_url(std::string_view text);

/// Reads `postgresql://…` in the dialects of libpq, Prisma, SQLAlchemy and JDBC, and libpq's `host=… dbname=…`. Throws Error,
/// with no part of the text that might be secret, for another scheme, quotes around it, an empty text and what does not parse.
DatabaseAddress read_database_url(std::string_view text);

}  // namespace pgplumb
