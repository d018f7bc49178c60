#include "catalog/named_in_constants.h"

#include <algorithm>
#include <array>
#include <optional>

namespace pgplumb {

namespace {

struct TypeOfNames {
  std::string_view type;
  Namespace space;
};
constexpr std::array types_of_names = {
    TypeOfNames{"regproc", Namespace::routine},
    TypeOfNames{"regprocedure", Namespace::routine},
    TypeOfNames{"regoper", Namespace::operators},
    TypeOfNames{"regoperator", Namespace::operators},
    TypeOfNames{"regconfig", Namespace::text_search_configuration},
    TypeOfNames{"regdictionary", Namespace::text_search_dictionary},
    TypeOfNames{"regcollation", Namespace::collation},
    TypeOfNames{"regnamespace", Namespace::schema},
};

/// The only one of that name in the schema.
const Symbol* find_overload(const Draft& draft, Namespace space, const Symbol* schema, std::string_view name) {
  std::vector<Symbol*> all = draft.overloads(space, name);
  std::erase_if(all, [&](const Symbol* one) { return one->parent != schema; });
  return all.size() == 1 ? all.front() : nullptr;
}

const Symbol* find_in(const Draft& draft, Namespace space, const Symbol* schema, std::string_view name) {
  const bool has_signatures = space == Namespace::routine || space == Namespace::operators;
  const bool is_plain = has_signatures && name.find('(') == name.npos;
  return is_plain ? find_overload(draft, space, schema, name) : draft.find(space, schema, name);
}

}  // namespace

const Symbol* named_in_constant(const Draft& draft, std::span<const std::string> path, std::string_view type,
                                std::string_view schema, std::string_view name) {
  const auto row = std::find_if(types_of_names.begin(), types_of_names.end(),
                                [&](const TypeOfNames& candidate) { return candidate.type == type; });
  if (row == types_of_names.end()) return nullptr;
  if (is_global(row->space)) return draft.find(row->space, nullptr, name);
  const std::string given(schema);
  for (const std::string& home : schema.empty() ? path : std::span(&given, 1))
    if (const Symbol* parent = draft.find(Namespace::schema, nullptr, home))
      if (const Symbol* found = find_in(draft, row->space, parent, name)) return found;
  return nullptr;
}

}  // namespace pgplumb
