#include "sources/database/snapshot.h"

#include <pgplumb/error.h>

#include <future>

#include "kinds/partition/rows.h"
#include "sources/database/changed_meanwhile.sql.h"
#include "sources/database/extension_owned.sql.h"
#include "sources/database/extension_routines.sql.h"
#include "sources/database/history.h"
#include "sources/database/locked_relations.h"
#include "sources/database/not_compared.sql.h"
#include "sources/database/partition_names.sql.h"
#include "sources/database/relations_with_rows.sql.h"
#include "sources/database/schemas_to_read.sql.h"
#include "sources/database/server.sql.h"
#include "sources/database/text_array.h"
#include "sources/extract.h"
#include "sources/migrations/migrations.h"

namespace pgplumb {

namespace {

constexpr int oldest_server = 120000;  // server_version_num of PostgreSQL 12, the first with generated columns

constexpr int postgresql_17 = 170000;  // the first with MAINTAIN

/// "15.8" of "15.8 (Debian 15.8-0+deb12u1)".
std::string first_word(std::string_view text) { return std::string(text.substr(0, text.find(' '))); }

int read_server(Connection& connection, Source& source, std::string& snapshot_text) {
  int version = 0;
  std::string product;
  connection.ask({server_sql, {}, [&](const Row& row) {
                    enum { number, text, product_text, database, snapshot };
                    version = row.integer(number);
                    product = first_word(row.text(product_text));
                    source.server = "PostgreSQL " + first_word(row.text(text));
                    source.database = row.text(database);
                    snapshot_text = row.text(snapshot);
                  }});
  if (product != "PostgreSQL") throw Error("the server is " + product + ", not PostgreSQL");
  if (version < oldest_server) throw Error("the server is " + source.server + "; PostgreSQL 12 and later are read");
  return version;
}

ExtensionRoutines read_extension_routines(Connection& connection) {
  ExtensionRoutines routines;
  connection.ask(
      {extension_routines_sql, {}, [&](const Row& row) {
         enum { schema, name, signature };
         routines.push_back({std::string(row.text(schema)), std::string(row.text(name)), std::string(row.text(signature))});
       }});
  return routines;
}

std::string read_schemas_to_read(Connection& connection, const ReadOptions& options) {
  std::vector<std::string> oids;
  connection.ask({schemas_to_read_sql, {text_array(options.schemas)}, [&](const Row& row) { oids.emplace_back(row.text(0)); }});
  return text_array(oids);
}

std::string oids_of(const std::vector<LockedRelation>& locked) {
  std::vector<std::string> oids;
  for (const LockedRelation& relation : locked) oids.push_back(std::to_string(relation.oid));
  return text_array(oids);
}

bool is_asked_for(const CatalogQuery& query, const ReadOptions& options) {
  using Sent = CatalogQuery::Sent;
  return query.sent == Sent::always || options.privileges || (options.owners && query.sent == Sent::for_owners_or_privileges);
}

void read_kinds(Connection& connection, int version, const ReadOptions& options, const std::vector<std::string>& parameters,
                Introspection& read) {
  read.session.reads_owners = options.owners || options.privileges;
  read.session.reads_privileges = options.privileges;
  // Types of extensions are named by what is read after them.
  std::vector<Question> questions{
      {extension_owned_sql, {}, [&read](const Row& row) { read.session.extension_owned.emplace(row.text(0)); }}};
  const CatalogQuery* last = nullptr;
  const auto add = [&](std::span<const CatalogQuery> queries) {
    for (const CatalogQuery& query : queries)
      if (query.from_version <= version && version < query.until_version && is_asked_for(query, options))
        questions.push_back(
            {query.sql, {parameters.begin(), parameters.begin() + query.parameters}, [&read, &query, &last](const Row& row) {
               if (std::exchange(last, &query) != &query) read.run_waiting();
               query.read(read, row);
             }});
  };
  for (const Spelling* spelling : spellings()) add(spelling->queries);
  add(remark_queries());
  connection.ask(questions);
  read.give_up_waiting();
}

/// Nothing sure can be said of a relation whose expressions could not be read.
void mark_uncertain(const std::vector<LockedRelation>& locked, Introspection& read) {
  for (const LockedRelation& relation : locked) {
    read.not_compared.push_back({"table", relation.blocker, {}, 1, relation.name});
    if (const Symbol* symbol = read.relation(relation.oid))
      read.draft.change(symbol, [](Draft::Item& item) { item.uncertain = true; });
  }
}

/// What stands beside the objects of the kinds.
std::vector<NotCompared> read_not_compared(Connection& connection, const std::string& schemas) {
  std::vector<NotCompared> found;
  connection.ask({{not_compared_sql, {schemas}, [&](const Row& row) {
                     enum { what, why, count };
                     found.push_back({std::string(row.text(what)), std::string(row.text(why)), {}, row.oid(count), {}});
                   }}});
  return found;
}

void surround(const std::vector<NotCompared>& beside, Introspection& read, Catalog& catalog) {
  catalog.extension_owned = std::move(read.session.extension_owned);
  catalog.not_compared = std::move(read.not_compared);
  catalog.not_compared.insert(catalog.not_compared.end(), beside.begin(), beside.end());
}

/// The database as it will be: the pending migrations replayed on top of what was read.
Catalog settle_after_deploy(Connection& connection, const ReadOptions& options, const std::vector<std::string>& parameters,
                            Introspection& read, Source& source) {
  read_history(connection, options, source);
  const std::vector<NotCompared> beside = read_not_compared(connection, parameters.front());
  Replay replay(read.draft, schema_of_migrations(*options.deploy, options));
  Session& session = replay.session();
  session.state_in_part = false;
  session.reads_owners = options.owners;
  session.reads_privileges = options.privileges;
  session.extension_owned = read.session.extension_owned;
  connection.ask(
      {{relations_with_rows_sql, parameters, [&](const Row& row) { session.with_rows.insert(read.relation(row.oid(0))); }},
       {partition_names_sql, {parameters.front()}, [&](const Row& row) { read_partition_name_row(read, row); }}});
  source.deployed = deploy_migrations(*options.deploy, options, replay);
  read_extract_as_servers_do(read.draft, options.servers);
  Catalog catalog = read.draft.settle();
  replay.report_to(catalog);
  std::vector<NotCompared> said = std::move(catalog.not_compared);
  surround(beside, read, catalog);
  catalog.not_compared.insert(catalog.not_compared.end(), said.begin(), said.end());
  return catalog;
}

/// Settles the draft while the server answers, also for the history, which it has to look for in all tables.
Catalog settle(Connection& connection, const ReadOptions& options, const std::string& schemas, Introspection& read,
               Source& source) {
  auto answer = std::async(std::launch::async, [&] {
    read_history(connection, options, source);
    return read_not_compared(connection, schemas);
  });
  read_extract_as_servers_do(read.draft, options.servers);
  Catalog catalog = read.draft.settle();
  surround(answer.get(), read, catalog);
  return catalog;
}

}  // namespace

SnapshotRead read_snapshot(Connection& connection, const Place& place, const ReadOptions& options, bool mind_locks,
                           Source& source) {
  SnapshotRead result;
  const int version = read_server(connection, source, result.snapshot);
  result.schemas = read_schemas_to_read(connection, options);
  std::vector<LockedRelation> locked;
  if (mind_locks) locked = read_locked_relations(connection, result.schemas);
  Draft draft;
  const std::string& schema = options.schema_of_migrations();
  if (schema != "public") draft.connection_schema = schema;
  draft.ask_extensions = [known = std::make_shared<const ExtensionRoutines>(read_extension_routines(connection))] {
    return known;
  };
  if (options.servers) options.servers->tell_extensions(place, *draft.ask_extensions());
  Introspection read{draft};
  const std::vector<std::string> parameters{result.schemas, oids_of(locked)};
  read_kinds(connection, version, options, parameters, read);
  mark_uncertain(locked, read);
  result.catalog = options.deploy ? settle_after_deploy(connection, options, parameters, read, source)
                                  : settle(connection, options, result.schemas, read, source);
  result.catalog.states_owners = options.owners;
  result.catalog.states_privileges = options.privileges;
  if (options.privileges && version < postgresql_17) result.catalog.silences.push_back({"", "maintain"});
  result.catalog.schemas.insert(options.schemas.begin(), options.schemas.end());
  return result;
}

bool has_changed_since(Connection& connection, const SnapshotRead& read) {
  bool changed = false;
  connection.ask({changed_meanwhile_sql, {read.schemas, read.snapshot}, [&](const Row& row) { changed = row.flag(0); }});
  return changed;
}

}  // namespace pgplumb
