#include "kinds/privileges/rows.h"

namespace pgplumb {

void read_access_row(Introspection& read, const Row& row) {
  enum { what, name, statement };
  constexpr std::string_view privileges = "privileges";
  const bool is_asked_for = row.text(what) != privileges || read.session.reads_privileges;
  if (is_asked_for) read.run(row.text(statement), row.text(what), row.text(name));
}

}  // namespace pgplumb
