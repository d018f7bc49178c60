#include <pgplumb/sql/symbol.h>

namespace pgplumb {

const Symbol* pg_catalog() {
  static const Symbol schema{"pg_catalog"};
  return &schema;
}

bool same_name(const Symbol* a, const Symbol* b) {
  if (a == b) return true;
  if (!a || !b) return false;
  const Symbol& left = a->meant();
  const Symbol& right = b->meant();
  if (left.text != right.text) return false;
  return !left.parent || !right.parent || left.parent->meant().text == right.parent->meant().text;
}

bool operator==(RoutineRef a, RoutineRef b) {
  if (a.symbol == b.symbol) return true;
  if (!a.symbol || !b.symbol) return false;
  const auto called = [](const Symbol& symbol) { return std::string_view(symbol.text).substr(0, symbol.text.find('(')); };
  const Symbol &meant_by_a = a.symbol->meant(), &meant_by_b = b.symbol->meant();
  if (called(meant_by_a) != called(meant_by_b)) return false;
  const Symbol *left = meant_by_a.parent, *right = meant_by_b.parent;
  return !left || !right || left->meant().text == right->meant().text;
}

std::string display_name(const Symbol& symbol) {
  const Symbol* schema = symbol.parent;
  if (!schema || schema->text == "public" || schema == pg_catalog()) return symbol.text;
  return schema->text + "." + symbol.text;
}

}  // namespace pgplumb
