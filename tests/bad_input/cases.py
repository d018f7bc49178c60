"""What a user may get wrong. Add a row to add a case."""

from dataclasses import dataclass, field

PASSWORD = "s3cret-Plumb-9"

SCHEMA = """datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}

model Call {
  id   String @id
  from String

  @@map("calls")
}
"""
CALLS = 'CREATE TABLE "calls" ("id" TEXT NOT NULL, "from" TEXT NOT NULL, CONSTRAINT "calls_pkey" PRIMARY KEY ("id"));\n'
GOOD = {"schema.prisma": SCHEMA, "migrations/1_calls/migration.sql": CALLS}


@dataclass
class Case:
    name: str
    command: str
    says: list
    code: int = 2
    files: dict = field(default_factory=lambda: GOOD)  # path: content, None for an empty folder
    says_not: list = field(default_factory=list)


def schema_case(name, schema, says):
    return Case(name, "pgplumb check --model schema.prisma --migrations migrations", says, files={**GOOD, "schema.prisma": schema})


def migration_case(name, content, says, code=2, says_not=()):
    return Case(name, "pgplumb check --model schema.prisma --migrations migrations", says, code,
                {**GOOD, "migrations/1_calls/migration.sql": content}, list(says_not))


def database_case(name, place, says, **rest):
    return Case(name, f"pgplumb check --model schema.prisma --database {place}", says, **rest)


def scratch_case(name, place, says):
    return Case(f"a scratch server {name}", f"pgplumb check --model schema.prisma --migrations migrations --scratch {place}", says)


HOSTILE_NAME = '"b\n::error::owned \x1b[31m\u202e"'

CASES = [
    # Places.
    Case("pg_dumpall of two databases", "pgplumb diff all.sql schema.prisma",
         ["all.sql:3:1", "made in the database beta", "in alpha", "pg_dump"], says_not=[PASSWORD],
         files={**GOOD, "all.sql": f"\\connect alpha\nCREATE TABLE a (); \n\\connect -reuse-previous=on \"dbname='beta' password={PASSWORD}\"\nCREATE TABLE b ();\n"}),
    Case("missing file", "pgplumb check --model absent.prisma --migrations migrations", ["absent.prisma"]),
    Case("missing folder", "pgplumb check --model schema.prisma --migrations absent", ["absent"]),
    Case("folder without migrations", "pgplumb check --model schema.prisma --migrations nothing", ["nothing"],
         files={**GOOD, "nothing": None}),
    Case("folder without schemas", "pgplumb check --model nothing --migrations migrations", ["nothing", ".prisma"],
         files={**GOOD, "nothing": None}),
    Case("folders of SQL in no order", "pgplumb check --model schema.prisma --migrations sql", ["folders below", "2 files", "order"],
         files={**GOOD, "sql/tables/calls.sql": CALLS, "sql/functions/more.sql": "SELECT 1;"}),
    Case("a plan of Sqitch beside a sqitch.conf that leads elsewhere", "pgplumb check --model schema.prisma --migrations project",
         ["sqitch.conf has the plan at absent/sqitch.plan", "top_dir"],
         files={**GOOD, "project/sqitch.conf": "[core]\n  engine = pg\n  top_dir = absent\n",
                "project/sqitch.plan": "%project=shop\n\nfirst 2026-01-01T00:00:00Z Ann <ann@shop> # x\n",
                "project/deploy/first.sql": CALLS}),
    Case("nothing here at all", "pgplumb check", ["--model", "--database"], files={"notes.txt": "none"}),
    Case("one source only", "pgplumb check --model schema.prisma", ["only the model"]),
    Case("unknown kind of place", "pgplumb check notes.txt migrations", ["notes.txt"], files={**GOOD, "notes.txt": "dear diary"}),
    Case("required source absent", "pgplumb check --model schema.prisma --migrations migrations --require database",
         ["database", "DATABASE_URL"]),
    Case("--only that matches nothing", "pgplumb check --model schema.prisma --migrations migrations --only call_lgo",
         ["call_lgo"]),

    # Contents.
    schema_case("empty schema", "", ["schema.prisma"]),
    schema_case("binary schema", b"\x7fELF\x02\x01\x01\x00\x00\x00\xff\xfe" * 30, ["schema.prisma"]),
    schema_case("invalid UTF-8 in a schema", SCHEMA.encode().replace(b"calls", b"c\xff\xfells"), ["schema.prisma:10", "UTF-8"]),
    schema_case("broken Prisma syntax", SCHEMA.replace("from String", "from String @@@"), ["schema.prisma:8"]),
    schema_case("unknown type with a suggestion", SCHEMA.replace("from String", "from Strng"), ["schema.prisma:8:8", "Strng", "String"]),
    schema_case("model without an end", SCHEMA.replace("}\n", "", 1), ["schema.prisma:"]),
    schema_case("another provider", SCHEMA.replace("postgresql", "mysql"), ["mysql", "schema.prisma:2"]),
    schema_case("no datasource", SCHEMA[SCHEMA.index("model"):].replace("String @id", "Strng @id"), ["schema.prisma:2"]),
    migration_case("empty migration", "", ["migrations", "empty"]),
    migration_case("binary migration", b"\x7fELF\x02\x01\x01\x00\x00\x00\xff\xfe" * 30, ["migration.sql"]),
    migration_case("invalid UTF-8 in a migration", CALLS.encode().replace(b"from", b"f\xffom"), ["migration.sql:1", "UTF-8"]),
    migration_case("broken SQL costs one statement", 'CREATE TABEL "a" ("id" TEXT);\n' + CALLS,
                   ["migration.sql:1", "unread-statement", "TABEL"], code=0),
    migration_case("broken SQL makes what it names uncertain", CALLS.replace("CREATE TABLE", "CREATE TABEL"),
                   ["unread-statement"], code=0, says_not=["missing-table"]),

    # The database.
    database_case("refused", f"postgresql://postgres:{PASSWORD}@127.0.0.1:1/chat", ["127.0.0.1"]),
    database_case("a host that looks like a compose service", f"postgresql://postgres:{PASSWORD}@db:5432/chat", ["db", "compose"]),
    database_case("wrong password", '"postgresql://guarded:wrong-$PASSWORD-x@localhost$PLACE"', ["guarded", "password"]),
    database_case("missing database", '"$MISSING_URL"', ["no_such_place"]),
    database_case("a role without rights", '"postgresql://barred@localhost$PLACE"', ["barred", "permission"]),
    database_case("a server that goes away in the middle", '"$CUT_URL"', ["connection"]),
    database_case("quotes around the URL", """'"postgresql://postgres:""" + PASSWORD + """@localhost/chat"'""", ["quote"]),
    database_case("an empty URL", "''", ["empty"]),
    database_case("an unknown scheme", f"mysql://root:{PASSWORD}@localhost/chat", ["mysql"]),
    database_case("an unset variable", "env:PLUMB_UNSET_URL", ["PLUMB_UNSET_URL"]),
    Case("another scheme in .env", "pgplumb check", ["mysql://"],
         files={**GOOD, ".env": f'DATABASE_URL="mysql://root:{PASSWORD}@localhost/chat"\n'}),

    # The scratch server.
    scratch_case("refused", f"postgresql://postgres:{PASSWORD}@127.0.0.1:1/scratch", ["127.0.0.1", "scratch"]),
    scratch_case("a wrong password", '"postgresql://guarded:wrong-$PASSWORD-x@localhost$PLACE"', ["guarded", "password"]),
    scratch_case("that is read-only", '"$READ_ONLY_URL"', ["read-only", "temporary tables"]),
    scratch_case("where the role may make no tables", '"postgresql://guarded:$PASSWORD@localhost$PLACE"',
                 ["permission denied", "GRANT TEMPORARY"]),
    scratch_case("that is a file", "schema.prisma", ["--scratch", "schema.prisma"]),
    scratch_case("that is an unset variable", "env:PLUMB_UNSET_URL", ["PLUMB_UNSET_URL"]),
    database_case("that is its own scratch server", f"postgresql://a:{PASSWORD}@localhost/chat --scratch postgresql://b:{PASSWORD}@127.0.0.1:5432/chat",
                  ["--scratch", "compared", "chat at 127.0.0.1"]),

    # The command line.
    Case("unknown option with a suggestion", "pgplumb check --migratoins migrations", ["--migratoins", "--migrations"]),
    Case("unknown command with a suggestion", "pgplumb chec", ["chec", "check?"]),
    Case("unknown layout", "pgplumb check --model schema.prisma --migrations migrations --layout prsma", ["prsma", "prisma"]),
    Case("scripts for a schema builder", "pgplumb check --model schema.prisma --migrations migrations",
         ["Sequelize", "not read", "nothing was compared", "pgplumb snapshot"],
         files={"schema.prisma": SCHEMA, "migrations/20260101120000-calls.js":
                "module.exports = { up: (queryInterface, types) => queryInterface.createTable('calls', { id: types.TEXT }) };\n"}),
    Case("a script without SQL", "pgplumb check --model schema.prisma --migrations app.py", ["app.py", "empty"],
         files={**GOOD, "app.py": "print('hello')\n"}),
    Case("a layout that the folder does not have", "pgplumb check --model schema.prisma --migrations migrations --layout flyway",
         ["flyway", "no migrations"]),
    Case("unknown format", "pgplumb check --model schema.prisma --migrations migrations --format jsno", ["jsno", "json"]),
    Case("unknown severity", "pgplumb check --model schema.prisma --migrations migrations --fail-on eror", ["eror", "error"]),
    Case("unknown rule", "pgplumb rules missing-tabel", ["missing-tabel", "missing-table"]),
    Case("diff of one place", "pgplumb diff schema.prisma", ["ACTUAL"]),

    # Names are data.
    *[Case(f"hostile names in {form}", f"pgplumb check --model schema.prisma --migrations migrations --format {form}", ["owned"], 1,
           {**GOOD, "migrations/2_hostile/migration.sql": f'ALTER TABLE "calls" ADD {HOSTILE_NAME} TEXT NOT NULL;'},
           ["\n::error::owned", "\x1b", "\u202e"])
      for form in ("text", "github", "json")],
]
