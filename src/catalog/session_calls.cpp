// Which function a call means, or which type it casts to (func_get_detail in parser/parse_func.c).
#include <pgplumb/catalog/session.h>

#include <algorithm>

#include "catalog/routines.h"
#include "catalog/row_types.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

/// Signatures that a call may mean, in the order in which the search_path has them, and who bears each; null for PostgreSQL's
/// own.
class Candidates {
 public:
  void add(Signature signature, const Symbol* bearer) {
    const auto hides = [&](const Signature& earlier) {
      return std::equal(earlier.parameters.begin(), earlier.parameters.end(), signature.parameters.begin(),
                        signature.parameters.end(), is_same_type);
    };
    if (std::any_of(signatures_.begin(), signatures_.end(), hides)) return;
    signatures_.push_back(std::move(signature));
    bearers_.push_back(bearer);
  }
  std::span<const Signature> signatures() const { return signatures_; }
  const Symbol* bearer_of(const Signature& signature) const {
    return bearers_[static_cast<std::size_t>(&signature - signatures_.data())];
  }
  bool has(const DataType& parameter) const {
    return std::any_of(signatures_.begin(), signatures_.end(), [&](const Signature& signature) {
      return signature.parameters.size() == 1 && is_same_type(signature.parameters.front(), parameter);
    });
  }

 private:
  std::vector<Signature> signatures_;
  std::vector<const Symbol*> bearers_;
};

/// PostgreSQL's own come first, unless the search_path says where.
Candidates in_order(const Draft& draft, std::string_view schema, std::string_view name, const std::vector<Symbol*>& made,
                    std::vector<std::string> path) {
  const std::string& own = pg_catalog()->text;
  if (!schema.empty()) path = {std::string(schema)};
  if (schema.empty() && std::find(path.begin(), path.end(), own) == path.end()) path.insert(path.begin(), own);
  Candidates candidates;
  for (const std::string& home : path) {
    if (home == own)
      for (const Signature& signature : functions_named(name)) candidates.add(signature, nullptr);
    for (const Symbol* routine : made)
      if (routine->parent->text == home) candidates.add(call_signature(*draft.object<Routine>(routine)), routine);
  }
  return candidates;
}

/// No call casts to a composite type (FuncNameAsType in parser/parse_func.c).
bool may_be_cast_to(const Draft& draft, const Symbol* type) {
  return type && type->number > 0 && !draft.object<CompositeType>(type);
}

/// find_coercion_pathway for a cast that is asked for: by its label only, or through its text.
bool only_relabels_or_reads(const DataType& from, const DataType& to) {
  return is_same_but_for_label(from, to) || category_of(from) == 'S' || category_of(to) == 'S';
}

}  // namespace

/// The first in the search_path that has a function of that name, be it the constructor of a range type or of its multiranges.
std::string Session::schema_of_function(std::string_view name) const {
  const auto routines = draft_.overloads(Namespace::routine, name);
  for (const std::string& schema : search_path()) {
    if (std::any_of(routines.begin(), routines.end(), [&](const Symbol* routine) { return routine->parent->text == schema; }))
      return schema;
    if (draft_.object<RangeType>(find_type(schema, name)) || find_multirange(schema, name)) return schema;
  }
  return {};
}

std::vector<Symbol*> Session::callable(std::string_view schema, std::string_view name, std::size_t arguments) const {
  std::vector<Symbol*> candidates = draft_.overloads(Namespace::routine, name);
  std::erase_if(candidates, [&](const Symbol* routine) {
    const auto& path = search_path();
    const std::string& home = routine->parent->text;
    const bool is_found = schema.empty() ? std::find(path.begin(), path.end(), home) != path.end() : home == schema;
    return !is_found || !takes(*draft_.object<Routine>(routine), arguments);
  });
  return candidates;
}

/// The only one of a name that PostgreSQL has none of is it, whatever its arguments are.
const Symbol* Session::routine_called(std::string_view schema, std::string_view name, const Expression& call) const {
  const auto arguments = arguments_of(call);
  const std::size_t count = arguments ? arguments->size() : call.args.size();
  const std::vector<Symbol*> made = callable(schema, name, count);
  if (made.empty()) {
    const Symbol* type = count == 2 || count == 3 ? find_type(schema, name) : nullptr;
    return draft_.object<RangeType>(type) ? type : find_multirange(schema, name);
  }
  const Symbol* the_only = made.size() == 1 ? made.front() : nullptr;
  if (the_only && (!schema.empty() || functions_named(name).empty())) return the_only;
  const KnownTypes types = draft_.types();
  const auto all = arguments && !is_spread(call) ? argument_types(*arguments, types) : std::nullopt;
  if (!all) return the_only;
  const Candidates candidates = in_order(draft_, schema, name, made, search_path());
  const Signature* found = function_among(candidates.signatures(), *all, types);
  return found ? candidates.bearer_of(*found) : the_only;
}

/// `state('open')`, by the name of a type: a cast, where no function takes the very type of the argument.
const Symbol* Session::cast_called(std::string_view schema, std::string_view name, const Expression& call) const {
  const auto arguments = arguments_of(call);
  if (!arguments || arguments->size() != 1 || is_spread(call)) return nullptr;
  const Symbol* type = find_type(schema, name);
  if (!type) type = find_multirange(schema, name);
  if (!may_be_cast_to(draft_, type)) return nullptr;
  const Expression& value = *arguments->front();
  const bool is_function =
      call.routine || (schema.empty() && !functions_named(name).empty()) || !callable(schema, name, 1).empty();
  if (is_untyped(value) || !is_function) return type;
  const KnownTypes types = draft_.types();
  const MaybeType from = type_of(value, types);
  if (!from) return nullptr;
  const bool takes_it = in_order(draft_, schema, name, callable(schema, name, 1), search_path()).has(*from);
  return !takes_it && only_relabels_or_reads(base_type(*from, types), base_type({type, {}, false}, types)) ? type : nullptr;
}

const Symbol* Session::function_of_row(std::string_view name, const Expression& row) const {
  const KnownTypes types = certain_types(draft_);
  const MaybeType type = type_of(row, types);
  const auto columns = type ? columns_of_row(draft_, base_type(*type, types)) : std::vector<RowColumn>();
  const auto has_name = [&](const RowColumn& column) { return column.name == name; };
  if (columns.empty() || std::any_of(columns.begin(), columns.end(), has_name)) return nullptr;
  RoutineParameter parameter;
  parameter.type = *type;
  return find_in_path(Namespace::routine, {}, signature_of(name, {parameter}));
}

}  // namespace pgplumb
