// The types that names in expressions have in a draft.
#include <pgplumb/catalog/draft.h>

#include <memory>
#include <span>
#include <unordered_map>

#include "catalog/routines.h"
#include "sql/canonical/resolution/system_relations.h"
#include "sql/canonical/type_of.h"

namespace pgplumb {

namespace {

/// What makes a range of its bounds, with or without what they are: `span(1, 5, '[]')`.
std::vector<Signature> constructors_of(const RangeType& range, const Symbol* type) {
  const DataType whole{type, {}, false};
  return {{{range.subtype, range.subtype}, whole}, {{range.subtype, range.subtype, builtin_data_type("text")}, whole}};
}

/// Of `schema.name`.
std::vector<Signature> signatures_of(const Draft& draft, std::string_view name) {
  std::vector<Signature> signatures;
  const std::size_t dot = name.find('.');
  if (dot == name.npos) return signatures;
  for (const Symbol* symbol : draft.overloads(Namespace::routine, name.substr(dot + 1))) {
    const auto* routine = symbol->parent->text == name.substr(0, dot) ? draft.object<Routine>(symbol) : nullptr;
    if (routine && routine->returns.type->name) signatures.push_back(call_signature(*routine));
  }
  const Symbol* schema = draft.find(Namespace::schema, nullptr, name.substr(0, dot));
  const Symbol* type = schema ? draft.find(Namespace::type, schema, name.substr(dot + 1)) : nullptr;
  if (const auto* range = draft.object<RangeType>(type); range && signatures.empty()) return constructors_of(*range, type);
  return signatures;
}

}  // namespace

KnownTypes Draft::types() const {
  return {[this](ColumnRef ref) -> const DataType* {
            const auto* column = ref.symbol ? object<Column>(ref.symbol) : nullptr;
            return column ? &column->type : nullptr;
          },
          [this](const Symbol* type) -> const DataType* {
            const auto* domain = type ? object<Domain>(type) : nullptr;
            return domain ? &domain->type : base_of_system_domain(type);
          },
          [this, known = std::make_shared<std::unordered_map<std::string, std::vector<Signature>>>()](std::string_view name) {
            const auto [found, is_new] = known->try_emplace(std::string(name));
            if (is_new) found->second = signatures_of(*this, name);
            return std::span<const Signature>(found->second);
          },
          connection_schema};
}

}  // namespace pgplumb
