#include "sources/prisma/check/datasource.h"

#include <pgplumb/error.h>

#include "sources/prisma/syntax/parser.h"

namespace pgplumb {
namespace prisma {
namespace {

ListedExtension read_extension(const Value& value) {
  ListedExtension extension{std::string(value.text), false, value.span.at()};
  for (const auto& argument : value.arguments)
    if (argument.name == "map")
      extension.name = argument.value.text;
    else
      extension.says_more = true;
  return extension;
}

}  // namespace

Datasource read_block(const Block& block) {
  Datasource datasource;
  datasource.at = block.span.at();
  for (const auto& [name, value, name_span, span] : block.properties) {
    if (name == "provider" && value.is(Value::Kind::string)) datasource.provider = value.text;
    if (name == "url" && value.is(Value::Kind::string)) datasource.url = value.text;
    if (name == "url" && value.is_call("env") && !value.arguments.empty()) datasource.url_env = value.arguments[0].value.text;
    if (name == "relationMode" || name == "referentialIntegrity") datasource.relation_mode_prisma = value.text == "prisma";
    if (name == "schemas" && value.is(Value::Kind::string)) datasource.schemas = {std::string(value.text)};
    if (name == "extensions")
      for (const auto& item : items_of(value)) datasource.extensions.push_back(read_extension(item));
    if (name == "schemas")
      for (const auto& item : items_of(value)) datasource.schemas.emplace_back(item.text);
  }
  return datasource;
}

}  // namespace prisma

std::optional<Datasource> read_datasource(const std::string& path) {
  try {
    const auto files = prisma::load_files(path);
    prisma::Problems problems;
    for (const auto& file : files)
      for (const auto& block : prisma::parse_up_to(prisma::Block::Kind::datasource, file, problems).blocks)
        if (block.kind == prisma::Block::Kind::datasource) return prisma::read_block(block);
  } catch (const Error&) {  // unreadable: said when the schema itself is read
  }
  return std::nullopt;
}

}  // namespace pgplumb
