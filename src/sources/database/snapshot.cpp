#include "sources/database/snapshot.h"

#include <fmt/format.h>
#include <pgplumb/error.h>

#include <algorithm>

#include "sources/database/begin.sql.h"
#include "sources/database/changed_meanwhile.sql.h"
#include "sources/database/end.sql.h"
#include "sources/database/extension_owned.sql.h"
#include "sources/database/locked_relations.sql.h"
#include "sources/database/not_compared.sql.h"
#include "sources/database/running_migrations.sql.h"
#include "sources/database/schemas_to_read.sql.h"
#include "sources/database/server.sql.h"
#include "sources/database/settings.sql.h"

namespace pgplumb {

namespace {

constexpr int lock_timeout_seconds = 2;  // a lock that we wait for, others wait for behind us
constexpr int oldest_server = 120000;    // server_version_num of PostgreSQL 12, the first with generated columns
/// Keys of advisory locks that migration tools hold while they run: Prisma's schema engine, tern. Other tools make theirs from
/// the database's name.
constexpr std::string_view migration_lock_keys = "{72707369,9628173550095224}";
constexpr std::size_t longest_query = 120;  // of a blocker's query, characters shown

/// An array in PostgreSQL's text form; every element quoted.
template <class Texts>
std::string array_text(const Texts& texts) {
  std::string array;
  for (const std::string& text : texts) {
    array += array.empty() ? "\"" : ",\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') array += '\\';
      array += c;
    }
    array += '"';
  }
  return "{" + array + "}";
}

/// Sends a statement with one parameter or none.
void send(Connection& connection, std::string_view sql, const Connection::ReadRow& read) { connection.send(sql, {}, read); }
void send(Connection& connection, std::string_view sql, const std::string& parameter, const Connection::ReadRow& read) {
  connection.send(sql, {{parameter}}, read);
}

/// "15.8" of "15.8 (Debian 15.8-0+deb12u1)".
std::string first_word(std::string_view text) { return std::string(text.substr(0, text.find(' '))); }

int read_server(Connection& connection, Source& source, std::string& snapshot_text) {
  int version = 0;
  std::string product;
  send(connection, server_sql, [&](const Row& row) {
    enum { number, text, product_text, database, snapshot };
    version = row.integer(number);
    product = first_word(row.text(product_text));
    source.server = "PostgreSQL " + first_word(row.text(text));
    source.database = row.text(database);
    snapshot_text = row.text(snapshot);
  });
  if (product != "PostgreSQL") throw Error("the server is " + product + ", not PostgreSQL");
  if (version < oldest_server) throw Error("the server is " + source.server + "; PostgreSQL 12 and later are read");
  return version;
}

std::string read_schemas_to_read(Connection& connection, const ReadOptions& options) {
  std::vector<std::string> oids;
  send(connection, schemas_to_read_sql, array_text(options.schemas), [&](const Row& row) { oids.emplace_back(row.text(0)); });
  return array_text(oids);
}

std::string query_in_short(std::string_view query) {
  std::string text(query.substr(0, longest_query));
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < ' '; }, ' ');
  return query.size() > longest_query ? text + "…" : text;
}

std::vector<LockedRelation> read_locked_relations(Connection& connection, const std::string& schemas) {
  std::vector<LockedRelation> locked;
  send(connection, locked_relations_sql, schemas, [&](const Row& row) {
    enum { oid, name, pid, seconds, query };
    locked.push_back(
        {std::string(row.text(oid)), std::string(row.text(name)),
         fmt::format("locked by pid {} for {} s: {}", row.text(pid), row.text(seconds), query_in_short(row.text(query)))});
  });
  return locked;
}

void read_kinds(Connection& connection, int version, const std::string& schemas, const std::string& left_out,
                Introspection& read) {
  for (const Spelling* spelling : spellings())
    for (const CatalogQuery& query : spelling->queries)
      if (query.from_version <= version && version < query.until_version) {
        const std::string parameters[] = {schemas, left_out};
        connection.send(query.sql, std::span(parameters).first(query.parameters), [&](const Row& row) { query.read(read, row); });
      }
}

/// Nothing sure can be said of a relation whose expressions could not be read.
void mark_uncertain(const std::vector<LockedRelation>& locked, Introspection& read) {
  for (const LockedRelation& relation : locked) {
    read.not_compared.push_back({"table", relation.blocker, {}, 1, relation.name});
    if (const Symbol* symbol = read.relation(static_cast<unsigned>(std::stoul(relation.oid))))
      read.draft.change(symbol, [](Draft::Item& item) { item.uncertain = true; });
  }
}

void read_what_is_not_compared(Connection& connection, const std::string& schemas, Introspection& read) {
  send(connection, not_compared_sql, schemas, [&](const Row& row) {
    enum { what, why, count };
    read.not_compared.push_back({std::string(row.text(what)), std::string(row.text(why)), {}, row.oid(count), {}});
  });
}

Catalog settle(Connection& connection, const ReadOptions& options, Introspection& read) {
  Catalog catalog = read.draft.settle();
  send(connection, extension_owned_sql, [&](const Row& row) { catalog.extension_owned.emplace(row.text(0)); });
  catalog.schemas.insert(options.schemas.begin(), options.schemas.end());
  catalog.not_compared = std::move(read.not_compared);
  return catalog;
}

}  // namespace

ReadOnlyTransaction::ReadOnlyTransaction(Connection& connection, const ReadOptions& options) : connection_(connection) {
  const auto milliseconds = [](int seconds) { return std::to_string(seconds * 1000); };
  connection.send(begin_sql);
  const std::string limits[] = {milliseconds(options.statement_timeout), milliseconds(lock_timeout_seconds)};
  connection.send(settings_sql, limits);
}

ReadOnlyTransaction::~ReadOnlyTransaction() {
  try {
    connection_.send(end_sql);
  } catch (...) {  // a lost connection ends the transaction as well, and who lost it has said so
  }
}

bool has_changed_since(Connection& connection, const SnapshotRead& read) {
  bool changed = false;
  const std::string parameters[] = {read.schemas, read.snapshot};
  connection.send(changed_meanwhile_sql, parameters, [&](const Row& row) { changed = row.flag(0); });
  return changed;
}

SnapshotRead read_snapshot(Connection& connection, const ReadOptions& options, bool mind_locks, Source& source) {
  SnapshotRead result;
  const int version = read_server(connection, source, result.snapshot);
  result.schemas = read_schemas_to_read(connection, options);
  std::vector<LockedRelation> locked;
  if (mind_locks) locked = read_locked_relations(connection, result.schemas);
  std::vector<std::string> left_out;
  for (const LockedRelation& relation : locked) left_out.push_back(relation.oid);

  Draft draft;
  Introspection read{draft};
  read_kinds(connection, version, result.schemas, array_text(left_out), read);
  mark_uncertain(locked, read);
  read_what_is_not_compared(connection, result.schemas, read);
  send(connection, running_migrations_sql, std::string(migration_lock_keys),
       [&](const Row&) { source.notice = "a migration is running now"; });
  result.catalog = settle(connection, options, read);
  return result;
}

}  // namespace pgplumb
