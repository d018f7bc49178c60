#include "sources/prisma/mapping/mapping.h"
#include "sources/prisma/prisma.h"
#include "sources/prisma/read_schema.h"

namespace pgplumb {

void read_prisma(const Place& place, const ReadOptions& options, Source& source) {
  const auto schema = prisma::read_schema(prisma::load_files(place.text), options.default_schema);
  schema->problems.throw_any();
  source.catalog = prisma::map_schema(*schema, options.alias);
  source.state = Source::State::read;
}

}  // namespace pgplumb
