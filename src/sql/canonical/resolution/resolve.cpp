#include "sql/canonical/resolution/resolve.h"

#include <algorithm>

#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/polymorphic.h"

namespace pgplumb {
namespace {

/// A signature that takes the arguments, with the parameters as declared, one for each argument.
struct Candidate {
  std::vector<DataType> declared;
  Resolution resolution;
};
using Candidates = std::vector<Candidate>;

/// What each of the arguments is that a variadic parameter takes: `"any"` takes them as they are.
DataType member_of(const DataType& variadic) {
  if (is_type(variadic, "anyarray")) return builtin_data_type("anyelement");
  if (is_type(variadic, "anycompatiblearray")) return builtin_data_type("anycompatible");
  return element_of(variadic);
}

/// The parameters that so many arguments go to; none where there are too many or too few.
std::optional<std::vector<DataType>> parameters_for(const Signature& signature, std::size_t arguments, bool is_spread) {
  std::vector<DataType> parameters = signature.parameters;
  if (is_spread) return signature.is_variadic && arguments == parameters.size() ? std::optional(parameters) : std::nullopt;
  if (signature.is_variadic) {
    if (arguments < parameters.size()) return std::nullopt;
    const DataType member = member_of(parameters.back());
    parameters.pop_back();
    parameters.resize(arguments, member);
    return parameters;
  }
  if (arguments > parameters.size() || arguments + signature.defaults < parameters.size()) return std::nullopt;
  parameters.resize(arguments);
  return parameters;
}

/// Those of whose parameters one is surely not what its argument becomes: most of them, told without a bound candidate.
class Misfits {
 public:
  Misfits(const ArgumentTypes& arguments, const KnownTypes& types) : types_(types) {
    for (const MaybeType& argument : arguments) bases_.push_back(argument ? MaybeType(base_type(*argument, types)) : argument);
  }

  bool holds(const Signature& signature) const {
    const std::size_t count = std::min(bases_.size(), signature.parameters.size() - signature.is_variadic);
    for (std::size_t i = 0; i < count; ++i)
      if (bases_[i] && !may_become(*bases_[i], signature.parameters[i])) return true;
    return false;
  }

 private:
  bool may_become(const DataType& argument, const DataType& declared) const {
    const DataType parameter = base_type(declared, types_);
    if (same_name(argument.name, parameter.name) || (argument.is_array && parameter.is_array)) return true;
    if (is_type(parameter, "record")) return is_row(argument, types_);
    return is_any(parameter) || is_polymorphic(parameter) ||
           (!argument.is_array && casts_implicitly(argument.name, parameter.name, types_));
  }

  const KnownTypes& types_;
  ArgumentTypes bases_;
};

/// func_match_argtypes: those that the arguments become without a cast.
Candidates candidates_for(std::span<const Signature> signatures, const ArgumentTypes& arguments, const KnownTypes& types,
                          bool is_spread = false) {
  Candidates candidates;
  const Misfits misfits(arguments, types);
  for (const Signature& signature : signatures) {
    if (signature.parameters.size() > arguments.size() + signature.defaults + signature.is_variadic || misfits.holds(signature))
      continue;
    auto declared = parameters_for(signature, arguments.size(), is_spread);
    if (!declared) continue;
    if (auto bound = bind(signature, *declared, arguments, types))
      candidates.push_back({std::move(*declared), std::move(*bound)});
  }
  return candidates;
}

/// Keeps those that `count` counts most for.
template <class Count>
void keep_best(Candidates& candidates, Count count) {
  std::size_t best = 0;
  for (const Candidate& candidate : candidates) best = std::max(best, count(candidate));
  std::erase_if(candidates, [&](const Candidate& candidate) { return count(candidate) < best; });
}

/// What the candidates make of a literal: the category that they all take, or text where one does.
struct Slot {
  char category = 0;
  bool has_preferred = false;
};

std::optional<Slot> slot_of(const Candidates& candidates, std::size_t i) {
  Slot slot;
  bool conflict = false;
  for (const Candidate& candidate : candidates) {
    const DataType& type = candidate.declared[i];
    const char category = is_polymorphic(type) ? 'P' : category_of(type);
    if (slot.category == 0)
      slot = {category, is_preferred(type)};
    else if (category == slot.category)
      slot.has_preferred |= is_preferred(type);
    else if (category == 'S')
      slot = {category, is_preferred(type)};
    else
      conflict = true;
  }
  return conflict && slot.category != 'S' ? std::nullopt : std::optional(slot);
}

/// Of candidates that take literals otherwise, those whose category the slots say.
void keep_those_for_literals(Candidates& candidates, const ArgumentTypes& arguments) {
  std::vector<std::pair<std::size_t, Slot>> slots;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i]) continue;
    const auto slot = slot_of(candidates, i);
    if (!slot) return;
    slots.emplace_back(i, *slot);
  }
  Candidates kept = candidates;
  std::erase_if(kept, [&](const Candidate& candidate) {
    return std::any_of(slots.begin(), slots.end(), [&](const auto& slot) {
      const DataType& type = candidate.declared[slot.first];
      const char category = is_polymorphic(type) ? 'P' : category_of(type);
      return category != slot.second.category || (slot.second.has_preferred && !is_preferred(type));
    });
  });
  if (!kept.empty()) candidates = std::move(kept);
}

/// Where all that have a type have the same one, literals are taken to have it too.
void keep_those_of_one_type(Candidates& candidates, const ArgumentTypes& arguments, const KnownTypes& types) {
  MaybeType known;
  for (const MaybeType& argument : arguments) {
    if (!argument) continue;
    const DataType base = base_type(*argument, types);
    if (known && !is_same_type(*known, base)) return;
    known = base;
  }
  if (!known) return;
  Candidates kept = candidates;
  std::erase_if(kept, [&](const Candidate& candidate) {
    const ArgumentTypes all(arguments.size(), known);
    return !bind(*candidate.resolution.signature, candidate.declared, all, types);
  });
  if (kept.size() == 1) candidates = std::move(kept);
}

std::optional<Resolution> the_only(const Candidates& candidates) {
  return candidates.size() == 1 ? std::optional(candidates.front().resolution) : std::nullopt;
}

/// func_select_candidate.
std::optional<Resolution> select(Candidates candidates, const ArgumentTypes& arguments, const KnownTypes& types) {
  if (candidates.size() < 2) return the_only(candidates);
  const auto matches = [&](const Candidate& candidate, bool or_preferred) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (!arguments[i]) continue;
      const DataType base = base_type(*arguments[i], types);
      const DataType& parameter = candidate.declared[i];
      count += is_same_type(base, parameter) ||
               (or_preferred && category_of(base) == category_of(parameter) && is_preferred(parameter));
    }
    return count;
  };
  keep_best(candidates, [&](const Candidate& candidate) { return matches(candidate, false); });
  if (candidates.size() == 1) return the_only(candidates);
  keep_best(candidates, [&](const Candidate& candidate) { return matches(candidate, true); });
  if (candidates.size() == 1) return the_only(candidates);
  keep_those_for_literals(candidates, arguments);
  if (candidates.size() == 1) return the_only(candidates);
  keep_those_of_one_type(candidates, arguments, types);
  return the_only(candidates);
}

/// One whose parameters are of the very types.
std::optional<Resolution> exact_among(std::span<const Signature> signatures, const ArgumentTypes& arguments) {
  const auto is_exact = [&](const Signature& signature) {
    return std::equal(arguments.begin(), arguments.end(), signature.parameters.begin(), signature.parameters.end(),
                      [](const MaybeType& a, const DataType& b) { return a && is_same_type(*a, b); });
  };
  const auto found = std::find_if(signatures.begin(), signatures.end(), is_exact);
  return found == signatures.end() ? std::nullopt : std::optional(Resolution{&*found, found->parameters, found->result});
}

/// binary_oper_exact: a literal is taken to be what the other one is.
std::optional<Resolution> exact_operator(std::span<const Signature> signatures, const ArgumentTypes& arguments,
                                         const KnownTypes& types) {
  if (arguments.size() == 2 && arguments[0].has_value() != arguments[1].has_value()) {
    const DataType& known = arguments[0] ? *arguments[0] : *arguments[1];
    for (const DataType& type : {known, base_type(known, types)})
      if (auto exact = exact_among(signatures, {type, type})) return exact;
  }
  return exact_among(signatures, arguments);
}

bool is_of_extension(const DataType& type) { return type.name == extension_type(type.name->text); }

/// A type of a user's, or of most extensions, may have operators of its own; its arrays have those of all arrays.
bool may_have_operators(const MaybeType& type, const KnownTypes& types) {
  if (!type || type->is_array) return false;
  const DataType base = base_type(*type, types);
  return base.name->parent != pg_catalog() && !is_of_extension(base);
}

bool is_array(const MaybeType& type) { return type && type->is_array; }

}  // namespace

bool takes_type_of_extension(const Resolution& resolution) {
  return std::any_of(resolution.parameters.begin(), resolution.parameters.end(), is_of_extension);
}

std::span<const Signature> functions_known(std::string_view name, const KnownTypes& types) {
  const auto own = functions_named(name);
  return own.empty() && types.routines ? types.routines(name) : own;
}

std::optional<Resolution> resolve_function(std::string_view name, const ArgumentTypes& arguments, const KnownTypes& types,
                                           bool is_spread) {
  const auto signatures = functions_known(name, types);
  auto found = is_spread ? std::nullopt : exact_among(signatures, arguments);
  if (!found) found = select(candidates_for(signatures, arguments, types, is_spread), arguments, types);
  if (found) found->is_of_source = functions_named(name).empty();
  return found;
}

std::optional<Resolution> resolve_operator(std::string_view name, const ArgumentTypes& arguments, const KnownTypes& types) {
  const auto signatures = operators_named(name);
  if (auto exact = exact_operator(signatures, arguments, types)) return exact;
  if (std::none_of(arguments.begin(), arguments.end(), is_array) &&
      std::any_of(arguments.begin(), arguments.end(), [&](const MaybeType& type) { return may_have_operators(type, types); }))
    return std::nullopt;
  return select(candidates_for(signatures, arguments, types), arguments, types);
}

std::optional<Resolution> resolve_made_operator(std::string_view name, const ArgumentTypes& arguments, const KnownTypes& types) {
  const auto made = types.routines ? types.routines(name) : std::span<const Signature>();
  auto found = exact_operator(made, arguments, types);
  if (!found) found = select(candidates_for(made, arguments, types), arguments, types);
  if (found) found->is_of_source = true;
  return found;
}

const Signature* function_among(std::span<const Signature> signatures, const ArgumentTypes& arguments, const KnownTypes& types) {
  if (const auto exact = exact_among(signatures, arguments)) return exact->signature;
  const auto found = select(candidates_for(signatures, arguments, types), arguments, types);
  return found ? found->signature : nullptr;
}

const Signature* resolve_among(std::span<const Signature> made, std::span<const Signature> own, const ArgumentTypes& arguments,
                               const KnownTypes& types) {
  if (exact_operator(own, arguments, types)) return nullptr;
  if (const auto exact = exact_operator(made, arguments, types)) return exact->signature;
  Candidates candidates = candidates_for(made, arguments, types);
  if (candidates.empty()) return nullptr;
  for (Candidate& candidate : candidates_for(own, arguments, types)) candidates.push_back(std::move(candidate));
  const auto found = select(std::move(candidates), arguments, types);
  const bool is_made = found && found->signature >= made.data() && found->signature < made.data() + made.size();
  return is_made ? found->signature : nullptr;
}

}  // namespace pgplumb
