// Parsers, templates, dictionaries and configurations: four kinds of one shape, CREATE TEXT SEARCH … (name = value, …).
#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE TEXT SEARCH PARSER, TEMPLATE, DICTIONARY, CONFIGURATION; false for what else DefineStmt makes.
bool read_create_text_search(Session& session, const Node* statement);
/// ALTER TEXT SEARCH DICTIONARY … (name = value, …).
bool read_alter_dictionary(Session& session, const Node* statement);
/// ALTER TEXT SEARCH CONFIGURATION … ADD, ALTER, DROP MAPPING.
bool read_alter_configuration(Session& session, const Node* statement);

/// What the configurations that the server came with map, of which one may be a COPY; nothing for another name.
std::vector<TokenMapping> builtin_mappings(Session& session, std::string_view configuration);

}  // namespace pgplumb
