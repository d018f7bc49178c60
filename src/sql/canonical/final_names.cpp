#include "sql/canonical/final_names.h"

#include "sql/canonical/arguments.h"
#include "sql/canonical/collation.h"
#include "sql/canonical/functions.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/canonical/resolution/signatures.h"

namespace pgplumb {
namespace {

std::string schema_of_extension(std::string_view name, const KnownTypes& types) {
  return types.extension_schema ? types.extension_schema(name) : std::string();
}

/// `%` of `garden.%` where the connection names that schema.
std::string_view without_connection_schema(std::string_view name, const KnownTypes& types) {
  const std::string& schema = types.connection_schema;
  const bool has_it =
      !schema.empty() && name.size() > schema.size() + 1 && name.starts_with(schema) && name[schema.size()] == '.';
  return has_it ? name.substr(schema.size() + 1) : name;
}

/// Made by nothing that was read: an extension's in the schema that the connection names.
bool is_of_extension_beside(std::string_view function, const KnownTypes& types) {
  const std::string_view name = without_connection_schema(function, types);
  if (name.size() == function.size() || !functions_named(name).empty()) return false;
  return types.routines(function).empty() || schema_of_extension(name, types) == types.connection_schema;
}

/// `ext.f` of `f`, which is an extension's. One in a schema that is usual for them bears it or not.
std::string with_schema_of_extension(const std::string& name, const KnownTypes& types) {
  const std::string schema = name.find('.') == name.npos ? schema_of_extension(name, types) : std::string();
  std::string whole = schema + "." + name;
  return schema.empty() || without_usual_schema(whole) == name ? name : whole;
}

bool is_operator_of_extension(const Expression& operation, const KnownTypes& types) {
  const auto operands = argument_types(pointers_to(operation.args), types);
  return operands && !resolve_operator(operation.text, *operands, types) &&
         resolve_made_operator(operation.text, *operands, types);
}

/// `public.replace(email, '@', '')` of a citext is the extension's, which one finds without its schema, too.
bool is_of_citext(const Expression& call, std::string_view name, const KnownTypes& types) {
  const auto arguments = name.size() < call.text.size() ? arguments_of(call) : std::nullopt;
  const auto all = arguments ? argument_types({arguments->begin(), arguments->end()}, types) : std::nullopt;
  const auto found = all ? resolve_function(name, *all, types) : std::nullopt;
  return found && takes_type_of_extension(*found);
}

}  // namespace

/// By the name that the routine has in the end, and by the routine itself, which another source may call otherwise. The
/// constructor of a range type, which is told by that type, keeps its name.
void name_function(Expression& call, const KnownTypes& types) {
  call.text = name_of_called(call);
  if (functions_named(call.text).empty()) call.text = with_schema_of_extension(call.text, types);
  if (is_of_extension_beside(call.text, types)) call.text = std::string(without_connection_schema(call.text, types));
  const std::string_view name = without_usual_schema(call.text);
  if (is_of_citext(call, name, types)) call.text = std::string(name);
}

void name_operator(Expression& operation, const KnownTypes& types) {
  if (operation.routine) operation.text = without_usual_schema(name_in_schema(*operation.routine));
  if (std::string whole = with_schema_of_extension(operation.text, types);
      whole.size() > operation.text.size() && is_operator_of_extension(operation, types))
    operation.text = std::move(whole);
  if (const auto name = without_connection_schema(operation.text, types); name.size() < operation.text.size())
    operation.text = std::string(name);
}

void name_collation(Expression& collated) {
  if (collated.routine) collated.text = "collate " + name_of_collation(*collated.routine);
}

}  // namespace pgplumb
