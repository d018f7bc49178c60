#include "kinds/primary_key/rows.h"

#include "kinds/table/options.h"
#include "kinds/unique/options.h"

namespace pgplumb {

void read_primary_key_row(Introspection& read, const Row& row) {
  enum { relation, name, columns, deferrable, deferred, with_included, options, without_overlaps };
  const unsigned oid = row.oid(relation);
  const Symbol* table = read.relation(oid);
  if (!table) return;
  PrimaryKey key{read.columns_of(oid, row.integers(columns)), row.flag(deferrable), row.flag(deferred)};
  auto all = row.integers(with_included);
  all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.empty() ? 0 : key.columns.size()));
  key.options = unique_options({}, read.columns_of(oid, all), options_text(row.texts(options)));
  if (row.flag(without_overlaps)) key.options = with_overlaps_excluded(key.options, key.columns.size());
  read.draft.declare(Namespace::constraint, table, row.text(name), std::move(key), {});
}

}  // namespace pgplumb
