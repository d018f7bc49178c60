#include <algorithm>
#include <array>

#include "kinds/index/keys.h"

namespace pgplumb {

namespace {

struct DefaultClass {
  std::string_view method, name;
};

/// Those of btree and hash that are some type's default (pg_opclass.opcdefault, PostgreSQL 12 to 17; a few of hash or btree
/// only).
constexpr std::array ordinary_defaults = {
    "aclitem_ops",   "array_ops",       "bit_ops",    "bool_ops",       "bpchar_ops",   "bytea_ops",   "char_ops",
    "cid_ops",       "citext_ops",      "date_ops",   "enum_ops",       "float4_ops",   "float8_ops",  "hstore_ops",
    "inet_ops",      "int2_ops",        "int4_ops",   "int8_ops",       "interval_ops", "jsonb_ops",   "ltree_ops",
    "macaddr8_ops",  "macaddr_ops",     "money_ops",  "multirange_ops", "name_ops",     "numeric_ops", "oid_ops",
    "oidvector_ops", "pg_lsn_ops",      "range_ops",  "record_ops",     "text_ops",     "tid_ops",     "time_ops",
    "timestamp_ops", "timestamptz_ops", "timetz_ops", "tsquery_ops",    "tsvector_ops", "uuid_ops",    "varbit_ops",
    "xid8_ops",      "xid_ops"};

constexpr std::array other_defaults = {DefaultClass{"gin", "array_ops"},
                                       DefaultClass{"gin", "jsonb_ops"},
                                       DefaultClass{"gin", "tsvector_ops"},
                                       DefaultClass{"gin", "gin_hstore_ops"},
                                       DefaultClass{"gist", "box_ops"},
                                       DefaultClass{"gist", "circle_ops"},
                                       DefaultClass{"gist", "multirange_ops"},
                                       DefaultClass{"gist", "point_ops"},
                                       DefaultClass{"gist", "poly_ops"},
                                       DefaultClass{"gist", "range_ops"},
                                       DefaultClass{"gist", "tsquery_ops"},
                                       DefaultClass{"gist", "tsvector_ops"},
                                       DefaultClass{"gist", "gist_hstore_ops"},
                                       DefaultClass{"gist", "gist_ltree_ops"},
                                       DefaultClass{"gist", "gist_geometry_ops_2d"},
                                       DefaultClass{"gist", "gist_geography_ops"},
                                       DefaultClass{"spgist", "box_ops"},
                                       DefaultClass{"spgist", "inet_ops"},
                                       DefaultClass{"spgist", "poly_ops"},
                                       DefaultClass{"spgist", "quad_point_ops"},
                                       DefaultClass{"spgist", "range_ops"},
                                       DefaultClass{"spgist", "text_ops"},
                                       DefaultClass{"ivfflat", "vector_l2_ops"}};

}  // namespace

bool is_default_operator_class(std::string_view method, std::string_view name) {
  if (method == "btree" || method == "hash")
    return std::find(ordinary_defaults.begin(), ordinary_defaults.end(), name) != ordinary_defaults.end();
  if (method == "brin") return (name.ends_with("_minmax_ops") && name != "inet_minmax_ops") || name.ends_with("_inclusion_ops");
  return std::any_of(other_defaults.begin(), other_defaults.end(),
                     [&](const DefaultClass& row) { return row.method == method && row.name == name; });
}

}  // namespace pgplumb
