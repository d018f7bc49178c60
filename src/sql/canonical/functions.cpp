#include "sql/canonical/functions.h"

#include <algorithm>
#include <unordered_set>

#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/polymorphic.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/canonical/resolution/signatures.h"
#include "sql/canonical/type_of.h"

namespace pgplumb {
namespace {

/// Calls `visit` for each word of a list of names that is parted by spaces.
template <class Visit>
void for_each_word(std::string_view words, Visit visit) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) visit(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

struct NamedList {
  std::string_view name;
  std::string_view functions;
};

constexpr NamedList results_of_extensions[] = {
    {"uuid", "gen_random_uuid uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4 uuid_generate_v5"},
    {"bytea", "digest gen_random_bytes hmac"},
    {"text", "crypt gen_salt unaccent"},
    {"float4", "similarity word_similarity"},
};

/// `regclass('orders')` is a cast.
constexpr std::string_view types_called = "regclass regdictionary regtype regproc regprocedure";

using Words = std::unordered_set<std::string_view>;

Words words_of(std::string_view text) {
  Words words;
  for_each_word(text, [&](std::string_view word) { words.insert(word); });
  return words;
}

bool names_object(const Signature& signature, const Expression& call, std::size_t position) {
  return signature.parameters.size() == call.args.size() && signature.parameters[position].name->text.starts_with("reg");
}

/// Whether the other arguments may be what it takes: `ts_headline('english', body, query)` and `ts_headline(body, query, 'x')`.
bool others_fit(const Signature& signature, const Expression& call, std::size_t position, const KnownTypes& types) {
  for (std::size_t i = 0; i < call.args.size(); ++i) {
    const DataType& parameter = signature.parameters[i];
    if (i == position || is_untyped(call.args[i]) || is_any(parameter) || is_polymorphic(parameter)) continue;
    const MaybeType type = type_of(call.args[i], types);
    if (type && !coerces(*type, parameter, types)) return false;
  }
  return true;
}

}  // namespace

std::string_view without_schema(std::string_view function) { return function.substr(function.find('.') + 1); }

std::string_view without_usual_schema(std::string_view function) {
  for (const std::string_view schema : {"public.", "extensions."})
    if (function.starts_with(schema)) return function.substr(schema.size());
  return function;
}

bool may_be_one_function(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  const std::string_view name = without_usual_schema(a);
  return name.size() < a.size() && name == b && (functions_named(name).empty() || result_of_extension(name));
}

std::optional<DataType> result_of_extension(std::string_view function) {
  function = without_usual_schema(function);
  for (const NamedList& list : results_of_extensions)
    if (words_of(list.functions).contains(function)) return DataType{builtin_type(list.name), {}, false};
  return std::nullopt;
}

bool takes_type_of_null(std::string_view function) {
  return function == "enum_first" || function == "enum_last" || function == "enum_range";
}

std::string_view kind_of_object_named(const Expression& call, std::size_t position, const KnownTypes& types) {
  if (call.args.size() == 1 && words_of(types_called).contains(call.text)) return call.text;
  const auto signatures = functions_named(call.text);
  if (std::none_of(signatures.begin(), signatures.end(), [&](const Signature& one) { return names_object(one, call, position); }))
    return {};
  const Symbol* kind = nullptr;
  for (const Signature& signature : signatures) {
    if (signature.parameters.size() != call.args.size() || !others_fit(signature, call, position, types)) continue;
    const DataType& type = signature.parameters[position];
    if (type.is_array || (kind && kind != type.name)) return {};
    kind = type.name;
  }
  return kind && kind->text.starts_with("reg") ? std::string_view(kind->text) : std::string_view();
}

}  // namespace pgplumb
