// Schemas as tests write them: the datasource is put in front.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "sources/prisma/check/passes.h"
#include "sources/prisma/read_catalog.h"
#include "sources/prisma/read_schema.h"

namespace prisma_test {

inline const std::string datasource = "datasource db {\n provider = \"postgresql\"\n url = env(\"DATABASE_URL\")\n}\n";
inline constexpr int lines_before = 4;  // of the datasource

inline pgplumb::prisma::SchemaFiles files_of(const std::string& text) {
  pgplumb::prisma::SchemaFiles files;
  files.emplace_back("schema.prisma", text);
  return files;
}

inline std::unique_ptr<pgplumb::prisma::Schema> read_text(const std::string& text) {
  auto schema = pgplumb::prisma::read_fields(files_of(text), "public");
  pgplumb::prisma::read_keys_and_relations(*schema);
  pgplumb::prisma::check_database_names(*schema);
  return schema;
}

/// What is wrong with the schema: `line:column message`, in a second string the hint; lines count from 1 behind the datasource.
struct Said {
  std::string message, hint;
};
inline std::vector<Said> problems_of(const std::string& text) {
  std::vector<Said> said;
  const auto schema = read_text(datasource + text);
  for (const auto& problem : schema->problems.sorted()) {
    const auto at = problem.where.at();
    said.push_back(
        {std::to_string(static_cast<int>(at.line) - lines_before) + ":" + std::to_string(at.column) + " " + problem.message,
         problem.hint});
  }
  return said;
}

inline std::string with_model(const std::string& lines) { return "model A {\n  id Int @id\n" + lines + "}\n"; }

/// A model B that refers to A, which has the lines given.
inline std::string with_relation(const std::string& in_a, const std::string& in_b) {
  return "model A {\n  id Int @id\n" + in_a + "}\nmodel B {\n  id Int @id\n" + in_b + "}\n";
}

/// The schema's catalog; throws where it has a problem.
inline pgplumb::Catalog catalog_of(const std::string& text) {
  return pgplumb::prisma::read_catalog(files_of(text.starts_with("datasource") ? text : datasource + text), {});
}

}  // namespace prisma_test
