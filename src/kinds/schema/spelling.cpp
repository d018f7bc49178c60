#include "kinds/spelling.h"

#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry, const Entry*) { return "CREATE SCHEMA " + quote_identifier(entry.id.name); }
std::string drop(const Entry& entry, const Entry*) { return "DROP SCHEMA " + quote_identifier(entry.id.name); }

}  // namespace

extern const Spelling schema_spelling{Schema::kind, "schemas", {}, {}, {}, {}, create, drop};

}  // namespace pgplumb
