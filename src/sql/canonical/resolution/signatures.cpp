#include "sql/canonical/resolution/signatures.h"

#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "sql/builtin_types.h"
#include "sql/canonical/resolution/functions.signatures.h"
#include "sql/canonical/resolution/implicit_casts.signatures.h"
#include "sql/canonical/resolution/operators.signatures.h"
#include "sql/canonical/resolution/take_until.h"

namespace pgplumb {
namespace {

using FindType = std::function<const Symbol*(std::string_view)>;

/// `int4`, `_text`. None for rows of the catalog, which no expression has.
std::optional<DataType> type_named(std::string_view name, const FindType& find) {
  const bool is_array = name.starts_with('_');
  if (is_array) name.remove_prefix(1);
  const Symbol* type = find(name);
  return type ? std::optional(DataType{type, {}, is_array}) : std::nullopt;
}

}  // namespace

std::optional<Signature> read_signature(std::string_view text, const FindType& find) {
  constexpr std::string_view dots = "...";
  text.remove_prefix(1);
  std::string_view parameters = take_until(text, ')');
  Signature signature;
  signature.is_variadic = parameters.ends_with(dots);
  if (signature.is_variadic) parameters.remove_suffix(dots.size());
  while (!parameters.empty()) {
    std::string_view name = take_until(parameters, ',');
    if (name.ends_with('=')) {
      name.remove_suffix(1);
      ++signature.defaults;
    }
    const auto type = type_named(name, find);
    if (!type) return std::nullopt;
    signature.parameters.push_back(*type);
  }
  const auto type = type_named(text.substr(1), find);
  if (!type) return std::nullopt;
  signature.result = *type;
  return signature;
}

namespace {

class Signatures {
 public:
  explicit Signatures(std::string_view lines) {
    while (!lines.empty()) {
      const std::string_view line = take_until(lines, '\n');
      const std::string_view name = line.substr(0, line.find('(', 1));
      if (auto signature = read_signature(line.substr(name.size()), type_in_signatures))
        by_name_[name].push_back(std::move(*signature));
    }
  }

  std::span<const Signature> named(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? std::span<const Signature>() : found->second;
  }

  std::vector<std::string_view> names() const {
    std::vector<std::string_view> names;
    for (const auto& [name, signatures] : by_name_) names.push_back(name);
    return names;
  }

 private:
  std::unordered_map<std::string_view, std::vector<Signature>> by_name_;
};

}  // namespace

const Symbol* type_in_signatures(std::string_view name) {
  const Symbol* builtin = builtin_type(name);
  return builtin ? builtin : extension_type(name);
}

namespace {

const Signatures& all_functions() {
  static const Signatures functions(functions_signatures);
  return functions;
}

}  // namespace

std::span<const Signature> functions_named(std::string_view name) { return all_functions().named(name); }

const std::vector<std::string_view>& function_names() {
  static const std::vector<std::string_view> names = all_functions().names();
  return names;
}

std::span<const Signature> operators_named(std::string_view name) {
  static const Signatures operators(operators_signatures);
  return operators.named(name);
}

bool is_implicit_cast(const Symbol* from, const Symbol* to) {
  static const auto casts = [] {
    std::set<std::pair<const Symbol*, const Symbol*>> pairs;
    const Signatures all(implicit_casts_signatures);
    for (const Signature& cast : all.named("cast")) pairs.emplace(cast.parameters.front().name, cast.result.name);
    return pairs;
  }();
  return casts.contains({from, to});
}

}  // namespace pgplumb
