#include "findings/fixes/rename.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "findings/order/turns.h"
#include "findings/severity.h"
#include "kinds/privileges/write.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

/// `f` of `f(integer)`, `c` of `c USING btree`.
std::string bare_name(const ObjectId& id) {
  if (!id.member.empty()) return quote_identifier(id.member);
  const bool is_of_method = id.space == Namespace::operator_class || id.space == Namespace::operator_family;
  const std::string_view name = id.space == Namespace::routine ? name_without_signature(id.name) : id.name;
  return quote_identifier(is_of_method ? name.substr(0, name.rfind(" USING ")) : name);
}

std::string renamed_as_its_kind(const Entry& from, const ObjectId& to) {
  const bool stays = from.id.schema == to.schema;
  return "ALTER " + named_with_kind(from) +
         (stays ? " RENAME TO " + bare_name(to) : " SET SCHEMA " + quote_identifier(to.schema));
}

std::string renamed(const Entry& from, const ObjectId& to) {
  switch (from.id.space) {
    case Namespace::relation:
    case Namespace::partition:
      if (from.id.name == to.name) return alter_table(from.id) + "SET SCHEMA " + quote_identifier(to.schema);
      return alter_table(from.id) + "RENAME TO " + quote_identifier(to.name);
    case Namespace::column:
      return alter_table(from.id) + "RENAME COLUMN " + quote_identifier(from.id.member) + " TO " + quote_identifier(to.member);
    case Namespace::enum_value:
      return "ALTER TYPE " + quoted_owner(from.id) + " RENAME VALUE " + quote_literal(from.id.member) + " TO " +
             quote_literal(to.member);
    case Namespace::index:
      return "ALTER INDEX " + quoted_owner({Namespace::relation, from.id.schema, from.id.member, {}}) + " RENAME TO " +
             quote_identifier(to.member);
    case Namespace::constraint:
      return alter_table(from.id) + "RENAME CONSTRAINT " + quote_identifier(from.id.member) + " TO " +
             quote_identifier(to.member);
    default:
      return renamed_as_its_kind(from, to);
  }
}

bool breaks_running_code(const Case& one) {
  constexpr std::array always = {Namespace::relation, Namespace::partition, Namespace::column, Namespace::enum_value};
  const Namespace space = one.entry().id.space;
  if (space == Namespace::index || space == Namespace::constraint) return false;
  return std::find(always.begin(), always.end(), space) != always.end() || is_called_by_name(one);
}

}  // namespace

SqlFix rename(const Case& one) {
  SqlFix fix;
  for (const Case* other : one.turns->in_the_way_of(one))
    fix.text += renamed(target_of(*other, one), one.turns->aside(*other)) + ";\n";
  fix.text += renamed(target_of(one), one.expectation().entry->id);
  if (breaks_running_code(one)) fix.hazards = {"breaks-running-code"};
  return fix;
}

}  // namespace pgplumb
