#include "kinds/sequence/rows.h"

namespace pgplumb {

void read_sequence_row(Introspection& read, const Row& row) {
  enum { oid, schema, name, type, start, increment, minimum, maximum, cache, cycle };
  Sequence sequence{row.text(type),     row.large(start), row.large(increment), row.large(minimum),
                    row.large(maximum), row.large(cache), row.flag(cycle),      {}};
  read.relations[row.oid(oid)] =
      read.draft.declare(Namespace::sequence, read.schemas.at(row.oid(schema)), row.text(name), sequence, {});
}

}  // namespace pgplumb
