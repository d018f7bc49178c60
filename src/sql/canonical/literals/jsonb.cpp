#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "sql/canonical/literals/literals.h"

namespace pgplumb {
namespace {

using nlohmann::json;

/// lengthCompareJsonbStringValue in utils/adt/jsonb_util.c: shorter keys first.
struct KeyOrder {
  bool operator()(const std::string& a, const std::string& b) const { return a.size() != b.size() ? a.size() < b.size() : a < b; }
};

/// A document as it is to be printed: scalars hold their text.
struct Value {
  enum class Kind { scalar, array, object } kind = Kind::scalar;
  std::string text;
  std::vector<Value> members;
  std::map<std::string, Value, KeyOrder> fields;
};

/// escape_json in utils/adt/json.c.
std::string quote_json(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    static constexpr std::pair<char, std::string_view> escapes[] = {{'\b', "\\b"}, {'\f', "\\f"}, {'\n', "\\n"}, {'\r', "\\r"},
                                                                    {'\t', "\\t"}, {'"', "\\\""}, {'\\', "\\\\"}};
    const auto* escape = std::find_if(std::begin(escapes), std::end(escapes), [&](const auto& e) { return e.first == c; });
    if (escape != std::end(escapes))
      quoted += escape->second;
    else if (static_cast<unsigned char>(c) < 0x20)
      quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      quoted += c;
  }
  return quoted += '"';
}

/// Builds a Value from the events of the parser, which gives the text of numbers too: jsonb keeps 1.0 apart from 1.
class Builder : public nlohmann::json_sax<json> {
 public:
  Value root;

  bool null() override { return put(scalar("null")); }
  bool boolean(bool value) override { return put(scalar(value ? "true" : "false")); }
  bool number_integer(number_integer_t value) override { return put(scalar(std::to_string(value))); }
  bool number_unsigned(number_unsigned_t value) override { return put(scalar(std::to_string(value))); }
  bool number_float(number_float_t, const string_t& text) override { return put(scalar(number_literal(text).value_or(text))); }
  bool string(string_t& value) override { return put(scalar(quote_json(value))); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Value::Kind::object); }
  bool start_array(std::size_t) override { return open(Value::Kind::array); }
  bool key(string_t& value) override { return keys_.back() = value, true; }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const json::exception&) override { return false; }

 private:
  static constexpr std::size_t deepest_nesting = 200;

  static Value scalar(std::string text) { return {Value::Kind::scalar, std::move(text), {}, {}}; }
  bool put(Value value) {
    if (open_.empty())
      root = std::move(value);
    else if (open_.back().kind == Value::Kind::array)
      open_.back().members.push_back(std::move(value));
    else
      open_.back().fields[keys_.back()] = std::move(value);
    return true;
  }
  bool open(Value::Kind kind) {
    open_.push_back({kind, {}, {}, {}});
    keys_.emplace_back();
    return open_.size() <= deepest_nesting;
  }
  bool close() {
    Value value = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    return put(std::move(value));
  }

  std::vector<Value> open_;
  std::vector<std::string> keys_;
};

std::string print(const Value& value) {
  if (value.kind == Value::Kind::scalar) return value.text;
  std::string inside;
  for (const Value& member : value.members) inside += (inside.empty() ? "" : ", ") + print(member);
  for (const auto& [key, field] : value.fields) inside += (inside.empty() ? "" : ", ") + quote_json(key) + ": " + print(field);
  return value.kind == Value::Kind::array ? "[" + inside + "]" : "{" + inside + "}";
}

}  // namespace

LiteralText jsonb_literal(std::string_view text) {
  Builder builder;
  if (!json::sax_parse(text, &builder)) return std::nullopt;
  return print(builder.root);
}

}  // namespace pgplumb
