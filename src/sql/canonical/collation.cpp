#include "sql/canonical/collation.h"

#include "sql/canonical/functions.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/canonical/type_of.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

struct Derived {
  enum class Strength { none, implied, given, unknown };
  Strength strength = Strength::none;
  std::string name;
};
using Strength = Derived::Strength;

/// merge_collation_state: COLLATE counts most, then what is not the default.
Derived merge(const Derived& a, const Derived& b) {
  if (a.strength != b.strength) return a.strength > b.strength ? a : b;
  if (a.name == b.name || b.name.empty()) return a;
  return a.name.empty() ? b : Derived{Strength::unknown, {}};
}

/// pg_type.typcollation
std::string collation_of_type(const DataType& type) { return is_type(type, "name") ? "C" : ""; }

class Collations {
 public:
  Collations(const KnownTypes& types, const CollationOfColumn& of_column) : types_(types), of_column_(of_column) {}

  Derived derive(const Expression& expression) const {
    if (is_collation(expression)) return {Strength::given, expression.text.substr(std::string_view("collate ").size())};
    if (is_untyped(expression)) return {};
    const MaybeType type = type_of(expression, types_);
    if (!type) return {Strength::unknown, {}};
    const DataType base = base_type(*type, types_);
    if (expression.kind == Kind::column) return of_column(expression.column, base);
    Derived inside;
    for (const Expression& argument : expression.args) inside = merge(inside, derive(argument));
    if (inside.strength == Strength::unknown) return inside;
    if (!is_collatable(base)) return {};
    return inside.strength == Strength::none ? Derived{Strength::implied, collation_of_type(base)} : inside;
  }

 private:
  Derived of_column(ColumnRef column, const DataType& type) const {
    if (!is_collatable(type)) return {};
    const std::string own = of_column_(column);
    return {Strength::implied, own.empty() ? collation_of_type(type) : own};
  }

  const KnownTypes& types_;
  const CollationOfColumn& of_column_;
};

}  // namespace

std::string name_of_collation(const Symbol& collation) {
  const std::string name = (collation.parent ? collation.parent->text + "." : "") + collation.text;
  return std::string(without_usual_schema(name));
}

std::optional<std::string> collation_of(const Expression& expression, const KnownTypes& types,
                                        const CollationOfColumn& of_column) {
  const Derived derived = Collations(types, of_column).derive(expression);
  const bool is_known = derived.strength == Strength::implied || derived.strength == Strength::given;
  return is_known ? std::optional(derived.name) : std::nullopt;
}

}  // namespace pgplumb
