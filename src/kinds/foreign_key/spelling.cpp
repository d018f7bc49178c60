#include "kinds/spelling.h"

#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry, const Entry*) {
  const auto& key = std::get<ForeignKey>(entry.object);
  std::string sql = alter_table(entry.id) + "ADD CONSTRAINT " + quote_identifier(entry.id.member) + " FOREIGN KEY " +
                    quoted_columns(key.columns) + " REFERENCES " + quote_qualified(*key.target.symbol) + " " +
                    quoted_columns(key.target_columns);
  if (key.match_full) sql += " MATCH FULL";
  if (key.on_delete != ReferentialAction::no_action) sql += " ON DELETE " + show_value(key.on_delete);
  if (key.on_update != ReferentialAction::no_action) sql += " ON UPDATE " + show_value(key.on_update);
  if (key.deferrable) sql += key.initially_deferred ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE";
  return sql;
}

}  // namespace

extern const Spelling foreign_key_spelling{ForeignKey::kind, "foreign keys", {}, {}, {}, {}, create, drop_constraint};

}  // namespace pgplumb
