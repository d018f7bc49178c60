#include "kinds/spelling.h"

#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry, const Entry*) { return "CREATE TYPE " + quoted_owner(entry.id) + " AS ENUM ()"; }
std::string drop(const Entry& entry, const Entry*) { return "DROP TYPE " + quoted_owner(entry.id); }
std::string add_value(const Entry& entry, const Entry*) {
  return "ALTER TYPE " + quoted_owner(entry.id) + " ADD VALUE " + quote_literal(entry.id.member);
}
/// PostgreSQL cannot drop a value of an enum.
std::string drop_value(const Entry&, const Entry*) { return {}; }

}  // namespace

extern const Spelling enum_spelling{Enum::kind, "enums", {}, {}, {}, {}, create, drop};
extern const Spelling enum_value_spelling{EnumValue::kind, "enum values", {}, {}, {}, {}, add_value, drop_value};

}  // namespace pgplumb
