#include "sources/prisma/prisma.h"
#include "sources/prisma/read_catalog.h"

namespace pgplumb {

void read_prisma(const Place& place, const ReadOptions& options, Source& source) {
  source.catalog = prisma::read_catalog(prisma::load_files(place.text), options);
  source.state = Source::State::read;
}

}  // namespace pgplumb
