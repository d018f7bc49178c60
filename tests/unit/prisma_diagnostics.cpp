// What is said of broken schemas: where, what, and what to write instead.
#include <pgplumb/error.h>

#include "prisma_schemas.h"

using namespace prisma_test;

namespace {

struct Case {
  std::string text;
  std::string message;
  std::string hint = {};
};

void check_only(const Case& expected) {
  const auto said = problems_of(expected.text);
  INFO(expected.text);
  REQUIRE(said.size() == 1);
  CHECK(said[0].message == expected.message);
  if (!expected.hint.empty()) CHECK(said[0].hint == expected.hint);
}

}  // namespace

TEST_CASE("prisma: names and types that are not known") {
  const auto expected = GENERATE(values<Case>({
      {with_model("  b string\n"), R"(3:5 unknown type "string")", "did you mean String?"},
      {with_model("  b String @uniqe\n"), "3:12 unknown attribute @uniqe", "did you mean @unique?"},
      {with_model("  @@indx([id])\n"), "3:3 unknown attribute @@indx", "did you mean @@index?"},
      {with_model("  b Int @index\n"), "3:9 unknown attribute @index", "on a line of its own: @@index(…)"},
      {with_model("  b Int @unique(mapp: \"x\")\n"), R"(3:17 @unique has no argument "mapp")", "did you mean map?"},
      {with_model("  name Int\n  @@index([nam])\n"), R"(4:12 model A has no field "nam")", "did you mean name?"},
      {with_model("  b String @db.Varchar(5)\n"), R"(3:12 unknown native type "Varchar")", "did you mean @db.VarChar?"},
      {with_model("  b String @pg.Text\n"), R"(3:12 "pg" is not the name of the datasource)", "did you mean @db.Text?"},
      {with_model("  b DateTime @default(nov())\n"), "3:23 unknown function nov()", "did you mean now()?"},
      {"modell A {\n  id Int @id\n}\n", R"(1:1 "modell" begins no block of a schema)", "did you mean model?"},
  }));
  check_only(expected);
}

TEST_CASE("prisma: what does not fit its type") {
  const auto expected = GENERATE(values<Case>({
      {with_model("  b Int @default(\"x\")\n"), R"(3:18 "x" is no default for Int)", "write 0"},
      {with_model("  b Int @default(99999999999999999999)\n"), "3:18 99999999999999999999 is no default for Int"},
      {with_model("  b DateTime @default(\"2020-02-30T00:00:00Z\")\n"),
       R"(3:23 "2020-02-30T00:00:00Z" is no default for DateTime)"},
      {with_model("  b Json @default(\"{a\")\n"), R"(3:19 "{a" is no default for Json)"},
      {with_model("  b Bytes @default(\"!!!\")\n"), R"(3:20 "!!!" is no default for Bytes)"},
      {with_model("  b Bytes @default(\"aGl=\")\n"), R"(3:20 "aGl=" is no default for Bytes)"},
      {with_model("  b String[] @default(\"x\")\n"), "3:23 the default of a list is a list", R"(@default(["x"]))"},
      {with_model("  b String @default(autoincrement())\n"), "3:21 autoincrement() is no default for String"},
      {with_model("  b String @default(uuid(5))\n"), "3:21 uuid() takes nothing, or a number: 4 or 7"},
      {with_model("  e E @default(Z)\n") + "enum E {\n  X\n}\n", "3:16 Z is no value of enum E", "its values are X"},
      {with_model("  e E @default(y)\n") + "enum E {\n  X @map(\"y\")\n}\n", "3:16 y is no value of enum E", "write X"},
      {with_model("  b Int @db.Text\n"), "3:9 @db.Text is a type for String, not for Int"},
      {with_model("  b Decimal @db.Decimal(10)\n"),
       "3:13 @db.Decimal takes two numbers: digits in all, 1 to 1000, and digits behind the point"},
      {with_model("  b DateTime @db.Timestamp(7)\n"), "3:14 @db.Timestamp takes one number of digits after the second, 0 to 6"},
      {with_model("  b String[]?\n"), "3:5 a list cannot be optional", "String[] or String?"},
      {with_model("  b String @updatedAt\n"), "3:12 @updatedAt is for fields of type DateTime"},
  }));
  check_only(expected);
}

TEST_CASE("prisma: a relation without its other side gives the line to add") {
  const auto expected = GENERATE(values<Case>({
      {"model Channel {\n  id Int @id\n}\nmodel Call {\n  id Int @id\n  channelId Int\n"
       "  channel Channel @relation(fields: [channelId], references: [id])\n}\n",
       R"(7:3 relation field "channel" of Call has no opposite field in Channel)", "add to model Channel:  calls Call[]"},
      {"model Company {\n  id Int @id\n  addresses Address[]\n}\nmodel Address {\n  id Int @id\n}\n",
       R"(3:3 relation field "addresses" of Company has no opposite field in Address)",
       "add to model Address:  company Company @relation(fields: [companyId], references: [id])  and  companyId Int"},
      {with_relation("", "  aId Int @unique\n  a A @relation(fields: [aId], references: [id])\n"),
       R"(7:3 relation field "a" of B has no opposite field in A)", "add to model A:  b B?"},
      {with_relation("  bs Int\n", "  aId Int\n  a A @relation(\"R\", fields: [aId], references: [id])\n"),
       R"(8:3 relation field "a" of B has no opposite field in A)", R"(add to model A:  aBs B[] @relation("R"))"},
  }));
  check_only(expected);
}

TEST_CASE("prisma: relations that cannot be") {
  const std::string key = "  aId Int\n";
  const auto expected = GENERATE_COPY(values<Case>({
      {with_relation("  bs B[]\n", "  aId Int?\n  a A @relation(fields: [aId], references: [id])\n"),
       R"(8:3 relation field "a" is required, but aId is optional)", "a A?"},
      {with_relation("  b B?\n", key + "  a A @relation(fields: [aId], references: [id])\n"),
       "8:3 a one-to-one relation needs its foreign key unique, which aId is not", "add @unique to aId, or write B[] in A"},
      {with_relation("  bs B[]\n", "  aId String\n  a A @relation(fields: [aId], references: [id])\n"),
       "8:3 B.aId is String, but A.id, to which it refers, is Int", "aId Int"},
      {with_relation("  n Int\n  bs B[]\n", key + "  a A @relation(fields: [aId], references: [n])\n"),
       "9:3 n is neither the id nor a unique of A", "add @unique to A.n"},
      {with_relation("  bs B[]\n", key + "  a A\n"), R"(8:3 relation field "a" does not say its fields and references)",
       "@relation(fields: [aId], references: [id])"},
      {with_relation("  bs B[]\n", key + "  a A @relation(fields: [aId], references: [id], onDelete: SetNul)\n"),
       "8:60 unknown action SetNul", "did you mean SetNull?"},
      {with_relation("  bs B[] @relation(onDelete: Cascade)\n", key + "  a A @relation(fields: [aId], references: [id])\n"),
       R"(3:30 "onDelete" belongs on the side with the foreign key)", "B.a"},
      {with_model("  pId Int?\n  p A? @relation(fields: [pId], references: [id])\n  cs A[]\n"),
       "4:3 fields p and cs of A refer to their own model without a relation name",
       R"(if two of them are one relation, put @relation("cs") on both)"},
      {"model A {\n  x Int\n  y Int\n  bs B[]\n  @@id([x, y])\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n",
       "9:3 many-to-many needs an id of one field, which A does not have"},
  }));
  check_only(expected);
}

TEST_CASE("prisma: keys and names that collide or are missing") {
  const std::string a62(62, 'a');
  const auto expected = GENERATE_COPY(values<Case>({
      {"model A {\n  b String?\n}\n", "1:7 nothing identifies a row of model A"},
      {"model A {\n  id Int? @id\n}\n", "2:11 the id must be required", "id Int"},
      {with_model("  b Int @id\n"), "3:9 model A has a second id", "a key of several fields is @@id([a, b])"},
      {with_model("  @@index([id])\n  @@index([id])\n"), R"(4:3 the name "A_id_idx" is taken by the one at schema.prisma:7:3)"},
      {with_model("  " + a62 + "1 Int @unique\n  " + a62 + "2 Int @unique\n"),
       "4:71 the name \"A_" + a62.substr(0, 57) + "_key\" is taken by the one at schema.prisma:7:71"},
      {with_model("  b Int @map(\"id\")\n"), R"(3:9 column "id" of A is another field's already)", "first at schema.prisma:6:3"},
      {with_model("") + "model B {\n  id Int @id\n  @@map(\"A\")\n}\n", R"(6:3 table "A" is another model's already)",
       "first at schema.prisma:5:7"},
      {with_model("") + "enum A {\n  X\n}\n", R"(4:6 enum "A": the name is taken by the model at schema.prisma:5:7)"},
      {with_model("  @@schema(\"auth\")\n"), R"(3:12 schema "auth" is not listed in the datasource)"},
      {with_model("  b String\n  @@index([b], type: Gin)\n"), R"(4:3 gin indexes do not take the type of field "b")"},
      {with_model("  b Json\n  @@index([b(ops: JsonbPathOps)])\n"), "4:3 btree indexes have no operator class JsonbPathOps",
       "it belongs to gin"},
      {with_model("") + "type T {\n  a Int\n}\n", "4:6 composite types are for MongoDB: PostgreSQL has none in Prisma"},
  }));
  check_only(expected);
}

TEST_CASE("prisma: conditions of partial indexes") {
  const std::string features = "generator g {\n  provider = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n";
  const auto condition = [&](const std::string& where) {
    return features + with_model("  b Int\n  @@index([b], where: " + where + ")\n");
  };
  const auto expected = GENERATE_COPY(values<Case>({
      {condition("{ c: 1 }"), R"(8:25 model A has no field "c")"},
      {condition("{ b: {} }"), "8:28 the only condition besides a value is { not: … }"},
      {condition("{ b: X }"), "8:28 X cannot stand in a condition", "true, false, null, text in quotes or a number can"},
      {condition("{ b: \"1\" }"), R"(8:28 "1" is no value of "b", which is Int)"},
      {condition("raw()"), "8:23 raw() takes a condition in quotes"},
      {with_model("  b Int\n  @@index([b], where: { b: 1 })\n"),
       R"(4:23 partial indexes need the preview feature "partialIndexes")"},
  }));
  check_only(expected);
}

TEST_CASE("prisma: lines that are no lines of the language") {
  const auto expected = GENERATE(values<Case>({
      {with_model("  b String @default('x')\n"), R"(3:21 expected a value, found "'")", "strings are written in double quotes"},
      {with_model("  b Int;\n"), R"(3:8 expected the end of the line, found ";")", "lines end without a semicolon"},
      {with_model("  @@index([\n    id\n  ])\n"), "3:11 arguments and lists stand on one line",
       "join the lines up to the closing ]"},
      {with_model("  b String @default(\"a\\qb\")\n"), R"(3:23 unknown escape "\q")", R"(a backslash itself is written \\)"},
      {with_model("  b\n"), R"(3:3 field "b" has no type)", "b String"},
      {with_model("  b: Int\n"), R"(3:4 no ":" stands between a field and its type)", "remove it"},
      {"model A { id Int @id }\n", R"(1:11 expected the end of the line, found "id Int @id }")"},
      {with_model("  b String @default(\"a\tb\")\n"), "3:23 a control character in a string"},
      {with_model("") + "generator g {\n  provider = x\n}\n", "5:14 provider is text in quotes"},
      {with_model("") + "generator g {\n  provider = \"x\"\n  previewFeatures = [views]\n}\n",
       "6:22 previewFeatures are text in quotes", "\"views\""},
      {with_model("") + "}\n", R"(4:1 this "}" closes nothing)"},
  }));
  check_only(expected);
}

TEST_CASE("prisma: what stands behind a block's brace is passed over, as Prisma does, and named") {
  const auto catalog = catalog_of("model A { junk\n  id Int @id\n}\n");
  CHECK(catalog.find({pgplumb::Namespace::column, "public", "A", "id"}));
  REQUIRE(catalog.not_compared.size() == 1);
  CHECK(catalog.not_compared[0].what == "text behind \"{\"");
}

TEST_CASE("prisma: all problems are thrown at once, in the order of the file, with their lines") {
  const auto schema = read_text(datasource + with_model("  é Foo\n\tb  Int @foo\n"));
  try {
    schema->problems.throw_any();
    FAIL("taken");
  } catch (const pgplumb::Error& error) {
    CHECK(error.message() == "unknown type \"Foo\"");
    CHECK(error.at().text() == "schema.prisma:7:5");
    CHECK(error.excerpt() ==
          "  7 |   é Foo\n"
          "    |     ^^^\n"
          "schema.prisma:8:9: unknown attribute @foo\n"
          "  8 | \tb  Int @foo\n"
          "    | \t       ^^^^\n");
  }
}

TEST_CASE("prisma: a password on a line that is shown is not shown") {
  const auto schema = read_text("datasource db {\n  provider = \"postgresql\"\n  url = \"postgresql://me:se@cret@host/db\n}\n");
  try {
    schema->problems.throw_any();
    FAIL("taken");
  } catch (const pgplumb::Error& error) {
    CHECK(error.excerpt().find("cret") == std::string::npos);
    CHECK(error.excerpt().find("postgresql://me:*******@host/db") != std::string::npos);
  }
}

TEST_CASE("prisma: another provider is refused by name") {
  try {
    read_text("datasource db {\n  provider = \"mysql\"\n  url = env(\"X\")\n}\n");
    FAIL("taken");
  } catch (const pgplumb::Error& error) {
    CHECK(error.message() == "provider \"mysql\" is not supported: only postgresql is");
    CHECK(error.at().text() == "schema.prisma:2:14");
  }
}
