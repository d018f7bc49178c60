#include "statements/do_block/evaluator/type_values.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "sql/nodes.h"
#include "sql/read_type.h"
#include "statements/do_block/catalog_rows/catalog_rows.h"
#include "statements/do_block/catalog_rows/column_rows.h"

namespace pgplumb {

Value number_of_system_type(std::string_view internal_name) {
  Value number = Value::of("type " + std::string(internal_name));
  const Symbol* type = builtin_type(internal_name);
  number.name = type ? standard_name({type, {}, false}) : std::string(internal_name);
  return number;
}

Value array_number(const Value& element) {
  Value number = Value::of("array of " + element.text);
  number.name = element.as_text() + "[]";
  return number;
}

namespace {

bool is_system_type(const Symbol* type) { return type && type->parent == pg_catalog(); }

/// As format_type() has it: `timestamp(3) without time zone`, `character varying(20)`.
std::string with_modifiers(const std::string& name, const std::string& modifiers) {
  if (modifiers.empty()) return name;
  const bool is_in_parentheses = modifiers.find_first_not_of("0123456789,-") == std::string::npos;
  const auto zone = std::min(name.find(" with"), name.size());
  return name.substr(0, zone) + (is_in_parentheses ? "(" + modifiers + ")" : " " + modifiers) + name.substr(zone);
}

/// Unknown for a type that nothing here makes.
Value element_value(Session& session, const Symbol* type) {
  if (is_system_type(type)) return number_of_system_type(type->text);
  const Draft::Item* item = session.draft().item(type);
  if (!item) return Value::unknown();
  Value number = Value::of((item->space == Namespace::type ? "" : "row ") + object_number(type));
  const bool is_visible = session.find_type({}, type->text) == type || session.look_up({}, type->text).symbol == type;
  number.name = (is_visible || !type->parent ? std::string() : quote_where_needed(type->parent->text) + ".") +
                quote_where_needed(type->text);
  return number;
}

}  // namespace

Value type_value(Session& session, const DataType& type) {
  const Value element = element_value(session, type.name);
  return type.is_array && element.is_known() ? array_number(element) : element;
}

Value formatted_type(Session& session, const DataType& type) {
  const Value element = element_value(session, type.name);
  if (!element.is_known()) return Value::unknown();
  return Value::of(with_modifiers(element.name, type.modifiers.str()) + (type.is_array ? "[]" : ""));
}

namespace {

/// The name of a type as the grammar reads it.
struct WrittenType {
  std::string schema, name;
  bool is_array = false;
};

std::optional<WrittenType> written_type(const std::string& text) {
  std::optional<WrittenType> written;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& statement) {
    const auto* select = as<SelectStmt>(statement.node->stmt);
    const auto targets = nodes_of(select ? select->targetList : nullptr);
    const auto* cast = targets.size() == 1 ? as<TypeCast>(as<ResTarget>(targets.front())->val) : nullptr;
    if (!cast) return;
    const auto [schema, name] = qualified_name(cast->typeName->names);
    written = WrittenType{std::string(schema), std::string(name), !nodes_of(cast->typeName->arrayBounds).empty()};
  };
  visitor.problem = [&](const SyntaxProblem&) {};
  parse_script("SELECT NULL::" + text, visitor);
  return written;
}

bool has_extension(Session& session) {
  const auto globals = session.draft().globals();
  return std::any_of(globals.begin(), globals.end(),
                     [&](const Symbol* symbol) { return session.draft().object<Extension>(symbol) != nullptr; });
}

}  // namespace

Value type_called(Session& session, const std::string& text) {
  const auto written = written_type(text);
  if (!written) return Value::unknown();
  const bool may_be_own = written->schema.empty() || written->schema == pg_catalog()->text;
  const Symbol* found = may_be_own ? builtin_type(written->name) : nullptr;
  if (!found) found = session.find_type(written->schema, written->name);
  if (!found) found = session.find_relation(written->schema, written->name);
  const Draft::Item* item = session.draft().item(found);
  if (item && (item->uncertain || may_be_gone(*item))) return Value::unknown();
  if (found) return type_value(session, {found, {}, written->is_array});
  const bool may_be_there = has_extension(session) || session.may_exist(written->schema, written->name) ||
                            session.find_multirange(written->schema, written->name) || written->schema == pg_catalog()->text ||
                            written->schema == "information_schema";
  return may_be_there ? Value::unknown() : Value::null();
}

}  // namespace pgplumb
