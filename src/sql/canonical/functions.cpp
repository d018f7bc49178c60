#include "sql/canonical/functions.h"

#include <unordered_set>

#include "sql/canonical/resolution/signatures.h"

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

std::string_view kind_of_object_named(std::string_view function, std::size_t arguments, std::size_t position) {
  if (arguments == 1 && words_of(types_called).contains(function)) return function;
  const Symbol* kind = nullptr;
  for (const Signature& signature : functions_named(function)) {
    if (signature.parameters.size() != arguments) continue;
    const DataType& type = signature.parameters[position];
    if (type.is_array || (kind && kind != type.name)) return {};
    kind = type.name;
  }
  return kind && kind->text.starts_with("reg") ? std::string_view(kind->text) : std::string_view();
}

}  // namespace pgplumb
