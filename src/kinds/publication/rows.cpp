#include "kinds/publication/rows.h"

namespace pgplumb {

void read_publication_row(Introspection& read, const Row& row) {
  enum { name, statement };
  if (!row.is_null(statement)) return static_cast<void>(read.run(row.text(statement), "publication", row.text(name)));
  const Symbol* made = read.draft.declare(Namespace::publication, nullptr, row.text(name), Publication{}, {});
  read.draft.change(made, [](Draft::Item& item) { item.uncertain = true; });
  read.not_compared.push_back(
      {"publication",
       "the WHERE of one of its tables cannot be read: that table is locked, or in a schema that is not read",
       {},
       1,
       std::string(row.text(name))});
}

}  // namespace pgplumb
