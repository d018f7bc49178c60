// SQL in programs: what a script runs, and where it stands in it.
#include "catalog/uncertain_kinds.h"
#include "unit/migrations_places.h"

using namespace pgplumb;

namespace {

Source python(const std::string& text) { return read_script("db_migrate.py", text); }

}  // namespace

TEST_CASE("scripts: literals of Python, plain, triple, raw, joined and with escapes, keep their places") {
  const Source source = python(
      "conn.execute(text('ALTER TABLE t ADD COLUMN a int'))\n"
      "conn.execute(text(\"\"\"\n    ALTER TABLE t\n      ADD COLUMN b int\n\"\"\"))\n"
      "cursor.execute(r'ALTER TABLE t ADD COLUMN c int')\n"
      "conn.exec_driver_sql(\n    \"ALTER TABLE t \"\n    \"ADD COLUMN d int\"\n)\n"
      "op.execute(\"ALTER TABLE \\\"t\\\" ADD COLUMN e int\")\n");
  CHECK(columns_of(source, "t") == Names{"a", "b", "c", "d", "e"});
  CHECK(place_of(source, "t", "a") == "1:45");
  CHECK(place_of(source, "t", "b") == "4:18");
  CHECK(place_of(source, "t", "d") == "9:17");
  CHECK(place_of(source, "t", "e") == "11:42");
  CHECK(source.catalog.problems.empty());
}

TEST_CASE("scripts: a way back in parentheses, or behind its arrow and a comment, is none of ours") {
  const Source source = read_script("1_a.js",
                                    "const up = ((db) => db.raw('ALTER TABLE t ADD COLUMN a int'));\n"
                                    "const down = ((db) => db.raw('ALTER TABLE t ADD COLUMN b int'));\n");
  CHECK(columns_of(source, "t") == Names{"a"});
  const Source behind = read_script("1_a.js",
                                    "const up = (db) => db.raw('ALTER TABLE t ADD COLUMN a int');\n"
                                    "const down = (db) =>\n  // as it was:\n  db.raw('ALTER TABLE t ADD COLUMN b int');\n");
  CHECK(columns_of(behind, "t") == Names{"a"});
}

TEST_CASE("scripts: queries are no DDL, and neither are sentences") {
  const Source source = python(
      "\"\"\"Create table users first.\"\"\"\n"
      "print('ALTER TABLE t ADD COLUMN x int')\n"
      "logger.info('Drop table t to start anew;')\n"
      "conn.execute(text('SELECT 1 FROM t WHERE a = :a'), {'a': 1})\n"
      "conn.execute(text('ALTER TABLE t ADD COLUMN a int'))\n");
  CHECK(columns_of(source, "t") == Names{"a"});
  CHECK(left_out(source).empty());
}

TEST_CASE("scripts: loops over lists, tuples and dictionaries of literals are gone through") {
  const Source source = python(
      "COLUMNS = [\n  ('a', 'INTEGER'),\n  ('b', 'VARCHAR(8)'),\n]\n"
      "for name, kind in COLUMNS:\n    conn.execute(text(f'ALTER TABLE t ADD COLUMN {name} {kind}'))\n"
      "for name, kind in {'c': 'TEXT', 'd': 'BYTEA'}.items():\n    conn.execute('ALTER TABLE t ADD COLUMN %s %s' % (name, "
      "kind))\n"
      "for name in ('e', 'f'):\n    conn.execute('ALTER TABLE t ADD COLUMN {} int'.format(name))\n"
      "for i, (table, name) in enumerate([('t', 'g')]):\n    conn.execute('ALTER TABLE ' + table + ' ADD COLUMN ' + name + ' "
      "int')\n"
      "for column in [{'name': 'h', 'kind': 'int'}]:\n    conn.execute(f\"ALTER TABLE t ADD COLUMN {column['name']} "
      "{column['kind']}\")\n");
  CHECK(columns_of(source, "t") == Names{"a", "b", "c", "d", "e", "f", "g", "h"});
  CHECK(place_of(source, "t", "b") == "3:5");
  CHECK(left_out(source).empty());
}

TEST_CASE("scripts: a function of the script is followed where its SQL depends on what it is given") {
  const Source source = python(
      "def add(conn, table, column, kind='TEXT'):\n"
      "    if column not in names(conn, table):\n"
      "        conn.execute(text(f'ALTER TABLE {table} ADD COLUMN {column} {kind}'))\n\n"
      "def upgrade(conn):\n"
      "    add(conn, 't', 'a', 'int')\n"
      "    add(conn, 't', 'b', kind='int')\n"
      "    add(conn, 't', config.name, 'int')\n\n"
      "def downgrade(conn):\n"
      "    conn.execute('ALTER TABLE t DROP COLUMN a')\n");
  CHECK(columns_of(source, "t") == Names{"a", "b"});
  CHECK(left_out(source) == Names{"statement with {column} 3"});
  CHECK(source.catalog.uncertain_names.contains(any_name_in(Namespace::column)));
  CHECK(!source.catalog.absences_uncertain);
}

TEST_CASE("scripts: what is guarded is no problem where it is there already") {
  const Source source = python(
      "if 'a' not in existing:\n    conn.execute('ALTER TABLE t ADD COLUMN a int')\n"
      "if not column_exists('t', 'a'):\n    conn.execute('ALTER TABLE t ADD COLUMN a int')\n"
      "try:\n    conn.execute('ALTER TABLE t ADD COLUMN a int')\nexcept Exception:\n    pass\n"
      "def later(conn):\n    if has_column('a'):\n        return\n    conn.execute('ALTER TABLE t ADD COLUMN a int')\n"
      "conn.execute('ALTER TABLE t ADD COLUMN b int')\nconn.execute('ALTER TABLE t ADD COLUMN b int')\n");
  CHECK(columns_of(source, "t") == Names{"a", "b"});
  REQUIRE(source.catalog.problems.size() == 1);
  CHECK(source.catalog.problems[0].at.line == 14);
}

TEST_CASE("scripts: other dialects are passed over, and what depends on settings is not compared") {
  const Source source = python(
      "if engine.dialect.name == 'sqlite':\n    conn.execute('ALTER TABLE t ADD COLUMN s int')\n"
      "elif engine.dialect.name == 'postgresql':\n    conn.execute('ALTER TABLE t ADD COLUMN p int')\n"
      "else:\n    conn.execute('ALTER TABLE t ADD COLUMN o int')\n"
      "if settings.beta:\n    conn.execute('ALTER TABLE t ADD COLUMN x int')\n");
  CHECK(columns_of(source, "t") == Names{"p"});
  CHECK(left_out(source) == Names{"statement under a condition 8"});
}

TEST_CASE("scripts: a migration is named by the number that is said last") {
  const Source source = python(
      "def run(conn):\n"
      "    # Migration 39: bytes\n"
      "    conn.execute('ALTER TABLE t ADD COLUMN a int')\n"
      "    conn.execute('ALTER TABLE t ADD COLUMN b int')\n"
      "    logger.info('migration 51')\n"
      "    conn.execute('ALTER TABLE t ADD COLUMN c int')\n\n"
      "def migrate_052(conn):\n"
      "    conn.execute('ALTER TABLE t ADD COLUMN d int')\n");
  CHECK(names(source) == Names{"39", "51", "52"});
  CHECK(source.catalog.migrations[0].lines.front().first == 3);
  CHECK(source.catalog.migrations[0].lines.front().last == 4);
  CHECK(source.catalog.migrations[2].holds(column(source, "t", "d")->declared_at));
}

TEST_CASE("scripts: calls that are no SQL are named, with the table that they are about") {
  const Source source = python(
      "def upgrade():\n"
      "    op.execute('ALTER TABLE u ADD COLUMN a int')\n"
      "    op.sync_enum_values('public', 't', ['a'])\n");
  CHECK(left_out(source) == Names{"op.sync_enum_values 3"});
  CHECK(source.catalog.uncertain_names.contains("t"));
}

TEST_CASE("scripts: DDL that is handed to something unknown counts where it stands") {
  const Source source = python(
      "STEPS = {\n    51: ['ALTER TABLE t ADD COLUMN a int', 'CREATE INDEX t_a ON t (a)'],\n}\n"
      "for step in load(STEPS):\n    apply(step)\n");
  CHECK(columns_of(source, "t") == Names{"a"});
  CHECK(source.catalog.problems.empty());
}

TEST_CASE("scripts: JavaScript and TypeScript") {
  const Source knex = read_script("20240101_t.js",
                                  "exports.up = async function (knex) {\n"
                                  "  await knex.raw(`ALTER TABLE t\n    ADD COLUMN a int`);\n"
                                  "  for (const [name, kind] of [['b', 'int'], ['c', 'text']]) {\n"
                                  "    await knex.raw(`ALTER TABLE t ADD COLUMN ${name} ${kind}`);\n"
                                  "  }\n"
                                  "  await knex.schema.alterTable('u', (table) => { table.string('x') });\n"
                                  "};\n"
                                  "exports.down = (knex) => knex.raw('ALTER TABLE t DROP COLUMN a');\n");
  CHECK(columns_of(knex, "t") == Names{"a", "b", "c"});
  CHECK(place_of(knex, "t", "a") == "3:16");
  CHECK(left_out(knex) == Names{"knex.alterTable 7"});

  const Source typeorm =
      read_script("1700000000000-T.ts",
                  "export class T1700000000000 implements MigrationInterface {\n"
                  "  public async up(queryRunner: QueryRunner): Promise<void> {\n"
                  "    await queryRunner.query('ALTER TABLE \"t\" ADD \"a\" integer');\n"
                  "    const columns: string[] = ['b', 'c'];\n"
                  "    await Promise.all(columns.map((c) => queryRunner.query(`ALTER TABLE t ADD ${c} int`)));\n"
                  "  }\n"
                  "  public async down(queryRunner: QueryRunner): Promise<void> {\n"
                  "    await queryRunner.query('ALTER TABLE \"t\" DROP COLUMN \"a\"');\n"
                  "  }\n"
                  "}\n");
  CHECK(columns_of(typeorm, "t") == Names{"a", "b", "c"});
  CHECK(typeorm.catalog.problems.empty());
}

TEST_CASE("scripts: Go") {
  const Source source = read_script("00001_t.go",
                                    "package migrations\n\nfunc init() { goose.AddMigration(upT, downT) }\n\n"
                                    "func upT(ctx context.Context, tx *sql.Tx) error {\n"
                                    "\tif _, err := tx.ExecContext(ctx, `ALTER TABLE t ADD COLUMN a int`); err != nil {\n"
                                    "\t\treturn err\n\t}\n"
                                    "\tfor _, c := range []struct{ name, kind string }{{\"b\", \"int\"}, {\"c\", \"text\"}} {\n"
                                    "\t\ttx.Exec(fmt.Sprintf(\"ALTER TABLE t ADD COLUMN %s %s\", c.name, c.kind))\n\t}\n"
                                    "\treturn nil\n}\n\n"
                                    "func downT(ctx context.Context, tx *sql.Tx) error {\n"
                                    "\t_, err := tx.Exec(\"ALTER TABLE t DROP COLUMN a\")\n\treturn err\n}\n");
  CHECK(columns_of(source, "t") == Names{"a", "b", "c"});
  CHECK(source.catalog.problems.empty());
  CHECK(left_out(source).empty());
}

TEST_CASE("scripts: of two functions that Go hands over to its tool, the second is the way back") {
  for (const char* hand_over : {"migrations.MustRegisterTx(", "Migrations.MustRegister(", "goose.AddMigrationContext("}) {
    const std::string registers(hand_over);
    const Source source =
        read_script("1_t.go", "package migrations\n\nfunc init() {\n\t" + registers +
                                  "func(db DB) error {\n\t\t_, err := db.Exec(`ALTER TABLE t ADD a int`)\n\t\treturn "
                                  "err\n\t}, func(db DB) error {\n\t\t_, err := db.Exec(`ALTER TABLE t ADD b "
                                  "int`)\n\t\treturn err\n\t})\n}\n");
    CHECK(columns_of(source, "t") == Names{"a"});
    CHECK(left_out(source).empty());
  }
}

TEST_CASE("migrations: what go-pg, Bun and GORM make of structs is named") {
  const Source source = read_script("1_a.go",
                                    "func up(db migrations.DB) error {\n  _, err := db.Exec(`CREATE TABLE t (a int)`)\n"
                                    "  return db.Model(&Group{}).CreateTable(&orm.CreateTableOptions{})\n}\n");
  CHECK(has_column(source, "t", "a"));
  CHECK(source.catalog.absences_uncertain);
  CHECK_FALSE(left_out(source).empty());
}

TEST_CASE("scripts: what is cut off or nonsense is read as far as it goes") {
  CHECK(columns_of(python("conn.execute('ALTER TABLE t ADD COLUMN a int')\nconn.execute('''ALTER TABLE t ADD"), "t") ==
        Names{"a"});
  CHECK(columns_of(python("((((\nif x:\n  conn.execute('ALTER TABLE t ADD COLUMN a int'"), "t") == Names{"a"});
  CHECK_THROWS_AS(read_script("a.js", "`${`${'}"), Error);
}

TEST_CASE("scripts: a folder of numbered ones is a history, Alembic's in the order of its revisions") {
  TemporaryFolder folder;
  folder.write("002_b.py", "def upgrade(db):\n    db.execute(text('ALTER TABLE t ADD COLUMN b int'))\n")
      .write("001_a.py", "# like migration 7\ndb.execute(text('CREATE TABLE t (a int)'))\n")
      .write("__init__.py", "");
  const Source numbered = read_place(folder.path());
  CHECK(numbered.layout == "scripts");
  CHECK(names(numbered) == Names{"001_a", "002_b"});

  TemporaryFolder alembic;
  alembic
      .write("versions/aa_second.py",
             "revision: str = 'aa'\ndown_revision = 'bb'\n\ndef upgrade():\n    op.execute('ALTER TABLE t ADD b int')\n")
      .write("versions/bb_first.py",
             "revision = 'bb'\ndown_revision = None\n\ndef upgrade():\n    op.execute('CREATE TABLE t (a int)')\n");
  const Source versions_source = read_place(alembic.path());
  CHECK(versions_source.layout == "alembic");
  CHECK(versions(versions_source) == Names{"bb", "aa"});
  CHECK(versions_source.catalog.problems.empty());
}

TEST_CASE("scripts: Alembic's revisions name others by identifiers, the begin of one, or a branch's label") {
  const auto revision = [](const std::string& name, const std::string& down, const std::string& more = {}) {
    return "revision = '" + name + "'\ndown_revision: Union[str, None] = " + down + "\n" + more + "def upgrade():\n    pass\n";
  };
  TemporaryFolder folder;
  folder.write("versions/1_merge.py", revision("abcd9", "(\n    'abcd1',\n    'abcd2',\n)"))
      .write("versions/2_stock.py", revision("eeee1", "None", "branch_labels = ('stock',)\n"))
      .write("versions/3_left.py", revision("abcd1", "'abcd0'"))
      .write("versions/4_right.py", revision("abcd2", "'abcd0'", "depends_on = 'stock'\n"))
      .write("versions/5_root.py", revision("abcd0", "None") + "    op.execute('CREATE TABLE t (a int)')\n")
      .write("versions/6_twin.py", revision("abcd0", "None"))
      .write("versions/7_lost.py", revision("abcd7", "'gone'"))
      .write("versions/8_circle.py", revision("cc1", "'cc2'"))
      .write("versions/9_circle.py", revision("cc2", "'cc1'"));
  const Source source = read_place(folder.path());
  // Alembic's own order of those that it would not refuse: abcd0, eeee1, abcd2, abcd1, abcd9.
  CHECK(versions(source) == Names{"abcd0", "abcd7", "cc1", "cc2", "eeee1", "abcd2", "abcd1", "abcd9"});
  CHECK(source.catalog.migrations[5].behind == Names{"abcd0", "eeee1"});
  Names remarks;
  for (const NotCompared& item : source.catalog.not_compared) remarks.push_back(item.object + ": " + item.why.substr(0, 40));
  CHECK(remarks == Names{"6_twin.py: another file has its revision abcd0, too",
                         "7_lost.py: no file here has the revision gone that ",
                         "8_circle.py: it leads back to itself by what it revis"});
}

TEST_CASE("scripts: Alembic's operations with literal arguments are the SQL that SQLAlchemy makes of them") {
  const Source source = python(
      "def upgrade():\n"
      "    op.create_table('users',\n"
      "        sa.Column('id', sa.Integer(), nullable=False),\n"
      "        sa.Column('name', sa.String(length=64), nullable=True),\n"
      "        sa.Column('role', sa.String(8), server_default='user', nullable=False),\n"
      "        sa.Column('made_at', sa.DateTime(timezone=True), server_default=sa.text('now()')),\n"
      "        sa.PrimaryKeyConstraint('id', name='users_pk'),\n"
      "        sa.UniqueConstraint('name'),\n"
      "    )\n"
      "    op.create_index(op.f('ix_users_name'), 'users', ['name'], unique=False)\n"
      "    op.create_table('calls', sa.Column('user_id', sa.BigInteger, sa.ForeignKey('users.id', ondelete='CASCADE')))\n"
      "    op.add_column('calls', sa.Column('mode', sa.Numeric(10, 2), nullable=False))\n"
      "    op.alter_column('calls', 'mode', nullable=True, type_=sa.Text())\n"
      "    op.add_column('calls', sa.Column('kind', MyType()))\n");
  CHECK(columns_of(source, "users") == Names{"id", "made_at", "name", "role"});
  CHECK(describe(column(source, "users", "id")->object) == "integer serial not null");
  CHECK(describe(column(source, "users", "role")->object) == "varchar(8) default 'user' not null");
  CHECK(describe(column(source, "users", "made_at")->object) == "timestamptz default now()");
  CHECK(describe(column(source, "calls", "mode")->object) == "text");
  CHECK(place_of(source, "users", "name") == "4:20");
  CHECK(source.catalog.find({Namespace::constraint, "public", "calls", "calls_user_id_fkey"}));
  CHECK(left_out(source) == Names{"column type on calls.kind 14"});
  CHECK(source.catalog.problems.empty());
}

TEST_CASE("scripts: Alembic's operations, down to what SQLAlchemy adds, shortens and leaves to PostgreSQL") {
  const Source source = python(
      "import sqlalchemy as sa\nfrom sqlalchemy.dialects import postgresql\nfrom app.types import JSON\n"
      "mood = postgresql.ENUM('sad', 'happy', name='mood', create_type=False)\n"
      "def upgrade():\n"
      "    mood.create(op.get_bind(), checkfirst=True)\n"
      "    op.create_table('t',\n"
      "        sa.Column('id', sa.Uuid(), server_default=sa.func.gen_random_uuid(), nullable=False, comment='its key'),\n"
      "        sa.Column('mood', mood, nullable=False, index=True),\n"
      "        sa.Column('state', sa.Enum('on', 'off', name='state'), server_default='on'),\n"
      "        sa.Column('tags', postgresql.ARRAY(sa.String(8)), server_default=sa.text(\"'{}'\")),\n"
      "        sa.Column('data', JSON(), nullable=False),\n"
      "        sa.Column('more', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')),\n"
      "        sa.CheckConstraint('length(state::text) > 0', name='t_state'),\n"
      "        sa.PrimaryKeyConstraint('id', "
      "name=op.f('a_name_of_a_key_that_is_longer_than_what_postgresql_can_keep_as_such')),\n"
      "        comment='things')\n"
      "    op.create_index('t_tags', 't', ['tags', sa.text('lower(state::text) DESC')], postgresql_using='btree',\n"
      "        postgresql_where=sa.text('mood IS NOT NULL'))\n"
      "    op.create_index('t_odd', 't', [make()])\n"
      "    op.create_unique_constraint(None, 't', ['data'], deferrable=True, initially='DEFERRED')\n"
      "    with op.batch_alter_table('t', schema=None) as batch_op:\n"
      "        batch_op.alter_column('more', new_column_name='extra', existing_type=sa.JSON())\n");
  const auto described = [&](std::string_view name) { return describe(column(source, "t", name)->object); };
  CHECK(described("id") == "uuid default gen_random_uuid() not null");
  CHECK(described("mood") == "mood not null");
  CHECK(described("state") == "state default 'on'");
  CHECK(described("tags") == "varchar(8)[] default '{}'");
  CHECK(described("extra") == "jsonb");
  CHECK(column(source, "t", "data")->uncertain);
  CHECK_FALSE(column(source, "t", "extra")->uncertain);
  const auto constraint = [&](const char* name) { return source.catalog.find({Namespace::constraint, "public", "t", name}); };
  CHECK(constraint("a_name_of_a_key_that_is_longer_than_what_postgresql_can_6a47"));
  CHECK(constraint("t_data_key"));
  CHECK(source.catalog.find({Namespace::index, "public", "t", "ix_t_mood"}));
  CHECK(source.catalog.find({Namespace::index, "public", "t", "t_tags"}));
  CHECK(left_out(source) == Names{"column type on t.data 12", "op.create_index 19"});
  CHECK(source.catalog.problems.empty());
}

TEST_CASE("scripts: a check of Alembic whose condition is not known is there for what names it later") {
  const Source source = python(
      "def upgrade():\n"
      "    op.create_table('t', sa.Column('x', sa.Integer))\n"
      "    op.create_check_constraint('t_x', 't', column('x').is_not(None), postgresql_not_valid=True)\n"
      "    op.execute('ALTER TABLE t VALIDATE CONSTRAINT t_x')\n"
      "    op.drop_constraint('t_x', 't')\n"
      "    op.create_check_constraint('t_y', 't', 'x > 0', postgresql_not_valid=True)\n");
  CHECK(source.catalog.problems.empty());
  CHECK(left_out(source).front() == "op.create_check_constraint 3");
  CHECK(left_out(source).size() == 3);
  CHECK(source.catalog.find({Namespace::constraint, "public", "t", "t_y"}));
}

TEST_CASE("scripts: a function of the script runs where it is called, and not where only the way back does that") {
  const Source source = python(
      "def _drop():\n    op.execute('DROP TABLE t')\n"
      "def _column():\n    op.execute('ALTER TABLE t ADD COLUMN b int')\n"
      "def upgrade():\n    op.execute('CREATE TABLE t (a int)')\n    _column()\n"
      "def downgrade():\n    _drop()\n");
  CHECK(columns_of(source, "t") == Names{"a", "b"});
  CHECK(source.catalog.problems.empty());
}

TEST_CASE("scripts: of the cases and sides of a condition those for PostgreSQL; what raises does not end what stands behind") {
  const Source typeorm =
      read_script("1700000000000-T.ts",
                  "export class T1700000000000\n  implements MigrationInterface\n{\n"
                  "  async up(queryRunner) {\n"
                  "    switch (queryRunner.connection.options.type) {\n"
                  "      case Kind.sqlite:\n      case Kind.betterSqlite3:\n"
                  "        await this.sqlite(queryRunner);\n        break;\n"
                  "      case Kind.postgres:\n        await this.postgres(queryRunner);\n        break;\n"
                  "      default:\n        throw new Error('no');\n    }\n  }\n"
                  "  async sqlite(queryRunner): Promise<void> { await queryRunner.query('CREATE TABLE t (s int)'); }\n"
                  "  async postgres(queryRunner): Promise<void> { await queryRunner.query('CREATE TABLE t (p int)'); }\n"
                  "}\n");
  CHECK(columns_of(typeorm, "t") == Names{"p"});
  CHECK(typeorm.catalog.problems.empty());

  const Source source = python(
      "if version >= 14:\n    conn.execute('CREATE TABLE t (a int)')\nelse:\n    conn.execute('CREATE TABLE t (b int)')\n"
      "try:\n    conn.execute('CREATE TABLE u (a int)')\nexcept Error:\n    raise\n"
      "conn.execute('ALTER TABLE u ADD COLUMN b int')\n");
  CHECK(left_out(source) == Names{"statement under a condition 2", "statement under a condition 4"});
  CHECK(columns_of(source, "u") == Names{"a", "b"});
}

TEST_CASE("scripts: what is tried until it works runs once; what stands behind is not known to run") {
  const Source source = python(
      "for name in ('t_key', 't_key_old'):\n"
      "    try:\n"
      "        conn.execute(f'ALTER TABLE t ADD CONSTRAINT {name} UNIQUE (a)')\n"
      "        break\n"
      "    except Error:\n        pass\n"
      "conn.execute('ALTER TABLE t ADD COLUMN b int')\n");
  CHECK(source.catalog.find({Namespace::constraint, "public", "t", "t_key"}));
  CHECK_FALSE(source.catalog.find({Namespace::constraint, "public", "t", "t_key_old"}));
  CHECK(left_out(source) == Names{"statement under a condition 3"});
  CHECK(columns_of(source, "t") == Names{"a", "b"});
}

TEST_CASE("scripts: what a builder renames or removes is uncertain, and so is what it may have made") {
  const Source source = read_script("20240101_t.js",
                                    "exports.up = async (q) => {\n"
                                    "  await q.sequelize.query('CREATE TABLE \"Calls\" (id int, \"sidOld\" int)');\n"
                                    "  await q.removeColumn('Calls', 'sidOld');\n"
                                    "  await q.renameTable('Calls', 'calls');\n"
                                    "  await q.sequelize.query('CREATE VIEW \"Calls\" AS SELECT * FROM calls');\n"
                                    "  await q.sequelize.query('DROP TYPE \"enum_Calls_state\"');\n"
                                    "  async.series([q.removeColumn.bind(q, 'hosts', 'name')]);\n"
                                    "};\n");
  CHECK(source.catalog.problems.empty());
  CHECK(source.catalog.uncertain_names.contains("Calls"));
  CHECK(column(source, "Calls", "sidOld")->uncertain);
  CHECK(source.catalog.uncertain_names.contains("hosts"));
  CHECK(left_out(source) == Names{"q.removeColumn 3", "q.renameTable 4", "CREATE VIEW \"Calls\" AS SELECT * FROM calls 5",
                                  "DROP TYPE on enum_Calls_state 6", "q.removeColumn 7"});
}

TEST_CASE("scripts: a class may be a value") {
  const Source source =
      read_script("1700000000000-Data.js",
                  "module.exports = class Data1700000000000 {\n  name = 'Data1700000000000'\n\n"
                  "  async up(db) {\n    await db.query(`CREATE TABLE t (a int)`)\n    await this.more(db)\n  }\n\n"
                  "  async down(db) {\n    await db.query(`DROP TABLE t`)\n  }\n\n"
                  "  async more(db) {\n    await db.query(`ALTER TABLE t ADD COLUMN b int`)\n  }\n}\n");
  CHECK(columns_of(source, "t") == Names{"a", "b"});
  CHECK(source.catalog.problems.empty());
}

TEST_CASE("scripts: a list of functions is gone through") {
  const Source source =
      read_script("migrations.go",
                  "package database\n\nvar migrations = [...]func(tx *sql.Tx) error{\n"
                  "\tfunc(tx *sql.Tx) (err error) {\n\t\tsql := `CREATE TABLE t (a int)`\n"
                  "\t\t_, err = tx.Exec(sql)\n\t\treturn err\n\t},\n"
                  "\tfunc(tx *sql.Tx) (err error) {\n"
                  "\t\t_, err = tx.Exec(`DELETE FROM t; ALTER TABLE t ADD COLUMN b int;`)\n\t\treturn err\n\t},\n"
                  "\tfunc(tx *sql.Tx) (err error) {\n"
                  "\t\t_, err = tx.Exec(`ALTER TABLE t ADD COLUMN c int;`)\n\t\treturn err\n\t},\n}\n");
  CHECK(columns_of(source, "t") == Names{"a", "b", "c"});
}

TEST_CASE("scripts: a template's gaps are not known") {
  const Source source =
      read_script("1_t.go", "package v1\nfunc init() {\n\tRegister(1, `CREATE TABLE {{ .Schema }}.t (a int)`)\n}\n");
  CHECK(left_out(source) == Names{"statement with {{ .Schema }} 3"});
  CHECK(source.catalog.problems.empty());
}

TEST_CASE("scripts: SQL of which nothing is known is named, what reads and writes rows is not") {
  const auto named_in = [](const std::string& file, const std::string& body) { return left_out(read_script(file, body)); };
  const auto python = [&](const std::string& call) {
    return named_in("1_t.py", "def upgrade(conn):\n    conn.execute(text('CREATE TABLE calls (id int)'))\n    " + call + "\n");
  };
  CHECK(python("conn.execute(text(plan.sql))") == Names{"conn.execute 3"});
  CHECK(python("conn.execute(f'{verb} TABLE calls')") == Names{"conn.execute 3"});
  CHECK(python("conn.execute(select(calls.c.id))").empty());
  CHECK(python("conn.execute(calls.update().values(id=2))").empty());
  CHECK(python("conn.execute(text('SELECT ' + names))").empty());
  CHECK(python("session.query(Call)").empty());
  const auto knex = [&](const std::string& call) {
    return named_in("1_t.js",
                    "exports.up = async (knex) => {\n  await knex.raw('CREATE TABLE calls (id int)');\n  " + call + ";\n};");
  };
  CHECK(knex("await knex.raw(row.indexdef)") == Names{"knex.raw 3"});
  CHECK(knex("await knex.raw('SELECT 1', [row.id])").empty());
  CHECK(
      named_in("1_t.go", "func up(tx *sql.Tx) {\n\ttx.Exec(`CREATE TABLE calls (id int)`)\n\ttx.ExecContext(ctx, query)\n}\n") ==
      Names{"tx.ExecContext 3"});
}
