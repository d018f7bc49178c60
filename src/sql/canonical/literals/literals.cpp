#include "sql/canonical/literals/literals.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "sql/builtin_types.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

using Reader = LiteralText (*)(std::string_view);

Reader reader_of(const Symbol* type) {
  static const std::unordered_map<const Symbol*, Reader> readers = {
      {builtin_type("money"), money_literal},         {builtin_type("uuid"), uuid_literal},
      {builtin_type("jsonb"), jsonb_literal},         {builtin_type("date"), date_literal},
      {builtin_type("time"), time_literal},           {builtin_type("timetz"), timetz_literal},
      {builtin_type("timestamp"), timestamp_literal}, {builtin_type("timestamptz"), timestamptz_literal},
      {builtin_type("interval"), interval_literal},   {builtin_type("inet"), inet_literal},
      {builtin_type("bytea"), bytea_literal},         {builtin_type("int4range"), range_literal},
      {builtin_type("int8range"), range_literal},     {builtin_type("numrange"), range_literal},
      {builtin_type("daterange"), range_literal},
  };
  const auto found = readers.find(type);
  return found == readers.end() ? nullptr : found->second;
}

}  // namespace

LiteralText boolean_literal(std::string_view text) {
  const std::string word = lower(text);
  const auto is_prefix_of = [&](std::string_view whole, std::size_t least) {
    return word.size() >= least && whole.substr(0, word.size()) == word;
  };
  if (is_prefix_of("true", 1) || is_prefix_of("yes", 1) || word == "on" || word == "1") return "true";
  if (is_prefix_of("false", 1) || is_prefix_of("no", 1) || is_prefix_of("off", 2) || word == "0") return "false";
  return std::nullopt;
}

LiteralText uuid_literal(std::string_view text) {
  std::string digits;
  for (const char c : lower(text)) {
    if (std::isxdigit(static_cast<unsigned char>(c)))
      digits += c;
    else if (c != '-' && c != '{' && c != '}')
      return std::nullopt;
  }
  if (digits.size() != 32) return std::nullopt;
  for (const std::size_t at : {8, 13, 18, 23}) digits.insert(at, 1, '-');
  return digits;
}

LiteralText inet_literal(std::string_view text) {
  constexpr std::string_view whole_address = "/32";
  if (text.ends_with(whole_address) && text.find(':') == std::string_view::npos) text.remove_suffix(whole_address.size());
  return lower(text);
}

LiteralText bytea_literal(std::string_view text) {
  if (text.starts_with("\\x")) {
    std::string bytes = lower(text);
    std::erase(bytes, ' ');
    return bytes;
  }
  if (text.find('\\') != std::string_view::npos) return std::nullopt;
  std::string bytes = "\\x";
  for (const char c : text) bytes += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return bytes;
}

LiteralText money_literal(std::string_view text) {
  std::string digits(text);
  std::erase_if(digits, [](char c) { return c == '$' || c == ','; });
  return number_value(digits);
}

LiteralText range_literal(std::string_view text) {
  std::string range(text);
  std::erase(range, ' ');
  return range;
}

Expression typed_literal(std::string_view text, const DataType& type, const RenamedLabel* renamed) {
  if (renamed && !type.is_array && type.name == renamed->type && text == renamed->before) return string(renamed->after);
  const auto as_string = [&](const LiteralText& read) {
    return read ? string(*read) : cast_to({type.name, {}, type.is_array}, string(text));
  };
  if (type.is_array) return as_string(array_literal(text, {type.name, type.modifiers, false}, renamed));
  if (family_of(type.name) == TypeFamily::number) {
    const LiteralText value = number_literal(text);
    return value ? number(*value) : as_string({});
  }
  if (family_of(type.name) == TypeFamily::boolean) {
    const LiteralText value = boolean_literal(text);
    return value ? make(Expression::Kind::boolean, *value) : as_string({});
  }
  const Reader reader = reader_of(type.name);
  return reader ? as_string(reader(text)) : string(text);
}

}  // namespace pgplumb
