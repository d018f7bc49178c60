#include "kinds/user_mapping/rows.h"

namespace pgplumb {

void read_user_mapping_row(Introspection& read, const Row& row) {
  enum { name, statement, is_visible };
  read_stated_row<UserMapping>(read, row);
  const Symbol* mapping = read.draft.find(Namespace::user_mapping, nullptr, row.text(name));
  if (!mapping || row.flag(is_visible)) return;
  read.draft.change(mapping, [](Draft::Item& item) { item.uncertain = true; });
  read.not_compared.push_back(
      {"options of a user mapping", "this role may not see which it has", {}, 1, std::string(row.text(name))});
}

}  // namespace pgplumb
