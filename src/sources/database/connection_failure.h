// Why there is no connection, said so that the reader knows what to do.
#pragma once

#include <pgplumb/error.h>

#include <string_view>

#include "sources/database/url.h"

namespace pgplumb {

/// The Error for libpq's `message`. Names host, port, database and user, never the password.
Error connection_failure(const DatabaseAddress& address, std::string_view message);

/// The Error for a server that went away while it was asked.
Error connection_lost(const DatabaseAddress& address);

}  // namespace pgplumb
