#include <algorithm>
#include <array>

#include "statements/uncompared.h"

namespace pgplumb {

namespace {

constexpr std::array words = {
    ObjectWords{OBJECT_ACCESS_METHOD, "ACCESS METHOD", "access methods"},
    ObjectWords{OBJECT_AGGREGATE, "AGGREGATE", "aggregates"},
    ObjectWords{OBJECT_ATTRIBUTE, "ATTRIBUTE", "composite types"},
    ObjectWords{OBJECT_CAST, "CAST", "casts"},
    ObjectWords{OBJECT_COLLATION, "COLLATION", "collations"},
    ObjectWords{OBJECT_CONVERSION, "CONVERSION", "conversions"},
    ObjectWords{OBJECT_DATABASE, "DATABASE", "databases"},
    ObjectWords{OBJECT_DOMAIN, "DOMAIN", "domains"},
    ObjectWords{OBJECT_DOMCONSTRAINT, "DOMAIN CONSTRAINT", "domains"},
    ObjectWords{OBJECT_EVENT_TRIGGER, "EVENT TRIGGER", "triggers"},
    ObjectWords{OBJECT_EXTENSION, "EXTENSION", "extensions"},
    ObjectWords{OBJECT_FDW, "FOREIGN DATA WRAPPER", "foreign data wrappers"},
    ObjectWords{OBJECT_FOREIGN_SERVER, "SERVER", "foreign servers"},
    ObjectWords{OBJECT_FUNCTION, "FUNCTION", "functions"},
    ObjectWords{OBJECT_INDEX, "INDEX", "indexes"},
    ObjectWords{OBJECT_LANGUAGE, "LANGUAGE", "languages"},
    ObjectWords{OBJECT_MATVIEW, "MATERIALIZED VIEW", "materialized views"},
    ObjectWords{OBJECT_OPCLASS, "OPERATOR CLASS", "operator classes"},
    ObjectWords{OBJECT_OPERATOR, "OPERATOR", "operators"},
    ObjectWords{OBJECT_OPFAMILY, "OPERATOR FAMILY", "operator families"},
    ObjectWords{OBJECT_POLICY, "POLICY", "policies"},
    ObjectWords{OBJECT_PROCEDURE, "PROCEDURE", "procedures"},
    ObjectWords{OBJECT_PUBLICATION, "PUBLICATION", "publications"},
    ObjectWords{OBJECT_ROLE, "ROLE", "roles"},
    ObjectWords{OBJECT_ROUTINE, "ROUTINE", "functions"},
    ObjectWords{OBJECT_RULE, "RULE", "rules"},
    ObjectWords{OBJECT_SCHEMA, "SCHEMA", "schemas"},
    ObjectWords{OBJECT_SEQUENCE, "SEQUENCE", "sequences"},
    ObjectWords{OBJECT_STATISTIC_EXT, "STATISTICS", "extended statistics"},
    ObjectWords{OBJECT_SUBSCRIPTION, "SUBSCRIPTION", "subscriptions"},
    ObjectWords{OBJECT_TABLE, "TABLE", "tables"},
    ObjectWords{OBJECT_FOREIGN_TABLE, "FOREIGN TABLE", "foreign tables"},
    ObjectWords{OBJECT_TABLESPACE, "TABLESPACE", "tablespaces"},
    ObjectWords{OBJECT_TRANSFORM, "TRANSFORM", "transforms"},
    ObjectWords{OBJECT_TRIGGER, "TRIGGER", "triggers"},
    ObjectWords{OBJECT_TSCONFIGURATION, "TEXT SEARCH CONFIGURATION", "text search objects"},
    ObjectWords{OBJECT_TSDICTIONARY, "TEXT SEARCH DICTIONARY", "text search objects"},
    ObjectWords{OBJECT_TSPARSER, "TEXT SEARCH PARSER", "text search objects"},
    ObjectWords{OBJECT_TSTEMPLATE, "TEXT SEARCH TEMPLATE", "text search objects"},
    ObjectWords{OBJECT_TYPE, "TYPE", "types"},
    ObjectWords{OBJECT_USER_MAPPING, "USER MAPPING", "user mappings"},
    ObjectWords{OBJECT_VIEW, "VIEW", "views"},
};

}  // namespace

ObjectWords object_words(ObjectType type) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const ObjectWords& row) { return row.type == type; });
  return found == words.end() ? ObjectWords{type, "of an object", "objects of this kind"} : *found;
}

}  // namespace pgplumb
