#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "catch.h"
#include "sources/prisma/prisma.h"
#include "sources/prisma/syntax/file.h"
#include "sources_errors.h"

using namespace pgplumb;
namespace fs = std::filesystem;

namespace {

/// Files in a folder of their own, which goes with them.
class Folder {
 public:
  explicit Folder(const std::map<std::string, std::string>& files) {
    std::string name = (fs::temp_directory_path() / "pgplumb-prisma-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
    for (const auto& [file, text] : files) {
      fs::create_directories((path_ / file).parent_path());
      std::ofstream(path_ / file, std::ios::binary) << text;
    }
  }
  ~Folder() { fs::remove_all(path_); }
  std::string path(const std::string& file = {}) const { return file.empty() ? path_.string() : (path_ / file).string(); }

 private:
  fs::path path_;
};

Catalog read(const std::string& path) {
  Source source;
  source.place = {PlaceType::prisma, path, path};
  read_prisma(source.place, {}, source);
  return std::move(source.catalog);
}

const std::string datasource =
    "datasource db {\n  provider = \"postgresql\"\n  url = env(\"SHOP_URL\")\n  schemas = [\"a\"]\n}\n";

}  // namespace

TEST_CASE("prisma: a folder is one schema, in files at any depth") {
  const Folder folder(
      {{"main.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n"},
       {"models/a.prisma", "model A {\n  id Int @id\n  bs B[]\n}\n"},
       {"models/b.prisma", "model B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\n"},
       {"notes.txt", "no schema"}});
  const Catalog catalog = read(folder.path());
  const Entry* key = catalog.find({Namespace::constraint, "public", "B", "B_aId_fkey"});
  REQUIRE(key);
  CHECK(key->declared_at.text() == folder.path("models/b.prisma") + ":4:7");
}

TEST_CASE("prisma: problems of several files come in the order of the files") {
  const Folder folder(
      {{"a.prisma", "model A {\n  id Int @id\n  b Foo\n}\n"}, {"b.prisma", "model B {\n  id Int @id\n  b Bar\n}\n"}});
  try {
    read(folder.path());
    FAIL("taken");
  } catch (const Error& error) {
    CHECK(error.at().text() == folder.path("a.prisma") + ":3:5");
    CHECK(contains(error.excerpt(), folder.path("b.prisma") + ":3:5: unknown type \"Bar\""));
  }
}

TEST_CASE("prisma: what is no schema is said to be none") {
  const Folder folder({{"empty.prisma", " \n"},
                       {"binary.prisma", std::string("model\0A", 7)},
                       {"latin.prisma", "model A {\n  id Int @id // caf\xE9\n}\n"},
                       {"mark.prisma", "\xEF\xBB\xBFmodel A {\n}\n"},
                       {"none/notes.txt", ""}});
  CHECK(contains(error_of([&] { read(folder.path("empty.prisma")); }), "the schema is empty"));
  CHECK(contains(error_of([&] { read(folder.path("binary.prisma")); }), "a binary file"));
  CHECK(contains(error_of([&] { read(folder.path("latin.prisma")); }), "not valid UTF-8"));
  CHECK(contains(error_of([&] { read(folder.path("mark.prisma")); }), "byte order mark"));
  CHECK(contains(error_of([&] { read(folder.path("none")); }), "no .prisma file below"));
  CHECK(contains(error_of([&] { read(folder.path("missing.prisma")); }), "cannot read"));
}

TEST_CASE("prisma: the datasource is found in a schema that is otherwise broken") {
  const Folder folder({{"schema.prisma", datasource + "model A {\n  id Foo @@\n"}, {"no.prisma", "model A {\n}\n"}});
  const auto found = read_datasource(folder.path("schema.prisma"));
  REQUIRE(found);
  CHECK(found->provider == "postgresql");
  CHECK(found->url_env == "SHOP_URL");
  CHECK(found->schemas == std::vector<std::string>{"a"});
  CHECK(found->at.line == 1);
  CHECK_FALSE(read_datasource(folder.path("no.prisma")));
  CHECK_FALSE(read_datasource(folder.path("missing.prisma")));
}
