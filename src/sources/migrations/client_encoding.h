// The encoding that a script says it is in.
#pragma once

#include <string>

namespace pgplumb {

/// As UTF-8: what follows SET client_encoding, SET NAMES or psql's \encoding is taken to be in that encoding. One that is not
/// known here, or that the bytes are not in, changes nothing.
std::string in_utf8(std::string text);

}  // namespace pgplumb
