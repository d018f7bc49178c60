#include "sql/canonical/resolution/polymorphic.h"

#include <algorithm>

#include "sql/canonical/resolution/coercion.h"

namespace pgplumb {
namespace {

/// What a parameter takes of the one type that all of a family share.
enum class Part { itself, array, range, multirange };

struct Polymorphic {
  std::string_view name;
  Part part;
  bool is_compatible;  ///< the arguments' common type; otherwise they must be of one
};
constexpr Polymorphic polymorphics[] = {
    {"anyelement", Part::itself, false},
    {"anynonarray", Part::itself, false},
    {"anyenum", Part::itself, false},
    {"anyarray", Part::array, false},
    {"anyrange", Part::range, false},
    {"anymultirange", Part::multirange, false},
    {"anycompatible", Part::itself, true},
    {"anycompatiblenonarray", Part::itself, true},
    {"anycompatiblearray", Part::array, true},
    {"anycompatiblerange", Part::range, true},
    {"anycompatiblemultirange", Part::multirange, true},
};

const Polymorphic* polymorphic(const DataType& type) {
  if (type.is_array || !type.name->text.starts_with("any")) return nullptr;
  const auto* found = std::find_if(std::begin(polymorphics), std::end(polymorphics),
                                   [&](const Polymorphic& one) { return is_type(type, one.name); });
  return found == std::end(polymorphics) ? nullptr : found;
}

struct RangeOf {
  std::string_view bound, range, multirange;
};
constexpr RangeOf ranges[] = {{"int4", "int4range", "int4multirange"},  {"int8", "int8range", "int8multirange"},
                              {"numeric", "numrange", "nummultirange"}, {"date", "daterange", "datemultirange"},
                              {"timestamp", "tsrange", "tsmultirange"}, {"timestamptz", "tstzrange", "tstzmultirange"}};

/// The type that the part is one of.
MaybeType whole_of(const DataType& argument, Part part) {
  switch (part) {
    case Part::itself:
      return argument;
    case Part::array:
      return argument.is_array ? MaybeType(element_of(argument)) : std::nullopt;
    case Part::range:
      for (const RangeOf& of : ranges)
        if (is_type(argument, of.range)) return builtin_data_type(of.bound);
      break;
    case Part::multirange:
      for (const RangeOf& of : ranges)
        if (is_type(argument, of.multirange)) return builtin_data_type(of.bound);
      break;
  }
  return std::nullopt;
}

MaybeType part_of(DataType whole, Part part) {
  switch (part) {
    case Part::itself:
      return whole;
    case Part::array:
      if (whole.is_array) return std::nullopt;
      whole.is_array = true;
      return whole;
    case Part::range:
    case Part::multirange:
      for (const RangeOf& of : ranges)
        if (is_type(whole, of.bound)) return builtin_data_type(part == Part::range ? of.range : of.multirange);
      break;
  }
  return std::nullopt;
}

bool accepts(const DataType& parameter, const DataType& argument) {
  if (is_type(parameter, "anyenum")) return argument.name->parent != pg_catalog() && !argument.is_array;
  if (is_type(parameter, "anynonarray") || is_type(parameter, "anycompatiblenonarray")) return !argument.is_array;
  return true;
}

/// The type that each family of polymorphic parameters stands for; none where nothing tells it.
struct Wholes {
  ArgumentTypes equal, compatible;
  MaybeType of_equal, of_compatible;

  MaybeType of(const Polymorphic& parameter) const { return parameter.is_compatible ? of_compatible : of_equal; }
};

/// False where the arguments do not agree.
bool agree(Wholes& wholes, const KnownTypes& types) {
  const auto is_first = [&](const MaybeType& type) { return is_same_type(*type, *wholes.equal.front()); };
  if (!std::all_of(wholes.equal.begin(), wholes.equal.end(), is_first)) return false;
  if (!wholes.equal.empty()) wholes.of_equal = wholes.equal.front();
  wholes.of_compatible = common_type_of(wholes.compatible, types);
  return wholes.of_compatible.has_value();
}

}  // namespace

bool is_any(const DataType& type) {
  static const Symbol* any = builtin_type("any");
  return type.name == any;
}

bool is_polymorphic(const DataType& type) { return polymorphic(type) != nullptr; }

std::optional<Resolution> bind(const Signature& signature, std::vector<DataType> parameters, const ArgumentTypes& arguments,
                               const KnownTypes& types) {
  Wholes wholes;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const Polymorphic* parameter = polymorphic(parameters[i]);
    if (!arguments[i] || is_any(parameters[i])) continue;
    if (!parameter) {
      if (!coerces(*arguments[i], parameters[i], types)) return std::nullopt;
      continue;
    }
    const DataType argument = parameter->part == Part::itself ? *arguments[i] : base_type(*arguments[i], types);
    const MaybeType whole = whole_of(argument, parameter->part);
    if (!whole || !accepts(parameters[i], base_type(*arguments[i], types))) return std::nullopt;
    (parameter->is_compatible ? wholes.compatible : wholes.equal).push_back(*whole);
  }
  if (!agree(wholes, types)) return std::nullopt;
  const auto as_here = [&](const DataType& declared) -> MaybeType {
    const Polymorphic* parameter = polymorphic(declared);
    if (!parameter) return declared;
    const MaybeType whole = wholes.of(*parameter);
    return whole ? part_of(*whole, parameter->part) : std::nullopt;
  };
  for (DataType& parameter : parameters) {
    const MaybeType here = as_here(parameter);
    if (!here) return std::nullopt;
    parameter = *here;
    parameter.modifiers = {};
  }
  MaybeType result = as_here(signature.result);
  if (!result) return std::nullopt;
  result->modifiers = {};
  return Resolution{&signature, std::move(parameters), *result};
}

}  // namespace pgplumb
