#include "statements/dropped_extension.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "catalog/declared.h"
#include "catalog/expressions.h"
#include "catalog/references.h"
#include "sql/canonical/functions.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/signatures.h"
#include "statements/do_block/doubt/doubted_drops.h"

namespace pgplumb {

namespace {

/// Whether PostgreSQL's own default operator classes of the access method are for the type (pg_opclass.opcdefault). Of others
/// than these two, extensions bring no classes for types of PostgreSQL's own.
bool has_default_class(Text method, const MaybeType& type) {
  constexpr std::array of_gist = {"box", "circle", "point", "polygon", "tsquery", "tsvector"};
  if (!(method == "gist" || method == "gin")) return true;
  if (!type || !type->name) return false;
  if (method == "gin") return type->is_array || is_type(type, "jsonb") || is_type(type, "tsvector");
  const bool is_range = type->name->text.ends_with("range") || type->name->parent != pg_catalog();
  return is_range || std::any_of(of_gist.begin(), of_gist.end(), [&](const char* name) { return is_type(type, name); });
}

bool may_need_class(Text method, const IndexKey& key, const KnownTypes& types) {
  if (!key.operator_class.empty()) return true;
  Expression column;
  column.kind = Expression::Kind::column;
  column.column = key.column;
  const MaybeType type = type_of(key.expression ? *key.expression.tree : column, types);
  return !has_default_class(method, type ? MaybeType(base_type(*type, types)) : type);
}

bool may_need_class(const Object& object, const KnownTypes& types) {
  if (const auto* index = std::get_if<Index>(&object))
    return std::any_of(index->keys.begin(), index->keys.end(),
                       [&](const IndexKey& key) { return may_need_class(index->method, key, types); });
  const auto* exclusion = std::get_if<Exclusion>(&object);
  return exclusion && std::any_of(exclusion->keys.begin(), exclusion->keys.end(),
                                  [&](const ExclusionKey& key) { return may_need_class(exclusion->method, key.key, types); });
}

/// Of what the server has itself, names that begin so are no objects of the draft either.
bool is_of_nobody(const Symbol* symbol) {
  const bool is_servers = symbol->parent == pg_catalog() || symbol->text.starts_with("pg_") ||
                          (symbol->parent && symbol->parent->text == "information_schema");
  return symbol->number == 0 && !is_servers;
}

bool calls_what_nobody_makes(const Expression& expression) {
  using Kind = Expression::Kind;
  const std::string_view name = without_schema(expression.text);
  const bool is_called = expression.kind == Kind::call && !expression.routine && functions_named(name).empty();
  const bool is_applied = expression.kind == Kind::operation && !expression.routine && operators_named(name).empty();
  const bool is_typed = expression.kind == Kind::cast && expression.type.name && is_of_nobody(expression.type.name);
  return is_called || is_applied || is_typed ||
         std::any_of(expression.args.begin(), expression.args.end(), calls_what_nobody_makes);
}

bool may_need_extension(const Draft::Item& item, const KnownTypes& types) {
  if (may_need_class(item.object, types)) return true;
  bool may = false;
  for_each_reference(item.object, [&](const Symbol* symbol) { may = may || is_of_nobody(symbol); });
  for_each_expression(item.object,
                      [&](const ExpressionField& field, const DataType*) { may = may || calls_what_nobody_makes(*field.tree); });
  return may;
}

/// A column may have lost its default alone.
bool goes_as_a_whole(const Draft& draft, const Symbol* symbol) {
  const auto* view = draft.object<Table>(symbol);
  const auto* column = draft.object<Column>(symbol);
  return (view && is_view(*view)) || (column && column->type.name && is_of_nobody(column->type.name));
}

/// Where no statement says, it is in the schema that things are made in, or in one of its own.
bool may_be_in(Session& session, const Extension& extension, const Symbol* schema) {
  if (!session.draft().object<Schema>(schema)) return false;
  if (!extension.schema.empty()) return extension.schema == schema->text;
  const auto& path = session.search_path();
  const auto first = std::find_if(path.begin(), path.end(), [&](const std::string& name) {
    return session.draft().find(Namespace::schema, nullptr, name) != nullptr;
  });
  return first != path.end() && *first == schema->text;
}

}  // namespace

void doubt_what_may_need_extension(Session& session) {
  std::vector<const Symbol*> doubted;
  std::unordered_set<const Symbol*> seen;
  const auto doubt = [&](const Symbol* symbol) {
    if (seen.insert(symbol).second) doubted.push_back(symbol);
  };
  const KnownTypes types = session.draft().types();
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    if (may_need_extension(item, types)) doubt(item.symbol);
  });
  for (std::size_t i = 0; i < doubted.size(); ++i) {
    if (goes_as_a_whole(session.draft(), doubted[i]))
      doubt_presence(session, doubted[i]);
    else
      session.make_uncertain(doubted[i]);
    for (const Symbol* dependent : session.draft().dependents(doubted[i])) doubt(dependent);
  }
}

bool may_take_extension(Session& session, const Symbol* symbol) {
  if (session.draft().object<Extension>(symbol)) return true;
  bool takes = false;
  for (const Symbol* global : session.draft().globals()) {
    const auto* extension = session.draft().object<Extension>(global);
    if (!extension || !may_be_in(session, *extension, symbol)) continue;
    takes = true;
    if (extension->schema.empty()) doubt_presence(session, global);
  }
  return takes;
}

}  // namespace pgplumb
