// Functions of programs: what they are given, and where they come from.
#include "unit/migrations_places.h"

using namespace pgplumb;

TEST_CASE("script functions: a parameter that nothing is given for has its default, one that is taken apart its members") {
  TemporaryFolder folder;
  folder.write("1_a.js",
               "async function add(db, name, { table = 'x', type }, rest = ' NOT NULL') {\n"
               "  await db.raw(`ALTER TABLE ${table} ADD COLUMN ${name} ${type}${rest}`);\n}\n"
               "exports.up = async (knex) => {\n"
               "  await add(knex, 'a', { table: 't', type: 'int' });\n"
               "  await add(knex, 'b', { table: 't', type: 'text' }, '');\n};\n");
  const Source source = read_place(folder.path("1_a.js"));
  CHECK(columns_of(source, "t") == Names{"a", "b"});
  CHECK(std::get<Column>(column(source, "t", "a")->object).not_null);
  CHECK_FALSE(std::get<Column>(column(source, "t", "b")->object).not_null);
  folder.write("2_b.py",
               "def add(name, kind='int', table='t'):\n    op.execute(f'ALTER TABLE {table} ADD COLUMN {name} {kind}')\n"
               "def upgrade():\n    add('a')\n    add('b', table='u')\n    add('c', 'text')\n");
  const Source python = read_place(folder.path("2_b.py"));
  CHECK(columns_of(python, "t") == Names{"a", "c"});
  CHECK(columns_of(python, "u") == Names{"b"});
}

TEST_CASE("script functions: an arrow's value is that of its expression, at each call") {
  TemporaryFolder folder;
  folder.write("1_a.ts",
               "const add = (name: string, kind = 'int') => `ALTER TABLE t ADD COLUMN ${name} ${kind}`;\n"
               "export async function up(queryRunner: QueryRunner) {\n"
               "  await queryRunner.query(add('a'));\n  await queryRunner.query(add('b', 'text'));\n"
               "  for (const sql of ['c', 'd'].map((name, index) => add(name))) await queryRunner.query(sql);\n}\n");
  const Source source = read_place(folder.path("1_a.ts"));
  CHECK(columns_of(source, "t") == Names{"a", "b", "c", "d"});
  CHECK(left_out(source).empty());
}

namespace {

constexpr std::string_view add_column =
    "(db, table, name, type = 'int') => {\n\n\n  await db.raw(`ALTER TABLE ${table}\n  ADD COLUMN ${name} ${type}`);\n}";

/// A script of JavaScript in migrations/, beside lib/columns.js.
Source with_library(const std::string& library, const std::string& script, const std::string& name = "lib/columns.js") {
  TemporaryFolder folder;
  folder.write(name, library).write("migrations/1_a.js", script);
  return read_place(folder.path("migrations/1_a.js"));
}

std::string exporting(std::string_view how) { return std::string(how) + std::string(add_column) + ";\n"; }
std::string up(const std::string& body) { return "exports.up = async (knex) => {\n" + body + "\n};\n"; }

}  // namespace

TEST_CASE("script functions: what a file exports is followed into it, and stands where it is called") {
  const std::string body = up("  await add(knex, 't', 'a');\n  await add(knex, 't', 'b', 'text');");
  for (const auto& [exported, imported] : std::initializer_list<std::pair<std::string, std::string>>{
           {exporting("exports.add = async "), "const { add } = require('../lib/columns');\n"},
           {exporting("exports.plus = async "), "const { plus: add } = require('../lib/columns.js');\n"},
           {exporting("exports.plus = async "), "const add = require('../lib/columns').plus;\n"},
           {exporting("module.exports = async "), "const add = require('../lib/columns');\n"},
           {exporting("const add = async ") + "module.exports = { add };\n", "import { add } from '../lib/columns';\n"},
           {exporting("export const plus = async "), "import { plus as add } from '../lib/columns';\n"},
           {exporting("const plus = async ") + "export default plus;\n", "import add from '../lib/columns';\n"},
           {exporting("const plus = async ") + "export default plus;\n",
            "const add = (await import('../lib/columns')).default;\n"},
           {"export default async function plus(db, table, name, type = 'int') {\n\n\n"
            "  await db.raw(`ALTER TABLE ${table}\n  ADD COLUMN ${name} ${type}`);\n}\n",
            "import add from '../lib/columns';\n"}}) {
    INFO(exported << imported);
    const Source source = with_library(exported, imported + body);
    CHECK(columns_of(source, "t") == Names{"a", "b"});
    CHECK(place_of(source, "t", "a").substr(0, 2) == "3:");
    CHECK(place_of(source, "t", "b").substr(0, 2) == "4:");
    CHECK(left_out(source).empty());
    CHECK(source.catalog.problems.empty());
  }
}

TEST_CASE("script functions: a file as a whole, a class, what a class makes, and the class that one extends") {
  const std::string all = exporting("export const add = async ");
  CHECK(columns_of(with_library(all, "import * as columns from '../lib/columns';\n" + up("await columns.add(knex, 't', 'a');")),
                   "t") == Names{"a"});
  CHECK(columns_of(with_library(all, "const columns = require('../lib/columns');\n" + up("await columns.add(knex, 't', 'a');")),
                   "t") == Names{"a"});
  const std::string a_class =
      "export class Columns {\n  constructor(db) { this.db = db; }\n"
      "  async add(table, name) { await this.db.raw(`ALTER TABLE ${table} ADD COLUMN ${name} int`); }\n}\n";
  const std::string import = "import { Columns } from '../lib/columns';\n";
  CHECK(columns_of(with_library(a_class, import + up("const columns = new Columns(knex);\nawait columns.add('t', 'a');")), "t") ==
        Names{"a"});
  CHECK(columns_of(with_library(a_class, import + up("await new Columns(knex).add('t', 'a');")), "t") == Names{"a"});
  CHECK(columns_of(with_library(a_class,
                                import + "export class Add1 extends Columns {\n  async up() { await this.add('t', 'a'); }\n}\n"),
                   "t") == Names{"a"});
}

TEST_CASE("script functions: a file passes on what others have, and uses it") {
  TemporaryFolder folder;
  folder.write("lib/index.ts", "export * from './columns';\nexport { twice } from './twice';\n")
      .write("lib/columns.ts",
             "export const TABLE = 't';\nexport const add = async (db: Db, name: string) =>\n"
             "  db.query(`ALTER TABLE ${TABLE} ADD COLUMN ${name} int`);\n")
      .write("lib/twice.ts",
             "import { add } from './index';\nexport async function twice(db: Db, name: string): Promise<void> {\n"
             "  await add(db, name);\n  await add(db, `${name}_2`);\n}\n")
      .write("migrations/1_a.ts",
             "import { TABLE, twice } from '../lib';\nexport async function up(db: Db) {\n  await twice(db, 'a');\n"
             "  await db.query(`ALTER TABLE ${TABLE} ADD COLUMN b int`);\n}\n");
  const Source source = read_place(folder.path("migrations/1_a.ts"));
  CHECK(columns_of(source, "t") == Names{"a", "a_2", "b"});
  CHECK(place_of(source, "t", "a_2").substr(0, 2) == "3:");
  CHECK(left_out(source).empty());
}

TEST_CASE("script functions: lists and records of other files are gone through, and are defaults there") {
  const std::string library =
      "const { FLAGS, TABLE } = require('../constants');\n"
      "exports.add = async (db, flags = FLAGS) => {\n"
      "  await db.query(`CREATE TYPE flag AS ENUM (${flags.map((flag) => `'${flag}'`).join(', ')})`);\n};\n";
  TemporaryFolder folder;
  folder.write("constants.js", "const FLAGS = [\n  'a-b',\n  'c',\n];\nmodule.exports = { FLAGS, TABLE: 't' };\n")
      .write("lib/flags.js", library)
      .write("migrations/1_a.js",
             "const { add } = require('../lib/flags');\nconst constants = require('../constants');\n"
             "exports.up = async (knex) => {\n  await add(knex);\n"
             "  for (const flag of constants.FLAGS) await knex.raw(`ALTER TABLE ${constants.TABLE} ADD COLUMN \"${flag}\" "
             "int`);\n};\n");
  const Source source = read_place(folder.path("migrations/1_a.js"));
  CHECK(columns_of(source, "t") == Names{"a-b", "c"});
  CHECK(source.catalog.find({Namespace::enum_value, "public", "flag", "a-b"}));
  CHECK(source.catalog.find({Namespace::enum_value, "public", "flag", "c"}));
  CHECK(left_out(source).empty());
}

TEST_CASE("script functions: of Python, beside the script, above it and below the program's folder") {
  TemporaryFolder folder;
  const std::string add =
      "from alembic import op\n\ndef add(name, kind='int'):\n    op.execute(f'ALTER TABLE t ADD COLUMN {name} {kind}')\n";
  folder.write("app/db/columns.py", add)
      .write("app/versions/helpers.py", add)
      .write("app/db/__init__.py", "from .columns import *\n");
  folder.write("app/versions/1_a.py",
               "from app.db import columns, add as plus\nfrom app.db.columns import add\nfrom . import helpers\nfrom "
               "..db.columns import add as more\n"
               "import app.db.columns as all_of_it\n"
               "def upgrade():\n    add('a')\n    columns.add('b', kind='text')\n    helpers.add('c')\n    more('d')\n    "
               "all_of_it.add('e')\n    plus('f')\n"
               "def downgrade():\n    add('g')\n");
  const Source source = read_place(folder.path("app/versions/1_a.py"));
  CHECK(columns_of(source, "t") == Names{"a", "b", "c", "d", "e", "f"});
  CHECK(place_of(source, "t", "b") == "8:18");
  CHECK(left_out(source).empty());
}

TEST_CASE("script functions: the files of a package of Go share theirs") {
  TemporaryFolder folder;
  folder.write("columns.go",
               "package migrations\n\nfunc add(tx *sql.Tx, name string) error {\n\t_, err := tx.Exec(fmt.Sprintf(\"ALTER TABLE t "
               "ADD COLUMN %s int\", name))\n\treturn err\n}\n");
  folder.write("1_a.go", "package migrations\n\nfunc upA(tx *sql.Tx) error {\n\treturn add(tx, \"a\")\n}\n");
  const Source source = read_place(folder.path("1_a.go"));
  CHECK(columns_of(source, "t") == Names{"a"});
}

TEST_CASE("script functions: what a condition or a value unknown there leaves open is named at the call") {
  const std::string library =
      "exports.add = async (db, table, name) => {\n  if (process.env.WIDE) {\n    await db.raw(`ALTER TABLE ${table} ADD COLUMN "
      "${name} text`);\n  }\n"
      "  await db.raw(`ALTER TABLE ${table} ADD COLUMN ${process.env.NAME} int`);\n};\n";
  const Source source =
      with_library(library, "const { add } = require('../lib/columns');\n" + up("  await add(knex, 't', 'a');"));
  CHECK(columns_of(source, "t").empty());
  CHECK(left_out(source) == Names{"statement under a condition 3", "statement with ${process.env.NAME} 3"});
}

TEST_CASE("script functions: a file that is not here may do what nobody knows") {
  const Source source = with_library("", "const { add } = require('../lib/others');\n" + up("  await add(knex, 't', 'a');"));
  CHECK(left_out(source) == Names{"add 3"});
  CHECK(source.catalog.not_compared.front().why == "its function is in another file, which is not here");
}

TEST_CASE("scripts: what a condition asks of known values is decided, and what may not be assigned is not known") {
  const Source source = with_library(
      "exports.add = async (db, name, { wide = true, skip = [] } = {}, suffix = '') => {\n"
      "  if (skip && skip.length) return;\n  const type = wide ? 'bigint' : 'int';\n  let rest = '';\n"
      "  if (suffix !== '') rest = ` ${suffix}`;\n  await db.raw(`ALTER TABLE t ADD COLUMN ${name} ${type}${rest}`);\n};\n",
      "const { add } = require('../lib/columns');\n" + up("await add(knex, 'a');\nawait add(knex, 'b', { wide: false }, 'NOT "
                                                          "NULL');\nawait add(knex, 'c', { skip: ['c'] });"));
  CHECK(columns_of(source, "t") == Names{"a", "b"});
  CHECK(display_type(std::get<Column>(column(source, "t", "a")->object).type) == "bigint");
  CHECK(display_type(std::get<Column>(column(source, "t", "b")->object).type) == "integer");
  CHECK(std::get<Column>(column(source, "t", "b")->object).not_null);
  CHECK(left_out(source).empty());

  const Source unknown = with_library(
      "", up("let type = 'int';\nlet rest = '';\nlet wanted = false;\nif (process.env.WIDE) type = 'bigint';\n"
             "rows.forEach((row) => { if (row.ok) { wanted = true; rest += ' NOT NULL'; } });\n"
             "await knex.raw(`ALTER TABLE t ADD COLUMN a ${type}`);\nawait knex.raw(`ALTER TABLE t ADD COLUMN b int${rest}`);\n"
             "if (!wanted) await knex.raw(`ALTER TABLE t ADD COLUMN c int`);"));
  CHECK(left_out(unknown).size() == 3);
}

TEST_CASE("scripts: a guard that asks for something else than the statement is about decides what is not known") {
  const Source source = read_script(
      "1_a.js", up("if (await exists(knex, 't', 'b')) await knex.raw('ALTER TABLE t ADD COLUMN a int');\n"
                   "if (!(await exists(knex, 't', 'b'))) await knex.raw('ALTER TABLE t ADD COLUMN c int');\n"
                   "if (await exists(knex, 't', 'd')) await knex.raw('ALTER TABLE t RENAME d TO e');\n"
                   "if (!(await exists(knex, 't', 'b'))) return;\nawait knex.raw('ALTER TABLE t ADD COLUMN f int');"));
  CHECK(columns_of(source, "t") == Names{"c", "e"});
  CHECK(left_out(source) ==
        Names{"statement under a condition 2", "column of an uncertain table on t.d 4", "statement under a condition 6"});
  REQUIRE(source.catalog.not_compared.size() == 3);
  CHECK(source.catalog.not_compared.front().why == "whether it runs is not known from the script: it asks for b");
}

TEST_CASE("script functions: what calls itself, and files that import one another, come to an end") {
  const Source arrows = read_script("1_a.js", "const add = (db, n) => add(db, n + 1);\n" +
                                                  up("add(knex, 1);\nawait knex.raw('ALTER TABLE t ADD COLUMN a int');"));
  CHECK(columns_of(arrows, "t") == Names{"a"});
  TemporaryFolder folder;
  folder.write("lib/one.js", "export * from './two';\nexport { X, add } from './two';\n")
      .write("lib/two.js",
             "export * from './one';\nexport { X, add } from './one';\nimport { loop } from './three';\nexport const round = "
             "(db) => loop(db);\n")
      .write("lib/three.js", "import { round } from './two';\nexport const loop = (db) => round(db);\n")
      .write("migrations/1_a.js", "import { X, add } from '../lib/one';\nimport { round } from '../lib/two';\n" +
                                      up("add(knex, X);\nround(knex);\nawait knex.raw('ALTER TABLE t ADD COLUMN a int');"));
  CHECK(columns_of(read_place(folder.path("migrations/1_a.js")), "t") == Names{"a"});
}

TEST_CASE("scripts: what a guard asks for is known by the values that its call is given") {
  const Source source = read_script(
      "1_a.js", up("for (const { table, number, extension } of [{ table: 't', number: 'fax', extension: 'more' }]) {\n"
                   "  if (!(await columnExists(knex, table, number))) continue;\n"
                   "  await knex.raw(`ALTER TABLE ${table} ADD COLUMN ${extension} text`);\n}"));
  CHECK(columns_of(source, "t").empty());
  CHECK(left_out(source) == Names{"statement under a condition 4"});
}
