#include "kinds/sequence/rows.h"

namespace pgplumb {

void read_sequence_row(Introspection& read, const Row& row) {
  enum { schema, name, type, start, increment, minimum, maximum, cache, cycle, owner, owner_column };
  Sequence sequence{row.text(type),     row.large(start), row.large(increment), row.large(minimum),
                    row.large(maximum), row.large(cache), row.flag(cycle),      {}};
  if (!row.is_null(owner)) {
    sequence.owned_by = {read.column(row.oid(owner), row.oid(owner_column))};
    if (!sequence.owned_by) return;  // of a partition, or of what an extension owns
  }
  read.draft.declare(Namespace::sequence, read.schemas.at(row.oid(schema)), row.text(name), sequence, {});
}

}  // namespace pgplumb
