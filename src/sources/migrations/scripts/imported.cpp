// Functions and constants of other files: found there, and what they run placed where they are called.
#include <algorithm>

#include "sources/migrations/scripts/interpreter.h"
#include "sources/migrations/scripts/modules.h"

namespace pgplumb::scripts {

/// None of this file, of a package, or where there is none.
Module* Interpreter::file_of(const Import& import) {
  const bool is_of_package = import.module.empty() || (language_.name == "python" && is_of_sqlalchemy(import));
  return is_of_package ? nullptr : modules_.find(program_.path, import.module);
}

/// Here, or in a file that this one passes on.
Interpreter::Found Interpreter::find_function(const std::string& name) {
  if (const auto own = functions_.find(name); own != functions_.end()) return {this, &own->second};
  if (!looked_for_.insert(name).second) return {};  // files may import one another
  Found found;
  if (const auto import = imports_.find(name); import != imports_.end()) found = find_imported(import->second, name);
  for (auto module = passed_on_.begin(); !found.function && module != passed_on_.end(); ++module)
    if (const Module* passed = file_of({*module})) found = passed->interpreter->find_function(name);
  looked_for_.erase(name);
  return found;
}

Interpreter::Found Interpreter::find_imported(const Import& import, const std::string& name) {
  if (import.module.empty()) return import.name.empty() || import.name == name ? Found{} : find_function(import.name);
  const Module* module = file_of(import);
  return module ? module->interpreter->find_function(import.name.empty() ? std::string(defaulted) : import.name) : Found{};
}

/// What the file of a name gives it: a constant, or all of its constants as a record.
std::optional<Value> Interpreter::imported_value(std::string_view name, std::size_t at) {
  const auto import = imports_.find(name);
  const Module* file = import == imports_.end() ? nullptr : file_of(import->second);
  if (!file) return std::nullopt;
  Interpreter& owner = *file->interpreter;
  const std::string& wanted = import->second.name;
  std::optional<Value> value = wanted.empty() || wanted == defaulted ? owner.constants() : owner.constant(wanted);
  if (value) owner.place_at(at, *value);
  return value;
}

Value Interpreter::constants() const {
  Value all{Value::Kind::mapping};
  for (const auto& [name, value] : scopes_.front()) {
    all.keys.push_back(text_value(name, program_.begin));
    all.items.push_back(value);
  }
  return all;
}

std::optional<Value> Interpreter::constant(const std::string& name) {
  if (const auto own = scopes_.front().find(name); own != scopes_.front().end()) return own->second;
  if (!looked_for_.insert(name).second) return std::nullopt;
  std::optional<Value> value = imported_value(name, program_.begin);
  for (auto module = passed_on_.begin(); !value && module != passed_on_.end(); ++module)
    if (const Module* passed = file_of({*module})) value = passed->interpreter->constant(name);
  looked_for_.erase(name);
  return value;
}

/// `columns.add(…)`, where `columns` is a file, a class of one, or what such a class makes.
Interpreter::Found Interpreter::find_member(const Import& import, const std::string& function) {
  const std::string separator = import.module.ends_with('.') ? "" : ".";
  const bool may_be_file = language_.name == "python" && !import.name.empty();
  const Module* file = may_be_file ? file_of({import.module + separator + import.name}) : nullptr;
  if (!file) file = file_of(import);
  return file ? file->interpreter->find_function(function) : Found{};
}

Interpreter::Found Interpreter::find_called(const Call& call) {
  const std::string function(call.function);
  if (!call.has_receiver && language_.name == "go") {
    const Module* file = modules_.find_in_package(program_.path, function);
    return file ? file->interpreter->find_function(function) : Found{};
  }
  if (!call.has_receiver) {
    const auto import = imports_.find(function);
    return import == imports_.end() ? Found{} : find_imported(import->second, function);
  }
  if (const auto import = imports_.find(call.variable); import != imports_.end()) return find_member(import->second, function);
  if (call.variable != "this" && call.variable != "self" && call.variable != "super") return {};
  for (const auto& [name, import] : imports_)  // the class that the script's own one extends
    if (const Found found = find_member(import, function); found.function) return found;
  return {};
}

/// Whether it is a function of a file beside this one that is not here.
bool Interpreter::is_of_missing_file(const Call& call) {
  const auto import = imports_.find(call.has_receiver ? call.variable : call.function);
  return import != imports_.end() && is_relative(language_, import->second.module) && !file_of(import->second);
}

/// None where the function is not found in a file.
std::optional<Value> Interpreter::call_imported(const Call& call) {
  const Found found = depth_ < deepest ? find_called(call) : Found{};
  if (!found.function || found.owner == this) return std::nullopt;
  Interpreter& owner = *found.owner;
  const auto outer_calls = std::exchange(owner.calls_, calls_);
  const Under outer_under = std::exchange(owner.under_, {});
  owner.calls_.emplace_back(call.begin, call.end);
  Value value = owner.run_function(*found.function, call.arguments);
  owner.calls_ = outer_calls;
  owner.under_ = outer_under;
  for (Statement& statement : std::exchange(owner.statements_, {})) add(owner.placed_at(call.begin, std::move(statement)));
  owner.place_at(call.begin, value);
  return value;
}

Statement Interpreter::placed_at(std::size_t site, Statement statement) const {
  if (is_here(statement.site)) statement.site = site;
  place_at(site, statement.runs);
  return statement;
}

void Interpreter::place_at(std::size_t site, std::vector<Run>& runs) const {
  for (Run& run : runs) {
    if (!is_here(run.from)) continue;
    run.from = site;
    run.is_made = true;
  }
}

void Interpreter::place_at(std::size_t site, Value& value) const {
  place_at(site, value.runs);
  for (Value& item : value.items) place_at(site, item);
  for (Value& key : value.keys) place_at(site, key);
}

}  // namespace pgplumb::scripts
