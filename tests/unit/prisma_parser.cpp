#include "catch.h"
#include "sources/prisma/syntax/parser.h"

using namespace pgplumb::prisma;

namespace {

/// One text parsed: its blocks, and how many problems it has.
struct Parsed {
  SchemaFile file;
  Problems problems;
  SecondThread second_thread;
  Tree tree;
  explicit Parsed(std::string text) : file("schema.prisma", std::move(text)), tree(parse_file(file, problems, second_thread)) {}
};

}  // namespace

TEST_CASE("prisma: blocks of every kind are read") {
  const Parsed parsed("model A {\n}\nenum E {\n X\n}\nview V {\n}\ntype T {\n}\ngenerator g {\n provider = \"x\"\n}\n");
  REQUIRE(parsed.tree.blocks.size() == 5);
  CHECK(parsed.problems.empty());
  CHECK(parsed.tree.blocks[0].name == "A");
  CHECK(parsed.tree.blocks[1].values[0].name == "X");
  CHECK(parsed.tree.blocks[2].kind == Block::Kind::view);
  CHECK(parsed.tree.blocks[4].property("provider")->value.text == "x");
}

TEST_CASE("prisma: a field has a name, a type and attributes with arguments") {
  const Parsed parsed(R"(model A {
  owner User? @relation("Owner", fields: [ownerId, x], references: [id], onDelete: SetNull) @ignore
})");
  REQUIRE(parsed.problems.empty());
  const FieldLine& field = parsed.tree.blocks.at(0).fields[0];
  CHECK(field.name == "owner");
  CHECK(field.type.name == "User");
  CHECK(field.type.arity == Arity::optional);
  REQUIRE(field.attributes.size() == 2);
  const Attribute& relation = field.attributes[0];
  CHECK(relation.arguments[0].value.text == "Owner");
  CHECK(relation.argument("fields")->arguments[1].value.text == "x");
  CHECK(relation.argument("onDelete")->is(Value::Kind::constant));
  CHECK(field.name_span.at().column == 3);
}

TEST_CASE("prisma: values nest: calls, lists, objects") {
  const Parsed parsed(R"(model A {
  @@index([a(sort: Desc, ops: raw("x_ops")), b], where: { c: { not: null }, d: true })
})");
  REQUIRE(parsed.problems.empty());
  const Attribute& index = parsed.tree.blocks.at(0).attributes[0];
  CHECK(index.of_block);
  const Value& first = index.arguments[0].value.arguments[0].value;
  CHECK(first.is_call("a"));
  CHECK(first.arguments[1].value.arguments[0].value.text == "x_ops");
  const Value& where = *index.argument("where");
  CHECK(where.arguments[0].value.arguments[0].name == "not");
  CHECK(where.arguments[1].name == "d");
}

TEST_CASE("prisma: escapes in strings are those of JSON") {
  const Parsed parsed(R"(model A {
  b String @default("\"\\\/\b\f\n\r\té😀")
})");
  REQUIRE(parsed.problems.empty());
  CHECK(parsed.tree.blocks.at(0).fields[0].attributes[0].arguments[0].value.text == "\"\\/\b\f\n\r\té😀");
}

TEST_CASE("prisma: a broken line costs one line") {
  const Parsed parsed("model A {\n a Int,\n b Int\n c [Int\n d Int\n}\nmodel B {\n x Int\n}\n");
  CHECK(parsed.problems.sorted().size() == 2);
  REQUIRE(parsed.tree.blocks.size() == 2);
  CHECK(parsed.tree.blocks[0].unread_names == std::vector<std::string_view>{"a", "c"});
  CHECK(parsed.tree.blocks[0].fields.size() == 2);
  CHECK_FALSE(parsed.tree.blocks[1].has_unread_lines());
}

TEST_CASE("prisma: a block that is not closed ends at the next one") {
  const Parsed parsed("model A {\n a Int\n\nmodel B {\n b Int\n}\n");
  REQUIRE(parsed.problems.sorted().size() == 1);
  const auto problem = parsed.problems.sorted()[0];
  CHECK(problem.message == "model A is not closed before this model");
  CHECK(problem.where.at().line == 4);
  CHECK(problem.hint == "add \"}\" above; A begins at schema.prisma:1:7");
  CHECK(parsed.tree.blocks.size() == 2);
}

TEST_CASE("prisma: a line behind the end of its block is one that the block has lost") {
  const Parsed parsed("model A {\n}\n a Int\n}\n");
  REQUIRE(parsed.tree.blocks.size() == 1);
  CHECK(parsed.tree.blocks[0].unread_names == std::vector<std::string_view>{"a"});
  CHECK_FALSE(parsed.tree.is_whole);
}

TEST_CASE("prisma: lines may be spaced as they like") {
  const Parsed parsed("model A{\r\n\ta Int@unique@default (3)\r\n b String [] @ ignore /* end */\n} model B {\n}\n");
  CHECK(parsed.problems.empty());
  REQUIRE(parsed.tree.blocks.size() == 2);
  CHECK(parsed.tree.blocks[0].fields[0].attributes.size() == 2);
  CHECK(parsed.tree.blocks[0].fields[1].type.arity == Arity::list);
}

TEST_CASE("prisma: deep nesting is refused, not followed") {
  const Parsed parsed("model A {\n a Int @default(" + std::string(5000, '[') + ")\n}\n");
  REQUIRE(parsed.problems.sorted().size() == 1);
  CHECK(parsed.problems.sorted()[0].message == "values are nested too deeply");
}
