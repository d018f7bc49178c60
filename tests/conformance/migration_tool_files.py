"""Migrations in each tool's own form: two that are run, and a third that is written afterwards."""

import hashlib
import json

STATEMENTS = (
    'CREATE TABLE note (id integer PRIMARY KEY, text text NOT NULL);',
    'ALTER TABLE note ADD COLUMN pinned boolean NOT NULL DEFAULT false;',
    'CREATE INDEX note_pinned_idx ON note (pinned);',
)


def prisma(count):
    return {f"2024010100000{i}_step/migration.sql": STATEMENTS[i] + "\n" for i in range(count)}


def drizzle(count):
    entries = [{"idx": i, "version": "7", "when": 1700000000000 + i * 1000, "tag": f"000{i}_step", "breakpoints": True}
               for i in range(count)]
    journal = json.dumps({"version": "7", "dialect": "postgresql", "entries": entries}, indent=2)
    return {"meta/_journal.json": journal} | {f"000{i}_step.sql": STATEMENTS[i] + "\n" for i in range(count)}


def node_pg_migrate(count):
    return {f"170000000000{i}_step.sql": f"-- Up Migration\n{STATEMENTS[i]}\n\n-- Down Migration\n" for i in range(count)}


def graphile_migrate(count):
    files, previous = {"current.sql": ""}, ""
    for i in range(count):
        body = STATEMENTS[i]
        own = "sha1:" + hashlib.sha1((f"{previous}\n{body}".strip() + "\n").encode()).hexdigest()
        files[f"committed/00000{i + 1}.sql"] = f"--! Previous: {previous or '-'}\n--! Hash: {own}\n\n{body}\n"
        previous = own
    return files


def javascript(template):
    return lambda count: {f"2024010100000{i}-step.js": template % STATEMENTS[i] for i in range(count)}


KNEX = "exports.up = (knex) => knex.raw(`%s`);\nexports.down = () => {};\n"
SEQUELIZE = "module.exports = { up: (query) => query.sequelize.query(`%s`), down: () => {} };\n"


def typeorm(count):
    return {f"170000000000{i}-Step.js": f"exports.Step170000000000{i} = class Step170000000000{i} {{\n"
            f"  async up(runner) {{ await runner.query(`{STATEMENTS[i]}`); }}\n  async down() {{}}\n}};\n" for i in range(count)}


def kysely(count):
    return {f"2024010100000{i}-step.mjs": "import { sql } from 'kysely';\nexport const up = async (db) => { await sql`%s`.execute(db); };\n"
            % STATEMENTS[i] for i in range(count)}


# tool: (how its files are written, the command that runs them, whether it keeps checksums, whether pgplumb reads its files)
CASES = {
    "Drizzle": (drizzle, ["node", "tools/drizzle.mjs", "migrations"], True, True),
    "node-pg-migrate": (node_pg_migrate, ["npx", "node-pg-migrate", "up", "-m", "migrations"], False, True),
    "graphile-migrate": (graphile_migrate, ["npx", "graphile-migrate", "migrate"], True, True),
    "Knex": (javascript(KNEX), ["node", "tools/knex.mjs", "migrations"], False, True),
    "Sequelize": (javascript(SEQUELIZE), ["npx", "sequelize-cli", "db:migrate", "--config", "sequelize.json", "--migrations-path", "migrations"], False, True),
    "TypeORM": (typeorm, ["node", "tools/typeorm.mjs", "migrations"], False, True),
    "Kysely": (kysely, ["node", "tools/kysely.mjs", "migrations"], False, False),
}
