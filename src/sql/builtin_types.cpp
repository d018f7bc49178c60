#include "sql/builtin_types.h"

#include <pgplumb/sql/data_type.h>

#include <deque>
#include <unordered_map>

namespace pgplumb {
namespace {

// pg_type of PostgreSQL 17, without the types of arrays and of catalog rows.
constexpr BuiltinType builtin_types[] = {
    {"int2", "smallint", TypeFamily::number, 1},
    {"int4", "integer", TypeFamily::number, 2},
    {"int8", "bigint", TypeFamily::number, 3},
    {"numeric", "numeric", TypeFamily::number, 4},
    {"float4", "real", TypeFamily::number, 5},
    {"float8", "double precision", TypeFamily::number, 6},
    {"text", "text", TypeFamily::text},
    {"varchar", "varchar", TypeFamily::text},
    {"bpchar", "char", TypeFamily::text},
    {"name", "name", TypeFamily::text},
    {"date", "date", TypeFamily::moment, 1},
    {"timestamp", "timestamp", TypeFamily::moment, 2},
    {"timestamptz", "timestamptz", TypeFamily::moment, 3},
    {"time", "time", TypeFamily::time},
    {"timetz", "timetz", TypeFamily::time},
    {"interval", "interval", TypeFamily::interval},
    {"bool", "boolean", TypeFamily::boolean},
    {"json", "json", TypeFamily::json},
    {"jsonb", "jsonb", TypeFamily::json},
    {"char", "\"char\"", TypeFamily::text},
    {"bit", "bit"},
    {"varbit", "bit varying"},
    {"aclitem", "aclitem"},
    {"any", "\"any\""},
    {"anyarray", "anyarray"},
    {"anycompatible", "anycompatible"},
    {"anycompatiblearray", "anycompatiblearray"},
    {"anycompatiblemultirange", "anycompatiblemultirange"},
    {"anycompatiblenonarray", "anycompatiblenonarray"},
    {"anycompatiblerange", "anycompatiblerange"},
    {"anyelement", "anyelement"},
    {"anyenum", "anyenum"},
    {"anymultirange", "anymultirange"},
    {"anynonarray", "anynonarray"},
    {"anyrange", "anyrange"},
    {"box", "box"},
    {"bytea", "bytea"},
    {"cid", "cid"},
    {"cidr", "cidr"},
    {"circle", "circle"},
    {"cstring", "cstring"},
    {"datemultirange", "datemultirange"},
    {"daterange", "daterange"},
    {"event_trigger", "event_trigger"},
    {"fdw_handler", "fdw_handler"},
    {"gtsvector", "gtsvector"},
    {"index_am_handler", "index_am_handler"},
    {"inet", "inet"},
    {"int2vector", "int2vector"},
    {"int4multirange", "int4multirange"},
    {"int4range", "int4range"},
    {"int8multirange", "int8multirange"},
    {"int8range", "int8range"},
    {"internal", "internal"},
    {"jsonpath", "jsonpath"},
    {"language_handler", "language_handler"},
    {"line", "line"},
    {"lseg", "lseg"},
    {"macaddr", "macaddr"},
    {"macaddr8", "macaddr8"},
    {"money", "money"},
    {"nummultirange", "nummultirange"},
    {"numrange", "numrange"},
    {"oid", "oid"},
    {"oidvector", "oidvector"},
    {"path", "path"},
    {"pg_brin_bloom_summary", "pg_brin_bloom_summary"},
    {"pg_brin_minmax_multi_summary", "pg_brin_minmax_multi_summary"},
    {"pg_ddl_command", "pg_ddl_command"},
    {"pg_dependencies", "pg_dependencies"},
    {"pg_lsn", "pg_lsn"},
    {"pg_mcv_list", "pg_mcv_list"},
    {"pg_ndistinct", "pg_ndistinct"},
    {"pg_node_tree", "pg_node_tree"},
    {"pg_snapshot", "pg_snapshot"},
    {"point", "point"},
    {"polygon", "polygon"},
    {"record", "record"},
    {"refcursor", "refcursor"},
    {"regclass", "regclass"},
    {"regcollation", "regcollation"},
    {"regconfig", "regconfig"},
    {"regdictionary", "regdictionary"},
    {"regnamespace", "regnamespace"},
    {"regoper", "regoper"},
    {"regoperator", "regoperator"},
    {"regproc", "regproc"},
    {"regprocedure", "regprocedure"},
    {"regrole", "regrole"},
    {"regtype", "regtype"},
    {"table_am_handler", "table_am_handler"},
    {"tid", "tid"},
    {"trigger", "trigger"},
    {"tsm_handler", "tsm_handler"},
    {"tsmultirange", "tsmultirange"},
    {"tsquery", "tsquery"},
    {"tsrange", "tsrange"},
    {"tstzmultirange", "tstzmultirange"},
    {"tstzrange", "tstzrange"},
    {"tsvector", "tsvector"},
    {"txid_snapshot", "txid_snapshot"},
    {"unknown", "unknown"},
    {"uuid", "uuid"},
    {"void", "void"},
    {"xid", "xid"},
    {"xid8", "xid8"},
    {"xml", "xml"},
};

/// The types with their Symbols, made once for all catalogs and threads.
struct Registry {
  std::deque<Symbol> symbols;
  std::unordered_map<std::string_view, const Symbol*> by_name;
  std::unordered_map<const Symbol*, const BuiltinType*> by_symbol;

  Registry() {
    for (const BuiltinType& type : builtin_types) {
      const Symbol* symbol = &symbols.emplace_back(Symbol{std::string(type.name), pg_catalog()});
      by_name.emplace(type.name, symbol);
      by_symbol.emplace(symbol, &type);
    }
  }
};

const Registry& registry() {
  static const Registry types;
  return types;
}

}  // namespace

const Symbol* extension_type(std::string_view name) {
  static const Symbol citext{"citext"};
  return name == citext.text ? &citext : nullptr;
}

const Symbol* builtin_type(std::string_view internal_name) {
  const auto found = registry().by_name.find(internal_name);
  return found == registry().by_name.end() ? nullptr : found->second;
}

const BuiltinType* builtin(const Symbol* type) {
  const auto found = registry().by_symbol.find(type);
  return found == registry().by_symbol.end() ? nullptr : found->second;
}

std::span<const BuiltinType> all_builtin_types() { return builtin_types; }

TypeFamily family_of(const Symbol* type) {
  const BuiltinType* known = builtin(type);
  return known ? known->family : TypeFamily::other;
}

}  // namespace pgplumb
