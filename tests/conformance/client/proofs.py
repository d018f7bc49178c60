"""Rules and what they claim of the client: a change by SQL, an ordinary query, what the client then meets."""

from typing import NamedTuple, Optional, Tuple

Code = Tuple[Optional[str], Optional[str]]  # Prisma's, the server's


class Proof(NamedTuple):
    rule: str
    sql: str
    query: str
    meets: Code
    claimed: Optional[Code] = None  # what the finding claims, where it is not what the client meets in this query

    @property
    def claims(self):
        return self.meets if self.claimed is None else self.claimed


ROWS = """
INSERT INTO companies (id, name, code, country, rating, founded) VALUES (1, 'Acme', 'acme', 'NZ', 4.5, '1999-01-01'), (2, 'Bolt', 'bolt', 'NZ', 3, '2001-01-01');
INSERT INTO channels (id, company_id, kind, label, port) VALUES ('00000000-0000-4000-8000-000000000001', 1, 'EMAIL', 'first', 25);
INSERT INTO "Tag" (id, label) VALUES (1, 'old');
INSERT INTO audit."Note" (id, text, "companyId") VALUES (1, 'note', 1);
SELECT setval(pg_get_serial_sequence('companies', 'id'), 10), setval(pg_get_serial_sequence('audit."Note"', 'id'), 10);
"""

NEW_COMPANY = "p.company.create({ data: { name: 'New', code: 'new', country: 'NZ', rating: 1, founded: new Date(0) } })"
NEW_CHANNEL = "p.channel.create({ data: { companyId: 1, kind: 'EMAIL', port: 80 } })"
NEW_CALL = "p.call.create({ data: { account: 1, number: 7, started: new Date(0), cost: 1e300, state: 'x'.repeat(90), size: 5000000000n } })"
UPSERT_COMPANY = "p.company.upsert({ where: { code: 'acme' }, update: { name: 'Acme 2' }, create: { name: 'A', code: 'acme', country: 'NZ', rating: 1, founded: new Date(0) } })"

PROOFS = [
    Proof("missing-table", "DROP TABLE call_records", "p.call.findMany()", ("P2021", "42P01")),
    Proof("missing-view", "DROP VIEW known_codes", "p.knownCode.findMany()", ("P2021", "42P01")),
    Proof("wrong-table-map", "ALTER TABLE call_records RENAME TO calls", "p.call.count()", ("P2021", "42P01")),
    Proof("wrong-table-schema", "ALTER TABLE call_records SET SCHEMA audit", "p.call.findFirst()", ("P2021", "42P01")),
    Proof("missing-schema", "DROP SCHEMA audit CASCADE", "p.note.findMany()", ("P2021", "42P01")),
    Proof("missing-column", "ALTER TABLE channels DROP COLUMN port", "p.channel.findMany()", ("P2022", "42703")),
    Proof("missing-column", "ALTER TABLE channels DROP COLUMN weight", NEW_CHANNEL, ("P2022", "42703")),
    Proof("wrong-column-map", "ALTER TABLE channels RENAME COLUMN port TO door", "p.channel.findMany()", ("P2022", "42703")),
    Proof("extra-column", "ALTER TABLE \"Tag\" ADD COLUMN colour text; UPDATE \"Tag\" SET colour = ''; ALTER TABLE \"Tag\" ALTER COLUMN colour SET NOT NULL",
          "p.tag.create({ data: { id: 9, label: 'x' } })", ("P2011", "23502")),
    Proof("column-nullability", "ALTER TABLE channels ALTER COLUMN label SET NOT NULL", NEW_CHANNEL, ("P2011", "23502")),
    Proof("column-nullability", "ALTER TABLE channels ALTER COLUMN port DROP NOT NULL; UPDATE channels SET port = NULL", "p.channel.findMany()", (None, None)),
    Proof("column-default", "ALTER TABLE channels ALTER COLUMN id DROP DEFAULT", NEW_CHANNEL, ("P2011", "23502")),
    Proof("column-default", "ALTER TABLE channels ALTER COLUMN weight DROP DEFAULT", NEW_CHANNEL, (None, None)),
    Proof("column-default", "ALTER TABLE companies ALTER COLUMN created DROP DEFAULT", NEW_COMPANY, (None, None)),
    Proof("column-identity", "ALTER TABLE companies ALTER COLUMN id DROP DEFAULT", NEW_COMPANY, ("P2011", "23502")),
    Proof("column-type", "ALTER TABLE companies ALTER COLUMN name TYPE varchar(4)", "p.company.update({ where: { id: 1 }, data: { name: 'longer' } })", ("P2000", "22001")),
    Proof("column-type", "ALTER TABLE call_records ALTER COLUMN size TYPE integer", NEW_CALL, ("P2020", "22003")),
    Proof("column-type", "ALTER TABLE companies ALTER COLUMN rating TYPE numeric(3, 1)", "p.company.update({ where: { id: 1 }, data: { rating: 1234 } })", ("P2020", "22003")),
    Proof("column-type", "ALTER TABLE call_records ALTER COLUMN cost TYPE real", NEW_CALL, ("P2020", "22003")),
    Proof("column-type", "ALTER TABLE channels ALTER COLUMN port TYPE bigint", "p.channel.findMany()", (None, None)),
    Proof("column-type", "ALTER TABLE channels ALTER COLUMN kind TYPE text", "p.channel.findMany({ where: { kind: 'EMAIL' } })", ("P2039", "42883")),
    Proof("column-type", "ALTER TABLE channels ALTER COLUMN kind TYPE plan USING 'FREE'", "p.channel.findMany({ where: { kind: 'EMAIL' } })", ("P2039", "42883")),
    Proof("column-type", "ALTER TABLE call_records ALTER COLUMN cost TYPE text", "p.call.aggregate({ _sum: { cost: true } })", ("P2039", "42883")),
    Proof("column-type", "ALTER TABLE call_records ALTER COLUMN started TYPE text", "p.call.findMany({ where: { started: { gt: new Date(0) } } })", (None, None)),
    Proof("column-type", "ALTER TABLE call_records ALTER COLUMN state TYPE integer USING 1", NEW_CALL, ("P2007", "22P02")),
    Proof("column-type", "ALTER TABLE call_records ALTER COLUMN state TYPE uuid USING gen_random_uuid()", NEW_CALL, ("P2007", "22P02")),
    Proof("column-type", "ALTER TABLE call_records ALTER COLUMN state TYPE text[] USING ARRAY[state]", NEW_CALL, ("P2007", "22P02")),
    Proof("column-type", "ALTER TABLE call_records ALTER COLUMN state TYPE \"Kind\" USING 'EMAIL'", NEW_CALL, ("P2007", "22P02")),
    Proof("column-type", "ALTER TABLE channels ALTER COLUMN active DROP DEFAULT, ALTER COLUMN active TYPE integer USING 1",
          "p.channel.findMany({ where: { active: true } })", ("P2007", "22P02")),
    Proof("column-type", "ALTER TABLE call_records DROP CONSTRAINT call_records_channel_id_fkey, ALTER COLUMN channel_id TYPE text",
          "p.call.findMany({ where: { channelId: '00000000-0000-4000-8000-000000000001' } })", (None, None)),
    Proof("column-type", "CREATE DOMAIN cents AS double precision; ALTER TABLE call_records ALTER COLUMN cost TYPE cents",
          "p.call.findMany({ where: { cost: 1.5 } })", (None, None)),
    Proof("missing-primary-key", "ALTER TABLE call_records DROP CONSTRAINT call_records_pkey",
          "p.call.upsert({ where: { account_number: { account: 1, number: 1 } }, update: { cost: 1 }, create: { account: 1, number: 1, started: new Date(0), cost: 1, state: '', size: 1n } })",
          ("P2039", "42P10")),
    Proof("primary-key-columns", "ALTER TABLE call_records DROP CONSTRAINT call_records_pkey, ADD PRIMARY KEY (number)",
          "p.call.upsert({ where: { account_number: { account: 1, number: 1 } }, update: { cost: 1 }, create: { account: 1, number: 1, started: new Date(0), cost: 1, state: '', size: 1n } })",
          ("P2039", "42P10")),
    Proof("primary-key-columns", "ALTER TABLE call_records DROP CONSTRAINT call_records_pkey, ADD PRIMARY KEY (number)",
          "p.call.createMany({ data: [1, 2].map(account => ({ account, number: 9, started: new Date(0), cost: 1, state: '', size: 1n })) })",
          ("P2002", "23505"), ("P2039", "42P10")),
    Proof("extra-primary-key", 'ALTER TABLE "Crate" ADD PRIMARY KEY (mass)', "p.crate.createMany({ data: [{ label: 'a', mass: 1 }, { label: 'b', mass: 1 }] })",
          ("P2002", "23505")),
    Proof("extra-primary-key", 'ALTER TABLE "Crate" ADD PRIMARY KEY (mass)', "p.crate.create({ data: { label: 'a' } })", ("P2011", "23502"), ("P2002", "23505")),
    Proof("missing-unique", "DROP INDEX companies_code_key", UPSERT_COMPANY, ("P2039", "42P10")),
    Proof("unique-columns", "DROP INDEX companies_code_key; CREATE UNIQUE INDEX companies_code_key ON companies (code, name)", UPSERT_COMPANY, ("P2039", "42P10")),
    Proof("extra-unique", "CREATE UNIQUE INDEX ports ON channels (port)",
          "p.channel.createMany({ data: [{ companyId: 1, kind: 'EMAIL', port: 9 }, { companyId: 1, kind: 'EMAIL', port: 9 }] })", ("P2002", "23505")),
    Proof("extra-foreign-key", "ALTER TABLE call_records ADD CONSTRAINT of_account FOREIGN KEY (account) REFERENCES companies(id)",
          "p.call.create({ data: { account: 77, number: 7, started: new Date(0), cost: 1, state: '', size: 1n } })", ("P2003", "23503")),
    Proof("foreign-key-target", "ALTER TABLE channels DROP CONSTRAINT channels_company_id_fkey, ADD CONSTRAINT channels_company_id_fkey FOREIGN KEY (company_id) "
          'REFERENCES "Tag"(id) ON DELETE CASCADE ON UPDATE CASCADE', "p.channel.create({ data: { companyId: 2, kind: 'EMAIL', port: 80 } })", ("P2003", "23503")),
    Proof("foreign-key-actions", "ALTER TABLE channels DROP CONSTRAINT channels_company_id_fkey, ADD CONSTRAINT channels_company_id_fkey FOREIGN KEY (company_id) "
          "REFERENCES companies(id) ON DELETE RESTRICT ON UPDATE CASCADE", "p.company.delete({ where: { id: 1 } })", ("P2003", "23503")),
    Proof("missing-enum-value", "ALTER TYPE \"Kind\" RENAME VALUE 'CHAT' TO 'TALK'", "p.channel.updateMany({ data: { kind: 'CHAT' } })", ("P2007", "22P02")),
    Proof("enum-value-case", "ALTER TYPE \"Kind\" RENAME VALUE 'CHAT' TO 'chat'", "p.channel.updateMany({ data: { kind: 'CHAT' } })", ("P2007", "22P02")),
    Proof("extra-enum-value", "ALTER TYPE \"Kind\" ADD VALUE 'FAX'; UPDATE channels SET kind = 'FAX'", "p.channel.findMany()", ("P2023", None)),
    Proof("missing-enum", "DROP TYPE audit.\"Mood\" CASCADE; ALTER TABLE audit.\"Note\" ADD COLUMN mood text", "p.note.updateMany({ data: { mood: 'calm' } })", ("P2039", "42704")),
    Proof("wrong-enum-map", "ALTER TYPE \"Kind\" RENAME TO kinds", "p.channel.updateMany({ data: { kind: 'CHAT' } })", ("P2039", "42704")),
]
