#include "sql/canonical/functions.h"

#include <unordered_map>
#include <unordered_set>

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

constexpr NamedList result_types[] = {
    {"text",
     "array_to_string btrim chr concat concat_ws current_setting encode format initcap json_extract_path_text json_typeof "
     "jsonb_extract_path_text jsonb_typeof left lower lpad ltrim md5 normalize overlay quote_ident quote_literal regexp_replace "
     "repeat replace reverse right rpad rtrim similar_to_escape split_part substr substring to_char to_hex translate upper"},
    {"int4",
     "array_length array_lower ntile array_ndims array_position array_upper ascii bit_length cardinality char_length "
     "character_length "
     "json_array_length jsonb_array_length length num_nonnulls num_nulls octet_length position strpos"},
    {"int8", "count currval dense_rank nextval rank row_number setval"},
    {"float8", "cume_dist date_part percent_rank pi random similarity"},
    {"numeric", "extract to_number"},
    {"timestamptz", "clock_timestamp make_timestamptz now statement_timestamp to_timestamp"},
    {"timestamp", "make_timestamp"},
    {"date", "make_date to_date"},
    {"interval", "age justify_days justify_hours justify_interval make_interval"},
    {"uuid", "gen_random_uuid uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 uuidv4 uuidv7"},
    {"jsonb",
     "jsonb_agg jsonb_build_array jsonb_build_object jsonb_extract_path jsonb_object jsonb_object_agg jsonb_set "
     "jsonb_strip_nulls to_jsonb"},
    {"json", "json_agg json_build_array json_build_object json_object json_object_agg row_to_json to_json"},
    {"tsvector", "setweight to_tsvector"},
    {"tsquery", "phraseto_tsquery plainto_tsquery to_tsquery websearch_to_tsquery"},
    {"bytea", "decode digest gen_random_bytes sha224 sha256 sha384 sha512"},
    {"bool", "bool_and bool_or every is_normalized isempty isfinite jsonb_exists overlaps regexp_like starts_with"},
    {"regtype", "pg_typeof"},
    {"int4range", "int4range"},
    {"int8range", "int8range"},
    {"numrange", "numrange"},
    {"daterange", "daterange"},
    {"tsrange", "tsrange"},
    {"tstzrange", "tstzrange"},
};

constexpr NamedList objects_named[] = {
    {"regclass", "currval nextval setval"},
    {"regconfig", "phraseto_tsquery plainto_tsquery to_tsquery to_tsvector websearch_to_tsquery"},
};

using Words = std::unordered_set<std::string_view>;

Words words_of(std::string_view text) {
  Words words;
  for_each_word(text, [&](std::string_view word) { words.insert(word); });
  return words;
}

}  // namespace

std::optional<DataType> result_type(std::string_view function) {
  static const auto types = [] {
    std::unordered_map<std::string_view, DataType> by_function;
    for (const NamedList& list : result_types)
      for_each_word(list.functions, [&](std::string_view name) {
        by_function.emplace(name, DataType{builtin_type(list.name), {}, false});
      });
    return by_function;
  }();
  const auto found = types.find(function);
  return found == types.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> argument_of_result_type(std::string_view function) {
  static const Words of_first = words_of("abs array_append array_cat array_remove enum_first enum_last mod");
  if (of_first.contains(function)) return 0;
  if (function == "date_trunc") return 1;
  return std::nullopt;
}

bool takes_double(std::string_view function) {
  static const Words functions = words_of(
      "acos asin atan atan2 cbrt ceil ceiling cos degrees exp floor ln log point pow power radians round sign sin sqrt tan "
      "to_timestamp trunc");
  return functions.contains(function);
}

bool takes_timestamptz(std::string_view function) {
  return function == "age" || function == "date_trunc" || function == "timezone";
}

bool takes_alike(std::string_view function) {
  static const Words functions = words_of("div gcd int8range lcm mod numrange pow power");
  return functions.contains(function);
}

bool takes_type_of_null(std::string_view function) {
  return function == "enum_first" || function == "enum_last" || function == "enum_range";
}

std::string_view kind_of_object_named(std::string_view function) {
  for (const NamedList& list : objects_named)
    if (words_of(list.functions).contains(function)) return list.name;
  return {};
}

}  // namespace pgplumb
