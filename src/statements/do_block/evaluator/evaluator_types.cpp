// What a value is as one of a type: the type's own reading of it.
#include <algorithm>
#include <array>

#include "sql/canonical/literals/literals.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/expression_forms.h"
#include "sql/read_type.h"
#include "statements/do_block/evaluator/evaluator.h"
#include "statements/do_block/evaluator/moments.h"
#include "statements/do_block/evaluator/text_functions.h"
#include "statements/do_block/evaluator/type_values.h"

namespace pgplumb {

namespace {

/// How the server spells a signature does not matter to DDL.
Value as_text(const Value& value) {
  const bool is_signature = value.name.find('(') != std::string::npos;
  return is_signature ? Value::unknown() : Value::of(value.as_text());
}

/// As varchar(n) and char(n) hold it: of one, blanks beyond are cut off; the other is filled up with blanks, which are there or
/// not where it is used.
Value fitted(const Value& text, std::size_t most, bool is_filled) {
  const auto is_first_byte = [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0) != 0x80; };
  const auto count = static_cast<std::size_t>(std::count_if(text.text.begin(), text.text.end(), is_first_byte));
  const std::size_t excess = count > most ? count - most : 0;
  const bool is_cut = std::all_of(text.text.end() - static_cast<std::ptrdiff_t>(excess), text.text.end(),
                                  [](char letter) { return letter == ' '; });
  const Value cut = is_cut ? Value::of(text.text.substr(0, text.text.size() - excess)) : Value::unknown();
  return is_filled && (count < most || cut.text.ends_with(' ')) ? Value::unknown() : cut;
}

Value letters_of(const Value& value, const DataType& type) {
  const Value text = as_text(value);
  const std::string modifiers = type.modifiers.str();
  const bool is_filled = type.name == builtin_type("bpchar");
  if (!text.is_known() || (modifiers.empty() && !is_filled)) return text;
  return is_number(modifiers) ? fitted(text, std::stoul(modifiers), is_filled) : Value::unknown();
}

/// With as many digits behind the point as `numeric(5,2)` has; unknown where it would have to be rounded, or is too large.
Value scaled(const std::string& number, const std::string& modifiers) {
  const std::size_t comma = modifiers.find(',');
  const std::string digits = modifiers.substr(0, comma), behind = comma == modifiers.npos ? "" : modifiers.substr(comma + 1);
  if (!is_number(digits) || !is_number(behind)) return Value::unknown();
  const std::size_t scale = std::stoul(behind), point = std::min(number.find('.'), number.size());
  std::string fraction = number.substr(std::min(point + 1, number.size()));
  const std::size_t most_before = std::stoul(digits) - std::min(scale, std::stoul(digits));
  const std::size_t before = point - number.starts_with('-');
  const bool is_exact = fraction.find_first_not_of('0', std::min(scale, fraction.size())) == std::string::npos;
  if (!is_exact || scale > 100 || (before > most_before && number.substr(0, point) != "0")) return Value::unknown();
  fraction.resize(scale, '0');
  return Value::of(number.substr(0, point) + (scale == 0 ? "" : "." + fraction));
}

bool is_one_of(const Symbol* type, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(), [type](const char* name) { return type == builtin_type(name); });
}

Value number_read(const std::string& number, const DataType& type) {
  constexpr std::size_t digits_of_int2 = 5, digits_of_int4 = 10;
  const bool is_whole = is_one_of(type.name, {"int2", "int4", "int8"});
  if (!is_whole) return type.modifiers.str().empty() ? Value::of(number) : scaled(number, type.modifiers.str());
  const std::string digits = number.substr(number.starts_with('-') ? 1 : 0);
  const std::size_t most = type.name == builtin_type("int2")   ? digits_of_int2 - 1
                           : type.name == builtin_type("int4") ? digits_of_int4 - 1
                                                               : std::string::npos;
  return is_number(digits) && digits.size() <= most ? Value::of(number) : Value::unknown();
}

/// What the literal has become; unknown where its text was not understood.
Value literal_read(const Expression& literal, const DataType& type) {
  if (literal.kind == Expression::Kind::boolean) return Value::of(literal.text == "true");
  if (literal.kind != Expression::Kind::literal) return Value::unknown();
  return is_number(literal) ? number_read(literal.text, type) : Value::of(literal.text);
}

constexpr const char* invalid_text_representation = "22P02";

/// 'a'::int, of which no release of the server makes a number.
void require_number(const TypeCast* cast, std::string_view type, const std::string& text) {
  constexpr std::array whole_numbers = {std::string_view("int2"), std::string_view("int4"), std::string_view("int8")};
  const bool is_number = std::find(whole_numbers.begin(), whole_numbers.end(), type) != whole_numbers.end();
  if (is_number && as<A_Const>(cast->arg) && text.find_first_of("0123456789") == std::string::npos)
    fail(invalid_text_representation, "invalid input syntax for type integer: \"" + text + "\"");
}

}  // namespace

DataType Evaluator::type_of(const TypeCast* cast) const {
  const ::TypeName* type = cast->typeName;
  const auto [schema, name] = qualified_name(type->names);
  const bool is_plain = (schema.empty() || schema == pg_catalog()->text) && !type->arrayBounds && !type->typmods;
  if (const Symbol* own = is_plain ? builtin_type(name) : nullptr) return {own, {}, false};
  try {
    return read_type(type, session_.names());
  } catch (const SyntaxError&) {
    return {};
  } catch (const StatementFailure&) {
    return {};
  }
}

Value Evaluator::converted(const TypeCast* cast, const Value& value) const {
  const DataType type = type_of(cast);
  if (value.is_known() && type.name) require_number(cast, type.name->text, value.text);
  return read_as(type, value);
}

Value Evaluator::object_read(const std::string& type, const Value& value) const {
  const bool is_numbered = is_number(value.text);
  if (!value.name.empty() && !is_numbered) return value;
  if (type == "regclass") return is_numbered ? relation_named(value) : relation_called(value.text);
  if (type == "regprocedure") return is_numbered ? routine_numbered(value.text) : Value::unknown();
  if (type == "regtype") return is_numbered ? value : type_number(value.text);
  if (type == "regproc") return is_numbered ? Value::unknown() : routine_called(value.text);
  if (type != "regnamespace") return Value::unknown();
  const Symbol* schema = session_.draft().find(Namespace::schema, nullptr, value.text);
  // The server's own schemas are none of the draft's.
  return Value::of(schema ? object_number(schema) : value.text);
}

Value Evaluator::read_as(const DataType& declared, const Value& value) const {
  const bool is_own = declared.name && declared.name->parent == pg_catalog();
  const DataType type = is_own ? declared : base_type(declared, session_.draft().types());
  const bool is_text = !type.is_array && is_one_of(type.name, {"text", "varchar", "name", "bpchar"});
  if (!value.is_known()) return value.is_null() || is_text ? value : Value::unknown();
  if (!type.name || type.name == builtin_type("money")) return Value::unknown();  // which the locale prints
  const bool is_system_type = type.name->parent == pg_catalog();
  if (is_system_type && type.name->text.starts_with("any")) return value;
  if (is_system_type && !type.is_array && type.name->text.starts_with("reg"))
    return object_read(std::string(type.name->text), value);
  if (is_text && type.name != builtin_type("name")) return letters_of(value, type);
  if (!type.is_array && is_one_of(type.name, {"oid", "record", "refcursor", "void"})) return value;
  if (type.name == builtin_type("timestamptz")) return is_moment(value.text) ? value : Value::unknown();
  if (type.name == builtin_type("date") && is_moment(value.text)) return as_date(value);
  if (type.name == builtin_type("timestamp") && is_moment(value.text)) return as_timestamp(value);
  return literal_read(typed_literal(value.as_text(), declared, session_.draft().types()), type);
}

std::optional<std::vector<Value>> Evaluator::elements_read_as(const DataType& type, std::vector<Value> elements) const {
  const DataType element{type.name, type.modifiers, false};
  for (Value& one : elements) {
    const bool is_null = one.is_null();
    one = read_as(element, one);
    if (!one.is_known() && !is_null) return std::nullopt;
  }
  return elements;
}

}  // namespace pgplumb
