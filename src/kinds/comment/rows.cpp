#include "kinds/comment/rows.h"

namespace pgplumb {

void read_comment_row(Introspection& read, const Row& row) {
  enum { name, statement, changed_extension };
  // On what is in a schema that is not read, or is a partition.
  if (!read.run(row.text(statement), "comment", row.text(name))) read.not_compared.pop_back();
  if (const Symbol* extension = read.draft.find(Namespace::extension, nullptr, row.text(changed_extension)))
    read.draft.change(extension, [](Draft::Item& item) {
      std::erase_if(item.notes.edit().accepts, [](const Acceptance& one) { return one.field == "comment"; });
    });
}

}  // namespace pgplumb
