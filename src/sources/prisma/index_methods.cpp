#include "sources/prisma/index_methods.h"

#include <algorithm>
#include <array>

namespace pgplumb::prisma {
namespace {

struct Method {
  std::string_view name, postgres;
};
constexpr std::array<Method, 6> methods{
    {{"BTree", "btree"}, {"Hash", "hash"}, {"Gin", "gin"}, {"Gist", "gist"}, {"SpGist", "spgist"}, {"Brin", "brin"}}};

/// Types that each method indexes without being told how (pg_opclass.opcdefault, as far as Prisma lets them through). Btree and
/// hash take whatever is left to PostgreSQL.
struct DefaultTypes {
  std::string_view method, types;
};
constexpr std::array<DefaultTypes, 4> default_types{{{"gin", " jsonb "},
                                                     {"gist", " "},
                                                     {"spgist", " bpchar inet text varchar "},
                                                     {"brin",
                                                      " bit bpchar bytea date float4 float8 inet int2 int4 int8 numeric oid text "
                                                      "time timestamp timestamptz timetz uuid varbit varchar "}}};

/// BRIN has its classes by families of types: bloom, minmax, minmax_multi, inclusion.
struct BrinFamily {
  std::string_view name, postgres, types;
  std::string_view kinds;  ///< of "b", "m", "M" (multi), "i"
};
constexpr BrinFamily brin_families[] = {
    {"Bit", "bit", " bit ", "m"},
    {"VarBit", "varbit", " varbit ", "m"},
    {"Bpchar", "bpchar", " bpchar ", "bm"},
    {"Bytea", "bytea", " bytea ", "bm"},
    {"Text", "text", " text varchar ", "bm"},
    {"Date", "date", " date ", "bmM"},
    {"Float4", "float4", " float4 ", "bmM"},
    {"Float8", "float8", " float8 ", "bmM"},
    {"Inet", "inet", " inet ", "bmMi"},
    {"Int2", "int2", " int2 ", "bmM"},
    {"Int4", "int4", " int4 ", "bmM"},
    {"Int8", "int8", " int8 ", "bmM"},
    {"Numeric", "numeric", " numeric ", "bmM"},
    {"Oid", "oid", " oid ", "bmM"},
    {"Timestamp", "timestamp", " timestamp ", "bmM"},
    {"TimestampTz", "timestamptz", " timestamptz ", "bmM"},
    {"Time", "time", " time ", "bmM"},
    {"TimeTz", "timetz", " timetz ", "bmM"},
    {"Uuid", "uuid", " uuid ", "bmM"},
};

struct BrinKind {
  char letter;
  std::string_view name, postgres;
};
constexpr std::array<BrinKind, 4> brin_kinds{
    {{'b', "Bloom", "bloom"}, {'m', "MinMax", "minmax"}, {'M', "MinMaxMulti", "minmax_multi"}, {'i', "Inclusion", "inclusion"}}};

std::vector<OperatorClass> make_operator_classes() {
  std::vector<OperatorClass> classes = {{"ArrayOps", "array_ops", " gin ", " [] "},
                                        {"JsonbOps", "jsonb_ops", " gin ", " jsonb "},
                                        {"JsonbPathOps", "jsonb_path_ops", " gin ", " jsonb "},
                                        {"InetOps", "inet_ops", " gist spgist ", " inet "},
                                        {"TextOps", "text_ops", " spgist ", " bpchar text varchar "}};
  for (const auto& family : brin_families)
    for (const auto& kind : brin_kinds)
      if (family.kinds.find(kind.letter) != std::string_view::npos)
        classes.push_back({std::string(family.name).append(kind.name).append("Ops"),
                           std::string(family.postgres).append("_").append(kind.postgres).append("_ops"), " brin ",
                           family.types});
  return classes;
}

bool is_listed(std::string_view blank_separated, std::string_view word) {
  return blank_separated.find(std::string(" ").append(word).append(" ")) != std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> find_index_method(std::string_view name) {
  for (const auto& method : methods)
    if (method.name == name) return method.postgres;
  return std::nullopt;
}

std::vector<std::string_view> index_method_names() {
  std::vector<std::string_view> names;
  for (const auto& method : methods) names.push_back(method.name);
  return names;
}

const std::vector<OperatorClass>& operator_classes() {
  static const std::vector<OperatorClass> classes = make_operator_classes();
  return classes;
}

const OperatorClass* find_operator_class(std::string_view name) {
  for (const auto& known : operator_classes())
    if (known.name == name) return &known;
  return nullptr;
}

bool has_default_class(std::string_view method, std::string_view type, bool is_list) {
  if (method == "gin" && is_list) return true;
  const auto* found = std::find_if(default_types.begin(), default_types.end(), [&](auto& row) { return row.method == method; });
  return found == default_types.end() || is_listed(found->types, type);
}

bool is_default_class(std::string_view method, std::string_view type, bool is_list, std::string_view operator_class) {
  if (!has_default_class(method, type, is_list)) return false;
  std::string family(is_list ? "array" : type == "varchar" ? "text" : type);
  if (method == "spgist" && type == "bpchar") family = "text";
  if (method == "brin") family += type == "inet" ? "_inclusion" : "_minmax";
  return operator_class == family + "_ops";
}

}  // namespace pgplumb::prisma
