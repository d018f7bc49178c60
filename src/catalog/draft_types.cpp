// The types that names in expressions have in a draft.
#include <pgplumb/catalog/draft.h>

#include <memory>
#include <span>
#include <unordered_map>

#include "catalog/draft_state.h"
#include "catalog/operators.h"
#include "catalog/result_types.h"
#include "catalog/row_types.h"
#include "sql/canonical/resolution/signatures.h"
#include "sql/canonical/resolution/system_relations.h"
#include "sql/canonical/type_of.h"
#include "sql/written_name.h"

namespace pgplumb {

namespace {

/// What makes a range of its bounds, with or without what they are: `span(1, 5, '[]')`.
std::vector<Signature> constructors_of(const RangeType& range, const Symbol* type) {
  const DataType whole{type, {}, false};
  return {{{range.subtype, range.subtype}, whole}, {{range.subtype, range.subtype, builtin_data_type("text")}, whole}};
}

/// Functions or operators: no name is both.
bool is_operator(std::string_view name) { return name.find_first_not_of(operator_characters) == name.npos; }

/// No operator has a dot.
std::pair<std::string_view, std::string_view> parts_of(std::string_view name) {
  const std::size_t dot = name.find('.');
  return dot == name.npos ? std::pair{std::string_view(), name} : std::pair{name.substr(0, dot), name.substr(dot + 1)};
}

/// Of `schema.name`, as far as the source makes it.
std::vector<Signature> signatures_made(const Draft& draft, std::string_view name) {
  std::vector<Signature> signatures;
  const auto [home, bare] = parts_of(name);
  if (home.empty()) return signatures;
  if (is_operator(bare)) {
    for (const Symbol* symbol : draft.overloads(Namespace::operators, bare))
      if (auto signature = symbol->parent->text == home ? signature_of_operator(draft, symbol) : std::nullopt)
        signatures.push_back(std::move(*signature));
    return signatures;
  }
  for (const Symbol* symbol : draft.overloads(Namespace::routine, bare)) {
    const auto* routine = symbol->parent->text == home ? draft.object<Routine>(symbol) : nullptr;
    const auto result = routine ? result_type(draft, *routine) : std::nullopt;
    if (!result) continue;
    signatures.push_back(call_signature(*routine));
    signatures.back().result = *result;
  }
  const Symbol* schema = draft.find(Namespace::schema, nullptr, home);
  const Symbol* type = schema ? draft.find(Namespace::type, schema, bare) : nullptr;
  if (const auto* range = draft.object<RangeType>(type); range && signatures.empty()) return constructors_of(*range, type);
  return signatures;
}

/// What of its statement may be missing tells nothing certain of its parts.
bool is_told(const Draft::Item& item) { return !item.uncertain && !item.stated_in_part; }

std::vector<DataType> types_of(const std::vector<RowColumn>& columns) {
  std::vector<DataType> types;
  for (const RowColumn& column : columns) types.push_back(column.type);
  return types;
}

std::optional<MadeType> made_as(const Draft& draft, const Symbol* type) {
  using Form = MadeType::Form;
  const Draft::Item* item = type && type->number > 0 ? draft.declared(type->number) : nullptr;
  if (!item || std::holds_alternative<Domain>(item->object)) return std::nullopt;
  if (std::holds_alternative<Enum>(item->object)) return MadeType{Form::enumeration, {}};
  if (const auto* range = std::get_if<RangeType>(&item->object)) {
    const bool is_multirange = type == range->multirange.symbol;
    const bool is_canonical = range->options.str().find("canonical") != std::string::npos;
    return MadeType{is_canonical ? Form::other : is_multirange ? Form::multirange : Form::range, {range->subtype}};
  }
  const auto columns = is_told(*item) ? columns_of_row(draft, {type, {}, false}) : std::vector<RowColumn>();
  return columns.empty() ? MadeType{} : MadeType{Form::composite, types_of(columns)};
}

}  // namespace

const ExtensionSignatures& Draft::extension_signatures() const {
  auto& known = state_->extensions;
  if (known) return *known;
  const auto routines = ask_extensions ? ask_extensions() : nullptr;
  const auto type_named = [this](std::string_view name) {
    const Symbol* own = type_in_signatures(name);
    return own ? own : state_->phantom({}, name);
  };
  return routines ? known.emplace(*routines, type_named) : known.emplace();
}

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
            if (!is_new) return std::span<const Signature>(found->second);
            found->second = signatures_made(*this, name);
            const auto [schema, bare] = parts_of(name);
            if (found->second.empty()) found->second = extension_signatures().named(schema, bare);
            return std::span<const Signature>(found->second);
          },
          connection_schema,
          [this](const Symbol* type) { return made_as(*this, type); },
          [this](std::string_view name) { return extension_signatures().schema_of(name); }};
}

}  // namespace pgplumb
