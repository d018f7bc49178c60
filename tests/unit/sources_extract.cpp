// EXTRACT beside servers that do not have it.
#include <pgplumb/sources/source.h>
#include <pgplumb/statements/replay.h>

#include <future>

#include "catch.h"
#include "sources/extract.h"

using namespace pgplumb;

namespace {

/// What becomes of EXTRACT in a default, a partition's own default and a view, with servers of these versions.
std::vector<std::string> read_beside(const std::vector<int>& versions) {
  Servers servers;
  const std::vector<Place> places(versions.size());
  for (std::size_t i = 0; i < versions.size(); ++i) servers.expect_one();
  // Who reads a server tells its version while others wait for it; that the reading ends tells nothing more.
  const auto telling = std::async(std::launch::async, [&] {
    for (std::size_t i = 0; i < versions.size(); ++i) servers.tell_version(places[i], versions[i]), servers.end(places[i]);
  });
  Draft draft;
  Replay replay(draft);
  replay.run(SourceText("extract.sql",
                        "CREATE TABLE a (at timestamp, year int DEFAULT extract(year FROM now()) + 1) PARTITION BY LIST (year);"
                        "CREATE TABLE p PARTITION OF a (year DEFAULT extract(day FROM now())) DEFAULT;"
                        "CREATE VIEW v AS SELECT at FROM a WHERE extract(hour FROM at) > 5"));
  read_extract_as_servers_do(draft, &servers);
  const Catalog catalog = draft.settle();
  const auto object = [&](Namespace space, const char* name, const char* member) -> const Object& {
    return catalog.find({space, "public", name, member})->object;
  };
  const auto& column = std::get<Column>(object(Namespace::column, "a", "year"));
  const auto& partition = std::get<Partition>(object(Namespace::partition, "p", ""));
  const auto& view = std::get<Table>(object(Namespace::relation, "v", ""));
  return {display_expression(*column.default_value.tree), display_expression(*partition.defaults->front().value.tree),
          display_expression(*view.definition.tree)};
}

}  // namespace

TEST_CASE("sources: EXTRACT is date_part where one of the servers is PostgreSQL 13 or before, and not elsewhere") {
  using Lines = std::vector<std::string>;
  const Lines by_itself = {"extract('year', now()) + 1", "extract('day', now())",
                           "SELECT at FROM a WHERE extract('hour', at) > 5"};
  const Lines as_date_part = {"date_part('year', now()) + 1", "date_part('day', now())",
                              "SELECT at FROM a WHERE date_part('hour', at) > 5"};
  CHECK(read_beside({}) == by_itself);
  CHECK(read_beside({140000}) == by_itself);
  CHECK(read_beside({0}) == by_itself);
  CHECK(read_beside({130011}) == as_date_part);
  CHECK(read_beside({150002, 120022}) == as_date_part);
}
