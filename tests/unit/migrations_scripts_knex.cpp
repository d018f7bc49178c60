// Scripts of Knex: what of them runs, and what Knex makes of it.
#include "unit/migrations_places.h"

using namespace pgplumb;

namespace {

Source knex(const std::string& body) { return read_script("20240101_t.js", "exports.up = async (knex) => {\n" + body + "};\n"); }

}  // namespace

TEST_CASE("scripts: of a query that nothing awaits is not known whether Knex runs it") {
  const Source source = knex(
      "  await knex.raw('CREATE TABLE calls (id int, seen date)');\n"
      "  return knex.schema.alterTable('hosts', (table) => {\n"
      "    knex.raw('ALTER TABLE calls ALTER COLUMN seen TYPE timestamp');\n"
      "  }).raw('ALTER TABLE calls ADD COLUMN state text');\n");
  CHECK(left_out(source) == Names{"statement under a condition 4", "knex.alterTable 3"});
  CHECK(column(source, "calls", "seen")->uncertain);
  CHECK(has_column(source, "calls", "state"));
  const Source adonis = read_script("1_t.ts",
                                    "export default class extends BaseSchema {\n  async up() {\n"
                                    "    this.schema.raw('CREATE TABLE calls (id int)')\n  }\n}\n");
  CHECK(left_out(adonis).empty());
}

TEST_CASE("scripts: names joined from what is not known are not known") {
  const Source source = knex(
      "  await knex.raw('CREATE TABLE calls (id int, tenant int, CONSTRAINT calls_key PRIMARY KEY (id, tenant))');\n"
      "  const key = await keyOf(knex, 'calls');\n"
      "  const kept = key.columns.filter((name) => name !== 'tenant');\n"
      "  await knex.raw('ALTER TABLE ?? DROP CONSTRAINT ??', ['calls', key.name]);\n"
      "  await knex.raw(`ALTER TABLE ?? ADD PRIMARY KEY (${kept.map(() => '??').join(', ')})`, ['calls', ...kept]);\n"
      "  await knex.raw('ALTER TABLE calls ALTER COLUMN tenant DROP NOT NULL');\n");
  CHECK(source.catalog.problems.empty());
  CHECK(left_out(source).size() == 2);
}

TEST_CASE("scripts: a definition that is taken from the server and changed is no statement of the script") {
  const Source source = knex(
      "  await knex.raw('CREATE TABLE calls (id int)');\n"
      "  for (const row of (await knex.raw('SELECT indexdef FROM pg_indexes')).rows) {\n"
      "    await knex.raw(row.indexdef.replace(/^CREATE INDEX /, 'CREATE INDEX IF NOT EXISTS '));\n"
      "  }\n");
  CHECK(source.catalog.problems.empty());
}

TEST_CASE("scripts: what is replaced only where it is asked for is uncertain, what is tried is replaced") {
  const std::string original = "  await knex.raw(\"CREATE FUNCTION touch() RETURNS int LANGUAGE sql AS 'SELECT 1'\");\n";
  const std::string replaced = "await knex.raw(\"CREATE OR REPLACE FUNCTION touch() RETURNS int LANGUAGE sql AS 'SELECT 2'\");\n";
  const auto is_uncertain = [](const Source& source) { return source.catalog.uncertain_names.contains("touch"); };
  CHECK(is_uncertain(knex(original + "  if (!(await hasFunction(knex, 'touch'))) " + replaced)));
  CHECK_FALSE(is_uncertain(knex("  if (!(await hasFunction(knex, 'touch'))) " + replaced)));
  CHECK_FALSE(is_uncertain(knex(original + "  try { " + replaced + "  } catch (error) {}\n")));
}

TEST_CASE("scripts: a view may take the name of a table that a builder renames") {
  const Source source = knex(
      "  await knex.raw('CREATE TABLE items (id int)');\n"
      "  for (const { from, to } of [{ from: 'items', to: 'charges' }]) await knex.schema.renameTable(from, to);\n"
      "  await knex.raw('CREATE OR REPLACE VIEW items AS SELECT * FROM charges');\n");
  CHECK(source.catalog.problems.empty());
}

TEST_CASE("scripts: of moments that are told more or less exactly the order is that of their names") {
  const auto up = [](const std::string& sql) { return "exports.up = (knex) => knex.raw('" + sql + "');\n"; };
  TemporaryFolder folder;
  folder.write("20240103_c.js", up("ALTER TABLE calls ADD COLUMN c int"))
      .write("20240102153000_b.js", up("ALTER TABLE calls ADD COLUMN b int"))
      .write("202401021530_a.js", up("CREATE TABLE calls (id int)"))
      .write("2024010309150000_d.js", up("ALTER TABLE calls ADD COLUMN d int"));
  CHECK(names(read_place(folder.path())) == Names{"20240102153000_b", "202401021530_a", "2024010309150000_d", "20240103_c"});
}

TEST_CASE("scripts: sql.raw() of other tools leaves a question mark as it is") {
  const Source source = knex(
      "  await knex.raw('CREATE TABLE calls (id int, meta jsonb)');\n"
      "  await db.execute(sql.raw(\"CREATE INDEX calls_meta ON calls (id) WHERE meta ? 'seen'\"));\n");
  CHECK(source.catalog.problems.empty());
  CHECK(source.catalog.find({Namespace::index, "public", "calls", "calls_meta"}));
}

TEST_CASE("scripts: a type that is altered where that is tried may be absent") {
  const Source source = knex("  try { await knex.raw(\"ALTER TYPE state ADD VALUE 'sold'\"); } catch (error) {}\n");
  const Entry* type = source.catalog.find({Namespace::type, "public", "state", {}});
  REQUIRE(type);
  CHECK(type->uncertain);
}
