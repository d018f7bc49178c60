#include "kinds/spelling.h"

#include "kinds/unique/ddl.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& unique = std::get<Unique>(entry.object);
  const std::string nulls = unique.nulls_not_distinct ? " NULLS NOT DISTINCT" : "";
  if (unique.form == UniqueForm::constraint)
    return alter_table(entry.id) + "ADD CONSTRAINT " + quote_identifier(entry.id.member) + " UNIQUE" + nulls + " " +
           quoted_columns(unique.columns) + (unique.deferrable ? " DEFERRABLE" : "");
  return "CREATE UNIQUE INDEX " + quote_identifier(entry.id.member) + " ON " + quoted_owner(entry.id) + " " +
         quoted_columns(unique.columns) + nulls;
}

std::string drop(const Entry& entry) {
  return std::get<Unique>(entry.object).form == UniqueForm::constraint ? drop_constraint(entry) : drop_index(entry);
}

constexpr ConstraintSpelling constraints[] = {{CONSTR_UNIQUE, read_unique}};

}  // namespace

extern const Spelling unique_spelling{Unique::kind, "uniques", {}, {}, constraints, {}, create, drop};

}  // namespace pgplumb
