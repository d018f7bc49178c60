#include "sql/canonical/literals/literals.h"

#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

#include "sql/builtin_types.h"
#include "sql/canonical/literals/made_literal.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"
#include "sql/written_name.h"

namespace pgplumb {
namespace {

using Reader = LiteralText (*)(std::string_view);

/// Null for types whose input takes any text and keeps it, and for those that nothing is known of.
Reader reader_of(const Symbol* type) {
  static const std::unordered_map<const Symbol*, Reader> readers = {
      {builtin_type("money"), money_literal},
      {builtin_type("uuid"), uuid_literal},
      {builtin_type("jsonb"), jsonb_literal},
      {builtin_type("date"), date_literal},
      {builtin_type("time"), time_literal},
      {builtin_type("timetz"), timetz_literal},
      {builtin_type("timestamp"), timestamp_literal},
      {builtin_type("timestamptz"), timestamptz_literal},
      {builtin_type("inet"), inet_literal},
      {builtin_type("cidr"), cidr_literal},
      {builtin_type("macaddr"), macaddr_literal},
      {builtin_type("macaddr8"), macaddr8_literal},
      {builtin_type("bytea"), bytea_literal},
      {builtin_type("point"), point_literal},
      {builtin_type("box"), box_literal},
      {builtin_type("lseg"), lseg_literal},
      {builtin_type("path"), path_literal},
      {builtin_type("polygon"), polygon_literal},
      {builtin_type("circle"), circle_literal},
      {builtin_type("line"), line_literal},
      {builtin_type("pg_lsn"), lsn_literal},
      {builtin_type("tsvector"), tsvector_literal},
      {builtin_type("tsquery"), tsquery_literal},
      {builtin_type("jsonpath"), jsonpath_literal},
      {builtin_type("regclass"), object_literal},
      {builtin_type("regtype"), object_literal},
      {builtin_type("regproc"), object_literal},
      {builtin_type("regconfig"), object_literal},
      {builtin_type("regdictionary"), object_literal},
      {builtin_type("regcollation"), object_literal},
      {builtin_type("regrole"), object_literal},
      {builtin_type("regnamespace"), object_literal},
      {builtin_type("regoper"), operator_literal},
      {builtin_type("regoperator"), operator_literal},
      {builtin_type("name"), name_literal},
      {builtin_type("char"), char_literal},
      {builtin_type("bit"), bit_literal},
      {builtin_type("varbit"), bit_literal},
      {builtin_type("oid"), oid_literal},
  };
  const auto found = readers.find(type);
  return found == readers.end() ? nullptr : found->second;
}

/// Types that read their literals in ways that are not known here.
bool is_not_read(const Symbol* type) {
  static const std::unordered_set<const Symbol*> types = [] {
    std::unordered_set<const Symbol*> all;
    for (const char* name : {"pg_snapshot", "txid_snapshot"}) all.insert(builtin_type(name));
    return all;
  }();
  return types.contains(type);
}

/// Types of extensions that print another text than they read: hstore's 'a=>1' is '"a"=>"1"'.
bool is_of_extension_and_reads(const Symbol* type) {
  static const std::unordered_set<std::string_view> names = {
      "hstore", "cube",   "seg",     "earth",     "geometry",  "geography", "box2d",     "box3d",
      "raster", "vector", "halfvec", "sparsevec", "query_int", "lquery",    "ltxtquery", "isbn",
      "isbn13", "issn",   "issn13",  "ismn",      "ismn13",    "ean13",     "upc"};
  return type && type->parent != pg_catalog() && names.contains(type->text);
}

/// The shortest digits that give the value again, as float4out and float8out print them since PostgreSQL 12.
template <class Float>
LiteralText shortest(std::string_view text) {
  const auto plain = number_literal(text);
  if (!plain) return std::nullopt;
  Float value = 0;
  const auto [end, problem] = std::from_chars(plain->data(), plain->data() + plain->size(), value);
  if (problem != std::errc()) return std::nullopt;
  return number_value(fmt::format("{}", value));
}

/// Words for what is no number, in any case.
LiteralText not_a_number(std::string_view text) {
  const std::string word = lower_case(trim_literal(text));
  if (word == "nan") return "NaN";
  if (word == "infinity" || word == "inf" || word == "+infinity") return "Infinity";
  if (word == "-infinity" || word == "-inf") return "-Infinity";
  return std::nullopt;
}

LiteralText number_of(std::string_view text, const Symbol* type) {
  if (type == builtin_type("float4")) return shortest<float>(text);
  if (type == builtin_type("float8")) return shortest<double>(text);
  return number_literal(text);
}

/// -0 of a float is another value than 0, and no number that one writes without quotes.
bool is_negative_zero(std::string_view text, const Symbol* type) {
  const bool is_float = type == builtin_type("float4") || type == builtin_type("float8");
  return is_float && text.starts_with('-') && number_value(text) == "0";
}

}  // namespace

LiteralText boolean_literal(std::string_view text) {
  const std::string word = lower_case(trim_literal(text));
  const auto is_prefix_of = [&](std::string_view whole, std::size_t least) {
    return word.size() >= least && whole.substr(0, word.size()) == word;
  };
  if (is_prefix_of("true", 1) || is_prefix_of("yes", 1) || word == "on" || word == "1") return "true";
  if (is_prefix_of("false", 1) || is_prefix_of("no", 1) || is_prefix_of("off", 2) || word == "0") return "false";
  return std::nullopt;
}

LiteralText uuid_literal(std::string_view text) {
  std::string digits;
  for (const char c : lower_case(text)) {
    if (std::isxdigit(static_cast<unsigned char>(c)))
      digits += c;
    else if (c != '-' && c != '{' && c != '}')
      return std::nullopt;
  }
  if (digits.size() != 32) return std::nullopt;
  for (const std::size_t at : {8, 13, 18, 23}) digits.insert(at, 1, '-');
  return digits;
}

/// Hexadecimal, or the escape format: `\\` and `\ooo`.
LiteralText bytea_literal(std::string_view text) {
  if (text.starts_with("\\x")) {
    std::string bytes = lower_case(text);
    std::erase_if(bytes, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
    return bytes;
  }
  std::string bytes = "\\x";
  for (std::size_t i = 0; i < text.size(); ++i) {
    int byte = static_cast<unsigned char>(text[i]);
    if (text[i] == '\\' && text.substr(i + 1, 1) == "\\") {
      ++i;
    } else if (text[i] == '\\') {
      const std::string_view digits = text.substr(i + 1, 3);
      const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 8);
      if (problem != std::errc() || digits.size() != 3 || end != digits.data() + 3 || byte > 255) return std::nullopt;
      i += 3;
    }
    bytes += fmt::format("{:02x}", byte);
  }
  return bytes;
}

LiteralText money_literal(std::string_view text) {
  std::string digits(text);
  std::erase_if(digits, [](char c) { return c == '$' || c == ','; });
  return number_value(digits);
}

/// `x1F` and `b0101` beside plain digits (bit_in in utils/adt/varbit.c).
LiteralText bit_literal(std::string_view text) {
  const char letter = text.empty() ? '\0' : text.front();
  if (letter == 'x' || letter == 'X') return bits_of_hexadecimal(text.substr(1));
  if (letter == 'b' || letter == 'B') text.remove_prefix(1);
  return std::string(text);
}

namespace {

bool reads_hexadecimal(std::string_view digits, std::uint32_t& number) {
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  return problem == std::errc() && end == digits.data() + digits.size();
}

}  // namespace

LiteralText oid_literal(std::string_view text) {
  const LiteralText number = number_literal(text);
  return number && number->find_first_not_of("0123456789") == number->npos ? number : std::nullopt;
}

LiteralText name_literal(std::string_view text) {
  constexpr std::size_t longest = 63;  // NAMEDATALEN - 1
  std::size_t size = std::min(text.size(), longest);
  const auto is_within_character = [&](std::size_t at) { return at < text.size() && (text[at] & 0xC0) == 0x80; };
  while (size > 0 && is_within_character(size)) --size;
  return std::string(text.substr(0, size));
}

LiteralText char_literal(std::string_view text) {
  const bool is_plain = text.empty() || ((text.front() & 0x80) == 0 && text.front() != '\\');
  return is_plain ? LiteralText(text.substr(0, 1)) : std::nullopt;
}

LiteralText operator_literal(std::string_view text) {
  for (const std::string_view schema : {"public.", "pg_catalog."})
    if (text.starts_with(schema)) text.remove_prefix(schema.size());
  return std::string(text);
}

LiteralText object_literal(std::string_view text) {
  const bool is_oid = text == "-" || text.find_first_not_of("0123456789") == text.npos;
  if (is_oid) return std::string(text.find_first_not_of('0') == text.npos ? "-" : text);
  if (const auto name = read_name(text)) return printed_name(*name);
  return operator_literal(text);
}

/// Two numbers of 32 bits, in hexadecimal.
LiteralText lsn_literal(std::string_view text) {
  const std::size_t slash = text.find('/');
  std::uint32_t high = 0, low = 0;
  if (slash == text.npos || !reads_hexadecimal(text.substr(0, slash), high) || !reads_hexadecimal(text.substr(slash + 1), low))
    return std::nullopt;
  return fmt::format("{:X}/{:X}", high, low);
}

namespace {

/// Of a type that nothing is known of, a text is taken as it stands; of a domain over it, which the source makes, that would say
/// that two texts are two values.
bool is_domain_over_unknown(const DataType& type, const DataType& base) {
  return !is_same_type(type, base) && !builtin(base.name) && base.name->number == 0;
}

}  // namespace

Expression typed_literal(std::string_view text, const DataType& declared, const KnownTypes& types, const RenamedLabels* renamed) {
  const DataType type = base_type(declared, types);
  if (renamed && !type.is_array)
    for (const Symbol* of : {type.name, declared.name})
      if (const auto label = renamed->find({of, text}); label != renamed->end()) return string(label->second);
  const auto as_string = [&](const LiteralText& read) {
    return read ? string(*read) : unread_literal(text, {type.name, {}, type.is_array});
  };
  if (type.is_array) return as_string(array_literal(text, {type.name, type.modifiers, false}, types, renamed));
  if (family_of(type.name) == TypeFamily::number) {
    if (const LiteralText word = not_a_number(text)) return cast_to({type.name, {}, false}, string(*word));
    if (is_negative_zero(text, type.name)) return cast_to({type.name, {}, false}, string("-0"));
    const LiteralText value = number_of(text, type.name);
    return value ? number(*value) : as_string({});
  }
  if (family_of(type.name) == TypeFamily::boolean) {
    const LiteralText value = boolean_literal(text);
    return value ? make(Expression::Kind::boolean, *value) : as_string({});
  }
  if (is_type(type, "interval")) return as_string(interval_literal(text, type.modifiers.str()));
  if (const auto made = made_literal(text, type, types, renamed)) return as_string(*made);
  if (is_not_read(type.name) || is_of_extension_and_reads(type.name) || is_domain_over_unknown(declared, type))
    return as_string({});
  const Reader reader = reader_of(type.name);
  return reader ? as_string(reader(text)) : string(text);
}

}  // namespace pgplumb
