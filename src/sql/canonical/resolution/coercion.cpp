#include "sql/canonical/resolution/coercion.h"

#include <algorithm>
#include <unordered_map>

#include "sql/canonical/resolution/signatures.h"

namespace pgplumb {
namespace {

struct Category {
  char letter;
  std::string_view preferred;  ///< names of types, parted by spaces, with one after each; so are the others
  std::string_view others;
};

// pg_type.dat; categories of one type, and those without a preferred one, decide nothing more than what is here.
constexpr Category categories[] = {
    {'B', "bool ", ""},
    {'D', "timestamptz ", "date time timestamp timetz "},
    {'G', "", "box circle line lseg path point polygon "},
    {'I', "inet ", "cidr "},
    {'N', "float8 oid ",
     "float4 int2 int4 int8 money numeric regclass regcollation regconfig regdictionary regnamespace regoper regoperator regproc "
     "regprocedure regrole regtype "},
    {'P', "", "any record "},
    {'R', "",
     "datemultirange daterange int4multirange int4range int8multirange int8range nummultirange numrange tsmultirange tsrange "
     "tstzmultirange tstzrange "},
    {'S', "text ", "bpchar citext name varchar "},
    {'T', "interval ", ""},
    {'V', "varbit ", "bit "},
    {'Z', "", "char "},
};

struct Standing {
  char category = 'U';
  bool is_preferred = false;
};

Standing standing_of(const DataType& type) {
  static const auto standings = [] {
    std::unordered_map<const Symbol*, Standing> by_type;
    const auto enter = [&](std::string_view names, Standing standing) {
      for (; !names.empty(); names.remove_prefix(names.find(' ') + 1))
        by_type.emplace(type_in_signatures(names.substr(0, names.find(' '))), standing);
    };
    for (const Category& category : categories) {
      enter(category.preferred, {category.letter, true});
      enter(category.others, {category.letter, false});
    }
    return by_type;
  }();
  if (type.is_array) return {'A', false};
  const auto found = standings.find(type.name);
  return found == standings.end() ? Standing() : found->second;
}

}  // namespace

char category_of(const DataType& type) { return standing_of(type).category; }

bool is_preferred(const DataType& type) { return standing_of(type).is_preferred; }

namespace {

/// What a vector is an array of, of which the signatures know nothing else: it is one wherever an array is called for (pg_cast).
const Symbol* member_of_vector(const DataType& type) {
  static const std::pair<const Symbol*, const Symbol*> vectors[] = {{builtin_type("int2vector"), builtin_type("int2")},
                                                                    {builtin_type("oidvector"), builtin_type("oid")}};
  for (const auto& [vector, member] : vectors)
    if (type.name == vector && !type.is_array) return member;
  return nullptr;
}

}  // namespace

DataType as_in_signatures(DataType type) {
  if (const Symbol* member = member_of_vector(type)) return {member, {}, true};
  const bool is_declared = !type.name || type.name->number != 0;
  const Symbol* known = is_declared || type.name->parent == pg_catalog() ? nullptr : extension_type(type.name->text);
  if (known) type.name = known;
  return type;
}

DataType base_type(DataType type, const KnownTypes& types) {
  if (type.is_array || !types.domain) return as_in_signatures(type);
  constexpr int deepest = 32;  // no domain is over itself, but a text may say so
  for (int i = 0; i < deepest; ++i) {
    const DataType* over = types.domain(type.name);
    if (!over) break;
    type = *over;
  }
  return as_in_signatures(type);
}

bool is_row(const DataType& type, const KnownTypes& types) {
  const auto made = types.made && !type.is_array ? types.made(type.name) : std::nullopt;
  return made && made->form == MadeType::Form::composite;
}

bool casts_implicitly(const Symbol* from, const Symbol* to, const KnownTypes& types) {
  if (is_implicit_cast(from, to)) return true;
  const bool are_own = from && to && from->parent == pg_catalog() && to->parent == pg_catalog();
  if (are_own || !types.routines) return false;
  const auto casts = types.routines("cast");
  return std::any_of(casts.begin(), casts.end(), [&](const Signature& cast) {
    return same_name(cast.parameters.front().name, from) && same_name(cast.result.name, to);
  });
}

bool coerces(const DataType& from, const DataType& to, const KnownTypes& types) {
  if (is_same_type(from, to)) return true;
  if (from.is_array && to.is_array) return coerces(element_of(from), element_of(to), types);
  const DataType base = base_type(from, types), over = base_type(to, types);
  if (is_same_type(base, over) || (is_type(over, "record") && is_row(base, types))) return true;
  return !base.is_array && !over.is_array && casts_implicitly(base.name, over.name, types);
}

MaybeType common_type_of(const ArgumentTypes& all, const KnownTypes& types) {
  std::vector<DataType> known;
  for (const MaybeType& type : all)
    if (type) known.push_back(*type);
  if (known.empty()) return builtin_data_type("text");
  const auto is_first = [&](const MaybeType& type) { return type && is_same_type(*type, known.front()); };
  const auto has_modifiers = [&](const DataType& type) { return type.modifiers == known.front().modifiers; };
  if (std::all_of(all.begin(), all.end(), is_first)) {
    DataType one = known.front();
    if (!std::all_of(known.begin(), known.end(), has_modifiers)) one.modifiers = {};
    return one;
  }
  DataType common = base_type(known.front(), types);
  for (const DataType& type : known) {
    const DataType next = base_type(type, types);
    if (is_same_type(next, common)) continue;
    if (category_of(next) != category_of(common)) return std::nullopt;
    if (!is_preferred(common) && coerces(common, next, types) && !coerces(next, common, types)) common = next;
  }
  return DataType{common.name, {}, common.is_array};
}

}  // namespace pgplumb
