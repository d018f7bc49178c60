// URIs as Perl's URI->canonical writes them, which Sqitch hashes.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

/// What may not stand in a URI is escaped, what need not be is not, escapes are in capitals and scheme and host in small letters;
/// of http and https, whose default port goes, a path is never empty (URI.pm, URI/_server.pm, URI/http.pm).
std::string canonical_uri(std::string_view text);

}  // namespace pgplumb
