#include "kinds/spelling.h"

#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry, const Entry*) {
  return alter_table(entry.id) + "ADD CONSTRAINT " + quote_identifier(entry.id.member) + " PRIMARY KEY " +
         quoted_columns(std::get<PrimaryKey>(entry.object).columns);
}

}  // namespace

extern const Spelling primary_key_spelling{PrimaryKey::kind, "primary keys", {}, {}, {}, {}, create, drop_constraint};

}  // namespace pgplumb
