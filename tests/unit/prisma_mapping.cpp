// What a schema means to PostgreSQL; the expectations are what Prisma's engine writes as DDL.
#include <pgplumb/kinds.h>

#include <algorithm>

#include "prisma_schemas.h"

using namespace pgplumb;
using namespace prisma_test;

namespace {

const Entry& entry(const Catalog& catalog, Namespace space, std::string_view table, std::string_view member = {},
                   std::string_view schema = "public") {
  const Entry* found = catalog.find({space, schema, table, member});
  INFO(table << " " << member);
  REQUIRE(found);
  return *found;
}

const Column& column(const Catalog& catalog, std::string_view table, std::string_view name) {
  return std::get<Column>(entry(catalog, Namespace::column, table, name).object);
}

std::string field(const Entry& entry, std::string_view name) { return field_value(entry.object, name); }

const Acceptance* acceptance(const Entry& entry, std::string_view field) {
  const auto found = std::find_if(entry.notes->accepts.begin(), entry.notes->accepts.end(),
                                  [&](const Acceptance& a) { return a.field == field; });
  return found == entry.notes->accepts.end() ? nullptr : &*found;
}

std::string model(const std::string& lines) { return "model A {\n  id Int @id\n" + lines + "}\n"; }

}  // namespace

TEST_CASE("prisma: scalars and native types are PostgreSQL's types") {
  const auto [stated, type] = GENERATE(table<std::string, std::string>({
      {"String", "text"},
      {"String @db.VarChar(32)", "varchar(32)"},
      {"String @db.VarChar", "varchar"},
      {"String @db.Char", "char(1)"},
      {"String @db.Bit(8)", "bit(8)"},
      {"String @db.Uuid", "uuid"},
      {"String @db.Citext", "citext"},
      {"Boolean", "boolean"},
      {"Int", "integer"},
      {"Int @db.SmallInt", "smallint"},
      {"BigInt", "bigint"},
      {"Float", "double precision"},
      {"Float @db.Real", "real"},
      {"Decimal", "numeric(65,30)"},
      {"Decimal @db.Decimal", "numeric"},
      {"Decimal @db.Decimal(10, 2)", "numeric(10,2)"},
      {"DateTime", "timestamp(3)"},
      {"DateTime @db.Timestamptz", "timestamptz"},
      {"DateTime @db.Date", "date"},
      {"Json", "jsonb"},
      {"Json @db.Json", "json"},
      {"Bytes", "bytea"},
      {"String[]", "text[]"},
      {"Unsupported(\"INT4\")", "integer"},
      {"Unsupported(\"varchar(5)[]\")", "varchar(5)[]"},
  }));
  const auto catalog = catalog_of(model("  b " + stated + "\n"));
  CHECK(field(entry(catalog, Namespace::column, "A", "b"), "type") == type);
}

TEST_CASE("prisma: a bare time type and one of six digits are taken for one another") {
  const auto catalog = catalog_of(model("  b DateTime @db.Timestamptz\n  c DateTime @db.Time(6)\n  d DateTime @db.Time(3)\n"));
  CHECK(acceptance(entry(catalog, Namespace::column, "A", "b"), "type")->values ==
        std::vector<std::string>{"timestamptz", "timestamptz(6)"});
  CHECK(acceptance(entry(catalog, Namespace::column, "A", "c"), "type")->values == std::vector<std::string>{"time", "time(6)"});
  CHECK_FALSE(acceptance(entry(catalog, Namespace::column, "A", "d"), "type"));
}

TEST_CASE("prisma: nullability, and lists that leave it open") {
  const auto catalog = catalog_of(model("  a Int\n  b Int?\n  c Int[]\n"));
  CHECK(column(catalog, "A", "a").not_null);
  CHECK_FALSE(column(catalog, "A", "b").not_null);
  CHECK_FALSE(acceptance(entry(catalog, Namespace::column, "A", "b"), "not_null"));
  CHECK(acceptance(entry(catalog, Namespace::column, "A", "c"), "not_null")->any);
}

TEST_CASE("prisma: defaults of the database, and none of the client") {
  const auto [stated, value] = GENERATE(table<std::string, std::string>({
      {"Int @default(-5)", "-5"},
      {"String @default(\"it's\")", "'it''s'"},
      {"Boolean @default(true)", "true"},
      {"Decimal @default(\"1.50\")", "1.5"},
      {"DateTime @default(\"2020-01-02T03:04:05.600Z\")", "'2020-01-02 03:04:05.6'"},
      {"String @default(uuid())", "none"},
      {"String @default(cuid(2))", "none"},
      {"DateTime @updatedAt", "none"},
      {"Json @default(\"{}\")", "'{}'"},
      {"E @default(X)", "'x y'"},
      {"Unsupported(\"uuid\") @default(dbgenerated(\"GEN_RANDOM_UUID()\"))", "gen_random_uuid()"},
      {"Bytes @default(\"aGk=\")", "E'\\\\x6869'"},
  }));
  const auto catalog = catalog_of(model("  b " + stated + "\n") + "enum E {\n  X @map(\"x y\")\n}\n");
  CHECK(field(entry(catalog, Namespace::column, "A", "b"), "default") == value);
}

TEST_CASE("prisma: now() and CURRENT_TIMESTAMP written out are one default") {
  const auto catalog =
      catalog_of(model("  b DateTime @default(now())\n  c DateTime @default(dbgenerated(\"CURRENT_TIMESTAMP\"))\n"));
  REQUIRE(column(catalog, "A", "b").default_value);
  CHECK(column(catalog, "A", "b").default_value == column(catalog, "A", "c").default_value);
}

TEST_CASE("prisma: autoincrement() takes a serial and both identities, dbgenerated() any default") {
  const auto catalog =
      catalog_of(model("  b Int @default(autoincrement())\n  c Int @default(dbgenerated())\n  d Int "
                       "@default(dbgenerated(\"nextval('s'::regclass)\"))\n"));
  CHECK(column(catalog, "A", "b").identity == Identity::serial);
  CHECK(acceptance(entry(catalog, Namespace::column, "A", "b"), "identity")->values ==
        std::vector<std::string>{show_value(Identity::serial), show_value(Identity::always), show_value(Identity::by_default)});
  CHECK(acceptance(entry(catalog, Namespace::column, "A", "c"), "default")->any);
  CHECK(acceptance(entry(catalog, Namespace::column, "A", "c"), "identity")->any);
  CHECK(column(catalog, "A", "d").identity == Identity::serial);
  CHECK_FALSE(column(catalog, "A", "d").default_value);
}

TEST_CASE("prisma: maps name things, and are where they are declared") {
  const auto catalog =
      catalog_of("model CallRecord {\n  id Int @id\n  from String @map(\"from_number\")\n  @@map(\"calls\")\n}\n");
  const Entry& table = entry(catalog, Namespace::relation, "calls");
  CHECK(table.called == "CallRecord");
  CHECK(table.declared_at.text() == "schema.prisma:8:3");
  CHECK(acceptance(table, "relation_kind")->any);
  const Entry& column = entry(catalog, Namespace::column, "calls", "from_number");
  CHECK(column.called == "from");
  CHECK(column.declared_at.text() == "schema.prisma:7:15");
  CHECK(entry(catalog, Namespace::column, "calls", "id").declared_at.text() == "schema.prisma:6:3");
  CHECK(entry(catalog, Namespace::constraint, "calls", "calls_pkey").declared_at.text() == "schema.prisma:6:10");
}

TEST_CASE("prisma: keys and indexes get Prisma's names over the names in the database") {
  const auto catalog = catalog_of(
      "model Item {\n  a Int @map(\"x\")\n  b Int @unique\n  c Json\n  @@id([a, b])\n  @@unique([b, a], map: \"u\")\n"
      "  @@index([a(sort: Desc), b])\n  @@index([c(ops: JsonbPathOps)], type: Gin)\n  @@index([c(ops: JsonbOps)], type: Gin, "
      "map: \"g\")\n"
      "  @@map(\"items\")\n}\n");
  CHECK(field(entry(catalog, Namespace::constraint, "items", "items_pkey"), "columns") == "(x, b)");
  CHECK(field(entry(catalog, Namespace::index, "items", "items_b_key"), "form") == show_value(UniqueForm::index));
  CHECK(field(entry(catalog, Namespace::index, "items", "u"), "columns") == "(b, x)");
  CHECK(field(entry(catalog, Namespace::index, "items", "items_x_b_idx"), "keys") == "(x desc, b)");
  CHECK(field(entry(catalog, Namespace::index, "items", "items_c_idx"), "keys") == "(c jsonb_path_ops)");
  const auto& plain = std::get<Index>(entry(catalog, Namespace::index, "items", "g").object);
  CHECK(plain.method == "gin");
  CHECK(plain.keys.at(0).operator_class.empty());  // jsonb_ops is what gin takes anyway
}

TEST_CASE("prisma: long names are cut in bytes, on a character") {
  const std::string name = std::string(54, 'n') + "ÜÜÜ";  // 60 bytes
  const auto catalog = catalog_of("model " + name + " {\n  id Int @id\n  b Int @unique\n}\n");
  // 63 bytes less "_key": 59, which would cut the last Ü in two.
  CHECK(catalog.find({Namespace::index, "public", name, std::string(54, 'n') + "ÜÜ_key"}));
  CHECK(catalog.find({Namespace::constraint, "public", name, std::string(54, 'n') + "ÜÜ_pkey"}));
}

TEST_CASE("prisma: foreign keys follow whether their columns are optional") {
  const auto catalog = catalog_of(
      "model A {\n  id Int @id\n  bs B[]\n  cs B[] @relation(\"c\")\n  ds B[] @relation(\"d\")\n}\nmodel B {\n  id Int @id\n  x "
      "Int\n  y Int?\n  z Int\n"
      "  a A @relation(fields: [x], references: [id])\n  c A? @relation(\"c\", fields: [y], references: [id])\n"
      "  d A @relation(\"d\", fields: [z], references: [id], onDelete: Cascade, onUpdate: NoAction, map: \"fk\")\n}\n");
  const Entry& required = entry(catalog, Namespace::constraint, "B", "B_x_fkey");
  CHECK(field(required, "on_delete") == "RESTRICT");
  CHECK(field(required, "on_update") == "CASCADE");
  CHECK(required.declared_at.text() == "schema.prisma:16:7");
  CHECK(field(entry(catalog, Namespace::constraint, "B", "B_y_fkey"), "on_delete") == "SET NULL");
  CHECK(field(entry(catalog, Namespace::constraint, "B", "fk"), "on_delete") == "CASCADE");
  CHECK(field(entry(catalog, Namespace::constraint, "B", "fk"), "on_update") == "NO ACTION");
}

TEST_CASE("prisma: an implicit many-to-many relation is a table") {
  const auto catalog =
      catalog_of("model Post {\n  id Int @id\n  tags Tag[]\n}\nmodel Tag {\n  id String @id @db.Uuid\n  posts Post[]\n}\n");
  CHECK(field(entry(catalog, Namespace::column, "_PostToTag", "A"), "type") == "integer");
  CHECK(field(entry(catalog, Namespace::column, "_PostToTag", "B"), "type") == "uuid");
  const Entry& key = entry(catalog, Namespace::constraint, "_PostToTag", "_PostToTag_AB_pkey");
  CHECK(acceptance(key, "kind")->values == std::vector<std::string>{"unique"});
  CHECK(field(entry(catalog, Namespace::index, "_PostToTag", "_PostToTag_B_index"), "keys") == "(B)");
  const Entry& foreign = entry(catalog, Namespace::constraint, "_PostToTag", "_PostToTag_B_fkey");
  CHECK(field(foreign, "target") == "Tag");
  CHECK(field(foreign, "on_delete") == "CASCADE");
}

TEST_CASE("prisma: relationMode prisma says that there are no foreign keys") {
  const auto catalog = catalog_of(
      "datasource db {\n  provider = \"postgresql\"\n  relationMode = \"prisma\"\n}\nmodel A {\n  id Int @id\n  bs B[]\n  cs "
      "C[]\n}\n"
      "model B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id])\n}\nmodel C {\n  id Int @id\n  as "
      "A[]\n}\n");
  const auto entries = catalog.entries();
  CHECK(
      std::none_of(entries.begin(), entries.end(), [](const Entry& e) { return std::holds_alternative<ForeignKey>(e.object); }));
  CHECK(catalog.find({Namespace::relation, "public", "_AToC", ""}));
  CHECK(catalog.speaks_of({Namespace::constraint, "public", "B", "x"}, ForeignKey{}));
}

TEST_CASE("prisma: schemas, and what is said of them") {
  const auto catalog = catalog_of(
      "datasource db {\n  provider = \"postgresql\"\n  schemas = [\"public\", \"auth\", \"empty\"]\n}\n"
      "model A {\n  id Int @id\n  e E\n  @@schema(\"auth\")\n}\nenum E {\n  X\n  @@map(\"kind\")\n  @@schema(\"public\")\n}\n");
  CHECK(field(entry(catalog, Namespace::column, "A", "e", "auth"), "type") == "kind");
  CHECK(entry(catalog, Namespace::type, "kind").called == "E");
  CHECK(catalog.schemas == std::set<std::string, std::less<>>{"auth", "empty", "public"});
  CHECK(catalog.find({Namespace::schema, "", "auth", ""}));
  CHECK_FALSE(catalog.find({Namespace::schema, "", "empty", ""}));  // Prisma makes none that it has nothing for
  CHECK_FALSE(catalog.speaks_of({Namespace::schema, "", "empty", ""}, Schema{}));
  CHECK_FALSE(catalog_of(model("")).speaks_of({Namespace::schema, "", "public", ""}, Schema{}));
}

TEST_CASE("prisma: silent about what it has no words for, partial indexes until it states one") {
  Index partial;
  partial.predicate = {std::make_shared<const Expression>()};
  const ObjectId id{Namespace::index, "public", "A", "i"};
  const std::string features = "generator g {\n  provider = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n";
  CHECK_FALSE(catalog_of(model("  b Int\n  @@index([b])\n")).speaks_of(id, partial));
  const auto catalog = catalog_of(features + model("  b Int @map(\"c\")\n  @@index([b], where: { b: { not: null } })\n"));
  CHECK(catalog.speaks_of(id, partial));
  CHECK(field(entry(catalog, Namespace::index, "A", "A_c_idx"), "predicate") == "c is not null");
  CHECK_FALSE(catalog.speaks_of(id, partial, "valid"));
}

TEST_CASE("prisma: what is ignored is part of the schema all the same") {
  const auto catalog = catalog_of(model("  b Int @ignore\n") + "model C {\n  x Int\n  @@ignore\n}\n");
  CHECK(entry(catalog, Namespace::column, "A", "b").ignored);
  CHECK_FALSE(entry(catalog, Namespace::column, "A", "id").ignored);
  CHECK(entry(catalog, Namespace::relation, "C").ignored);
  CHECK(entry(catalog, Namespace::column, "C", "x").ignored);
}

TEST_CASE("prisma: a view has columns and nothing else") {
  const auto catalog = catalog_of(
      "generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\nview V {\n  id Int @unique\n  aId Int\n"
      "  a A @relation(fields: [aId], references: [id])\n}\n" +
      model("  vs V[]\n"));
  const Entry& view = entry(catalog, Namespace::relation, "V");
  CHECK(catalog.members(view).size() == 2);
  CHECK(acceptance(entry(catalog, Namespace::column, "V", "id"), "not_null")->any);
}

TEST_CASE("prisma: what cannot be mapped is named") {
  const auto catalog = catalog_of(model("  b Unsupported(\"no type (\")\n"));
  REQUIRE(catalog.not_compared.size() == 1);
  CHECK(catalog.not_compared[0].what == "type of a column");
  CHECK(catalog.not_compared[0].at.text() == "schema.prisma:7:5");
  CHECK(acceptance(entry(catalog, Namespace::column, "A", "b"), "type")->any);
}
