#include <map>
#include <string>

#include "catch.h"
#include "sources/database/connection_failure.h"
#include "sources/database/url.h"
#include "sources_errors.h"

using namespace pgplumb;

namespace {

const std::string password = "s3cret-Plumb";

using Keywords = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("database: the same address in every tool's spelling") {
  const Keywords expected{{"host", "db-1"}, {"port", "5433"}, {"dbname", "shop"}, {"user", "app"}, {"password", password}};
  const auto url = GENERATE_COPY(
      "postgresql://app:" + password + "@db-1:5433/shop", "postgres://app:" + password + "@db-1:5433/shop",
      " postgresql://app:" + password + "@db-1:5433/shop\n", "PostgreSQL://app:" + password + "@db-1:5433/shop",
      "postgresql+psycopg2://app:" + password + "@db-1:5433/shop", "postgresql+asyncpg://app:" + password + "@db-1:5433/shop",
      "jdbc:postgresql://db-1:5433/shop?user=app&password=" + password,
      "postgresql:///shop?host=db-1&port=5433&user=app&password=" + password,
      "host=db-1 port=5433 dbname=shop user=app password='" + password + "'",
      "postgresql://app:" + password + "@db-1:5433/shop?connection_limit=5&pgbouncer=true&pool_timeout=10&socket_timeout=3");
  CHECK(is_database_url(url));
  CHECK(read_database_url(url).keywords == expected);
  CHECK(read_database_url(url).not_understood.empty());
}

TEST_CASE("database: percent-encoding, sockets, IPv6 and several hosts") {
  CHECK(read_database_url("postgresql://a%40b:p%2Fw%25@h/my%20db").keywords ==
        Keywords{{"user", "a@b"}, {"password", "p/w%"}, {"host", "h"}, {"dbname", "my db"}});
  CHECK(read_database_url("postgresql://u:p@ss@h/d").keywords.at("password") == "p@ss");
  CHECK(read_database_url("postgresql://%2Frun%2Fpostgresql/shop").keywords.at("host") == "/run/postgresql");
  CHECK(read_database_url("postgresql://%2Frun%2Fpostgresql/shop").host() == "localhost");
  CHECK(read_database_url("postgresql://[::1]:5433/shop").keywords ==
        Keywords{{"host", "::1"}, {"port", "5433"}, {"dbname", "shop"}});
  const auto several = read_database_url("postgresql://a:1,b,[::1]:3/shop");
  CHECK(several.keywords.at("host") == "a,b,::1");
  CHECK(several.keywords.at("port") == "1,,3");
}

TEST_CASE("database: the schema that a URL chooses") {
  CHECK(read_database_url("postgresql://h/d?schema=crm").schema == "crm");
  CHECK(read_database_url("jdbc:postgresql://h/d?currentSchema=crm,public").schema == "crm");
  CHECK(read_database_url("postgresql://h/d?search_path=%22%24user%22%2C%20crm").schema == "crm");
  CHECK(read_database_url("postgresql://h/d?options=-c%20search_path%3Dcrm").schema == "crm");
  CHECK(read_database_url("postgresql://h/d").schema.empty());
}

TEST_CASE("database: TLS as other tools say it") {
  const auto mode = [](const std::string& parameters) {
    return read_database_url("postgresql://h/d?" + parameters).keywords["sslmode"];
  };
  CHECK(mode("sslmode=verify-full") == "verify-full");
  CHECK(mode("sslmode=no-verify") == "require");
  CHECK(mode("ssl=true") == "require");
  CHECK(mode("ssl=false") == "disable");
  CHECK(mode("sslmode=require&sslaccept=strict") == "verify-full");
  CHECK(mode("sslaccept=accept_invalid_certs").empty());
  CHECK(read_database_url("postgresql://h/d?sslcert=ca.pem").keywords ==
        Keywords{{"host", "h"}, {"dbname", "d"}, {"sslrootcert", "ca.pem"}});
  CHECK(read_database_url("postgresql://h/d?sslcert=c.pem&sslkey=k.pem").keywords.contains("sslcert"));
}

TEST_CASE("database: parameters that nobody knows are passed over, by name") {
  const auto address = read_database_url("postgresql://h/d?wibble=" + password + "&sslmode=require");
  CHECK(address.not_understood == std::vector<std::string>{"wibble"});
}

TEST_CASE("database: libpq's string is quoted") {
  const auto address = read_database_url("postgresql://u:it%27s%5C@h/d");
  CHECK(address.libpq_string() == R"(dbname='d' host='h' password='it\'s\\' user='u' )");
}

TEST_CASE("database: what is refused is refused with a reason, and never with the password") {
  struct Refused {
    std::string url, says;
  };
  const auto refused = GENERATE_COPY(
      Refused{"", "empty"}, Refused{"  \n", "empty"}, Refused{"\"postgresql://u:" + password + "@h/d\"", "quotes"},
      Refused{"'postgresql://u:" + password + "@h/d'", "quotes"}, Refused{"mysql://u:" + password + "@h/d", "mysql"},
      Refused{"postgressql://u:" + password + "@h/d", "did you mean postgresql://"},
      Refused{"prisma://accelerate.example/?api_key=" + password, "directUrl"},
      Refused{"prisma+postgres://localhost:51213/?api_key=" + password, "directUrl"},
      Refused{"postgresql://u:12/" + password + "@h/d", "%2F"}, Refused{"postgresql://u:" + password + "/x@h/d", "%2F"},
      Refused{"postgresql://u:" + password + "%zz@h/d", "%25"}, Refused{"host=h password=a " + password, "single quotes"},
      Refused{"host=h password='" + password, "nothing closes"}, Refused{"shop", "no database URL"});
  const std::string error = error_of([&] { read_database_url(refused.url); });
  INFO(error);
  CHECK(contains(error, refused.says));
  CHECK_FALSE(contains(error, password));
}

TEST_CASE("database: what is shown of an address holds no password") {
  const auto address = read_database_url("postgresql://app:" + password + "@db-1/shop");
  CHECK(address.display() == "shop at db-1");
  CHECK(read_database_url("service=shop").display() == "service shop");
  CHECK(address.without_password("FATAL: " + password + "!") == "FATAL: ***!");
}

TEST_CASE("database: failures to connect say what to do") {
  const auto address = read_database_url("postgresql://app:" + password + "@db/shop");
  const auto said = [&](const std::string& message) {
    const Error error = connection_failure(address, message);
    return error.message() + "\n" + error.hint();
  };
  const std::string unknown_host = said("could not translate host name \"db\" to address: Name or service not known");
  CHECK(contains(unknown_host, "compose"));
  CHECK(contains(unknown_host, "localhost:5432"));
  CHECK(contains(said("FATAL:  password authentication failed for user \"app\""), "wrong password for app"));
  CHECK(contains(said("FATAL:  database \"shop\" does not exist"), "no database shop"));
  CHECK(contains(said("FATAL:  permission denied for database \"shop\""), "GRANT CONNECT"));
  CHECK(contains(said("something new"), "something new"));
  CHECK_FALSE(contains(said("something new about " + password), password));
  CHECK(connection_failure(read_database_url("postgresql://db.example.org/shop"), "could not translate host name").hint() ==
        "check the host in the URL");
}
