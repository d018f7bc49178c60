// Several things that are wrong at once: none hides another, and what only follows from one is not said.
#include "prisma_schemas.h"

using namespace prisma_test;

namespace {

struct Together {
  std::string text;
  std::vector<std::string> messages;
};

void check_messages(const Together& expected) {
  std::vector<std::string> messages;
  for (const auto& said : problems_of(expected.text)) messages.push_back(said.message);
  INFO(expected.text);
  CHECK(messages == expected.messages);
}

}  // namespace

TEST_CASE("prisma: what is wrong is said of each place, though another is wrong as well") {
  check_messages(GENERATE(values<Together>({
      {with_relation("", "  a A @relation(fields: [x], references: [y], onDelete: Foo)\n"),
       {R"(6:3 relation field "a" of B has no opposite field in A)", R"(6:26 model B has no field "x")",
        R"(6:43 model A has no field "y")", "6:57 unknown action Foo"}},
      {with_relation("  bs B[]\n",
                     "  u Int\n  x A @relation(fields: [u], references: [id])\n"
                     "  y A @relation(fields: [v], references: [bs])\n"),
       {"8:3 fields x and y of B both refer to A", R"(9:26 model B has no field "v")",
        R"(9:43 "bs" is a relation field, not the scalar field that holds the key)"}},
      {with_model("") + with_model("  @@index([b])\n  @@unique([c])\n"),
       {R"(4:7 model "A": the name is taken by the model at schema.prisma:5:7)", R"(6:12 model A has no field "b")",
        R"(7:13 model A has no field "c")"}},
      {with_model("  b Int,\n  @@index([c])\n") + "enum E {\n  X,\n}\nmodel B {\n  id Int @id\n  e E @default(Y)\n}\n",
       {R"(3:8 expected the end of the line, found ",")", R"(4:12 model A has no field "c")",
        R"(7:4 expected the end of the line, found ",")", "11:16 Y is no value of enum E"}},
      {"generator g {\n  [] = \"x\"\n}\n" + with_model(""),
       {R"(1:11 generator g has no provider)", R"(2:3 expected "name = value", found "[")"}},
      {"generator Int {\n  provider = \"x\"\n}\n" + with_model(""), {R"(1:11 "Int" is the name of a scalar type)"}},
  })));
}

TEST_CASE("prisma: what only follows from another mistake is not said") {
  check_messages(GENERATE(values<Together>({
      {with_model("  b Int,\n  @@index([b])\n"), {R"(3:8 expected the end of the line, found ",")"}},
      {with_relation("  bs Bee[]\n", "  aId Int\n  a A @relation(fields: [aId], references: [id])\n"),
       {R"(3:6 unknown type "Bee")"}},
      {"model A {\n  id Itn @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n", {R"(2:6 unknown type "Itn")"}},
      {with_relation("  u Int\n  bs B[]\n  @@unique([u, v])\n", "  u Int\n  a A @relation(fields: [u], references: [u])\n"),
       {R"(5:16 model A has no field "v")"}},
      {with_relation("  bs B[]\n  bs B[]\n", "  aId Int\n  a A @relation(fields: [aId], references: [id])\n"),
       {R"(4:3 field "bs" stands twice in model A)"}},
      {"model A {\n  id Int @idd\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n", {"2:10 unknown attribute @idd"}},
      {"generator g {\n  previewFeatures = [\"views\"\n}\nview V {\n  id Int @unique\n}\n",
       {R"(1:11 generator g has no provider)", R"(2:21 "[" is not closed)"}},
  })));
}

TEST_CASE("prisma: where the datasource cannot be read, nothing is held against it") {
  const auto said = [](const std::string& head) {
    std::vector<std::string> messages;
    const auto schema =
        read_text(head + with_model("  b String @db.Uuid\n  @@schema(\"auth\")\n  @@index([b(ops: raw(\"x\"))], type: Gin)\n"));
    for (const auto& problem : schema->problems.sorted()) messages.push_back(problem.message);
    return messages;
  };
  CHECK(said("datasource my db {\n}\n") == std::vector<std::string>{R"(expected "{" behind datasource my, found "db")"});
  CHECK(said("") == std::vector<std::string>{"@db.Uuid is a type of no datasource: the schema has none",
                                             R"(schema "auth" is not listed in the datasource)"});
}

TEST_CASE("prisma: a misspelled provider is one problem among others") {
  const auto schema = read_text("datasource db {\n  provider = \"postgres ql\"\n}\n" + with_model("  b Foo\n"));
  const auto problems = schema->problems.sorted();
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].message == "provider \"postgres ql\" is not supported: only postgresql is");
  CHECK(problems[0].hint == "did you mean postgresql?");
  CHECK(problems[1].message == "unknown type \"Foo\"");
}

TEST_CASE("prisma: of two places that do not go together, both are named") {
  const auto twice = problems_of(with_model("  @@map(\"x\")\n  @@map(\"y\")\n"));
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].message == "4:3 @@map is given twice");
  CHECK(twice[0].hint == "remove one of them; the first is at schema.prisma:7:3");
  const auto required =
      problems_of(with_relation("  b B\n", "  aId Int @unique\n  a A @relation(fields: [aId], references: [id])\n"));
  REQUIRE(required.size() == 1);
  CHECK(required[0].message ==
        R"(3:3 "b" must be optional: B.a at schema.prisma:12:3 holds the foreign key, so a row may lack it)");
  CHECK(required[0].hint == "b B?");
}

TEST_CASE("prisma: one broken thing does not hide or upset another") {
  CHECK(problems_of(with_model("") + "enum A {\n  X\n  @@map(\"t\")\n}\nenum E {\n  X\n  @@map(\"t\")\n}\n").size() == 1);
  const auto said =
      problems_of(with_relation("  bs B[]\n", "  aId Int\n  a A @relation(\"\", fields: [aId], references: [id])\n"));
  REQUIRE(said.size() == 2);
  CHECK(said[0].message == R"(3:3 relation field "bs" of A has no opposite field in B)");
  CHECK(said[1].message == "8:17 the name of a relation is text in quotes, and not empty");
}

TEST_CASE("prisma: of several problems each has its hint under it") {
  const auto schema = read_text(datasource + "model A {\n  id Strng @id\n  x Int @uniqe\n}\n");
  try {
    schema->problems.throw_any();
    FAIL("taken, though it should be refused");
  } catch (const pgplumb::Error& error) {
    CHECK(error.hint().empty());
    CHECK(error.excerpt().find("  hint: did you mean String?\n") < error.excerpt().find("unknown attribute @uniqe"));
    CHECK(error.excerpt().ends_with("  hint: did you mean @unique?\n"));
  }
}
