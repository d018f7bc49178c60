// Prisma schemas as a source: a file, or a folder of .prisma files, read as Prisma's own engine reads them.
#pragma once

#include <pgplumb/position.h>
#include <pgplumb/sources/source.h>

#include <optional>
#include <string>
#include <vector>

namespace pgplumb {

/// Fills `source.catalog`. Throws one Error for all problems of a broken schema.
void read_prisma(const Place& place, const ReadOptions& options, Source& source);

/// One of `extensions = […]`.
struct ListedExtension {
  std::string name;        ///< as PostgreSQL calls it: of uuid_ossp(map: "uuid-ossp") uuid-ossp
  bool says_more = false;  ///< which version of it, or in which schema
  Position at;
};

/// What a schema says of its database, for finding that database.
struct Datasource {
  std::string provider;              ///< "postgresql", or what stands there instead
  std::string url_env;               ///< the name in env("…"), "" for none
  std::string url;                   ///< written out, "" for none; may hold a password
  std::vector<std::string> schemas;  ///< empty without `schemas = […]`
  std::vector<ListedExtension> extensions;
  bool relation_mode_prisma = false;
  Position at;
};

/// Null where there is no datasource block, or no file to read. Never throws on a schema that is otherwise broken.
std::optional<Datasource> read_datasource(const std::string& path);

}  // namespace pgplumb
