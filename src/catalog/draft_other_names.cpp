// Names beside those of the objects: what is referred to and made by nobody here, and the second names that some objects have.
#include <algorithm>

#include "catalog/draft_state.h"

namespace pgplumb {

namespace {

std::string phantom_key(std::string_view schema, std::string_view name) { return std::string(schema) + '\0' + std::string(name); }

}  // namespace

const Symbol* Draft::State::phantom(std::string_view schema, std::string_view name) {
  auto& symbol = phantoms[phantom_key(schema, name)];
  Symbols& symbols = kept->symbols;
  if (!symbol) symbol = symbols.make(name, schema.empty() ? nullptr : symbols.make(schema));
  return symbol;
}

const Symbol* Draft::phantom(std::string_view schema, std::string_view name) { return state_->phantom(schema, name); }

const Symbol* Draft::rename_phantom(std::string_view schema, std::string_view name, std::string_view new_schema,
                                    std::string_view new_name) {
  auto& phantoms = state_->phantoms;
  const auto found = phantoms.find(phantom_key(schema, name));
  if (found == phantoms.end()) return nullptr;
  Symbol* symbol = found->second;
  state_->record(Namespace::type, [before = *symbol, symbol, &phantoms, all = phantoms] {
    *symbol = before;
    phantoms = all;
  });
  symbol->text = new_name;
  if (symbol->parent) symbol->parent = state_->kept->symbols.make(new_schema);
  phantoms.erase(found);
  phantoms.emplace(phantom_key(symbol->parent ? new_schema : std::string_view(), new_name), symbol);
  return symbol;
}

const Symbol* Draft::give_second_name(const Symbol* object, const Symbol* parent, std::string_view name) {
  Symbol* second = state_->kept->symbols.make(name, parent);
  second->number = object->number;
  return state_->second_names.emplace_back(second);
}

const Symbol* Draft::find_second_name(const Symbol* parent, std::string_view name) const {
  const auto& all = state_->second_names;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Symbol* second) {
    return second->parent == parent && second->text == name && declared(second->number);
  });
  return found == all.end() ? nullptr : *found;
}

void Draft::change_second_name(const Symbol* second, const Symbol* parent, std::string_view name) {
  forget_written_around(declared(second->number)->symbol);
  const auto found = std::find(state_->second_names.begin(), state_->second_names.end(), second);
  state_->record(Namespace::type, [named = *found, before = **found] { *named = before; });
  (*found)->text = name;
  (*found)->parent = parent;
}

const Symbol* Draft::phantom_member(const Symbol* owner, std::string_view name) {
  return state_->kept->symbols.make(name, owner);
}

}  // namespace pgplumb
