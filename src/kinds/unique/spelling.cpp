#include "kinds/spelling.h"

#include "kinds/unique/ddl.h"
#include "kinds/unique/options.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

/// `("a" DESC, "b")`
std::string keys_with(const std::vector<ColumnRef>& columns, const std::vector<std::string>& options) {
  std::string text;
  for (std::size_t i = 0; i < columns.size(); ++i)
    text += (text.empty() ? "" : ", ") + quote_identifier(columns[i].symbol->text) + options[i];
  return "(" + text + ")";
}

std::string create(const Entry& entry) {
  const auto& unique = std::get<Unique>(entry.object);
  const std::string nulls = unique.nulls_not_distinct ? " NULLS NOT DISTINCT" : "";
  const UniqueClauses clauses = unique_clauses(unique.options, unique.columns.size());
  if (unique.form == UniqueForm::constraint)
    return alter_table(entry.id) + "ADD CONSTRAINT " + quote_identifier(entry.id.member) + " UNIQUE" + nulls + " " +
           constrained_columns(unique.columns, unique.options) + clauses.include + clauses.storage +
           deferrable_words(unique.deferrable, unique.initially_deferred);
  return "CREATE UNIQUE INDEX " + quote_identifier(entry.id.member) + " ON " + quoted_owner(entry.id) + " " +
         keys_with(unique.columns, clauses.keys) + clauses.include + nulls + clauses.storage;
}

std::string drop(const Entry& entry) {
  return std::get<Unique>(entry.object).form == UniqueForm::constraint ? drop_constraint(entry) : drop_index(entry);
}

constexpr ConstraintSpelling constraints[] = {{CONSTR_UNIQUE, read_unique}};

}  // namespace

extern const Spelling unique_spelling{Unique::kind, "uniques", {}, {}, constraints, {}, create, drop};

}  // namespace pgplumb
